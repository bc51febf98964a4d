package org.lode.games.solve;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.lode.games.form.NormalForm;
import org.lode.games.form.Rational;

/** The payoffs of a two-player game as integers, scaled and shifted so that best replies stay the same. */
final class ExactGame {
    private ExactGame() {}

    /** Returns a player's payoffs as fractions: own strategies by the opponent's. */
    static Rational[][] payoffs(NormalForm game, int player) {
        int own = game.strategies(player);
        int other = game.strategies(1 - player);
        Rational[][] payoffs = new Rational[own][other];
        for (int s = 0; s < own; s++) {
            for (int t = 0; t < other; t++) {
                payoffs[s][t] = game.exactPayoff(player, s * game.stride(player) + t * game.stride(1 - player));
            }
        }
        return payoffs;
    }

    /**
     * Returns a player's payoffs as positive integers, own strategies by the opponent's: times the common denominator, less
     * the smallest against each of the opponent's strategies, over the common factor, plus 1.
     */
    static BigInteger[][] positive(Rational[][] payoffs) {
        BigInteger denominator = BigInteger.ONE;
        for (Rational[] row : payoffs) {
            for (Rational value : row) {
                denominator =
                        denominator.divide(denominator.gcd(value.denominator())).multiply(value.denominator());
            }
        }
        BigInteger[][] integers = new BigInteger[payoffs.length][payoffs[0].length];
        BigInteger factor = BigInteger.ZERO;
        for (int t = 0; t < payoffs[0].length; t++) {
            BigInteger least = null;
            for (int s = 0; s < payoffs.length; s++) {
                integers[s][t] = payoffs[s][t].numerator().multiply(denominator.divide(payoffs[s][t].denominator()));
                least = least == null ? integers[s][t] : least.min(integers[s][t]);
            }
            for (int s = 0; s < payoffs.length; s++) {
                integers[s][t] = integers[s][t].subtract(least == null ? BigInteger.ZERO : least);
                factor = factor.gcd(integers[s][t]);
            }
        }
        if (factor.signum() == 0) {
            factor = BigInteger.ONE;
        }
        for (BigInteger[] row : integers) {
            for (int t = 0; t < row.length; t++) {
                row[t] = row[t].divide(factor).add(BigInteger.ONE);
            }
        }
        return integers;
    }

    /**
     * Returns the one mixed strategy on some strategies that makes some of the opponent's equally good, or none if there is
     * none or more than one. Signs are not checked.
     *
     * @param payoffs of the opponent: its strategies by the mixing player's
     * @param support strategies mixed, at least one
     * @param replies the opponent's strategies made equal, at least one
     * @return all the mixing player's probabilities; null if they are not determined
     */
    static Rational @org.jspecify.annotations.Nullable [] equalizing(
            Rational[][] payoffs, List<Integer> support, List<Integer> replies) {
        int k = support.size();
        List<Rational[]> equations = new ArrayList<>();
        Rational[] sum = new Rational[k + 1];
        java.util.Arrays.fill(sum, Rational.ONE);
        equations.add(sum);
        for (int i = 1; i < replies.size(); i++) {
            Rational[] equation = new Rational[k + 1];
            for (int j = 0; j < k; j++) {
                int own = support.get(j);
                equation[j] = payoffs[replies.get(i)][own].minus(payoffs[replies.get(0)][own]);
            }
            equation[k] = Rational.ZERO;
            equations.add(equation);
        }
        Rational[] solution = unique(equations, k);
        if (solution == null) {
            return null;
        }
        Rational[] all = new Rational[payoffs[0].length];
        java.util.Arrays.fill(all, Rational.ZERO);
        for (int j = 0; j < k; j++) {
            all[support.get(j)] = solution[j];
        }
        return all;
    }

    /** Solves equations (coefficients, then the right-hand side) if there is exactly one solution; else returns null. */
    static Rational @org.jspecify.annotations.Nullable [] unique(List<Rational[]> equations, int unknowns) {
        int row = 0;
        for (int column = 0; column < unknowns; column++) {
            int pivot = row;
            while (pivot < equations.size() && equations.get(pivot)[column].signum() == 0) {
                pivot++;
            }
            if (pivot >= equations.size()) {
                return null;
            }
            java.util.Collections.swap(equations, row, pivot);
            Rational[] head = equations.get(row);
            for (int i = 0; i < equations.size(); i++) {
                Rational[] line = equations.get(i);
                if (i != row && line[column].signum() != 0) {
                    Rational factor = line[column].over(head[column]);
                    for (int j = column; j <= unknowns; j++) {
                        line[j] = line[j].minus(factor.times(head[j]));
                    }
                }
            }
            row++;
        }
        for (int i = row; i < equations.size(); i++) {
            if (equations.get(i)[unknowns].signum() != 0) {
                return null;
            }
        }
        Rational[] solution = new Rational[unknowns];
        for (int column = 0; column < unknowns; column++) {
            Rational[] line = equations.get(column);
            solution[column] = line[unknowns].over(line[column]);
        }
        return solution;
    }
}
