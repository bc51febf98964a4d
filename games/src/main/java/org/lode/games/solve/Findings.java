package org.lode.games.solve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;
import org.lode.games.form.Rational;

/** What a search over supports has found so far: equilibria, the sets that some of them lie in, and what stayed in doubt. */
final class Findings {
    private static final String METHOD = "interval Newton on every support";
    private static final int MAX_SETS = 1_000;
    /** Boxes with which all that is undecided is covered. */
    private static final int MAX_LEFT = 3_000;
    /** Profiles this near are the same one. */
    private static final double SAME = 1e-7;

    private final NormalForm game;
    private final List<Equilibrium> equilibria = new ArrayList<>();
    private final List<List<Integer>> sets = new ArrayList<>();
    private int index;
    private boolean doubtful;
    private boolean witnesses;

    /** What one solution of a support's equations came to, and its index. */
    record Decided(SupportDecision decision, int index) {}

    Findings(NormalForm game) {
        this.game = game;
    }

    void add(Equilibrium equilibrium, int itsIndex) {
        equilibria.add(equilibrium);
        index += itsIndex;
    }

    void add(Decided decided) {
        Equilibrium equilibrium = decided.decision.equilibrium();
        doubtful |= decided.decision.verdict() == SupportDecision.Verdict.UNCLEAR;
        if (equilibrium != null) {
            add(equilibrium, decided.index);
        }
    }

    /** Adds the sets through tied equilibria and through what searches got stuck at; points of others become witnesses. */
    void describe(List<List<List<Integer>>> supports, List<SupportSearch> stuck) {
        Set<List<List<Rational>>> found = new LinkedHashSet<>(MixingSets.pure(game, MAX_SETS));
        for (Equilibrium each : List.copyOf(equilibria)) {
            if (each.standing() == Equilibrium.Standing.TIED && !each.exact().isEmpty()) {
                found.addAll(through(each.exact()));
            }
        }
        List<double[]> boxes = new ArrayList<>();
        for (int i = 0; i < stuck.size(); i++) {
            List<List<Integer>> support = supports.get(i);
            stuck.get(i).cover(Math.max(16, MAX_LEFT / stuck.size())).forEach(box -> boxes.add(widen(support, box)));
        }
        List<Equilibrium> seen = new ArrayList<>();
        for (MixedProfile point : Continua.points(game, boxes)) {
            List<Rational> exact = Fractions.near(game.shape(), point.probabilities());
            List<List<List<Rational>>> through = exact == null ? List.of() : through(exact);
            found.addAll(through);
            if (through.isEmpty()) {
                seen.add(Equilibrium.of(game, point, Equilibrium.Standing.WITNESS));
            }
        }
        for (List<List<Rational>> set : found) {
            sets.add(set.stream().map(this::extreme).sorted().toList());
        }
        for (Equilibrium each : seen) {
            if (position(each.profile()) < 0) {
                equilibria.add(each);
                witnesses = true;
            }
        }
    }

    private List<List<List<Rational>>> through(List<Rational> exact) {
        List<List<List<Rational>>> found = new ArrayList<>();
        for (int player = 0; player < game.players(); player++) {
            List<List<Rational>> set = MixingSets.through(game, player, exact);
            if (set.size() > 1) {
                found.add(set);
            }
        }
        return found;
    }

    /** Returns the position of an extreme point, which is added if it is new. */
    private int extreme(List<Rational> point) {
        Equilibrium equilibrium = Equilibrium.exact(game, point, Equilibrium.Standing.EXTREME);
        int at = position(equilibrium.profile());
        if (at < 0) {
            equilibria.add(equilibrium);
            return equilibria.size() - 1;
        }
        equilibria.set(at, equilibrium);
        return at;
    }

    private int position(MixedProfile profile) {
        for (int i = 0; i < equilibria.size(); i++) {
            if (equilibria.get(i).profile().distance(profile) < SAME) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Returns all this as a solution.
     *
     * @param supports searched
     * @param open how many of them need more work
     * @param stuck how many no work decides
     */
    Solution solution(int supports, int open, int stuck) {
        List<String> reasons = new ArrayList<>();
        if (open > 0) {
            reasons.add("the budget of work was spent with " + open + " of " + supports
                    + " supports still open; what was found so far is listed");
        }
        if (stuck > 0) {
            reasons.add("on " + stuck + (stuck == 1 ? " support" : " supports")
                    + " solutions are singular or not isolated"
                    + (witnesses ? ", and a witness of each such region is listed" : ""));
        }
        if (doubtful) {
            reasons.add("a tie could not be told from a small difference");
        }
        boolean regular = equilibria.stream()
                .allMatch(each -> each.standing() == Equilibrium.Standing.STRICT
                        || each.standing() == Equilibrium.Standing.REGULAR);
        if (reasons.isEmpty() && regular && index != 1) {
            reasons.add("the indices of the equilibria add up to " + index + ", not to 1");
        }
        return reasons.isEmpty()
                ? new Solution.Complete(equilibria, sets, METHOD)
                : new Solution.Partial(equilibria, sets, METHOD, String.join("; ", reasons));
    }

    /** Returns a box of a support as one over all strategies. */
    private double[] widen(List<List<Integer>> support, double[] box) {
        int all = 0;
        for (int count : game.shape()) {
            all += count;
        }
        double[] wide = new double[2 * all];
        int at = 0;
        int from = 0;
        for (int player = 0; player < game.players(); player++) {
            for (int s : support.get(player)) {
                wide[from + s] = box[at];
                wide[all + from + s] = box[box.length / 2 + at];
                at++;
            }
            from += game.strategies(player);
        }
        return wide;
    }
}
