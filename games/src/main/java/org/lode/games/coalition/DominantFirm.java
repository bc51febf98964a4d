package org.lode.games.coalition;

/**
 * A price leader with constant unit cost beside a fringe that takes the price (Forchheimer 1908): demand a - b p, fringe
 * supply d p.
 *
 * @param demand a, positive
 * @param slope b, of demand, positive
 * @param fringe d, slope of the fringe's supply, at least 0
 * @param cost leader's unit cost, at least 0 and below the price a / (b + d) at which nothing is left for it
 */
public record DominantFirm(double demand, double slope, double fringe, double cost) {
    public DominantFirm {
        if (!(slope > 0) || !(fringe >= 0) || !(cost >= 0) || !(cost < demand / (slope + fringe))) {
            throw new IllegalArgumentException("cost (" + cost + ") must be at least 0 and below a / (b + d) = "
                    + demand / (slope + fringe) + ", with b (" + slope + ") positive and d (" + fringe
                    + ") at least 0");
        }
    }

    /** Returns the price the leader sets. */
    public double price() {
        return (demand / (slope + fringe) + cost) / 2;
    }

    /** Returns what the leader sells. */
    public double output() {
        return demand - (slope + fringe) * price();
    }

    /** Returns what the fringe sells. */
    public double fringeOutput() {
        return fringe * price();
    }
}
