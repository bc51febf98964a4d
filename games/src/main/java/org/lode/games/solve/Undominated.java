package org.lode.games.solve;

import java.util.ArrayList;
import java.util.List;
import org.lode.games.check.Reduction;
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
        return solver.refusal(Reduction.strict(game).rest());
    }

    @Override
    public Solution solve(NormalForm game) {
        Reduction reduction = Reduction.strict(game);
        if (reduction.rest() == game) {
            return solver.solve(game);
        }
        Solution solution = solver.solve(reduction.rest());
        List<Equilibrium> equilibria = new ArrayList<>();
        for (Equilibrium equilibrium : solution.equilibria()) {
            equilibria.add(widen(game, reduction, equilibrium));
        }
        String method = solution.method() + ", after eliminating strictly dominated strategies";
        return solution.isComplete()
                ? new Solution.Complete(equilibria, solution.subsets(), method)
                : new Solution.Partial(equilibria, solution.subsets(), method, solution.reason());
    }

    private static Equilibrium widen(NormalForm game, Reduction reduction, Equilibrium equilibrium) {
        if (equilibrium.exact().isEmpty()) {
            MixedProfile profile = reduction.widen(equilibrium.profile());
            return profile.isPure()
                    ? Equilibrium.pure(game, profile.mode())
                    : Equilibrium.of(game, profile, equilibrium.standing());
        }
        List<Rational> exact = new ArrayList<>();
        int at = 0;
        for (int player = 0; player < game.players(); player++) {
            for (int s = 0; s < game.strategies(player); s++) {
                boolean kept = reduction.kept().get(player).contains(s);
                exact.add(kept ? equilibrium.exact().get(at++) : Rational.ZERO);
            }
        }
        return Equilibrium.exact(game, exact, equilibrium.standing());
    }
}
