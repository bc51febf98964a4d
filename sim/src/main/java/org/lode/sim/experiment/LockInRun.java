package org.lode.sim.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lode.sim.config.Resolved;
import org.lode.sim.lockin.Finding;
import org.lode.sim.lockin.Laboratory;
import org.lode.sim.lockin.LockInMetric;
import org.lode.sim.lockin.LockInPlan;
import org.lode.sim.lockin.PathDependence;
import org.lode.sim.lockin.RegimeMap;
import org.lode.sim.lockin.ReversalTest;
import org.lode.sim.results.ResultFiles;
import org.lode.sim.results.Rows;
import org.lode.sim.run.Placebo;
import org.lode.sim.run.Progress;
import org.lode.sim.run.Replications;
import org.lode.sim.world.ScenarioReader.Loaded;

/** All lock-in metrics of one scenario, and the files that they leave. */
public final class LockInRun {
    /** Every number that was measured, with its interval. */
    public static final String FINDINGS = "lockin.csv";
    /** The verdict of path dependence and its legs. */
    public static final String VERDICT = "verdict.csv";

    private final ScenarioRun run;
    private final Loaded loaded;
    private final Path file;
    private final LockInPlan plan;

    /** @param file where the scenario was read from */
    public LockInRun(Loaded loaded, Path file, LockInPlan plan) {
        this.loaded = loaded;
        this.file = file;
        this.plan = plan;
        run = new ScenarioRun(loaded, file);
    }

    /**
     * What was measured.
     *
     * @param verdict empty where there is no reversal to force
     * @param failures histories that were left out
     */
    public record Measured(
            List<Finding> findings, Optional<PathDependence> verdict, List<Replications.Failure> failures) {
        public Measured {
            findings = List.copyOf(findings);
            failures = List.copyOf(failures);
        }
    }

    /** Name of the result directory. */
    public String name() throws IOException {
        return run.name() + "-lockin" + (plan.quick() ? "-quick" : "");
    }

    /** Measures everything. */
    public Measured measure(int threads, Progress progress) {
        run.requireTablesThatFit();
        Laboratory laboratory = plan.laboratory(threads, progress);
        List<Finding> findings = new ArrayList<>();
        for (LockInMetric metric : plan.metrics()) {
            findings.addAll(metric.measure(laboratory));
        }
        findings.addAll(RegimeMap.measure(laboratory));
        Optional<PathDependence> verdict = plan.process().forcings().stream().anyMatch(forcing -> forcing.reversal())
                ? plan.metric(ReversalTest.class).map(test -> PathDependence.of(laboratory, test, findings))
                : Optional.empty();
        return new Measured(findings, verdict, laboratory.failures());
    }

    /** Whether anybody chooses, so that a placebo has somebody to replace. */
    public boolean chosen() {
        return Placebo.applies(loaded.scenario());
    }

    /**
     * The headlines beside those of the placebos; none where nobody chooses or no reversal is forced.
     *
     * @param progress told how many samples of a placebo are done
     */
    public List<LockInPlacebo> placebos(Measured measured, int threads, Progress progress) {
        return chosen() ? LockInPlacebo.of(plan, measured, threads, progress) : List.of();
    }

    /** Writes config.resolved.json, lockin.csv, verdict.csv and failures.csv. */
    public void write(Measured measured, Path directory) throws IOException {
        Files.writeString(directory.resolve(ResultFiles.CONFIG), Resolved.json(loaded.tree(), file.resolveSibling("")));
        for (Map.Entry<String, String> table : tables(measured).entrySet()) {
            Files.writeString(directory.resolve(table.getKey()), table.getValue());
        }
    }

    /** Writes placebo.csv. */
    public void write(List<LockInPlacebo> placebos, Path directory) throws IOException {
        Files.write(
                directory.resolve(ResultFiles.PLACEBO),
                LockInPlacebo.rows(placebos).bytes());
    }

    /** The tables by name of file. */
    Map<String, String> tables(Measured measured) {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put(FINDINGS, rows(measured.findings()).toString());
        Rows verdict = new Rows()
                .texts(List.of("leg", "figure", "estimate", "low", "high", "threshold", "answer"))
                .end();
        measured.verdict().ifPresent(all -> {
            for (PathDependence.Leg leg : all.legs()) {
                var estimate = leg.estimate();
                verdict.text(leg.name())
                        .text(leg.figure())
                        .number(estimate.value())
                        .number(estimate.low());
                verdict.number(estimate.high())
                        .number(leg.threshold())
                        .text(leg.answer().id())
                        .end();
            }
            verdict.text("path dependence")
                    .text(String.join("; ", all.hangsOn()))
                    .text("")
                    .text("")
                    .text("")
                    .text("");
            verdict.text(all.answer().id()).end();
        });
        tables.put(VERDICT, verdict.toString());
        Rows failures =
                new Rows().texts(List.of("replication", "exception", "message")).end();
        for (Replications.Failure failure : measured.failures()) {
            failures.whole(failure.replication())
                    .text(failure.exception())
                    .text(failure.message())
                    .end();
        }
        tables.put(ResultFiles.FAILURES, failures.toString());
        return tables;
    }

    private Rows rows(List<Finding> findings) {
        Rows rows = new Rows()
                .texts(List.of(
                        "metric",
                        "measure",
                        "subject",
                        "at",
                        "estimate",
                        "low",
                        "high",
                        "level",
                        "n",
                        "method",
                        "unit"))
                .end();
        for (Finding finding : findings) {
            var estimate = finding.estimate();
            rows.text(finding.metric())
                    .text(finding.measure())
                    .text(finding.subject())
                    .number(finding.at());
            rows.number(estimate.value()).number(estimate.low()).number(estimate.high());
            rows.number(plan.data().level())
                    .whole(estimate.n())
                    .text(estimate.method())
                    .text(finding.unit());
            rows.end();
        }
        return rows;
    }

    /** What the manifest says of it. */
    public Map<String, Object> facts(int threads, Measured measured) throws IOException {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("kind", "lockin");
        facts.put("scenario", loaded.scenario().name());
        facts.put("hash", run.hash());
        facts.put("seed", loaded.scenario().data().seed());
        facts.put("replications", plan.data().replications());
        facts.put("histories", plan.data().histories());
        facts.put("quick", plan.quick());
        facts.put("metrics", plan.metrics().stream().map(Object::toString).toList());
        facts.put("failed", measured.failures().size());
        facts.put("threads", threads);
        return facts;
    }
}
