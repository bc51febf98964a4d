package org.lode.games.dynamics;

import java.util.List;
import org.lode.games.form.NormalForm;

/**
 * Alpha-rank (Omidshafiei et al. 2019): how often each pure profile is held by finite populations of players in which
 * mutants fixate by selection. From a profile one player may change strategy, at rate eta rho, where rho is the chance
 * that a single mutant takes over its population.
 */
public final class AlphaRank {
    /** Small enough never to be seen, large enough that five such moves in a row are still a number. */
    private static final double NEVER = 1e-60;

    private AlphaRank() {}

    /**
     * Returns each profile's share of time for a given strength of selection. A chance of fixation below 1e-60 counts as
     * 1e-60, so that under very strong selection all worse strategies are equally unlikely instead of impossible.
     *
     * @param game profiles are numbered as in {@link NormalForm}
     * @param alpha strength of selection, per unit of payoff, at least 0
     * @param population m, players in each population, at least 2
     */
    public static double[] of(NormalForm game, double alpha, int population) {
        if (!(alpha >= 0) || Double.isInfinite(alpha)) {
            throw new IllegalArgumentException("alpha (" + alpha + ") must be finite and at least 0");
        }
        if (population < 2) {
            throw new IllegalArgumentException("population (" + population + ") must be at least 2");
        }
        return chain(game, alpha, population).stationary();
    }

    static SparseChain chain(NormalForm game, double alpha, int population) {
        return chain(game, gain -> Math.max(NEVER, fixation(alpha * gain, population)));
    }

    /**
     * Returns each profile's share of time where selection is strong: better strategies take over almost surely, equal
     * ones half the time, worse ones with a small chance.
     *
     * @param noise chance of a worse strategy, strictly between 0 and 1/2; the ranking's limit is as it goes to 0
     */
    public static double[] strong(NormalForm game, double noise) {
        if (!(noise > 0 && noise < 0.5)) {
            throw new IllegalArgumentException("noise (" + noise + ") must be strictly between 0 and 0.5");
        }
        return chain(game, gain -> gain > 0 ? 1 - noise : gain < 0 ? noise : 0.5)
                .stationary();
    }

    /**
     * Returns the sets of profiles that better replies lead to and do not leave (Markov-Conley chains): what is ranked in
     * the limit of strong selection.
     */
    public static List<int[]> sinks(NormalForm game) {
        return ProcessGraph.of(new BetterReplies(game)).recurrentClasses();
    }

    /** Moves to a strategy at least as good are free, others are mistakes. */
    private record BetterReplies(NormalForm game) implements MistakeProcess {
        @Override
        public int states() {
            return game.profiles();
        }

        @Override
        public void moves(int state, Moves moves) {
            eachChange(game, state, (to, gain) -> moves.to(to, gain >= 0 ? 0 : 1));
        }
    }

    /** The chance that one mutant among m fixates: (1 - e^-x) / (1 - e^-mx), 1/m at 0. */
    static double fixation(double x, int population) {
        if (x == 0) {
            return 1.0 / population;
        }
        if (x > 0) {
            return StrictMath.expm1(-x) / StrictMath.expm1(-population * x);
        }
        // e^(mx) factored out, so that nothing overflows.
        return StrictMath.exp((population - 1) * x) * StrictMath.expm1(x) / StrictMath.expm1(population * x);
    }

    private interface Rate {
        double of(double gain);
    }

    private interface Change {
        void to(int profile, double gain);
    }

    private static void eachChange(NormalForm game, int profile, Change change) {
        for (int player = 0; player < game.players(); player++) {
            int stride = game.stride(player);
            int base = profile - game.strategy(player, profile) * stride;
            double now = game.payoff(player, profile);
            for (int s = 0; s < game.strategies(player); s++) {
                int to = base + s * stride;
                if (to != profile) {
                    change.to(to, game.payoff(player, to) - now);
                }
            }
        }
    }

    private static SparseChain chain(NormalForm game, Rate rate) {
        int perState = 0;
        for (int player = 0; player < game.players(); player++) {
            perState += game.strategies(player) - 1;
        }
        int profiles = game.profiles();
        if ((long) profiles * perState > 100_000_000L) {
            throw new IllegalArgumentException("profiles (" + profiles + ") times changes (" + perState
                    + ") must be at most 100000000 for alpha-rank");
        }
        int[] start = new int[profiles + 1];
        int[] target = new int[profiles * perState];
        double[] rates = new double[target.length];
        int[] filled = {0};
        for (int profile = 0; profile < profiles; profile++) {
            eachChange(game, profile, (to, gain) -> {
                target[filled[0]] = to;
                rates[filled[0]++] = rate.of(gain);
            });
            start[profile + 1] = filled[0];
        }
        return new SparseChain(start, target, rates);
    }
}
