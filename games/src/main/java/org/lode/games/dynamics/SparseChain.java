package org.lode.games.dynamics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A continuous-time Markov chain with few moves per state, and its stationary distribution.
 *
 * <p>Small chains are eliminated (Grassmann, Taksar and Heyman 1985), which subtracts nothing and so is right to the last
 * digits however rare some moves are, at n^3 / 3 operations. Larger ones are swept (Gauss-Seidel, in the order in which
 * likely moves flow) and corrected by aggregation: states are grouped by where their likeliest moves lead, and the chain
 * of groups, again of this class, is solved for the groups' masses (Koury, McAllister and Stewart 1984; Horton and
 * Leutenegger 1994). What does not settle is eliminated too.
 */
final class SparseChain {
    /** Share of probability flow that may be out of balance, summed over states. */
    private static final double BALANCED = 1e-12;

    /** Largest relative change of any state's share from one cycle to the next that counts as settled. */
    private static final double SETTLED = 1e-10;

    private static final int SMALL = 300;
    private static final int CYCLES = 300;
    private static final int SWEEPS_PER_CYCLE = 4;

    private final int states;
    private final int[] start;
    private final int[] target;
    private final double[] rate;

    /**
     * Takes a chain.
     *
     * @param start where each state's moves start, one entry more than states
     * @param target where each move leads, never its own state
     * @param rate of each move, at least 0
     */
    SparseChain(int[] start, int[] target, double[] rate) {
        this.states = start.length - 1;
        this.start = start;
        this.target = target;
        this.rate = rate;
    }

    /** The number of sets of states that the chain, once in, does not leave. */
    int closedClasses() {
        int[] component = new StrongComponents(states, start, target, k -> rate[k] > 0).component();
        boolean[] left = new boolean[Arrays.stream(component).max().orElse(-1) + 1];
        for (int s = 0; s < states; s++) {
            for (int k = start[s]; k < start[s + 1]; k++) {
                left[component[s]] |= rate[k] > 0 && component[target[k]] != component[s];
            }
        }
        int closed = 0;
        for (boolean l : left) {
            closed += l ? 0 : 1;
        }
        return closed;
    }

    /**
     * The stationary distribution.
     *
     * @throws IllegalArgumentException if there are several, because several sets of states are never left
     */
    double[] stationary() {
        int closed = closedClasses();
        if (closed != 1) {
            throw new IllegalArgumentException(
                    "the chain must settle in one set of states; " + closed + " sets are never left at this precision");
        }
        for (int s = 0; s < states; s++) {
            if (start[s] == start[s + 1]
                    || Arrays.stream(rate, start[s], start[s + 1]).max().orElse(0) == 0) {
                double[] p = new double[states]; // the one state that is never left
                p[s] = 1;
                return p;
            }
        }
        double[] settled = states <= SMALL ? new double[0] : cycles();
        return settled.length > 0 ? settled : eliminated();
    }

    /** Sweeps and corrections; empty if they do not settle. */
    private double[] cycles() {
        // Incoming moves by state, and each state's total rate out.
        int[] from = new int[target.length];
        double[] in = new double[target.length];
        int[] first = new int[states + 1];
        double[] out = new double[states];
        for (int s = 0; s < states; s++) {
            for (int k = start[s]; k < start[s + 1]; k++) {
                first[target[k] + 1]++;
                out[s] += rate[k];
            }
        }
        for (int s = 0; s < states; s++) {
            first[s + 1] += first[s];
        }
        int[] filled = Arrays.copyOf(first, states);
        for (int s = 0; s < states; s++) {
            for (int k = start[s]; k < start[s + 1]; k++) {
                from[filled[target[k]]] = s;
                in[filled[target[k]]++] = rate[k];
            }
        }
        int[] order = downstream(out);
        int[] group = basins();
        int groups = Arrays.stream(group).max().orElse(0) + 1;
        double[] p = new double[states];
        Arrays.fill(p, 1.0 / states);
        for (int cycle = 1; cycle <= CYCLES; cycle++) {
            double[] before = p.clone();
            if (groups > 1 && groups < states) {
                weigh(p, group, groups);
            }
            for (int sweep = 0; sweep < SWEEPS_PER_CYCLE; sweep++) {
                double total = 0;
                for (int s : order) {
                    double flow = 0;
                    for (int k = first[s]; k < first[s + 1]; k++) {
                        flow += p[from[k]] * in[k];
                    }
                    p[s] = flow / out[s];
                    total += p[s];
                }
                for (int s = 0; s < states; s++) {
                    p[s] /= total;
                }
            }
            double change = 0;
            for (int s = 0; s < states; s++) {
                change = Math.max(change, Math.abs(p[s] - before[s]) / Math.max(p[s], Double.MIN_NORMAL));
            }
            if (change <= SETTLED && imbalance(p, first, from, in, out) <= BALANCED) {
                return p;
            }
        }
        return new double[0];
    }

