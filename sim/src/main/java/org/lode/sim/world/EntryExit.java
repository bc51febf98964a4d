package org.lode.sim.world;

/**
 * When to enter and when to leave under uncertainty: the two trigger prices of Dixit (1989), "Entry and exit decisions
 * under uncertainty", Journal of Political Economy 97(3), 620-638.
 *
 * <p>The price follows dP = drift P dt + sigma P dz. An idle project is worth A P^beta1, a running one P/(rate - drift) -
 * cost/rate + B P^beta2. Value matching and smooth pasting at the entry price (paying {@code entry}) and at the exit
 * price (paying {@code exit}) give four equations; A and B enter linearly, so two remain, solved by Newton's method from
 * the Marshallian triggers. The triggers are homogeneous of degree one in (cost, entry, exit).
 *
 * @param high price at which an idle project is started, same unit as {@code cost}
 * @param low price at which a running one is closed
 */
public record EntryExit(double high, double low) {
    private static final int MOST_STEPS = 200;
    /** Relative residual at which the triggers are taken as solved; doubles carry about 1e-16. */
    private static final double SOLVED = 1e-12;

    /**
     * Solves for the two triggers.
     *
     * @param cost running cost per unit of output, &gt; 0
     * @param entry sunk cost of starting, per unit of yearly output, &gt;= 0
     * @param exit cost of closing, per unit of yearly output; may be negative if some is recovered, &gt; -entry
     * @param rate discount rate per year, &gt; drift
     * @param drift of the price per year
     * @param sigma standard deviation of the log price over a year, &gt; 0
     */
    public static EntryExit solve(double cost, double entry, double exit, double rate, double drift, double sigma) {
        if (!(cost > 0) || !(entry >= 0) || !(rate > drift) || !(rate > 0) || !(sigma > 0) || !(entry + exit >= 0)) {
            throw new IllegalArgumentException(
                    "entry and exit need cost > 0, entry >= 0, entry + exit >= 0, rate > drift"
                            + " and sigma > 0, not cost " + cost + ", entry " + entry + ", exit " + exit + ", rate "
                            + rate
                            + ", drift " + drift + ", sigma " + sigma);
        }
        if (entry + exit == 0) {
            return new EntryExit(cost + rate * entry, cost - rate * exit);
        }
        double half = 0.5 - drift / (sigma * sigma);
        double root = StrictMath.sqrt(half * half + 2 * rate / (sigma * sigma));
        double up = half + root;
        double down = half - root;
        double margin = 1 / (rate - drift);
        // Unknowns: u = ln(high), v = ln(low). G(P) = margin P - cost/rate - a P^up + b P^down; G(high) = entry,
        // G(low) = -exit, G'(high) = G'(low) = 0. For given (u, v) smooth pasting fixes a and b.
        double u = StrictMath.log((cost + rate * entry) * (1 + sigma));
        double v = StrictMath.log(StrictMath.max((cost - rate * exit) / (1 + sigma), 1e-3 * cost));
        double[] f = new double[2];
        double[] g = new double[2];
        double error = residuals(u, v, up, down, margin, cost / rate, entry, exit, f);
        for (int step = 0; step < MOST_STEPS && error > SOLVED * (entry + cost / rate); step++) {
            double h = 1e-7;
            residuals(u + h, v, up, down, margin, cost / rate, entry, exit, g);
            double f0u = (g[0] - f[0]) / h;
            double f1u = (g[1] - f[1]) / h;
            residuals(u, v + h, up, down, margin, cost / rate, entry, exit, g);
            double f0v = (g[0] - f[0]) / h;
            double f1v = (g[1] - f[1]) / h;
            double determinant = f0u * f1v - f0v * f1u;
            double du = -(f[0] * f1v - f0v * f[1]) / determinant;
            double dv = -(f0u * f[1] - f1u * f[0]) / determinant;
            double scale = 1;
            double before = error;
            do {
                error = u + scale * du > v + scale * dv
                        ? residuals(u + scale * du, v + scale * dv, up, down, margin, cost / rate, entry, exit, f)
                        : Double.POSITIVE_INFINITY;
                scale /= 2;
            } while (!(error < before) && scale > 1e-9);
            if (!(error < before)) {
                residuals(u, v, up, down, margin, cost / rate, entry, exit, f);
                break;
            }
            u += 2 * scale * du;
            v += 2 * scale * dv;
        }
        return new EntryExit(StrictMath.exp(u), StrictMath.exp(v));
    }

    /** Writes the two value-matching residuals into {@code out} and returns the sum of their sizes. */
    private static double residuals(
            double u,
            double v,
            double up,
            double down,
            double margin,
            double idle,
            double entry,
            double exit,
            double[] out) {
        // Smooth pasting: margin = a up P^(up-1) - b down P^(down-1) at both prices; work with a P^up scaled at high.
        double high = StrictMath.exp(u);
        double low = StrictMath.exp(v);
        double ratioUp = StrictMath.exp((v - u) * up);
        double ratioDown = StrictMath.exp((v - u) * down);
        // alpha = a high^up, beta = b high^down: margin*high = up alpha - down beta; margin*low = up ratioUp alpha -
        // down ratioDown beta
        double determinant = up * (-down * ratioDown) - (-down) * (up * ratioUp);
        double alpha = (margin * high * (-down * ratioDown) + down * margin * low) / determinant;
        double beta = (up * margin * low - up * ratioUp * margin * high) / determinant;
        out[0] = margin * high - idle - alpha + beta - entry;
        out[1] = margin * low - idle - ratioUp * alpha + ratioDown * beta + exit;
        return StrictMath.abs(out[0]) + StrictMath.abs(out[1]);
    }
}
