package org.lode.games.dynamics;

/**
 * A random walk from 0 to two absorbing barriers (gambler's ruin; Feller 1968, chapter XIV): how a race between two
 * technologies ends when adopters choose by a constant chance.
 *
 * @param up probability of a step up, strictly between 0 and 1
 * @param ahead distance n to the upper barrier, at least 1
 * @param behind distance m to the lower barrier, at least 1
 */
public record RandomWalk(double up, int ahead, int behind) {
    public RandomWalk {
        if (!(up > 0 && up < 1)) {
            throw new IllegalArgumentException("up (" + up + ") must be strictly between 0 and 1");
        }
        if (ahead < 1 || behind < 1) {
            throw new IllegalArgumentException(
                    "barriers (" + ahead + " ahead, " + behind + " behind) must be at least 1");
        }
    }

    /** Returns the probability of ending at the upper barrier: (1 - rho^m) / (1 - rho^(m+n)), rho = (1 - p) / p. */
    public double winning() {
        double odds = StrictMath.log((1 - up) / up);
        if (odds == 0) {
            return (double) behind / (ahead + behind);
        }
        if (odds < 0) {
            return StrictMath.expm1(behind * odds) / StrictMath.expm1((double) (ahead + behind) * odds);
        }
        // rho > 1: divide by rho^(m+n) so that nothing overflows.
        return StrictMath.exp(-ahead * odds)
                * StrictMath.expm1(-behind * odds)
                / StrictMath.expm1(-(double) (ahead + behind) * odds);
    }

    /** Returns the expected number of steps: ((m + n) P - m) / (2 p - 1), or m n for a fair walk. */
    public double duration() {
        double drift = 2 * up - 1;
        return drift == 0 ? (double) ahead * behind : ((double) (ahead + behind) * winning() - behind) / drift;
    }
}
