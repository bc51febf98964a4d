/** The loop: one replication on MASON's schedule, many replications on threads. The only package that imports MASON. */
package org.lode.sim.run;
