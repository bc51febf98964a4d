package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Limits on factors: a number must lie between two ends, a word be one of those allowed. */
final class Box {
    private final Cases cases;
    private final double[] low;
    private final double[] high;
    private final boolean[][] allowed;

    private Box(Cases cases, double[] low, double[] high, boolean[][] allowed) {
        this.cases = cases;
        this.low = low;
        this.high = high;
        this.allowed = allowed;
    }

    /** Holds every case. */
    static Box whole(Cases cases) {
        int k = cases.factors().size();
        double[] low = new double[k];
        double[] high = new double[k];
        boolean[][] allowed = new boolean[k][];
        for (int f = 0; f < k; f++) {
            low[f] = Double.NEGATIVE_INFINITY;
            high[f] = Double.POSITIVE_INFINITY;
            allowed[f] = new boolean[cases.words(f)];
            Arrays.fill(allowed[f], true);
        }
        return new Box(cases, low, high, allowed);
    }

    private Box copy() {
        boolean[][] words = new boolean[allowed.length][];
        for (int f = 0; f < words.length; f++) {
            words[f] = allowed[f].clone();
        }
        return new Box(cases, low.clone(), high.clone(), words);
    }

    Box withLow(int factor, double end) {
        Box box = copy();
        box.low[factor] = end;
        return box;
    }

    Box withHigh(int factor, double end) {
        Box box = copy();
        box.high[factor] = end;
        return box;
    }

    Box withWord(int factor, int code, boolean in) {
        Box box = copy();
        box.allowed[factor][code] = in;
        return box;
    }

    /** Without limits on one factor. */
    Box free(int factor) {
        Box box = copy();
        box.low[factor] = Double.NEGATIVE_INFINITY;
        box.high[factor] = Double.POSITIVE_INFINITY;
        Arrays.fill(box.allowed[factor], true);
        return box;
    }

    boolean allows(int factor, int code) {
        return allowed[factor][code];
    }

    double low(int factor) {
        return low[factor];
    }

    double high(int factor) {
        return high[factor];
    }

    boolean holds(int index) {
        for (int f = 0; f < low.length; f++) {
            if (!holds(index, f)) {
                return false;
            }
        }
        return true;
    }

    boolean holds(int index, int factor) {
        double value = cases.value(index, factor);
        return cases.words(factor) > 0 ? allowed[factor][(int) value] : value >= low[factor] && value <= high[factor];
    }

    /** Factors with a limit, in order. */
    List<Integer> limited() {
        List<Integer> limited = new ArrayList<>();
        for (int f = 0; f < low.length; f++) {
            boolean words = false;
            for (boolean in : allowed[f]) {
                words |= !in;
            }
            if (words || low[f] > Double.NEGATIVE_INFINITY || high[f] < Double.POSITIVE_INFINITY) {
                limited.add(f);
            }
        }
        return limited;
    }

    /** The words allowed for a factor. */
    List<String> words(int factor) {
        List<String> in = new ArrayList<>();
        for (int code = 0; code < allowed[factor].length; code++) {
            if (allowed[factor][code]) {
                in.add(cases.word(factor, code));
            }
        }
        return in;
    }
}
