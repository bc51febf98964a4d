package org.lode.games.dynamics;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Stochastic joining under increasing, constant or diminishing returns (Arthur 1989; Arthur, Ermoliev and Kaniovski
 * 1987): whoever chooses next takes group g with probability proportional to r_g + nu s_g^eta, where s_g is the group's
 * share of adoption. Plain probabilities are {@code nu = 0}; a Polya urn is {@code r = 0, nu = 1, eta = 1}; above 1 the
 * elasticity locks in, below 1 it shares the market.
 *
 * <p>Immutable and thread-safe; no method allocates.
 */
public final class Adoption {
    private final double[] appeal;
    private final double pull;
    private final double elasticity;

    /**
     * Describes the choice.
     *
     * @param appeal r, each group's own appeal, at least 0; one entry per group
     * @param pull nu, weight of adoption so far, at least 0
     * @param elasticity eta, of appeal to the share, positive
     */
    public Adoption(double[] appeal, double pull, double elasticity) {
        if (appeal.length == 0) {
            throw new IllegalArgumentException("groups (0) must be at least 1");
        }
        boolean any = false;
        for (int g = 0; g < appeal.length; g++) {
            if (!(appeal[g] >= 0) || Double.isInfinite(appeal[g])) {
                throw new IllegalArgumentException(
                        "appeal of group " + g + " (" + appeal[g] + ") must be finite and at least 0");
            }
            any |= appeal[g] > 0;
        }
        if (!(pull >= 0) || Double.isInfinite(pull) || (pull == 0 && !any)) {
            throw new IllegalArgumentException(
                    "pull (" + pull + ") must be finite and at least 0, and above 0 if no group has appeal");
        }
        if (!(elasticity > 0) || Double.isInfinite(elasticity)) {
            throw new IllegalArgumentException("elasticity (" + elasticity + ") must be finite and above 0");
        }
        this.appeal = appeal.clone();
        this.pull = pull;
        this.elasticity = elasticity;
    }

    /** Returns the number of groups. */
    public int groups() {
        return appeal.length;
    }

    /**
     * Writes the probability of joining each group.
     *
     * @param shares s, length {@link #groups()}, each at least 0; they need not sum to 1
     * @param probabilities length {@link #groups()}, overwritten; may be {@code shares} itself
     * @throws IllegalArgumentException if nothing attracts: no appeal and no adoption
     */
    public void probabilities(double[] shares, double[] probabilities) {
        double total = 0;
        for (int g = 0; g < appeal.length; g++) {
            probabilities[g] = appeal[g] + pull * power(shares[g]);
            total += probabilities[g];
        }
        if (!(total > 0)) {
            throw new IllegalArgumentException(
                    "total attraction (" + total + ") must be positive: shares are " + Arrays.toString(shares));
        }
        for (int g = 0; g < appeal.length; g++) {
            probabilities[g] /= total;
        }
    }

    private double power(double share) {
        if (elasticity == 1) {
            return share;
        }
        return elasticity == 2 ? share * share : StrictMath.pow(share, elasticity);
    }

    /**
     * Draws a group with one double of {@code random}.
     *
     * @param probabilities as written by {@link #probabilities}
     * @return the group, 0 to {@link #groups()} - 1
     */
    public int draw(double[] probabilities, RandomGenerator random) {
        double left = random.nextDouble();
        int last = 0;
        for (int g = 0; g < probabilities.length; g++) {
            if (probabilities[g] > 0) {
                left -= probabilities[g];
                last = g; // what rounding leaves over goes to the last possible group
                if (left < 0) {
                    return g;
                }
            }
        }
        return last;
    }

    /** Runs an adoption process from initial counts. */
    public AdoptionProcess from(double... counts) {
        return new AdoptionProcess(this, counts);
    }
}
