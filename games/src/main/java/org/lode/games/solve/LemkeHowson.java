package org.lode.games.solve;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lode.games.form.NormalForm;
import org.lode.games.form.Rational;

/**
 * The equilibria of a two-player game at the ends of the Lemke-Howson paths from the artificial equilibrium, one path for
 * each label dropped (Lemke and Howson 1964, Equilibrium points of bimatrix games, Journal of SIAM 12). Exact, with
 * lexicographic ties, so it ends on degenerate games as well. Finds at least one, quickly as a rule; not all.
 */
public record LemkeHowson() implements Solver {
    /** Paths are exponentially long on games made for it only (Savani and von Stengel 2006). */
    private static final int MAX_STEPS = 200_000;

    @Override
    public String name() {
        return "lemke-howson";
    }

    @Override
    public String refusal(NormalForm game) {
        return game.players() == 2
                ? ""
                : "solver lemke-howson takes two players, not " + game.players() + "; solver one takes any number";
    }

    @Override
    public Solution solve(NormalForm game) {
        require(game);
        BigInteger[][][] matrices = {
            ExactGame.positive(ExactGame.payoffs(game, 1)), ExactGame.positive(ExactGame.payoffs(game, 0))
        };
        int labels = game.strategies(0) + game.strategies(1);
        Map<List<Rational>, Equilibrium> found = new LinkedHashMap<>();
        int lost = 0;
        for (int label = 0; label < labels; label++) {
            List<Rational> exact = path(
                    new AdaptiveDictionary(Tableau.entries(matrices[0])),
                    new AdaptiveDictionary(Tableau.entries(matrices[1])),
                    game.strategies(0),
                    game.strategies(1),
                    label);
            if (exact.isEmpty()) {
                lost++;
            } else {
                found.computeIfAbsent(exact, profile -> Equilibrium.exact(game, profile, Equilibrium.Standing.CHECKED));
            }
        }
        return new Solution.Partial(
                List.copyOf(found.values()),
                List.of(),
                "Lemke-Howson paths of all " + labels + " labels, in fractions",
                "there may be equilibria at the end of no path"
                        + (lost == 0 ? "" : "; " + lost + " paths were longer than " + MAX_STEPS + " steps"));
    }

    /** Follows one path; player 0's variables are numbered as labels, player 1's with its strategies first. */
    private static List<Rational> path(Dictionary first, Dictionary second, int m, int n, int dropped) {
        Tableau[] tableaus = {new Tableau(first, n, m), new Tableau(second, m, n)};
        int side = dropped < m ? 0 : 1;
        int label = dropped;
        for (int step = 0; step < MAX_STEPS; step++) {
            Tableau tableau = tableaus[side];
            int entering = side == 0 ? label : label < m ? n + label : label - m;
            int column = tableau.column(entering);
            int row = tableau.leaving(column);
            int leaving = tableau.basic(row);
            tableau.pivot(row, column);
            label = side == 0 ? leaving : leaving < n ? m + leaving : leaving - n;
            if (label == dropped) {
                List<Rational> exact = new ArrayList<>(Arrays.asList(tableaus[0].strategy()));
                exact.addAll(Arrays.asList(tableaus[1].strategy()));
                return exact;
            }
            side = 1 - side;
        }
        return List.of();
    }
}
