package org.lode.sim.lockin;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A process whose history may bind it: what the lock-in metrics see of an urn, a race, or the simulation. It is classified from
 * several aspects at once (the regime, each club, each actor), carries named numbers, can be forked with other chance, and can
 * have a reversal forced on it. Immutable and shared by threads; each run belongs to one.
 */
public interface PathProcess {
    /** From what it is classified, in order; the first is the one that the process is named by, such as the regime. */
    List<Aspect> aspects();

    /** Names of the numbers that it carries, in order. */
    List<String> series();

    /** What can be forced on it, in order. */
    List<Forcing> forcings();

    /** What can be ramped up and down; none by default. */
    default List<Ramp> ramps() {
        return List.of();
    }

    /** How many choosers a shock can hit; at least 1. */
    int choosers();

    /** Length of a round, years. */
    double roundYears();

    /** A run that stands before its first round. */
    Run start(long replication);

    /** The place of a series. */
    default int series(String name) {
        int place = series().indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("series (" + name + ") must be one of " + series());
        }
        return place;
    }

    /** One way to classify the process: which of a few classes holds after a round. */
    record Aspect(String name, List<String> classes) {
        public Aspect {
            classes = List.copyOf(classes);
        }
    }

    /**
     * Something that can be forced on the process for some rounds.
     *
     * @param reversal whether it is one of the reversals that lock-in is tested by; else it is one actor's switch
     * @param payer series with the payoff per year of who switches; empty if nobody in particular does
     * @param towards class of the payer's own aspect that it switches to; empty for a reversal
     * @param aspect name of that aspect; empty for a reversal
     */
    record Forcing(String name, boolean reversal, String payer, String aspect, String towards) {
        /** One of the reversals that lock-in is tested by. */
        public static Forcing reversal(String name) {
            return new Forcing(name, true, "", "", "");
        }
    }

    /**
     * A setting that can be moved while the process runs.
     *
     * @param low level at which the process starts
     * @param high level at which the ramp turns
     * @param response series whose loop is measured
     * @param unit of the level
     */
    record Ramp(String name, double low, double high, String response, String unit) {
        public Ramp {
            if (!(high > low)) {
                throw new IllegalArgumentException(
                        "ramp " + name + ": high (" + high + ") must be above low (" + low + ")");
            }
        }
    }

    /** The process on its way. */
    interface Run {
        /** Rounds played. */
        int round();

        /** Plays a round. */
        void advance();

        /** Plays a round under a forcing, given by its place. */
        void force(int forcing);

        /**
         * Plays a round in which some choosers, drawn at random, each choose at random among what they did not choose last.
         *
         * @param size how many, 1 to {@link PathProcess#choosers}
         */
        void err(int size, RandomGenerator random);

        /** Plays a round in which all choose at random. */
        void scatter(RandomGenerator random);

        /** Moves a ramped setting, given by its place, for the rounds to come. */
        default void set(int ramp, double level) {
            throw new UnsupportedOperationException("this process has no ramps");
        }

        /** Class after the last round from an aspect; defined once a round was played. */
        int state(int aspect);

        /** A number after the last round. */
        double value(int series);

        /**
         * Another run that stands where this one stands and goes its own way from there.
         *
         * @param branch 0 for the same chance, else the number of fresh chance
         */
        Run fork(long branch);
    }
}
