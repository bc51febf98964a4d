package org.lode.games.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The moves of a process in compressed rows, with the searches that stochastic stability needs. */
final class ProcessGraph {
    private final int states;
    private final int[] start;
    private final int[] target;
    private final double[] cost;

    private ProcessGraph(int states, int[] start, int[] target, double[] cost) {
        this.states = states;
        this.start = start;
        this.target = target;
        this.cost = cost;
    }

    static ProcessGraph of(MistakeProcess process) {
        int states = process.states();
        int[] start = new int[states + 1];
        Rows rows = new Rows();
        for (int state = 0; state < states; state++) {
            process.moves(state, rows);
            start[state + 1] = rows.count;
        }
        return new ProcessGraph(
                states, start, Arrays.copyOf(rows.target, rows.count), Arrays.copyOf(rows.cost, rows.count));
    }

    private static final class Rows implements MistakeProcess.Moves {
        private int[] target = new int[64];
        private double[] cost = new double[64];
        private int count;

        @Override
        public void to(int to, double moveCost) {
            if (!(moveCost >= 0)) {
                throw new IllegalArgumentException("cost (" + moveCost + ") of a move must be at least 0");
            }
            if (count == target.length) {
                target = Arrays.copyOf(target, 2 * count);
                cost = Arrays.copyOf(cost, 2 * count);
            }
            target[count] = to;
            cost[count++] = moveCost;
        }
    }

    /** The sets of states that moves without cost connect and do not leave, each ascending, in order of first state. */
    List<int[]> recurrentClasses() {
        int[] component = new StrongComponents(states, start, target, k -> cost[k] == 0).component();
        int count = Arrays.stream(component).max().orElse(-1) + 1;
        boolean[] left = new boolean[count];
        int[] size = new int[count];
        for (int state = 0; state < states; state++) {
            size[component[state]]++;
            for (int k = start[state]; k < start[state + 1]; k++) {
                left[component[state]] |= cost[k] == 0 && component[target[k]] != component[state];
            }
        }
        int[][] members = new int[count][];
        List<int[]> classes = new ArrayList<>();
        int[] filled = new int[count];
        for (int state = 0; state < states; state++) {
            int c = component[state];
            if (left[c]) {
                continue;
            }
            if (members[c] == null) {
                members[c] = new int[size[c]];
                classes.add(members[c]);
            }
            members[c][filled[c]++] = state;
        }
        return classes;
    }

    /** The least cost from any state of {@code from} to each class (Dijkstra 1959). */
    double[] costs(int[] from, List<int[]> classes) {
        double[] least = new double[states];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        record Reached(int state, double cost) {}
        PriorityQueue<Reached> queue = new PriorityQueue<>(Comparator.comparingDouble(Reached::cost));
        for (int state : from) {
            least[state] = 0;
            queue.add(new Reached(state, 0));
        }
        while (!queue.isEmpty()) {
            Reached now = queue.remove();
            if (now.cost() > least[now.state()]) {
                continue;
            }
            for (int k = start[now.state()]; k < start[now.state() + 1]; k++) {
                double through = now.cost() + cost[k];
                if (through < least[target[k]]) {
                    least[target[k]] = through;
                    queue.add(new Reached(target[k], through));
                }
            }
        }
        return classes.stream().mapToDouble(c -> least[c[0]]).toArray();
    }
}
