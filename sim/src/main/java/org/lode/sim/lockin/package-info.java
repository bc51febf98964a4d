/** Regimes, and how hard it is to leave one. */
package org.lode.sim.lockin;
