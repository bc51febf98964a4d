package org.lode.games.coalition;

import java.util.Optional;

/**
 * The core (Gillies 1959) and the least core (Maschler, Peleg and Shapley 1979) by one linear program over all
 * coalitions.
 */
public final class Core {
    private Core() {}

    /** The least core: the smallest largest excess of a proper coalition, and shares that attain it. */
    public static final class LeastCore {
        private final double excess;
        private final double tolerance;
        private final double[] shares;

        LeastCore(double excess, double tolerance, double[] shares) {
            this.excess = excess;
            this.tolerance = tolerance;
            this.shares = shares;
        }

        /** Returns what the worst-treated coalition could gain on its own; positive if the core is empty. */
        public double excess() {
            return excess;
        }

        /** Whether the core is empty, beyond the program's tolerance of 1e-11 of the largest worth. */
        public boolean coreIsEmpty() {
            return excess > 10 * tolerance;
        }

        /** Returns a copy of the shares, one per player, which sum to the worth of the grand coalition. */
        public double[] shares() {
            return shares.clone();
        }
    }

    /**
     * Returns the least core's excess with shares in it.
     *
     * @param game at most {@value TabledWorth#MOST_PLAYERS_TABLED} players
     */
    public static LeastCore least(CharacteristicFunction game) {
        TabledWorth table = TabledWorth.of(game);
        if (table.players() == 1) { // no proper coalition: nobody to object
            return new LeastCore(Double.NEGATIVE_INFINITY, 0, new double[] {table.worth(1)});
        }
        ExcessProgram program = new ExcessProgram(table, false);
        program.solveStage();
        return new LeastCore(program.largestExcess(), program.tolerance(), program.shares());
    }

    /** Returns shares in the core, the ones that make the largest excess smallest; empty if the core is. */
    public static Optional<double[]> point(CharacteristicFunction game) {
        LeastCore least = least(game);
        return least.coreIsEmpty() ? Optional.empty() : Optional.of(least.shares());
    }
}
