/**
 * The patterns that a world with a game in it must show: bands that were frozen before anything was tuned, and what measures the
 * figures that are held against them, on the model's own runs, stage games and forks.
 */
package org.lode.sim.pattern;
