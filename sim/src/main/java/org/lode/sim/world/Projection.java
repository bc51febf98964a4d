package org.lode.sim.world;

import org.lode.agents.instrument.Settings;

/**
 * What becomes of slow state if a profile is held over a look-ahead, averaged with the weights of its dates. Since every law
 * of slow state closes a part k of a gap in a round, the average gap that is left is the gap times sum_h w_h (1 - k)^n_h / sum_h w_h, which hangs on k
 * alone; and since commitments hang on an actor's own strategy and on whether anybody leads a club, each strategy's part is worked out
 * once a round. Belongs to one thread.
 */
final class Projection {
    /** Knots of the table of average gaps; between them the error of a straight line is below 1e-3. */
    private static final int KNOTS = 257;

    private final Scenario scenario;
    private final Embedding embedding;
    /** Rounds from now to the middle of each date. */
    private final double[] rounds;

    private final double[] weights;
    private final double[] decay;
    private final double[] open = new double[KNOTS];
    private final double[][] embedded;
    private final int clubs;

    /** @param rounds from now to the middle of each date */
    Projection(Scenario scenario, double[] rounds) {
        this.scenario = scenario;
        this.rounds = rounds.clone();
        embedding = new Embedding(scenario);
        clubs = scenario.clubCount();
        weights = new double[rounds.length];
        decay = new double[KNOTS * rounds.length];
        for (int k = 0; k < KNOTS; k++) {
            for (int h = 0; h < rounds.length; h++) {
                decay[k * rounds.length + h] = StrictMath.pow(1 - k / (KNOTS - 1.0), rounds[h]);
            }
        }
        embedded = new double[scenario.choosers()][];
        for (int i = 0; i < embedded.length; i++) {
            embedded[i] = new double[scenario.actors().get(i).menu().size() * clubs * 2];
        }
    }

    /** Takes the slow state of a round and the weights of the dates; a branch of no weight stands still. */
    void refresh(WorldState state, double[] dates) {
        double total = 0;
        for (double weight : dates) {
            total += weight;
        }
        for (int h = 0; h < weights.length; h++) {
            weights[h] = total > 0 ? dates[h] / total : 0;
        }
        for (int k = 0; k < KNOTS; k++) {
            double sum = 0;
            for (int h = 0; h < weights.length; h++) {
                sum += weights[h] * decay[k * weights.length + h];
            }
            open[k] = total > 0 ? sum : 1;
        }
        double rising = exactly(embedding.rising());
        for (int i = 0; i < embedded.length; i++) {
            double fading = exactly(embedding.fading(state, i));
            var menu = scenario.actors().get(i).menu();
            int at = 0;
            for (int s = 0; s < menu.size(); s++) {
                Settings settings = menu.get(s).settings();
                for (int g = 0; g < clubs; g++) {
                    double now = state.commitment[i * clubs + g];
                    for (int led = 0; led < 2; led++) {
                        double target = embedding.target(settings, g, led == 1);
                        embedded[i][at++] = target + (now - target) * (target > now ? rising : fading);
                    }
                }
            }
        }
    }

    private double exactly(double rate) {
        double sum = 0;
        double total = 0;
        for (int h = 0; h < rounds.length; h++) {
            sum += weights[h] * StrictMath.pow(1 - rate, rounds[h]);
            total += weights[h];
        }
        return total > 0 ? sum : 1;
    }

    /** Average part of a gap that is still open, where a round closes {@code rate} of it, 0..1. */
    double open(double rate) {
        double at = rate * (KNOTS - 1);
        int k = Math.min(KNOTS - 2, (int) at);
        return open[k] + (at - k) * (open[k + 1] - open[k]);
    }

    /** Average commitment of an actor that chooses to a club, its strategy held. */
    double commitment(int actor, int strategy, int club, boolean led) {
        return embedded[actor][(strategy * clubs + club) * 2 + (led ? 1 : 0)];
    }
}
