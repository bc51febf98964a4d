package org.lode.games.solve;

import java.util.List;
import org.lode.games.form.NormalForm;

/**
 * The equations and inequalities of the equilibria with one support, and certain bounds of them over boxes.
 *
 * <p>Unknowns are the probabilities on the support, flat: players in order. A box is two flat halves, lower bounds then upper
 * ones; it stands for its points whose probabilities add up to 1 for each player. A player's payoffs are divided by a power of two
 * near their range, so that all differences lie in [-2, 2] whatever the units. Differences are multilinear, so bounds come from contracting one
 * opponent after the other with the smallest and largest mean that the box allows.
 */
final class SupportSystem {
    /** Added to every bound. */
    static final double ROUNDING = BoxBounds.ROUNDING;

    final int players;
    final int[] size;
    final int[] offset;
    final int length;
    /** Unknowns after dropping each player's first, which the sum determines; as many as equations. */
    final int unknowns;

    private final int[][] opponents;
    private final double[][][] inside; // per player: u(a) - u(b) for a < b, first those with a = 0
    private final double[][][] outside; // per player: u(unused) - u(used)
    private final int cells; // profiles of the supports
    private final BoxBounds bounds;
    private final double[] mixed;

    SupportSystem(NormalForm game, List<List<Integer>> supports) {
        players = game.players();
        size = new int[players];
        offset = new int[players + 1];
        int cells = 1;
        for (int player = 0; player < players; player++) {
            size[player] = supports.get(player).size();
            offset[player + 1] = offset[player] + size[player];
            cells *= size[player];
        }
        length = offset[players];
        unknowns = length - players;
        mixed = new double[2 * length];
        this.cells = cells;
        opponents = new int[players][players - 1];
        inside = new double[players][][];
        outside = new double[players][][];
        for (int player = 0; player < players; player++) {
            for (int other = 0; other < players; other++) {
                if (other != player) {
                    opponents[player][other < player ? other : other - 1] = other;
                }
            }
            List<Integer> used = supports.get(player);
            int k = used.size();
            double scale = game.unit(player) / 2;
            inside[player] = new double[k * (k - 1) / 2][];
            int pair = 0;
            for (int a = 0; a < k; a++) {
                for (int b = a + 1; b < k; b++) {
                    inside[player][pair++] = difference(game, supports, player, used.get(a), used.get(b), scale);
                }
            }
            outside[player] = new double[(game.strategies(player) - k) * k][];
            int unused = 0;
            for (int t = 0; t < game.strategies(player); t++) {
                for (int a = 0; a < k && !used.contains(t); a++) {
                    outside[player][unused++] = difference(game, supports, player, t, used.get(a), scale);
                }
            }
        }
        bounds = new BoxBounds(size, offset, opponents, cells);
    }

    private double[] difference(NormalForm game, List<List<Integer>> supports, int player, int s, int t, double scale) {
        int cells = 1;
        for (int other : opponents[player]) {
            cells *= size[other];
        }
        double[] difference = new double[cells];
        int[] at = new int[players];
        for (int cell = 0; cell < cells; cell++) {
            int base = 0;
            for (int other : opponents[player]) {
                base += supports.get(other).get(at[other]) * game.stride(other);
            }
            int stride = game.stride(player);
            difference[cell] = game.difference(player, base + s * stride, base + t * stride) * scale;
            for (int q = players - 2; q >= 0; q--) {
                int other = opponents[player][q];
                if (++at[other] < size[other]) {
                    break;
                }
                at[other] = 0;
            }
        }
        return difference;
    }

    /** Returns the multiplications, roughly, of looking at one box. */
    double cost() {
        return (double) Math.max(1, unknowns) * unknowns * (unknowns + (double) cells / size[0]);
    }

    /** Returns u(first) - u(b) of a player over the opponents' supports, the last opponent fastest; read only. */
    double[] equation(int player, int b) {
        return inside[player][b - 1];
    }

