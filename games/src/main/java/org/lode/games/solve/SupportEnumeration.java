package org.lode.games.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lode.games.check.Regret;
import org.lode.games.form.NormalForm;

/**
 * All equilibria of a small game of two or more players by support enumeration, each support's equations solved by a homotopy
 * that follows every path there is (see {@link PathTracker}): a second method, independent of {@link CertifiedSupports}.
 *
 * <p>Supports that dominance excludes are skipped. Real ends are refined, their signs proved by interval arithmetic or in
 * fractions. Complete if every path of every support ended at a regular solution or at infinity, as it does on generic games.
 */
public record SupportEnumeration() implements Solver {
    private static final long SEED = 7;
    /** Random choices of the start system before paths count as lost: almost every choice will do. */
    private static final int TRIES = 3;
    /** Imaginary part up to which an end is refined as a real solution. */
    private static final double REAL = 1e-6;

    @Override
    public String name() {
        return "support";
    }

    @Override
    public String refusal(NormalForm game) {
        return game.players() < 2
                ? "solver support takes two players or more, not 1; solver all takes any number"
                : new CertifiedSupports().refusal(game).replace("solver intervals", "solver support");
    }

    private record Finding(List<Equilibrium> equilibria, boolean complete) {}

    @Override
    public Solution solve(NormalForm game) {
        require(game);
        List<List<List<Integer>>> supports = Supports.all(game.shape());
        List<Finding> findings = IntStream.range(0, supports.size())
                .parallel()
                .mapToObj(i -> search(game, supports.get(i)))
                .toList();
        List<Equilibrium> equilibria = new ArrayList<>();
        int lost = 0;
        for (Finding finding : findings) {
            equilibria.addAll(finding.equilibria);
            lost += finding.complete ? 0 : 1;
        }
        String method = "homotopy paths on every support";
        if (lost > 0) {
            return new Solution.Partial(
                    equilibria,
                    List.of(),
                    method,
                    "on " + lost + (lost == 1 ? " support" : " supports")
                            + " a path was lost or a solution was singular; solver all treats such games better");
        }
        if (equilibria.size() % 2 == 0) {
            return new Solution.Partial(
                    equilibria,
                    List.of(),
                    method,
                    "the number of equilibria is even: a path was lost, or the game is degenerate");
        }
        return new Solution.Complete(equilibria, List.of(), method);
    }

    private static Finding search(NormalForm game, List<List<Integer>> supports) {
        SupportSystem system = new SupportSystem(game, supports);
        if (system.unknowns == 0) {
            int[] profile =
                    supports.stream().mapToInt(support -> support.get(0)).toArray();
            if (Regret.of(game, profile) > 0) {
                return new Finding(List.of(), true);
            }
            Equilibrium pure = Equilibrium.pure(game, profile);
            return new Finding(List.of(pure), pure.standing() == Equilibrium.Standing.STRICT);
        }
        double[] all = new double[2 * system.length];
        Arrays.fill(all, system.length, 2 * system.length, 1);
        if (system.excludesInterior() || system.excludes(all)) {
            return new Finding(List.of(), true);
        }
        PathTracker tracker = new PathTracker(system, SEED);
        tracker.run();
        for (int trial = 1; trial < TRIES && !tracker.isComplete(); trial++) {
            tracker = new PathTracker(system, SEED + trial);
            tracker.run();
        }
        return decide(game, supports, system, tracker);
    }

    private static Finding decide(
            NormalForm game, List<List<Integer>> supports, SupportSystem system, PathTracker tracker) {
        IntervalNewton refiner = new IntervalNewton(system);
        List<double[]> seen = new ArrayList<>();
        List<Equilibrium> equilibria = new ArrayList<>();
        boolean complete = tracker.isComplete();
        for (double[] end : tracker.ends()) {
            double[] point = new double[system.length];
            boolean real = true;
            int unknown = 0;
            for (int player = 0; player < system.players; player++) {
                point[system.offset[player]] = 1;
                for (int s = 1; s < system.size[player]; s++) {
                    real &= Math.abs(end[2 * unknown + 1]) <= REAL;
                    point[system.offset[player] + s] = end[2 * unknown];
                    point[system.offset[player]] -= end[2 * unknown++];
                }
            }
            if (!real || Arrays.stream(point).anyMatch(each -> each < -REAL)) {
                continue;
            }
            if (!refiner.refine(point)) {
                complete = false;
                continue;
            }
            if (seen.stream().anyMatch(each -> near(each, point))) {
                complete = false; // two paths at one point: a singular solution, or one path left for the other
                continue;
            }
            seen.add(point);
            SupportDecision decision = SupportDecision.of(game, supports, system, point, refiner.enclosure(point));
            complete &= decision.verdict() != SupportDecision.Verdict.UNCLEAR;
            if (decision.equilibrium() != null) {
                equilibria.add(decision.equilibrium());
                complete &= decision.equilibrium().standing() == Equilibrium.Standing.REGULAR;
            }
        }
        return new Finding(equilibria, complete);
    }

    private static boolean near(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (Math.abs(a[i] - b[i]) > 1e-9) {
                return false;
            }
        }
        return true;
    }
}
