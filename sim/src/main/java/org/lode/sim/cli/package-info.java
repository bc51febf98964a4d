/** The command {@code lode}: each command reads, calls and prints; only this package prints or exits. */
package org.lode.sim.cli;
