package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lode.sim.analysis.Comparison.Settings;
import org.lode.sim.analysis.Comparison.Verdict;
import org.lode.sim.analysis.TwoSamples.Difference;
import org.lode.sim.chance.Purpose;
import org.lode.sim.chance.Streams;
import org.lode.sim.lockin.Regime;

/**
 * One metric that is a word, such as the last regime, in two directories.
 *
 * @param words in the order of the regimes, then by first appearance
 * @param a how many runs have each word
 * @param b likewise
 * @param pairs how many; 0 where the samples are not paired
 * @param distance total variation, with a bootstrap interval at one less twice the tests' level: its upper end is what is compared
 *     with the bound
 * @param pHolm corrected for the number of tests
 * @param needed runs (or pairs) to be able to tell; 0 with another verdict
 */
public record CategoryComparison(
        String metric,
        boolean identical,
        List<String> words,
        long[] a,
        long[] b,
        int pairs,
        Shares.Test test,
        double pHolm,
        Interval distance,
        Difference largest,
        Verdict verdict,
        long needed) {
    private static final Purpose CHANCE = Purpose.named("comparison of shares");

    public CategoryComparison {
        words = List.copyOf(words);
        a = a.clone();
        b = b.clone();
    }

    static CategoryComparison of(Samples samples, Settings settings) {
        Map<String, Integer> places = new LinkedHashMap<>();
        var seen = new java.util.HashSet<String>(Arrays.asList(samples.a()));
        seen.addAll(Arrays.asList(samples.b()));
        for (Regime regime : Regime.values()) {
            if (seen.contains(regime.id())) {
                places.put(regime.id(), places.size());
            }
        }
        long[] a = counts(samples.a(), places, new long[0]);
        long[] b = counts(samples.b(), places, new long[0]);
        int size = places.size();
        a = Arrays.copyOf(a, size);
        b = Arrays.copyOf(b, size);
        long[][] pairs = new long[size][size];
        int[][] common = samples.common();
        for (int i = 0; i < common[0].length; i++) {
            pairs[place(places, samples.a()[common[0][i]])][place(places, samples.b()[common[1][i]])]++;
        }
        boolean paired = common[0].length > 0;
        // A key of its own, so that the answer is the same whatever is compared besides.
        var random = new Streams(0, Streams.COMMON, 0).stream(CHANCE, samples.metric(), 0);
        Shares.Test test = paired ? Shares.bowker(pairs, random) : Shares.homogeneity(a, b, random);
        double level = 1 - 2 * settings.alpha();
        Interval distance = atLeast(
                paired ? Shares.pairedInterval(pairs, level, random) : Shares.unpairedInterval(a, b, level, random),
                paired ? common[0].length : Math.min(samples.a().length, samples.b().length));
        return new CategoryComparison(
                samples.metric(),
                samples.identical(),
                new ArrayList<>(places.keySet()),
                a,
                b,
                common[0].length,
                test,
                Double.NaN,
                distance,
                largest(a, b, pairs, paired),
                Verdict.CANNOT_TELL,
                0);
    }

    /**
     * Raises the upper end to what n runs in which nothing differed would leave open: resampling them shows no difference, however
     * few they are (the rule of three: Hanley and Lippman-Hand 1983, Journal of the American Medical Association 249).
     */
    private static Interval atLeast(Interval interval, int n) {
        double open = n == 0 ? 1 : 1 - StrictMath.pow((1 - interval.level()) / 2, 1.0 / n);
        return new Interval(
                interval.estimate(),
                interval.low(),
                Math.max(interval.high(), open),
                interval.level(),
                interval.method());
    }

    private static long[] counts(String[] cells, Map<String, Integer> places, long[] counts) {
        long[] grown = counts;
        for (String cell : cells) {
            int place = places.computeIfAbsent(cell, word -> places.size());
            grown = place < grown.length ? grown : Arrays.copyOf(grown, place + 1);
            grown[place]++;
        }
        return grown;
    }

    private static int place(Map<String, Integer> places, String word) {
        Integer place = places.get(word);
        if (place == null) {
            throw new IllegalStateException("word (" + word + ") must have been counted");
        }
        return place;
    }

    /** The difference of the share that differs most, as that of a variable that is 0 or 1. */
    private static Difference largest(long[] a, long[] b, long[][] pairs, boolean paired) {
        double ofA = Arrays.stream(a).sum();
        double ofB = Arrays.stream(b).sum();
        int most = 0;
        for (int k = 1; k < a.length; k++) {
            most = Math.abs(b[k] / ofB - a[k] / ofA) > Math.abs(b[most] / ofB - a[most] / ofA) ? k : most;
        }
        double shareA = a[most] / ofA;
        double shareB = b[most] / ofB;
        double variance = shareA * (1 - shareA) + shareB * (1 - shareB);
        double n = Math.min(ofA, ofB);
        double mean = shareB - shareA;
        if (paired) {
            double moved = 0;
            double net = 0;
            double all = 0;
            for (int i = 0; i < a.length; i++) {
                for (int j = 0; j < a.length; j++) {
                    all += pairs[i][j];
                    moved += (i == most) != (j == most) ? pairs[i][j] : 0;
                    net += i != most && j == most ? pairs[i][j] : i == most && j != most ? -pairs[i][j] : 0;
                }
            }
            n = all;
            mean = net / all;
            variance = moved / all - mean * mean;
        }
        double spread = StrictMath.sqrt(Math.max(0, variance));
        return new Difference(mean, spread / StrictMath.sqrt(n), spread, n - 1);
    }

    /** With a verdict, as for a metric that is a number. */
    CategoryComparison judged(double corrected, long tests, Settings settings) {
        Verdict verdict = identical
                ? Verdict.IDENTICAL
                : distance.high() < settings.shareBound()
                        ? Verdict.EQUIVALENT
                        : corrected < settings.alpha() ? Verdict.DIFFERENT : Verdict.CANNOT_TELL;
        long more = 0;
        if (verdict == Verdict.CANNOT_TELL) {
            long now = pairs > 0
                    ? pairs
                    : Math.min(Arrays.stream(a).sum(), Arrays.stream(b).sum());
            double strict = settings.alpha() / Math.max(1, tests);
            more = now == 0
                    ? Long.MAX_VALUE
                    : Math.max(
                            now + 1, largest.needed(settings.shareBound(), settings.alpha(), strict, settings.power()));
        }
        return new CategoryComparison(
                metric, identical, words, a, b, pairs, test, corrected, distance, largest, verdict, more);
    }

    @Override
    public long[] a() {
        return a.clone();
    }

    @Override
    public long[] b() {
        return b.clone();
    }
}
