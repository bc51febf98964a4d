package org.lode.games.dynamics;

import org.lode.games.check.Regret;
import org.lode.games.form.Expectation;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;

/**
 * Fictitious play (Brown 1951): in each round everybody replies to the frequencies of the others' past play, taken as
 * independent; ties go to the strategy of lowest number. Frequencies converge to equilibrium in two-player zero-sum
 * games, potential games and others, not always (Shapley 1964): look at the regret.
 */
public final class FictitiousPlay {
    private FictitiousPlay() {}

    /**
     * What play came to.
     *
     * @param frequencies of each strategy over all rounds
     * @param regret largest gain of any player against these frequencies
     * @param rounds played
     */
    public record Outcome(MixedProfile frequencies, double regret, int rounds) {}

    /**
     * Plays from uniform beliefs, which count as one round, until regret is small or rounds run out.
     *
     * @param rounds at most this many, at least 1
     * @param enough regret, as a share of each player's range, at which to stop, looked at whenever the number of rounds is a power of two
     */
    public static Outcome play(NormalForm game, int rounds, double enough) {
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds (" + rounds + ") must be at least 1");
        }
        int[] counts = game.shape();
        Expectation expectation = new Expectation(game);
        double[] belief = MixedProfile.uniform(counts).probabilities();
        double[] payoffs = new double[expectation.length()];
        int played = 0;
        while (played < rounds) {
            expectation.payoffs(belief, payoffs);
            played++;
            for (int player = 0; player < counts.length; player++) {
                int best = expectation.start(player);
                for (int s = best + 1; s < expectation.start(player + 1); s++) {
                    best = payoffs[s] > payoffs[best] ? s : best;
                }
                for (int s = expectation.start(player); s < expectation.start(player + 1); s++) {
                    belief[s] += ((s == best ? 1 : 0) - belief[s]) / (played + 1.0);
                }
            }
            if ((played & (played - 1)) == 0 && Regret.share(game, MixedProfile.of(counts, belief)) <= enough) {
                break;
            }
        }
        MixedProfile frequencies = MixedProfile.of(counts, belief);
        return new Outcome(frequencies, Regret.of(game, frequencies), played);
    }
}