    /** Narrows a box to probabilities that can add up to 1; returns false if there are none. */
    boolean tighten(double[] box) {
        for (int player = 0; player < players; player++) {
            double lows = 0;
            double highs = 0;
            for (int i = offset[player]; i < offset[player + 1]; i++) {
                lows += box[i];
                highs += box[length + i];
            }
            for (int i = offset[player]; i < offset[player + 1]; i++) {
                double least = 1 - (highs - box[length + i]) - ROUNDING;
                double most = 1 - (lows - box[i]) + ROUNDING;
                box[i] = Math.max(box[i], least);
                box[length + i] = Math.min(box[length + i], most);
                if (box[i] > box[length + i]) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Returns whether no profile that uses every strategy of the support can be an equilibrium because of the signs alone: one
     * strategy is never worse than a used one and somewhere better. Exact, so it decides what bounds near a face cannot.
     */
    boolean excludesInterior() {
        for (int player = 0; player < players; player++) {
            for (double[] difference : inside[player]) {
                if (oneSided(difference, 1) || oneSided(difference, -1)) {
                    return true;
                }
            }
            for (double[] difference : outside[player]) {
                if (oneSided(difference, 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether two used strategies always pay the same: then solutions, if any, are never isolated. */
    boolean isTied() {
        for (double[][] differences : inside) {
            for (double[] difference : differences) {
                boolean zero = true;
                for (double each : difference) {
                    zero &= each == 0;
                }
                if (zero) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean oneSided(double[] difference, int sign) {
        boolean strict = false;
        for (double each : difference) {
            if (sign * each < 0) {
                return false;
            }
            strict |= each != 0;
        }
        return strict;
    }

    /** Returns whether a box certainly holds no equilibrium: two used strategies differ, or an unused one is better. */
    boolean excludes(double[] box) {
        for (int player = 0; player < players; player++) {
            for (double[] difference : inside[player]) {
                bounds.range(difference, player, box);
                if (bounds.lowest > 0 || bounds.highest < 0) {
                    return true;
                }
            }
            for (double[] difference : outside[player]) {
                bounds.range(difference, player, box);
                if (bounds.lowest > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Narrows a box to where each difference can be zero, or not above zero for unused strategies: one opponent's probabilities
     * after the other, all others anywhere in the box. Returns false if nothing is left.
     */
    boolean narrow(double[] box) {
        for (int player = 0; player < players; player++) {
            for (int other : opponents[player]) {
                if (size[other] == 1) {
                    continue;
                }
                for (double[] difference : inside[player]) {
                    bounds.against(difference, player, other, box);
                    if (!bounds.narrowLow(other, box) || !bounds.narrowHigh(other, box)) {
                        return false;
                    }
                }
                for (double[] difference : outside[player]) {
                    bounds.against(difference, player, other, box);
                    if (!bounds.narrowLow(other, box)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /**
     * Returns what unused strategies do all over a box: -1 if they certainly lose, 1 if one certainly gains, 0 if it cannot be
     * said.
     */
    int temptation(double[] box) {
        int sign = -1;
        for (int player = 0; player < players; player++) {
            for (double[] difference : outside[player]) {
                bounds.range(difference, player, box);
                if (bounds.lowest > 0) {
                    return 1;
                }
                if (bounds.highest >= 0) {
                    sign = 0;
                }
            }
        }
        return sign;
    }

    /** Writes bounds of the equations u(first) - u(b) = 0 over a box: lower ones, then upper ones. */
    void equations(double[] box, double[] into) {
        int row = 0;
        for (int player = 0; player < players; player++) {
            for (int b = 1; b < size[player]; b++) {
                bounds.range(inside[player][b - 1], player, box);
                into[row] = bounds.lowest;
                into[unknowns + row] = bounds.highest;
                row++;
            }
        }
    }

    /** Writes bounds of the derivatives of the equations by the unknowns over a box: a lower and an upper matrix. */
    void derivatives(double[] box, double[] lower, double[] upper) {
        for (int other = 0; other < players; other++) {
            columns(other, box, lower, upper);
        }
    }

    /**
     * Writes bounds of slopes between a point and the points of a box: one player after the other moves from the point, so
     * those before it are at the point already (Hansen 1992). Narrower than derivatives, enough to narrow and exclude, not to
     * prove that a solution is the only one.
     *
     * @param point a box of no width within {@code box}
     */
    void slopes(double[] box, double[] point, double[] lower, double[] upper) {
        System.arraycopy(box, 0, mixed, 0, 2 * length);
        for (int other = 0; other < players; other++) {
            columns(other, mixed, lower, upper);
            for (int i = offset[other]; i < offset[other + 1]; i++) {
                mixed[i] = point[i];
                mixed[length + i] = point[i];
            }
        }
    }

    private void columns(int other, double[] box, double[] lower, double[] upper) {
        int row = 0;
        int first = offset[other] - other;
        for (int player = 0; player < players; player++) {
            for (int b = 1; b < size[player]; b++) {
                for (int s = 1; s < size[other]; s++) {
                    if (other == player) {
                        bounds.zero();
                    } else {
                        bounds.slope(inside[player][b - 1], player, other, s, box);
                    }
                    lower[row * unknowns + first + s - 1] = bounds.lowest;
                    upper[row * unknowns + first + s - 1] = bounds.highest;
                }
                row++;
            }
        }
    }
}
