package org.lode.sim.market;

/**
 * What the dominant supplier asks above its unit cost as a function of the use of its capacity: the relative margin m(u),
 * strictly increasing and piecewise linear over u from 0 to 1. Near cash cost while plants are slack, steep where they run full.
 * Read the other way round it is a supply curve: at a price p it wants to run at the use u with cost x (1 + m(u)) = p. Immutable.
 */
public final class MarginCurve {
    /** Use of capacity, 0..1 ascending, and the relative margin there. */
    final double[] use;

    final double[] margin;

    private MarginCurve(double[] use, double[] margin) {
        this.use = use;
        this.margin = margin;
    }

    /**
     * The curve through points.
     *
     * @param use strictly ascending, the first 0 and the last 1
     * @param margin at these, share of unit cost, strictly ascending, the first at least 0
     * @throws IllegalArgumentException naming the point that breaks a rule
     */
    public static MarginCurve of(double[] use, double[] margin) {
        int n = use.length;
        if (n < 2 || margin.length != n || use[0] != 0 || use[n - 1] != 1 || !(margin[0] >= 0)) {
            throw new IllegalArgumentException("margin curve must run from use 0 to use 1 with a margin of at least 0");
        }
        for (int k = 1; k < n; k++) {
            if (!(use[k] > use[k - 1]) || !(margin[k] > margin[k - 1]) || Double.isInfinite(margin[k])) {
                throw new IllegalArgumentException("margin point " + (k + 1) + " (" + use[k] + ", " + margin[k]
                        + ") must lie above the one before");
            }
        }
        return new MarginCurve(use.clone(), margin.clone());
    }

    /** The relative margin at a use of capacity; that of full use beyond it. */
    public double at(double used) {
        int last = use.length - 1;
        if (used >= 1) {
            return margin[last];
        }
        int k = 0;
        while (use[k + 1] <= used) {
            k++;
        }
        return margin[k] + Math.max(0, used - use[k]) / (use[k + 1] - use[k]) * (margin[k + 1] - margin[k]);
    }

    /** The use of capacity that a relative margin goes with: 0 below the curve, 1 above it. */
    public double useAt(double relativeMargin) {
        int k = piece(relativeMargin);
        if (k < 0) {
            return 0;
        }
        if (k == use.length - 1) {
            return 1;
        }
        return use[k] + (relativeMargin - margin[k]) * (use[k + 1] - use[k]) / (margin[k + 1] - margin[k]);
    }

    /** The point at or below a relative margin: -1 below the first, the last from full use on. */
    int piece(double relativeMargin) {
        int k = -1;
        while (k + 1 < use.length && margin[k + 1] <= relativeMargin) {
            k++;
        }
        return k;
    }
}
