package org.lode.games.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lode.games.check.Regret;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;

/** Equilibria in boxes that no test decides: boxes that touch make one set, and each set gets one checked point. */
final class Continua {
    private static final int MOST_TRIES = 40;

    private Continua() {}

    /**
     * Adds witnesses to equilibria and sets to components.
     *
     * @param boxes flat over all strategies, lower bounds then upper bounds
     * @param accepted regret up to which a point counts
     * @param most sets described
     */
    static void witnesses(
            NormalForm game,
            List<double[]> boxes,
            double accepted,
            int most,
            List<Equilibrium> equilibria,
            List<List<Integer>> components) {
        int[] group = groups(boxes);
        for (int root = 0; root < boxes.size() && components.size() < most; root++) {
            if (group[root] != root) {
                continue;
            }
            List<Integer> members = new ArrayList<>();
            for (int i = 0; i < equilibria.size(); i++) {
                double[] point = equilibria.get(i).profile().probabilities();
                for (int b = 0; b < boxes.size(); b++) {
                    if (group[b] == root && holds(boxes.get(b), point)) {
                        members.add(i);
                        break;
                    }
                }
            }
            Equilibrium best = null;
            int boxesOfGroup = 0;
            for (int each : group) {
                boxesOfGroup += each == root ? 1 : 0;
            }
            int every = 1 + boxesOfGroup / MOST_TRIES;
            int turn = 0;
            for (int b = 0; b < boxes.size(); b++) {
                if (group[b] == root && turn++ % every == 0) {
                    MixedProfile point = Polish.settle(game, middle(game, boxes.get(b)));
                    double regret = Regret.of(game, point);
                    if (regret <= accepted && (best == null || regret < best.regret())) {
                        best = new Equilibrium(point, regret, Equilibrium.Standing.WITNESS, List.of());
                        if (regret == 0) {
                            break;
                        }
                    }
                }
            }
            if (best != null) {
                int same = -1;
                for (int i = 0; i < equilibria.size() && same < 0; i++) {
                    same = equilibria.get(i).profile().distance(best.profile()) < 1e-7 ? i : -1;
                }
                if (same < 0) {
                    equilibria.add(best);
                    members.add(equilibria.size() - 1);
                } else if (!members.contains(same)) {
                    members.add(same);
                }
            }
            if (!members.isEmpty()) {
                components.add(members);
            }
        }
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

    private static boolean holds(double[] box, double[] point) {
        for (int i = 0; i < point.length; i++) {
            if (point[i] < box[i] - 1e-9 || point[i] > box[point.length + i] + 1e-9) {
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
