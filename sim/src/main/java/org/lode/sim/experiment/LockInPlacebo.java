package org.lode.sim.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lode.sim.lockin.Estimate;
import org.lode.sim.lockin.Finding;
import org.lode.sim.lockin.LockInMetrics;
import org.lode.sim.lockin.LockInPlan;
import org.lode.sim.lockin.PathDependence;
import org.lode.sim.lockin.ReversalTest;
import org.lode.sim.results.Rows;
import org.lode.sim.run.Placebo;
import org.lode.sim.run.Progress;

/**
 * The headlines of lock-in beside those of the same process with placebos: the verdict of path dependence, its legs, and L and P0
 * of the regime under each reversal at the last round of the reversal test.
 *
 * @param headline {@code pathDependence}, a leg's name, {@code L.REVERSAL} or {@code P0.REVERSAL}
 * @param placebo its id
 * @param value of the world itself; none for the verdict
 * @param with of the placebo
 * @param difference the first less the second
 * @param answer of the world, where the headline has an answer; else empty
 * @param withAnswer of the placebo
 */
public record LockInPlacebo(
        String headline,
        String placebo,
        Estimate value,
        Estimate with,
        Estimate difference,
        String answer,
        String withAnswer) {
    static final String VERDICT = "pathDependence";
    private static final List<String> HEADER = List.of(
            "headline", "placebo", "value", "with", "difference", "low", "high", "n", "method", "answer", "withAnswer");

    /** One number of a process, and what it answers. */
    private record Headline(Estimate estimate, String answer) {}

    /** Whether the interval of the difference leaves out 0. */
    public boolean differs() {
        return difference.above(0) || difference.below(0);
    }

    /** Whether this is the verdict itself, which is no number. */
    public boolean verdict() {
        return headline.equals(VERDICT);
    }

    /**
     * Measures each placebo on the chance of the world's own histories; nothing where no reversal is forced.
     *
     * @param measured of the plan itself
     */
    static List<LockInPlacebo> of(LockInPlan plan, LockInRun.Measured measured, int threads, Progress progress) {
        List<LockInPlacebo> all = new ArrayList<>();
        if (measured.verdict().isEmpty()) {
            return all;
        }
        ReversalTest test = plan.metric(ReversalTest.class).orElseThrow();
        Map<String, Headline> world =
                headlines(plan, test, measured.findings(), measured.verdict().get());
        List<Map<String, Headline>> placebos = new ArrayList<>();
        for (Placebo placebo : Placebo.values()) {
            var laboratory = plan.with(placebo).laboratory(threads, progress);
            List<Finding> findings = test.measure(laboratory);
            placebos.add(headlines(plan, test, findings, PathDependence.of(laboratory, test, findings)));
        }
        world.forEach((name, own) -> {
            for (Placebo placebo : Placebo.values()) {
                Headline other = placebos.get(placebo.ordinal()).get(name);
                if (other != null) {
                    all.add(new LockInPlacebo(
                            name,
                            placebo.id(),
                            own.estimate(),
                            other.estimate(),
                            own.estimate().less(other.estimate()),
                            own.answer(),
                            other.answer()));
                }
            }
        });
        return List.copyOf(all);
    }

    private static Map<String, Headline> headlines(
            LockInPlan plan, ReversalTest test, List<Finding> findings, PathDependence verdict) {
        Map<String, Headline> all = new LinkedHashMap<>();
        all.put(VERDICT, new Headline(Estimate.none(0), verdict.answer().id()));
        for (PathDependence.Leg leg : verdict.legs()) {
            all.put(leg.name(), new Headline(leg.estimate(), leg.answer().id()));
        }
        String aspect = plan.process().aspects().get(0).name() + " ";
        int last = test.rounds().get(test.rounds().size() - 1);
        String metric = LockInMetrics.name(ReversalTest.class);
        for (Finding finding : findings) {
            boolean shown = finding.measure().equals("L") || finding.measure().equals("P0");
            if (shown
                    && finding.metric().equals(metric)
                    && finding.at() == last
                    && finding.subject().startsWith(aspect)) {
                String reversal = finding.subject().substring(aspect.length());
                all.put(finding.measure() + "." + reversal, new Headline(finding.estimate(), ""));
            }
        }
        return all;
    }

    /** The rows of {@code placebo.csv}. */
    static Rows rows(List<LockInPlacebo> all) {
        Rows rows = new Rows().texts(HEADER).end();
        for (LockInPlacebo each : all) {
            rows.text(each.headline).text(each.placebo);
            rows.number(each.value.value()).number(each.with.value()).number(each.difference.value());
            rows.number(each.difference.low()).number(each.difference.high()).whole(each.difference.n());
            rows.text(each.difference.method())
                    .text(each.answer)
                    .text(each.withAnswer)
                    .end();
        }
        return rows;
    }
}
