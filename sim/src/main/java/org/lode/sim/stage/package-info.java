/** The stage game: what each profile of strategies would pay, found by looking ahead. */
package org.lode.sim.stage;
