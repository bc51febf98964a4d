/** The world: scenario, slow and fast state, and how a profile of strategies changes them. */
package org.lode.sim.world;
