/**
 * The sources' hypotheses as experiments: forced and free arms of a scenario on the same chance and the same drawn parameters, a
 * measure of each, and an answer with its interval.
 */
package org.lode.sim.hypothesis;
