package org.lode.games.dynamics;

import java.util.random.RandomGenerator;

/**
 * Adoption as it unfolds: one adopter after another joins a group by {@link Adoption}, and its count grows by one. Not
 * thread-safe; a step allocates nothing.
 */
public final class AdoptionProcess {
    private final Adoption adoption;
    private final double[] counts;
    private final double[] shares;
    private double total;
    private long steps;

    AdoptionProcess(Adoption adoption, double... counts) {
        if (counts.length != adoption.groups()) {
            throw new IllegalArgumentException(
                    "counts (" + counts.length + ") must be as many as groups (" + adoption.groups() + ")");
        }
        for (int g = 0; g < counts.length; g++) {
            if (!(counts[g] >= 0)) {
                throw new IllegalArgumentException("count of group " + g + " (" + counts[g] + ") must be at least 0");
            }
            total += counts[g];
        }
        this.adoption = adoption;
        this.counts = counts.clone();
        this.shares = new double[counts.length];
    }

    /** Lets the next adopter choose and returns its group. */
    public int step(RandomGenerator random) {
        for (int g = 0; g < counts.length; g++) {
            shares[g] = total > 0 ? counts[g] / total : 0;
        }
        adoption.probabilities(shares, shares);
        int chosen = adoption.draw(shares, random);
        counts[chosen]++;
        total++;
        steps++;
        return chosen;
    }

    /** Lets {@code adopters} choose in turn. */
    public AdoptionProcess run(int adopters, RandomGenerator random) {
        for (int k = 0; k < adopters; k++) {
            step(random);
        }
        return this;
    }

    /**
     * Lets adopters choose until group 0 leads group 1 by {@code ahead} or trails it by {@code behind}: Arthur's race with
     * absorbing barriers.
     *
     * @param ahead lead over group 1 that locks group 0 in, counted from the initial counts' difference, at least 1
     * @param behind lag that locks group 1 in, at least 1
     * @return whether group 0 won
     */
    public boolean race(int ahead, int behind, RandomGenerator random) {
        if (ahead < 1 || behind < 1) {
            throw new IllegalArgumentException(
                    "barriers (" + ahead + " ahead, " + behind + " behind) must be at least 1");
        }
        long lead = 0;
        while (lead < ahead && lead > -behind) {
            int chosen = step(random);
            lead += chosen == 0 ? 1 : chosen == 1 ? -1 : 0;
        }
        return lead == ahead;
    }

    /** Returns the count of {@code group}. */
    public double count(int group) {
        return counts[group];
    }

    /** Returns the share of {@code group} in all adoption, 0 if there is none. */
    public double share(int group) {
        return total > 0 ? counts[group] / total : 0;
    }

    /** Returns how many adopters have chosen since the start. */
    public long steps() {
        return steps;
    }
}
