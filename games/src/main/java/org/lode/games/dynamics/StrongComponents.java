package org.lode.games.dynamics;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Strongly connected components of a graph in compressed rows (Tarjan 1972), without recursion. */
final class StrongComponents {
    private final int[] component;

    /**
     * Finds the components.
     *
     * @param start where each node's edges start, one entry more than nodes
     * @param target where each edge leads
     * @param used whether an edge counts
     */
    StrongComponents(int nodes, int[] start, int[] target, IntPredicate used) {
        component = new int[nodes];
        Arrays.fill(component, -1);
        int[] index = new int[nodes];
        int[] low = new int[nodes];
        int[] stack = new int[nodes];
        int[] path = new int[nodes];
        int[] edge = new int[nodes];
        int stacked = 0;
        int visited = 0;
        int components = 0;
        for (int root = 0; root < nodes; root++) {
            if (index[root] != 0) {
                continue;
            }
            int depth = 0;
            path[0] = root;
            while (depth >= 0) {
                int v = path[depth];
                if (index[v] == 0) {
                    index[v] = low[v] = ++visited;
                    stack[stacked++] = v;
                    edge[v] = start[v];
                }
                int next = -1;
                while (edge[v] < start[v + 1] && next < 0) {
                    int k = edge[v]++;
                    int w = target[k];
                    if (!used.test(k)) {
                        continue;
                    }
                    if (index[w] == 0) {
                        next = w;
                    } else if (component[w] < 0) {
                        low[v] = Math.min(low[v], index[w]);
                    }
                }
                if (next >= 0) {
                    path[++depth] = next;
                    continue;
                }
                if (low[v] == index[v]) {
                    int w;
                    do {
                        w = stack[--stacked];
                        component[w] = components;
                    } while (w != v);
                    components++;
                }
                depth--;
                if (depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[v]);
                }
            }
        }
    }

    /** The component of each node, numbered so that edges between components lead to smaller numbers. */
    int[] component() {
        return component;
    }
}
