package org.lode.games.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lode.games.form.ExactExpectation;
import org.lode.games.form.NormalForm;
import org.lode.games.form.Rational;

/** Guesses that a solution is made of simple fractions, and proves it by exact arithmetic. */
final class Fractions {
    private static final long MAX_DENOMINATOR = 20_000;
    /** A guess must be this close: two fractions with such denominators differ by more than 10^-9. */
    private static final double CLOSE = 1e-11;

    private Fractions() {}

    /**
     * Returns fractions near some probabilities that add up to 1 for each player, or null if they are not near simple ones.
     *
     * @param profile flat, over all strategies
     */
    static @Nullable List<Rational> near(int[] counts, double[] profile) {
        List<Rational> fractions = new ArrayList<>();
        int at = 0;
        for (int count : counts) {
            Rational sum = Rational.ZERO;
            for (int s = 0; s < count; s++) {
                Rational fraction = near(profile[at++]);
                if (fraction == null) {
                    return null;
                }
                sum = sum.plus(fraction);
                fractions.add(fraction);
            }
            if (!sum.equals(Rational.ONE)) {
                return null;
            }
        }
        return fractions;
    }

    /** Returns the first convergent of a continued fraction that is close enough. */
    private static @Nullable Rational near(double value) {
        double rest = Math.abs(value);
        long p0 = 0;
        long q0 = 1;
        long p1 = 1;
        long q1 = 0;
        for (int step = 0; step < 24; step++) {
            long whole = (long) Math.floor(rest);
            long p = whole * p1 + p0;
            long q = whole * q1 + q0;
            if (q > MAX_DENOMINATOR || whole > 1L << 40) {
                return null;
            }
            if (Math.abs((double) p / q - Math.abs(value)) < CLOSE) {
                return Rational.of(value < 0 ? -p : p, q);
            }
            p0 = p1;
            q0 = q1;
            p1 = p;
            q1 = q;
            rest = 1 / (rest - whole);
        }
        return null;
    }

    /** Returns what each strategy of each player earns against a profile of fractions, exactly; flat. */
    static List<Rational> payoffs(NormalForm game, List<Rational> profile) {
        List<Rational> payoffs = new ArrayList<>();
        for (int player = 0; player < game.players(); player++) {
            payoffs.addAll(Arrays.asList(ExactExpectation.payoffs(game, player, profile)));
        }
        return payoffs;
    }
}
