package org.lode.games.dynamics;

import org.lode.games.form.NormalForm;
import org.lode.games.form.Payoff;

/** Symmetric two-player games as square matrices: what the row strategy gets against the column strategy. */
public final class SymmetricGame {
    private SymmetricGame() {}

    /**
     * Returns the matrix of a two-player game if both players have the same strategies and the payoffs of one are the
     * other's with roles exchanged.
     *
     * @throws IllegalArgumentException if it is not symmetric, saying where
     */
    public static double[][] matrix(NormalForm game) {
        if (game.players() != 2 || game.strategies(0) != game.strategies(1)) {
            throw new IllegalArgumentException(
                    "the game (" + game + ") must have two players with as many strategies" + " each to be symmetric");
        }
        int n = game.strategies(0);
        double[][] matrix = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                matrix[a][b] = game.payoff(0, a * n + b);
                double mirrored = game.payoff(1, b * n + a);
                if (matrix[a][b] != mirrored) {
                    throw new IllegalArgumentException("payoff of player 1 at (" + (a + 1) + ", " + (b + 1) + ") ("
                            + matrix[a][b] + ") must equal that of player 2 at (" + (b + 1) + ", " + (a + 1) + ") ("
                            + mirrored + ") for the game to be symmetric");
                }
            }
        }
        return matrix;
    }

    /** Refuses a matrix that is not square, or not finite. */
    static void check(double[][] matrix) {
        if (matrix.length == 0) {
            throw new IllegalArgumentException("strategies (0) must be at least 1");
        }
        for (int a = 0; a < matrix.length; a++) {
            if (matrix[a].length != matrix.length) {
                throw new IllegalArgumentException("row " + a + " has " + matrix[a].length + " payoffs; a square matrix"
                        + " of " + matrix.length + " needs as many");
            }
            for (double payoff : matrix[a]) {
                if (!Payoff.isSound(payoff)) {
                    throw new IllegalArgumentException("payoff (" + payoff + ") in row " + a + " " + Payoff.RULE);
                }
            }
        }
    }

    static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int a = 0; a < copy.length; a++) {
            copy[a] = matrix[a].clone();
        }
        return copy;
    }
}
