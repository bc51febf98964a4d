/** Keyed random streams: each draw depends on its key alone, so nothing that is added elsewhere shifts it. */
package org.lode.sim.chance;
