package org.lode.games.solve;

import java.util.List;
import java.util.stream.IntStream;
import org.lode.games.check.Reduction;
import org.lode.games.form.NormalForm;

/**
 * All equilibria of what iterated elimination of strictly dominated strategies leaves, by the exact method where there is one:
 * fractions for two players, intervals for more, and the best strategies of a single player.
 */
public record AllEquilibria() implements Solver {
    @Override
    public String name() {
        return "all";
    }

    @Override
    public String refusal(NormalForm game) {
        NormalForm rest = Reduction.strict(game).rest();
        return method(rest).refusal(rest).replace("solver " + method(rest).name(), "solver all");
    }

    @Override
    public Solution solve(NormalForm game) {
        require(game);
        Solution solution = new Undominated(method(game)).solve(game);
        if (game.players() > 1 || solution.equilibria().size() < 2 || !solution.isComplete()) {
            return solution;
        }
        // One player who is indifferent may mix: the best strategies are the extreme points of one set.
        return new Solution.Complete(
                solution.equilibria(),
                List.of(IntStream.range(0, solution.equilibria().size()).boxed().toList()),
                solution.method());
    }

    private static Solver method(NormalForm game) {
        return switch (game.players()) {
            case 1 -> new PureEnumeration();
            case 2 -> new VertexEnumeration();
            default -> new CertifiedSupports();
        };
    }
}
