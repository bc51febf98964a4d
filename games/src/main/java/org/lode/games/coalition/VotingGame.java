package org.lode.games.coalition;

import java.util.Arrays;

/**
 * A weighted voting game: a coalition wins, and is worth 1, when its weights reach the quota. Power indices are counted
 * by the number of coalitions of each size and weight (Mann and Shapley 1962), at a cost of n^2 times the quota rather
 * than 2^n, so bodies with hundreds of voters are fine.
 */
public final class VotingGame implements CharacteristicFunction {
    private final int quota;
    private final int[] weights;

    /**
     * Describes a voting body.
     *
     * @param quota weight that wins, positive, at most the sum of weights
     * @param weights one per voter, not negative
     */
    public VotingGame(int quota, int... weights) {
        long total = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] < 0) {
                throw new IllegalArgumentException("weight of voter " + i + " (" + weights[i] + ") must be at least 0");
            }
            total += weights[i];
        }
        if (quota < 1 || quota > total) {
            throw new IllegalArgumentException(
                    "quota (" + quota + ") must be from 1 to the sum of the weights (" + total + ")");
        }
        this.quota = quota;
        this.weights = weights.clone();
    }

    /** The United Nations Security Council since 1965: five permanent members (first) with a veto, nine votes of 15. */
    public static VotingGame securityCouncil() {
        return new VotingGame(39, 7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    }

    @Override
    public int players() {
        return weights.length;
    }

    @Override
    public double worth(int coalition) {
        long sum = 0;
        for (int left = coalition; left != 0; left &= left - 1) {
            sum += weights[Integer.numberOfTrailingZeros(left)];
        }
        return sum >= quota ? 1 : 0;
    }

    /** Returns each voter's Shapley-Shubik index (1954): the chance of casting the deciding vote in a random order. */
    public double[] shapleyShubik() {
        double[] index = new double[weights.length];
        for (int i = 0; i < index.length; i++) {
            double[][] share = sharesWithout(i);
            for (int size = 0; size < index.length; size++) {
                index[i] += swing(share[size], weights[i]) / index.length;
            }
        }
        return index;
    }

    /** Returns each voter's absolute Banzhaf index: the share of coalitions of the others in which its vote decides. */
    public double[] banzhaf() {
        double[] index = new double[weights.length];
        for (int i = 0; i < index.length; i++) {
            double[][] share = sharesWithout(i);
            double binomial = StrictMath.pow(0.5, index.length - 1.0);
            for (int size = 0; size < index.length; size++) {
                index[i] += swing(share[size], weights[i]) * binomial;
                binomial = binomial * (index.length - 1 - size) / (size + 1);
            }
        }
        return index;
    }

    /** Returns the Banzhaf indices scaled to sum to 1. */
    public double[] banzhafNormalised() {
        return BanzhafIndex.scaledToOne(banzhaf());
    }

    private double swing(double[] byWeight, int weight) {
        double sum = 0;
        for (int w = Math.max(0, quota - weight); w < quota; w++) {
            sum += byWeight[w];
        }
        return sum;
    }

    /**
     * Of the coalitions of each size without voter {@code out}, the share having each weight below the quota. Shares
     * instead of counts, which overflow.
     */
    private double[][] sharesWithout(int out) {
        int others = weights.length - 1;
        double[][] share = new double[others + 1][quota];
        share[0][0] = 1;
        int seen = 0;
        for (int i = 0; i < weights.length; i++) {
            if (i == out) {
                continue;
            }
            seen++;
            for (int size = seen; size >= 1; size--) {
                // Of all sets of this size among those seen, the newest is in size/seen of them.
                double with = (double) size / seen;
                double[] smaller = share[size - 1];
                double[] same = share[size];
                for (int w = quota - 1; w >= 0; w--) {
                    double added = w >= weights[i] ? smaller[w - weights[i]] : 0;
                    same[w] = (size < seen ? (1 - with) * same[w] : 0) + with * added;
                }
            }
        }
        return share;
    }

    @Override
    public String toString() {
        return "VotingGame[quota=" + quota + ", weights=" + Arrays.toString(weights) + "]";
    }
}
