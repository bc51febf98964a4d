package org.lode.games.coalition;

import java.util.Arrays;

/**
 * A Cournot oligopoly with linear demand p = intercept - Q and constant unit costs; firms that would produce nothing
 * are out. As a partition function its blocks are merged firms that produce at their members' lowest cost.
 */
public final class CournotIndustry implements PartitionFunction {
    private final double intercept;
    private final double[] costs;

    /**
     * Describes the industry.
     *
     * @param intercept price at which demand is 0, positive
     * @param costs unit cost of each firm, at least 0, the lowest below the intercept
     */
    public CournotIndustry(double intercept, double... costs) {
        if (costs.length == 0 || Arrays.stream(costs).min().orElseThrow() >= intercept) {
            throw new IllegalArgumentException(
                    "intercept (" + intercept + ") must be above the lowest cost of at least one firm");
        }
        this.intercept = intercept;
        this.costs = costs.clone();
    }

    @Override
    public int players() {
        return costs.length;
    }

    /** Returns the equilibrium price. */
    public double price() {
        return price(costs);
    }

    /** Returns each firm's equilibrium output. */
    public double[] outputs() {
        double price = price();
        return Arrays.stream(costs).map(c -> Math.max(0, price - c)).toArray();
    }

    private double price(double[] unitCosts) {
        double[] sorted = unitCosts.clone();
        Arrays.sort(sorted);
        double sum = intercept;
        double price = intercept;
        for (int firms = 1; firms <= sorted.length && sorted[firms - 1] < price; firms++) {
            sum += sorted[firms - 1];
            price = sum / (firms + 1);
        }
        return price;
    }

    /** The profit of a merged firm among merged firms. */
    @Override
    public double worth(int coalition, int[] partition) {
        double[] merged = Arrays.stream(partition).mapToDouble(this::cost).toArray();
        double output = Math.max(0, price(merged) - cost(coalition));
        return output * output;
    }

    private double cost(int block) {
        double least = Double.POSITIVE_INFINITY;
        for (int left = block; left != 0; left &= left - 1) {
            least = Math.min(least, costs[Integer.numberOfTrailingZeros(left)]);
        }
        return least;
    }
}
