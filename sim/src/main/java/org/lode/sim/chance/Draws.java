package org.lode.sim.chance;

import java.util.random.RandomGenerator;

/** Random variables by inversion: each takes exactly one {@code nextLong}, so that draws stay in step. */
public final class Draws {
    private static final double[] CENTRE_OVER = {
        3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
        4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3
    };
    private static final double[] CENTRE_UNDER = {
        1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
        2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3
    };
    private static final double[] FLANK_OVER = {
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4
    };
    private static final double[] FLANK_UNDER = {
        1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
        1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9
    };
    private static final double[] TAIL_OVER = {
        6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7
    };
    private static final double[] TAIL_UNDER = {
        1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15
    };

    private Draws() {}

    /** Uniform on the open interval (0, 1), symmetric about 1/2. */
    public static double uniform(RandomGenerator random) {
        return ((random.nextLong() >>> 12) + 0.5) * 0x1p-52;
    }

    /** Standard normal, by {@link #normalQuantile}. */
    public static double normal(RandomGenerator random) {
        return normalQuantile(uniform(random));
    }

    /** Exponential with mean 1. */
    public static double exponential(RandomGenerator random) {
        return -StrictMath.log(uniform(random));
    }

    /**
     * Uniform on 0..n-1; the bias is below n / 2^63.
     *
     * @param n at least 1
     */
    public static int index(RandomGenerator random, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n (" + n + ") must be at least 1");
        }
        return (int) Math.multiplyHigh(random.nextLong() >>> 1, (long) n << 1);
    }

    /**
     * An index with probability proportional to its weight; allocates nothing.
     *
     * @param weights finite, at least 0, not all 0
     */
    public static int weighted(RandomGenerator random, double[] weights) {
        double total = 0;
        int last = -1;
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0)) {
                throw new IllegalArgumentException("weight " + i + " (" + weights[i] + ") must be at least 0");
            }
            total += weights[i];
            last = weights[i] > 0 ? i : last;
        }
        if (last < 0 || total == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("sum of weights (" + total + ") must be positive and finite");
        }
        double left = uniform(random) * total;
        for (int i = 0; i < last; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return last; // rounding may leave a crumb, which goes to the last index that has weight
    }

    /**
     * The normal distribution's quantile, to about sixteen digits: PPND16 of Wichura (1988), "Algorithm AS 241", Applied
     * Statistics 37.
     *
     * @param p probability, in (0, 1)
     */
    public static double normalQuantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("p (" + p + ") must lie between 0 and 1");
        }
        double q = p - 0.5;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q * polynomial(CENTRE_OVER, r) / polynomial(CENTRE_UNDER, r);
        }
        double r = StrictMath.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
        double size = r <= 5
                ? polynomial(FLANK_OVER, r - 1.6) / polynomial(FLANK_UNDER, r - 1.6)
                : polynomial(TAIL_OVER, r - 5) / polynomial(TAIL_UNDER, r - 5);
        return q < 0 ? -size : size;
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = coefficients[7];
        for (int i = 6; i >= 0; i--) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }
}
