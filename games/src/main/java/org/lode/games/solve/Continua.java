package org.lode.games.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lode.games.check.Regret;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;

/** Points in boxes that no test decides: boxes that touch make one set, and each set gets one checked point. */
final class Continua {
    private static final int MOST_TRIES = 40;
    private static final int MOST_POINTS = 200;
    /** How far outside its box a point may come to lie. */
    private static final double NEAR = 1e-6;

    private Continua() {}

    /**
     * Returns a point of each set of boxes that hang together, where one of so small a regret is found near them.
     *
     * @param boxes flat over all strategies, lower bounds then upper bounds
     */
    static List<MixedProfile> points(NormalForm game, List<double[]> boxes) {
        int[] group = groups(boxes);
        List<MixedProfile> points = new ArrayList<>();
        for (int root = 0; root < boxes.size() && points.size() < MOST_POINTS; root++) {
            if (group[root] != root) {
                continue;
            }
            int members = 0;
            for (int each : group) {
                members += each == root ? 1 : 0;
            }
            int every = 1 + members / MOST_TRIES;
            int turn = 0;
            double least = SupportDecision.ACCEPTED;
            MixedProfile best = null;
            for (int b = root; b < boxes.size() && (best == null || least > 0); b++) {
                if (group[b] == root && turn++ % every == 0) {
                    MixedProfile point = Polish.settle(game, middle(game, boxes.get(b)));
                    double regret = Regret.share(game, point);
                    // What polishing found elsewhere is another equilibrium, and known.
                    if (regret <= least && (best == null || regret < least) && holds(boxes.get(b), point)) {
                        best = point;
                        least = regret;
                    }
                }
            }
            if (best != null) {
                points.add(best);
            }
        }
        return points;
    }

    /** Returns for each box the first box of those it hangs together with. */
    private static int[] groups(List<double[]> boxes) {
        int[] group = new int[boxes.size()];
        for (int a = 0; a < group.length; a++) {
            group[a] = a;
            for (int b = 0; b < a; b++) {
                if (find(group, b) != find(group, a) && touch(boxes.get(a), boxes.get(b))) {
                    int one = find(group, a);
                    int other = find(group, b);
                    group[Math.max(one, other)] = Math.min(one, other);
                }
            }
        }
        for (int a = 0; a < group.length; a++) {
            group[a] = find(group, a);
        }
        return group;
    }

    private static int find(int[] group, int a) {
        int root = a;
        while (group[root] != root) {
            group[root] = group[group[root]];
            root = group[root];
        }
        return root;
    }

    private static boolean touch(double[] a, double[] b) {
        int n = a.length / 2;
        for (int i = 0; i < n; i++) {
            if (a[i] > b[n + i] + 1e-12 || b[i] > a[n + i] + 1e-12) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(double[] box, MixedProfile profile) {
        double[] point = profile.probabilities();
        for (int i = 0; i < point.length; i++) {
            if (point[i] < box[i] - NEAR || point[i] > box[point.length + i] + NEAR) {
                return false;
            }
        }
        return true;
    }

    private static MixedProfile middle(NormalForm game, double[] box) {
        int n = box.length / 2;
        double[] point = new double[n];
        for (int i = 0; i < n; i++) {
            point[i] = Math.max(0, (box[i] + box[n + i]) / 2);
        }
        int from = 0;
        for (int player = 0; player < game.players(); player++) {
            int to = from + game.strategies(player);
            double sum = Arrays.stream(point, from, to).sum();
            for (int i = from; i < to; i++) {
                point[i] = sum > 0 ? point[i] / sum : 1.0 / (to - from);
            }
            from = to;
        }
        return MixedProfile.of(game.shape(), point);
    }
}
