package org.lode.sim.analysis;

import java.util.List;

/**
 * Log probabilities of observed choices under benchmarks that know nothing of payoffs, and inertia on top of a model that does.
 * Choices with one open strategy have probability 1 under all of them.
 */
public final class PreferenceScores {
    private static final int BISECTIONS = 200;

    private PreferenceScores() {}

    /** Uniform choice over the open strategies: -ln n. */
    public static double uniform(PreferenceChoice choice) {
        return -StrictMath.log(choice.alternatives());
    }

    /**
     * The chance of repeating, from the choices that could have gone either way: (repeats + 1) / (choices + 2), Laplace's rule of
     * succession, so that no held-out choice is impossible.
     */
    public static double persistence(List<PreferenceChoice> training) {
        int repeats = 0;
        int count = 0;
        for (PreferenceChoice choice : training) {
            if (choice.informative() && choice.previous() >= 0) {
                count++;
                repeats += choice.chosen() == choice.previous() ? 1 : 0;
            }
        }
        return (repeats + 1.0) / (count + 2.0);
    }

    /**
     * Persistence: ln rho for the strategy played before, ln((1 - rho) / (n - 1)) for each other open one; uniform where the one
     * before is closed.
     */
    public static double persistent(PreferenceChoice choice, double rho) {
        int n = choice.alternatives();
        if (n == 1) {
            return 0;
        }
        if (choice.previous() < 0) {
            return uniform(choice);
        }
        return StrictMath.log(choice.chosen() == choice.previous() ? rho : (1 - rho) / (n - 1));
    }

    /** Log probability with inertia: (1 - revision) on the strategy played before, revision times the model's chance of any. */
    public static double inert(PreferenceChoice choice, double logProbability, double revision) {
        if (choice.alternatives() == 1) {
            return 0;
        }
        if (choice.previous() < 0) {
            return logProbability;
        }
        double kept = choice.chosen() == choice.previous() ? 1 - revision : 0;
        return StrictMath.log(kept + revision * StrictMath.exp(logProbability));
    }

    /**
     * The chance of revision that makes the choices likeliest, given the model's log probabilities, with one pseudo-choice seen
     * to revise and one seen not to; the posterior is concave, so its slope is bisected.
     */
    public static double revision(List<PreferenceChoice> choices, double[] logProbabilities) {
        double low = 0;
        double high = 1;
        for (int k = 0; k < BISECTIONS; k++) {
            double middle = (low + high) / 2;
            if (slope(choices, logProbabilities, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Standard error of {@link #revision}, from the curvature there. */
    public static double revisionError(List<PreferenceChoice> choices, double[] logProbabilities, double revision) {
        double curvature = 1 / (revision * revision) + 1 / ((1 - revision) * (1 - revision));
        for (int k = 0; k < logProbabilities.length; k++) {
            double one = ratio(choices.get(k), logProbabilities[k], revision);
            curvature += one * one;
        }
        return 1 / Math.sqrt(curvature);
    }

    private static double slope(List<PreferenceChoice> choices, double[] logProbabilities, double revision) {
        double sum = 1 / revision - 1 / (1 - revision);
        for (int k = 0; k < logProbabilities.length; k++) {
            sum += ratio(choices.get(k), logProbabilities[k], revision);
        }
        return sum;
    }

    /** Derivative of {@link #inert} by the chance of revision. */
    private static double ratio(PreferenceChoice choice, double logProbability, double revision) {
        if (choice.alternatives() == 1 || choice.previous() < 0) {
            return 0;
        }
        double chance = StrictMath.exp(logProbability);
        double stays = choice.chosen() == choice.previous() ? 1 : 0;
        return (chance - stays) / (stays * (1 - revision) + revision * chance);
    }
}
