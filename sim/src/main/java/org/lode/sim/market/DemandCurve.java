package org.lode.sim.market;

/**
 * The common shape y(x) of all buyers' demand for one mineral: tonnes relative to the reference year as a function of the price
 * x relative to the reference price. Piecewise linear through given points, constant below the first, zero above the last: the
 * last point is the backstop, the price beyond which users do without. No power function is called after construction; a look-up
 * scans the few knots and allocates nothing. Immutable, so one curve may serve any number of threads.
 */
public final class DemandCurve {
    private static final double[] KNOTS = {.3, .5, .7, .85, 1, 1.25, 1.6, 2, 3, 5, 8, 12, 20, 30};

    /** Knots, ascending; {@code y} there, non-increasing; and the area under y from 0 to each knot. */
    final double[] x;

    final double[] y;
    final double[] area;

    /** y = intercept[k] + slope[k] x between knots k and k + 1. */
    final double[] intercept;

    final double[] slope;
    private final double areaAtReference;

    private DemandCurve(double[] x, double[] y) {
        if (x.length < 2 || x.length != y.length) {
            throw new IllegalArgumentException("demand points: " + x.length + " prices and " + y.length
                    + " quantities; need the same number of both, at least 2");
        }
        this.x = x;
        this.y = y;
        int n = x.length;
        area = new double[n];
        intercept = new double[n - 1];
        slope = new double[n - 1];
        area[0] = x[0] * y[0];
        for (int k = 0; k < n; k++) {
            boolean finite = Double.isFinite(x[k]) && Double.isFinite(y[k]);
            if (!finite || x[k] < 0 || y[k] < 0 || (k > 0 && (x[k] <= x[k - 1] || y[k] > y[k - 1]))) {
                throw new IllegalArgumentException(
                        "demand point " + (k + 1) + " (" + x[k] + ", " + y[k]
                                + ") must be finite and at least 0, its price above and its quantity not above the point before");
            }
            if (k > 0) {
                slope[k - 1] = (y[k] - y[k - 1]) / (x[k] - x[k - 1]);
                intercept[k - 1] = y[k - 1] - slope[k - 1] * x[k - 1];
                area[k] = area[k - 1] + (x[k] - x[k - 1]) * (y[k] + y[k - 1]) / 2;
            }
        }
        if (y[0] == 0) {
            throw new IllegalArgumentException("demand point 1: quantity (0) must be above 0");
        }
        areaAtReference = integral(1);
    }

    /**
     * The curve through (x, x^-e) at the standard knots .3 to 30.
     *
     * @param elasticity e, price elasticity as a positive number, at least 0
     */
    public static DemandCurve ofElasticity(double elasticity) {
        if (!(elasticity >= 0 && elasticity <= 10)) {
            throw new IllegalArgumentException("elasticity (" + elasticity + ") must be between 0 and 10");
        }
        double[] y = new double[KNOTS.length];
        for (int k = 0; k < y.length; k++) {
            y[k] = StrictMath.pow(KNOTS[k], -elasticity);
        }
        return new DemandCurve(KNOTS.clone(), y);
    }

    /**
     * The curve through other points.
     *
     * @param x prices relative to the reference price, at least 0, strictly ascending, at least two
     * @param y demand relative to the reference demand, at least 0, non-increasing, the first above 0
     * @throws IllegalArgumentException naming the point that breaks a rule
     */
    public static DemandCurve of(double[] x, double[] y) {
        return new DemandCurve(x.clone(), y.clone());
    }

    /** The relative price of the last point, beyond which demand is 0. */
    public double backstop() {
        return x[x.length - 1];
    }

    /** y(x); y of the first point below it, 0 above the backstop. */
    public double at(double relativePrice) {
        int k = segment(relativePrice);
        if (k < 0) {
            return y[0];
        }
        if (k == slope.length) {
            return relativePrice == x[k] ? y[k] : 0;
        }
        return intercept[k] + slope[k] * relativePrice;
    }

    /** dy/dx to the right of a price; 0 outside the points. */
    public double slopeAt(double relativePrice) {
        int k = segment(relativePrice);
        return k < 0 || k == slope.length ? 0 : slope[k];
    }

    /** The area under y from 0 to a price; constant above the backstop. */
    public double integral(double relativePrice) {
        int k = segment(relativePrice);
        if (k < 0) {
            return y[0] * relativePrice;
        }
        if (k == slope.length) {
            return area[k];
        }
        return area[k] + (relativePrice - x[k]) * (y[k] + intercept[k] + slope[k] * relativePrice) / 2;
    }

    /** The area under y from 0 to the reference price. */
    double areaAtReference() {
        return areaAtReference;
    }

    /**
     * The price at which a relative quantity is demanded: the backstop for less than is demanded there, 0 for more than is
     * demanded at any price (users are sated), and the lowest such price on a flat stretch between knots.
     */
    public double inverse(double quantity) {
        int last = slope.length;
        if (quantity >= y[0]) {
            return quantity > y[0] ? 0 : x[0];
        }
        if (quantity <= y[last]) {
            return x[last];
        }
        int k = 0;
        while (y[k + 1] > quantity) {
            k++;
        }
        double price = y[k + 1] == quantity ? x[k + 1] : (quantity - intercept[k]) / slope[k];
        return Math.min(x[k + 1], Math.max(x[k], price));
    }

    /** The index of the knot at or below a price: -1 below the first, {@code slope.length} from the last on. */
    int segment(double relativePrice) {
        int k = -1;
        while (k < slope.length && x[k + 1] <= relativePrice) {
            k++;
        }
        return k;
    }
}
