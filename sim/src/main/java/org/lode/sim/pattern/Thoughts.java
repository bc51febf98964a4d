package org.lode.sim.pattern;

/**
 * How the actors that choose by payoffs chose in one run.
 *
 * @param entropy sum over actors and rounds of the entropy of payoffs alone over that of uniform choice
 * @param choices actors and rounds in it
 * @param changes of course
 * @param halfYears actors and rounds in which one was possible
 * @param replies better replies that pay after their cost, each counted once
 * @param taken of them, within the rounds allowed
 */
record Thoughts(double entropy, int choices, int changes, int halfYears, int replies, int taken) {}
