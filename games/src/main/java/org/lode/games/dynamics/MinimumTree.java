package org.lode.games.dynamics;

import java.util.Arrays;

/** Trees of least cost that lead from every node to a root (Chu and Liu 1965; Edmonds 1967), on a dense matrix. */
final class MinimumTree {
    private MinimumTree() {}

    /**
     * Returns where each node leads; -1 for the root.
     *
     * @param cost square, from row to column; infinite where there is no edge, diagonal unused
     */
    static int[] into(int root, double[][] cost) {
        int n = cost.length;
        int[] next = new int[n];
        for (int from = 0; from < n; from++) {
            next[from] = from == root ? -1 : cheapest(from, cost);
        }
        boolean[] inCycle = cycle(next);
        if (inCycle.length == 0) {
            return next;
        }
        // Contract the cycle to one node, numbered last among those kept.
        int[] node = new int[n];
        int kept = 0;
        for (int v = 0; v < n; v++) {
            node[v] = inCycle[v] ? -1 : kept++;
        }
        double[][] smaller = new double[kept + 1][kept + 1];
        for (double[] row : smaller) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        int[] entry = new int[kept];
        int[] exit = new int[kept];
        for (int from = 0; from < n; from++) {
            for (int to = 0; to < n; to++) {
                if (from == to || (inCycle[from] && inCycle[to])) {
                    continue;
                }
                if (inCycle[from]) {
                    double extra = cost[from][to] - cost[from][next[from]];
                    if (extra < smaller[kept][node[to]]) {
                        smaller[kept][node[to]] = extra;
                        exit[node[to]] = from;
                    }
                } else if (inCycle[to]) {
                    if (cost[from][to] < smaller[node[from]][kept]) {
                        smaller[node[from]][kept] = cost[from][to];
                        entry[node[from]] = to;
                    }
                } else {
                    smaller[node[from]][node[to]] = cost[from][to];
                }
            }
        }
        int[] inner = into(node[root], smaller);
        int[] original = new int[kept];
        for (int v = 0; v < n; v++) {
            if (!inCycle[v]) {
                original[node[v]] = v;
            }
        }
        for (int v = 0; v < n; v++) {
            if (!inCycle[v] && v != root) {
                next[v] = inner[node[v]] == kept ? entry[node[v]] : original[inner[node[v]]];
            }
        }
        next[exit[inner[kept]]] = original[inner[kept]];
        return next;
    }

    private static int cheapest(int from, double[][] cost) {
        int best = -1;
        for (int to = 0; to < cost.length; to++) {
            if (to != from && (best < 0 || cost[from][to] < cost[from][best])) {
                best = to;
            }
        }
        if (best < 0 || Double.isInfinite(cost[from][best])) {
            throw new IllegalArgumentException("class " + from + " must be left by some sequence of mistakes");
        }
        return best;
    }

    /** Marks the nodes of one cycle; empty if there is none. */
    private static boolean[] cycle(int[] next) {
        int[] seenIn = new int[next.length];
        for (int start = 0; start < next.length; start++) {
            int v = start;
            while (v >= 0 && seenIn[v] == 0) {
                seenIn[v] = start + 1;
                v = next[v];
            }
            if (v >= 0 && seenIn[v] == start + 1) {
                boolean[] inCycle = new boolean[next.length];
                for (int w = v; !inCycle[w]; w = next[w]) {
                    inCycle[w] = true;
                }
                return inCycle;
            }
        }
        return new boolean[0];
    }
}
