package org.lode.games.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lode.games.check.Regret;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;
import org.lode.games.form.Rational;

/**
 * All equilibria of a small game of any number of players, support by support, proved by interval arithmetic.
 *
 * <p>On each support the solutions of the indifference equations are isolated in boxes with exactly one each, everything else
 * is excluded (see {@link SupportSearch}), and each solution's signs and the losses of unused strategies are decided from a
 * tight box, or exactly where the solution is made of simple fractions. The list is complete only if this succeeds on every
 * support and, when all equilibria are regular, their number is odd and their indices add up to 1. Continua are not
 * described: each comes with one point, its witness. Supports are searched in parallel and joined in order.
 */
public record CertifiedSupports() implements Solver {
    private static final int MAX_SUPPORTS = 200_000;
    private static final int MAX_STRATEGIES = 20;
    /** Boxes of one support; a generic support of 3 x 3 x 3 takes some tens. */
    private static final int MAX_BOXES = 60_000;

    /** Boxes of one support on which two strategies always pay the same: enough to see whether anything is left. */
    private static final int MAX_TIED_BOXES = 200;
    /** Boxes with which all that is undecided is covered. */
    private static final int MAX_LEFT = 3_000;

    private static final int MAX_WITNESSES = 200;
    /** Regret, relative to the range of payoffs, up to which a point of an undecided box counts as an equilibrium. */
    private static final double ACCEPTED = 1e-9;

    @Override
    public String name() {
        return "intervals";
    }

    @Override
    public String refusal(NormalForm game) {
        double supports = 1;
        int most = 0;
        for (int player = 0; player < game.players(); player++) {
            supports *= Math.scalb(1.0, game.strategies(player)) - 1;
            most = Math.max(most, game.strategies(player));
        }
        return supports <= MAX_SUPPORTS && most <= MAX_STRATEGIES
                ? ""
                : "solver intervals takes games of at most " + MAX_SUPPORTS + " supports, not "
                        + String.format(java.util.Locale.ROOT, "%.3g", supports)
                        + "; solver one finds an equilibrium of larger games, and pure all pure ones";
    }

    /** What one support came to. */
    private record Finding(List<Equilibrium> equilibria, List<Integer> indices, boolean undecided, boolean doubtful) {
        static final Finding NOTHING = new Finding(List.of(), List.of(), false, false);
    }

    @Override
    public Solution solve(NormalForm game) {
        require(game);
        List<List<List<Integer>>> supports = supports(game.shape());
        double scale = Math.scalb(1.0, -Math.getExponent(game.range()) - 1);
        List<Finding> findings = IntStream.range(0, supports.size())
                .parallel()
                .mapToObj(i -> search(game, supports.get(i), scale))
                .toList();
        List<Equilibrium> equilibria = new ArrayList<>();
        List<Integer> undecided = new ArrayList<>();
        boolean doubtful = false;
        int index = 0;
        boolean regular = true;
        for (int support = 0; support < findings.size(); support++) {
            Finding finding = findings.get(support);
            equilibria.addAll(finding.equilibria);
            index += finding.indices.stream().mapToInt(sign -> sign).sum();
            if (finding.undecided) {
                undecided.add(support);
            }
            doubtful |= finding.doubtful;
        }
        for (Equilibrium equilibrium : equilibria) {
            regular &= equilibrium.standing() == Equilibrium.Standing.STRICT
                    || equilibrium.standing() == Equilibrium.Standing.REGULAR;
        }
        String method = "interval Newton on every support";
        List<List<Integer>> components = new ArrayList<>();
        if (!undecided.isEmpty()) {
            // A coarse cover of what is left will do, and there may be many supports with something left.
            int budget = Math.max(16, MAX_LEFT / undecided.size());
            List<double[]> boxes = undecided.stream()
                    .parallel()
                    .flatMap(i -> left(game, supports.get(i), scale, budget).stream())
                    .toList();
            Continua.witnesses(game, boxes, ACCEPTED / scale, MAX_WITNESSES, equilibria, components);
            return new Solution.Partial(
                    equilibria,
                    components,
                    method,
                    components.isEmpty()
                            ? "some regions could be neither excluded nor solved; no equilibrium was found in them"
                            : "the game is degenerate or nearly so: some equilibria are not isolated, or could not be"
                                    + " separated; one witness of each such set is listed");
        }
        if (doubtful) {
            return new Solution.Partial(
                    equilibria, components, method, "a tie could not be told from a small difference");
        }
        if (regular && index != 1) {
            return new Solution.Partial(
                    equilibria, components, method, "the indices of the equilibria add up to " + index + ", not to 1");
        }
        return new Solution.Complete(equilibria, components, method);
    }