    /** For each state the number of the cycle to which its likeliest moves lead, the first of equals. */
    private int[] basins() {
        int[] next = new int[states];
        for (int s = 0; s < states; s++) {
            int best = start[s];
            for (int k = start[s]; k < start[s + 1]; k++) {
                best = rate[k] > rate[best] ? k : best;
            }
            next[s] = target[best];
        }
        int[] group = new int[states];
        Arrays.fill(group, -1);
        int[] path = new int[states];
        int groups = 0;
        for (int s = 0; s < states; s++) {
            int length = 0;
            int at = s;
            while (group[at] == -1) {
                group[at] = -2; // on this path
                path[length++] = at;
                at = next[at];
            }
            int number = group[at] == -2 ? groups++ : group[at];
            for (int k = 0; k < length; k++) {
                group[path[k]] = number;
            }
        }
        return group;
    }

    /** Scales each group of states to the mass it has in the chain of groups, given the shares within groups. */
    private void weigh(double[] p, int[] group, int groups) {
        double[] mass = new double[groups];
        int[] size = new int[groups + 1];
        for (int s = 0; s < states; s++) {
            mass[group[s]] += p[s];
            size[group[s] + 1]++;
        }
        for (int g = 0; g < groups; g++) {
            size[g + 1] += size[g];
        }
        int[] member = new int[states];
        int[] filled = Arrays.copyOf(size, groups);
        for (int s = 0; s < states; s++) {
            member[filled[group[s]]++] = s;
        }
        int[] groupStart = new int[groups + 1];
        int[] groupTarget = new int[target.length];
        double[] groupRate = new double[target.length];
        int[] slot = new int[groups];
        int count = 0;
        for (int g = 0; g < groups; g++) {
            Arrays.fill(slot, -1);
            for (int k = size[g]; k < size[g + 1]; k++) {
                int s = member[k];
                double weight = mass[g] > 0 ? p[s] / mass[g] : 1.0 / (size[g + 1] - size[g]);
                for (int e = start[s]; e < start[s + 1]; e++) {
                    int to = group[target[e]];
                    if (to != g) {
                        if (slot[to] < 0) {
                            slot[to] = count;
                            groupTarget[count++] = to;
                        }
                        groupRate[slot[to]] += weight * rate[e];
                    }
                }
            }
            groupStart[g + 1] = count;
        }
        SparseChain coarse =
                new SparseChain(groupStart, Arrays.copyOf(groupTarget, count), Arrays.copyOf(groupRate, count));
        if (coarse.closedClasses() != 1) {
            return; // shares within a group may underflow; the sweeps go on without the correction
        }
        double[] coarseMass = coarse.stationary();
        for (int s = 0; s < states; s++) {
            double weight = mass[group[s]] > 0 ? p[s] / mass[group[s]] : 0;
            p[s] = weight * coarseMass[group[s]];
        }
    }

    private double imbalance(double[] p, int[] first, int[] from, double[] in, double[] out) {
        double gap = 0;
        double flows = 0;
        for (int s = 0; s < states; s++) {
            double flow = 0;
            for (int k = first[s]; k < first[s + 1]; k++) {
                flow += p[from[k]] * in[k];
            }
            gap += Math.abs(flow - p[s] * out[s]);
            flows += flow;
        }
        return flows > 0 ? gap / flows : 0;
    }

    /** States in the order in which likely moves lead from one to the next. */
    private int[] downstream(double[] out) {
        int[] source = new int[target.length];
        for (int s = 0; s < states; s++) {
            Arrays.fill(source, start[s], start[s + 1], s);
        }
        int[] component = new StrongComponents(states, start, target, k -> rate[k] > 0.02 * out[source[k]]).component();
        return IntStream.range(0, states)
                .boxed()
                .sorted((a, b) -> Integer.compare(component[b], component[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Elimination of one state after another, last first, then substitution back. */
    double[] eliminated() {
        double[][] q = new double[states][states];
        for (int s = 0; s < states; s++) {
            for (int k = start[s]; k < start[s + 1]; k++) {
                q[s][target[k]] += rate[k];
            }
        }
        for (int last = states - 1; last > 0; last--) {
            double[] gone = q[last];
            double leaving = 0;
            for (int to = 0; to < last; to++) {
                leaving += gone[to];
            }
            int end = last;
            double sum = leaving;
            IntStream rows = IntStream.range(0, last);
            (last > 256 ? rows.parallel() : rows).forEach(s -> {
                double through = sum > 0 ? q[s][end] / sum : 0;
                q[s][end] = through;
                if (through > 0) {
                    double[] row = q[s];
                    for (int to = 0; to < end; to++) {
                        row[to] += through * gone[to];
                    }
                }
            });
        }
        double[] p = new double[states];
        p[0] = 1;
        double total = 1;
        for (int s = 1; s < states; s++) {
            double mass = 0;
            for (int from = 0; from < s; from++) {
                mass += p[from] * q[from][s];
            }
            p[s] = mass;
            total += mass;
        }
        for (int s = 0; s < states; s++) {
            p[s] /= total;
        }
        return p;
    }
}
