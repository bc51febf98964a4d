/** Runs of scenarios and plans of them, on threads, into result directories. */
package org.lode.sim.experiment;
