/**
 * Published results that the model's own code computes again: clubs, lock-in, entry and exit, oligopoly, adaptive play, floors.
 * What was published stands in files with its source; here stands which code of the model answers to it.
 */
package org.lode.sim.replication;