    /** Returns all supports, small ones first, in a fixed order. */
    static List<List<List<Integer>>> supports(int[] counts) {
        int[] masks = new int[counts.length];
        Arrays.fill(masks, 1);
        List<int[]> all = new ArrayList<>();
        while (true) {
            all.add(masks.clone());
            int player = counts.length - 1;
            while (player >= 0 && ++masks[player] == 1 << counts[player]) {
                masks[player--] = 1;
            }
            if (player < 0) {
                break;
            }
        }
        all.sort((a, b) -> Integer.compare(
                Arrays.stream(a).map(Integer::bitCount).sum(),
                Arrays.stream(b).map(Integer::bitCount).sum()));
        List<List<List<Integer>>> supports = new ArrayList<>();
        for (int[] each : all) {
            List<List<Integer>> support = new ArrayList<>();
            for (int mask : each) {
                support.add(BitSet.valueOf(new long[] {mask}).stream().boxed().toList());
            }
            supports.add(support);
        }
        return supports;
    }

    private static Finding search(NormalForm game, List<List<Integer>> supports, double scale) {
        SupportSystem system = new SupportSystem(game, supports, scale);
        if (system.unknowns == 0) {
            int[] profile =
                    supports.stream().mapToInt(support -> support.get(0)).toArray();
            return Regret.of(game, profile) == 0
                    ? new Finding(List.of(Equilibrium.pure(game, profile)), List.of(1), false, false)
                    : Finding.NOTHING;
        }
        if (system.excludesInterior()) {
            return Finding.NOTHING;
        }
        SupportSearch search = new SupportSearch(system);
        search.run(system.isTied() ? MAX_TIED_BOXES : MAX_BOXES);
        List<Equilibrium> equilibria = new ArrayList<>();
        List<Integer> indices = new ArrayList<>();
        boolean doubtful = false;
        List<double[]> seen = new ArrayList<>();
        for (double[] solution : search.solutions()) {
            if (seen.contains(solution)) { // the same array: one solution in two regions
                continue;
            }
            seen.add(solution);
            double[] box = search.enclosure(solution);
            Decision decision = decide(game, supports, system, solution, box);
            if (decision.verdict == Verdict.YES && decision.equilibrium != null) {
                equilibria.add(decision.equilibrium);
                indices.add(search.index(solution));
            }
            if (decision.verdict == Verdict.UNCLEAR) {
                doubtful = true;
                if (decision.equilibrium != null) {
                    equilibria.add(decision.equilibrium);
                }
            }
        }
        return new Finding(equilibria, indices, !search.undecided().isEmpty(), doubtful);
    }

    private static List<double[]> left(NormalForm game, List<List<Integer>> supports, double scale, int budget) {
        SupportSearch search = new SupportSearch(new SupportSystem(game, supports, scale));
        search.run(budget);
        return search.undecided().stream()
                .map(box -> widen(game, supports, box))
                .toList();
    }

    enum Verdict {
        YES,
        NO,
        UNCLEAR
    }

    record Decision(Verdict verdict, @Nullable Equilibrium equilibrium) {
        static final Decision NO = new Decision(Verdict.NO, null);
    }

