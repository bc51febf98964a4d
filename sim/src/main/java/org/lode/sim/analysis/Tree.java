package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lode.sim.chance.Purpose;
import org.lode.sim.chance.Streams;

/**
 * A classification and regression tree of an outcome's share (Breiman, Friedman, Olshen and Stone 1984, Classification and
 * Regression Trees): each split lowers the squared error most (which for a yes or no is Gini's measure). Words are split in the
 * order of their means, which holds the best split (their theorem 4.5). The depth is that of the smallest tree whose error in
 * ten-fold cross-validation lies within one standard error of the least.
 *
 * @param depth at most so many splits in a row, at least 1
 * @param leaf a leaf has at least so many cases, at least 1
 * @param seed of the folds
 */
public record Tree(int depth, int leaf, long seed) {
    private static final Purpose FOLDS = Purpose.named("folds of the tree");
    private static final int FOLD_COUNT = 10;
    /** A gain below this share of the error is rounding. */
    private static final double LEAST_GAIN = 1e-12;

    public Tree {
        if (depth < 1 || depth > 20) {
            throw new IllegalArgumentException("depth (" + depth + ") must be between 1 and 20");
        }
        if (leaf < 1) {
            throw new IllegalArgumentException("leaf (" + leaf + ") must be at least 1");
        }
    }

    /**
     * A node; a leaf has no split.
     *
     * @param rule how it is reached from its parent; empty for the root
     * @param mean of the outcome
     * @param children two or none
     */
    public record Node(String rule, int depth, int cases, double mean, List<Node> children) {
        /** The leaves, left to right, with the rules that lead to each. */
        public List<Leaf> leaves() {
            List<Leaf> leaves = new ArrayList<>();
            collect(List.of(), leaves);
            return leaves;
        }

        private void collect(List<String> above, List<Leaf> leaves) {
            List<String> rules = new ArrayList<>(above);
            if (!rule.isEmpty()) {
                rules.add(rule);
            }
            if (children.isEmpty()) {
                leaves.add(new Leaf(rules, cases, mean));
            }
            children.forEach(child -> child.collect(rules, leaves));
        }
    }

