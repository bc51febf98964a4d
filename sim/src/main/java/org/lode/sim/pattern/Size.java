package org.lode.sim.pattern;

import org.lode.sim.config.Doc;
import org.lode.sim.config.Min;

/**
 * How much is run.
 *
 * @param runs of the baseline and of each placebo
 * @param pairs of each other comparison: runs of each of its arms
 * @param games replications whose stage games are looked at in later rounds
 * @param draws of the parameters, each with its own stage game
 * @param cell runs of a cell of the phase diagram
 * @param histories paths that are forked
 * @param forks of each of them
 */
public record Size(
        @Doc("runs of the baseline and of each placebo") @Min(2) int runs,

        @Doc("runs of each arm of other comparisons") @Min(2) int pairs,

        @Doc("replications whose stage games are looked at in later rounds") @Min(1) int games,

        @Doc("draws of the parameters, each with its own stage game") @Min(1) int draws,

        @Doc("runs of a cell of the phase diagram") @Min(2) int cell,
        @Doc("paths that are forked") @Min(2) int histories,
        @Doc("forks of each of them") @Min(2) int forks) {}