    /** Decides whether the solution in a box is an equilibrium with this very support. */
    static Decision decide(
            NormalForm game,
            List<List<Integer>> supports,
            SupportSystem system,
            double[] solution,
            double @Nullable [] box) {
        int sign = 1;
        int temptation = 0;
        if (box != null) {
            for (int i = 0; i < system.length; i++) {
                if (box[system.length + i] < 0) {
                    return Decision.NO;
                }
                sign = box[i] > 0 ? sign : 0;
            }
            temptation = system.temptation(box);
            if (temptation > 0) {
                return Decision.NO;
            }
        } else {
            sign = 0;
        }
        double[] flat = new double[Arrays.stream(game.shape()).sum()];
        int at = 0;
        int from = 0;
        for (int player = 0; player < game.players(); player++) {
            for (int s : supports.get(player)) {
                flat[from + s] = solution[at++];
            }
            from += game.strategies(player);
        }
        List<Rational> exact = Fractions.near(game.shape(), flat);
        if (exact != null) {
            Decision decision = decideExactly(game, supports, exact);
            if (decision != null) {
                return decision;
            }
        }
        boolean proved = sign > 0 && temptation < 0;
        MixedProfile profile = profile(game, flat);
        double regret = profile == null ? Double.POSITIVE_INFINITY : Regret.of(game, profile);
        if (proved && profile != null) {
            return new Decision(Verdict.YES, new Equilibrium(profile, regret, Equilibrium.Standing.REGULAR, List.of()));
        }
        boolean near = profile != null && regret <= ACCEPTED * game.range() && sign > 0;
        return new Decision(
                Verdict.UNCLEAR,
                near && profile != null
                        ? new Equilibrium(profile, regret, Equilibrium.Standing.CHECKED, List.of())
                        : null);
    }

    /** Decides from fractions that solve the equations exactly; null if they do not. */
    private static @Nullable Decision decideExactly(
            NormalForm game, List<List<Integer>> supports, List<Rational> exact) {
        List<Rational> payoffs = Fractions.payoffs(game, exact);
        boolean positive = true;
        boolean tied = false;
        int start = 0;
        boolean tempted = false;
        for (int player = 0; player < game.players(); player++) {
            Rational value = payoffs.get(start + supports.get(player).get(0));
            for (int s = 0; s < game.strategies(player); s++) {
                int order = payoffs.get(start + s).compareTo(value);
                if (supports.get(player).contains(s)) {
                    if (order != 0) {
                        return null;
                    }
                    positive &= exact.get(start + s).signum() > 0;
                } else {
                    tempted |= order > 0;
                    tied |= order == 0;
                }
            }
            start += game.strategies(player);
        }
        if (!positive || tempted) {
            return Decision.NO; // with a zero it belongs to a smaller support
        }
        MixedProfile profile = MixedProfile.of(
                game.shape(), exact.stream().mapToDouble(Rational::toDouble).toArray());
        return new Decision(
                Verdict.YES,
                new Equilibrium(
                        profile,
                        Regret.of(game, profile),
                        tied ? Equilibrium.Standing.TIED : Equilibrium.Standing.REGULAR,
                        exact));
    }

    private static @Nullable MixedProfile profile(NormalForm game, double[] flat) {
        double[] clean = flat.clone();
        for (int i = 0; i < clean.length; i++) {
            if (clean[i] < -1e-9) {
                return null;
            }
            clean[i] = Math.max(0, clean[i]);
        }
        return MixedProfile.of(game.shape(), clean);
    }

    /** Returns a box of the support as one over all strategies. */
    private static double[] widen(NormalForm game, List<List<Integer>> supports, double[] box) {
        int all = Arrays.stream(game.shape()).sum();
        double[] wide = new double[2 * all];
        int at = 0;
        int from = 0;
        for (int player = 0; player < game.players(); player++) {
            for (int s : supports.get(player)) {
                wide[from + s] = box[at];
                wide[all + from + s] = box[box.length / 2 + at];
                at++;
            }
            from += game.strategies(player);
        }
        return wide;
    }
}
