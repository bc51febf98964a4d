package org.lode.games.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lode.games.check.Dominance;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;
import org.lode.games.form.Rational;

/**
 * A solver that works on what iterated elimination of strictly dominated strategies leaves: no equilibrium uses the rest.
 *
 * @param solver what solves the smaller game
 */
public record Undominated(Solver solver) implements Solver {
    @Override
    public String name() {
        return solver.name();
    }

    @Override
    public String refusal(NormalForm game) {
        return solver.refusal(rest(game));
    }

    /** Returns the game that is left; the same one if nothing is dominated. */
    public static NormalForm rest(NormalForm game) {
        List<List<Integer>> kept = Dominance.survivors(game, Dominance.Kind.STRICT);
        return isWhole(game, kept) ? game : Dominance.restrict(game, kept);
    }

    private static boolean isWhole(NormalForm game, List<List<Integer>> kept) {
        return kept.stream().mapToInt(List::size).sum()
                == Arrays.stream(game.shape()).sum();
    }

    @Override
    public Solution solve(NormalForm game) {
        List<List<Integer>> kept = Dominance.survivors(game, Dominance.Kind.STRICT);
        if (isWhole(game, kept)) {
            return solver.solve(game);
        }
        Solution solution = solver.solve(Dominance.restrict(game, kept));
        List<Equilibrium> equilibria = new ArrayList<>();
        for (Equilibrium equilibrium : solution.equilibria()) {
            equilibria.add(widen(game, kept, equilibrium));
        }
        String method = solution.method() + ", after eliminating strictly dominated strategies";
        return solution.isComplete()
                ? new Solution.Complete(equilibria, solution.subsets(), method)
                : new Solution.Partial(equilibria, solution.subsets(), method, solution.reason());
    }

    private static Equilibrium widen(NormalForm game, List<List<Integer>> kept, Equilibrium equilibrium) {
        double[] all = new double[Arrays.stream(game.shape()).sum()];
        Rational[] exact = new Rational[all.length];
        Arrays.fill(exact, Rational.ZERO);
        int start = 0;
        int at = 0;
        for (int player = 0; player < game.players(); player++) {
            for (int i = 0; i < kept.get(player).size(); i++) {
                int s = start + kept.get(player).get(i);
                all[s] = equilibrium.profile().probability(player, i);
                if (!equilibrium.exact().isEmpty()) {
                    exact[s] = equilibrium.exact().get(at++);
                }
            }
            start += game.strategies(player);
        }
        if (!equilibrium.exact().isEmpty()) {
            return Equilibrium.exact(game, List.of(exact), equilibrium.standing());
        }
        MixedProfile profile = MixedProfile.of(game.shape(), all);
        return profile.isPure()
                ? Equilibrium.pure(game, profile.mode())
                : Equilibrium.of(game, profile, equilibrium.standing());
    }
}
