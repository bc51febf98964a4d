package org.lode.sim.analysis;

import org.lode.sim.analysis.Comparison.Settings;
import org.lode.sim.analysis.Comparison.Verdict;
import org.lode.sim.analysis.TwoSamples.Difference;

/**
 * One metric that is a number, in two directories. Cells that are empty or infinite do not count.
 *
 * @param identical whether every cell is the same to the last bit
 * @param a mean with Student's interval
 * @param b likewise
 * @param pairs how many; 0 where the samples are not paired
 * @param difference of the means, b less a; of the pairs where there are any
 * @param d Cohen's d
 * @param vargha share of comparisons in which b is larger
 * @param test {@code wilcoxon} for pairs, else {@code mann-whitney}
 * @param p as it is
 * @param pHolm corrected for the number of tests
 * @param bound within which a difference does not matter, in the metric's unit; NaN where there is no spread to measure it with
 * @param pEquivalence that the difference is within the bound
 * @param needed runs (or pairs) to be able to tell; 0 with another verdict
 */
public record MetricComparison(
        String metric,
        boolean identical,
        Summary summaryA,
        Summary summaryB,
        Interval a,
        Interval b,
        int pairs,
        Interval difference,
        Difference effect,
        double d,
        double vargha,
        String test,
        double p,
        double pHolm,
        double bound,
        double pEquivalence,
        Verdict verdict,
        long needed) {

    static MetricComparison of(Samples samples, Settings settings) {
        double[] a = Samples.finite(samples.a());
        double[] b = Samples.finite(samples.b());
        double[] differences = samples.differences();
        boolean paired = samples.common()[0].length > 0;
        Summary ofA = Summary.of(a);
        Summary ofB = Summary.of(b);
        Difference effect = paired ? Difference.paired(differences) : Difference.unpaired(ofA, ofB);
        Double own = settings.bounds().get(samples.metric());
        double spread = TwoSamples.pooled(ofA, ofB);
        double bound = own != null ? own : spread > 0 ? settings.bound() * spread : Double.NaN;
        return new MetricComparison(
                samples.metric(),
                samples.identical(),
                ofA,
                ofB,
                Intervals.student(a, settings.level()),
                Intervals.student(b, settings.level()),
                paired ? differences.length : 0,
                effect.interval(settings.level()),
                effect,
                TwoSamples.cohen(ofA, ofB),
                TwoSamples.vargha(a, b),
                paired ? "wilcoxon" : "mann-whitney",
                paired ? TwoSamples.signedRank(differences) : TwoSamples.mannWhitney(a, b),
                Double.NaN,
                bound,
                effect.equivalence(bound),
                Verdict.CANNOT_TELL,
                0);
    }

    /**
     * With a verdict: identical if all cells are; else equivalent if the difference is shown to be within the bound, be it zero or
     * not; else different if it is shown not to be zero.
     */
    MetricComparison judged(double corrected, long tests, Settings settings) {
        Verdict verdict = identical
                ? Verdict.IDENTICAL
                : pEquivalence < settings.alpha()
                        ? Verdict.EQUIVALENT
                        : corrected < settings.alpha() ? Verdict.DIFFERENT : Verdict.CANNOT_TELL;
        long more = verdict == Verdict.CANNOT_TELL ? enough(tests, settings) : 0;
        return new MetricComparison(
                metric,
                identical,
                summaryA,
                summaryB,
                a,
                b,
                pairs,
                difference,
                effect,
                d,
                vargha,
                test,
                p,
                corrected,
                bound,
                pEquivalence,
                verdict,
                more);
    }

    private long enough(long tests, Settings settings) {
        int now = pairs > 0 ? pairs : Math.min(summaryA.n(), summaryB.n());
        if (now == 0) {
            return Long.MAX_VALUE;
        }
        double strict = settings.alpha() / Math.max(1, tests);
        double within = Double.isNaN(bound) ? 0 : bound;
        return Math.max(now + 1L, effect.needed(within, settings.alpha(), strict, settings.power()));
    }
}