    /** A leaf: cases that follow all rules. */
    public record Leaf(List<String> rules, int cases, double mean) {
        public Leaf {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A depth that was tried.
     *
     * @param error mean squared error in cross-validation
     * @param standardError of that, over the cases
     */
    public record Tried(int depth, double error, double standardError) {}

    /** The tree of the chosen depth, and the error of each depth from 0. */
    public record Grown(Node root, int depth, List<Tried> tried) {}

    private record Split(int factor, double at, boolean[] left) {
        boolean goesLeft(Cases cases, int index) {
            double value = cases.value(index, factor);
            return left.length > 0 ? left[(int) value] : value <= at;
        }

        String rule(Cases cases, boolean toLeft) {
            String name = cases.factors().get(factor);
            if (left.length == 0) {
                return name + (toLeft ? " <= " : " > ") + Decimals.three(at);
            }
            List<String> words = new ArrayList<>();
            for (int code = 0; code < left.length; code++) {
                if (left[code] == toLeft) {
                    words.add(cases.word(factor, code));
                }
            }
            return name + (words.size() == 1 ? " = " : " in ") + String.join("|", words);
        }
    }

    /** A node of the tree as deep as allowed: its ancestors are the predictions of the shallower trees. */
    private record Branch(double mean, int cases, @Nullable Split split, List<Branch> children) {}

    /** Grows the tree. */
    public Grown grow(Cases cases) {
        int[] all = new int[cases.count()];
        Arrays.setAll(all, i -> i);
        List<Tried> tried = crossValidated(cases, all);
        int best = 0;
        for (int d = 1; d < tried.size(); d++) {
            best = tried.get(d).error() < tried.get(best).error() ? d : best;
        }
        double bar = tried.get(best).error() + tried.get(best).standardError();
        int chosen = 0;
        while (tried.get(chosen).error() > bar) {
            chosen++;
        }
        return new Grown(node(cases, branch(cases, all, chosen), "", 0), chosen, tried);
    }

    private List<Tried> crossValidated(Cases cases, int[] all) {
        int n = all.length;
        int folds = Math.min(FOLD_COUNT, n);
        int[] order = all.clone();
        var random = new Streams(seed, Streams.COMMON, 0).stream(FOLDS, "", 0);
        for (int i = n - 1; i > 0; i--) {
            int j = (int) (random.nextDouble() * (i + 1));
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        double[][] errors = new double[depth + 1][n];
        for (int fold = 0; fold < folds; fold++) {
            int[] learnt = new int[n - (n - fold + folds - 1) / folds];
            int kept = 0;
            for (int i = 0; i < n; i++) {
                if (i % folds != fold) {
                    learnt[kept++] = order[i];
                }
            }
            Branch tree = branch(cases, learnt, depth);
            for (int i = fold; i < n; i += folds) {
                Branch at = tree;
                for (int d = 0; d <= depth; d++) {
                    double off = cases.share(order[i]) - at.mean;
                    errors[d][i] = off * off;
                    if (at.split != null) {
                        at = at.children.get(at.split.goesLeft(cases, order[i]) ? 0 : 1);
                    }
                }
            }
        }
        List<Tried> tried = new ArrayList<>();
        for (int d = 0; d <= depth; d++) {
            Summary summary = Summary.of(errors[d]);
            tried.add(new Tried(d, summary.mean(), summary.sd() / StrictMath.sqrt(n)));
        }
        return tried;
    }

    private Branch branch(Cases cases, int[] inside, int levels) {
        double sum = 0;
        for (int i : inside) {
            sum += cases.share(i);
        }
        Split split = levels > 0 ? best(cases, inside, sum) : null;
        if (split == null) {
            return new Branch(sum / inside.length, inside.length, null, List.of());
        }
        int[] left = Arrays.stream(inside).filter(i -> split.goesLeft(cases, i)).toArray();
        int[] right =
                Arrays.stream(inside).filter(i -> !split.goesLeft(cases, i)).toArray();
        return new Branch(
                sum / inside.length,
                inside.length,
                split,
                List.of(branch(cases, left, levels - 1), branch(cases, right, levels - 1)));
    }

    /** The split that lowers the squared error most; of equal ones the first. */
    private @Nullable Split best(Cases cases, int[] inside, double sum) {
        int n = inside.length;
        double squares = 0;
        for (int i : inside) {
            squares += cases.share(i) * cases.share(i);
        }
        double error = squares - sum * sum / n;
        double most = LEAST_GAIN * Math.max(1, squares);
        Split best = null;
        for (int f = 0; f < cases.factors().size(); f++) {
            double[] keys = keys(cases, inside, f);
            Integer[] order = new Integer[n];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.comparingDouble(i -> keys[i]));
            double left = 0;
            for (int at = 0; at < n - 1; at++) {
                left += cases.share(inside[order[at]]);
                double here = keys[order[at]];
                double next = keys[order[at + 1]];
                if (here == next || at + 1 < leaf || n - at - 1 < leaf) {
                    continue;
                }
                double right = sum - left;
                double gain = left * left / (at + 1) + right * right / (n - at - 1) - sum * sum / n;
                if (gain > most && error > 0) {
                    most = gain;
                    best = split(cases, inside, order, f, at, here + (next - here) / 2);
                }
            }
        }
        return best;
    }

    /** What a factor's cases are sorted by: the number, or the word's mean outcome with ties broken by its place. */
    private static double[] keys(Cases cases, int[] inside, int factor) {
        int words = cases.words(factor);
        double[] keys = new double[inside.length];
        if (words == 0) {
            for (int i = 0; i < keys.length; i++) {
                keys[i] = cases.value(inside[i], factor);
            }
            return keys;
        }
        double[] sums = new double[words];
        int[] counts = new int[words];
        for (int i : inside) {
            sums[(int) cases.value(i, factor)] += cases.share(i);
            counts[(int) cases.value(i, factor)]++;
        }
        Integer[] order = new Integer[words];
        Arrays.setAll(order, w -> w);
        Arrays.sort(order, Comparator.comparingDouble(w -> counts[w] == 0 ? 2 : sums[w] / counts[w]));
        double[] place = new double[words];
        for (int w = 0; w < words; w++) {
            place[order[w]] = w;
        }
        for (int i = 0; i < keys.length; i++) {
            keys[i] = place[(int) cases.value(inside[i], factor)];
        }
        return keys;
    }

    private static Split split(Cases cases, int[] inside, Integer[] order, int factor, int last, double at) {
        boolean[] left = new boolean[cases.words(factor)];
        for (int i = 0; left.length > 0 && i <= last; i++) {
            left[(int) cases.value(inside[order[i]], factor)] = true;
        }
        return new Split(factor, at, left);
    }

    private static Node node(Cases cases, Branch branch, String rule, int level) {
        Split split = branch.split;
        List<Node> children = split == null
                ? List.of()
                : List.of(
                        node(cases, branch.children.get(0), split.rule(cases, true), level + 1),
                        node(cases, branch.children.get(1), split.rule(cases, false), level + 1));
        return new Node(rule, level, branch.cases, branch.mean, children);
    }
}
