package org.lode.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lode.sim.analysis.PlaceboTable;
import org.lode.sim.analysis.PointSummaries;
import org.lode.sim.experiment.LockInVerification;
import org.lode.sim.experiment.ScenarioRun;
import org.lode.sim.experiment.SweepPlan;
import org.lode.sim.experiment.Verification;
import org.lode.sim.hypothesis.HypothesisVerification;
import org.lode.sim.results.ResultDirectory;
import org.lode.sim.results.ResultFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lode verify}: computes the runs of a result directory again and proves its hashes. */
@Command(
        name = "verify",
        description = {
            "Compute the runs of a result directory again and compare every byte of their rows;",
            "check the summary against the rows, the equilibria, and every file against the manifest.",
            "Exit code 1 on any difference."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR",
            description = "A finished result directory, of lode run, lode sweep, lode hypotheses or lode lockin.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path directory;

    @Option(
            names = "--sample",
            paramLabel = "K",
            description = "Compute only K runs again, and no equilibria (default: all).")
    private @Nullable Long sample;

    @Option(names = "--quiet", description = "Print differences only.")
    private boolean quiet;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (sample != null && sample < 1) {
            throw new ParameterException(spec.commandLine(), "--sample (" + sample + ") must be at least 1");
        }
        if (ResultDirectory.open(directory).fact("kind").equals("hypotheses")) {
            return hypotheses();
        }
        if (ResultDirectory.open(directory).fact("kind").equals("lockin")) {
            return lockIn();
        }
        long runs = SweepPlan.of(directory).runs();
        long asked = sample == null ? runs : Math.min(sample, runs);
        Verification.Found found;
        try (var progress =
                new RunProgress("verify", asked, quiet, spec.commandLine().getErr())) {
            found = Verification.of(directory, asked, progress);
        }
        List<String> differences = new ArrayList<>(found.differences());
        if (Files.exists(directory.resolve(ResultFiles.SUMMARY)) && !summaryHolds()) {
            differences.add("summary.csv: is not what runs.csv gives");
        }
        if (sample == null && Files.exists(directory.resolve(ResultFiles.EQUILIBRIA)) && !equilibriaHold()) {
            differences.add("equilibria.csv: is not what the stage games give");
        }
        if (sample == null && Files.exists(directory.resolve(ResultFiles.WHY)) && !whyHolds()) {
            differences.add("why.csv: is not what the stage games give");
        }
        if (sample == null && Files.exists(directory.resolve(ResultFiles.PLACEBO)) && !placeboHolds()) {
            differences.add("placebo.csv: is not what the placebos give");
        }
        PrintWriter out = spec.commandLine().getOut();
        differences.forEach(out::println);
        if (!differences.isEmpty()) {
            return Lode.FAILED;
        }
        if (!quiet) {
            out.println("verified: " + found.runs() + " of " + found.all()
                    + " runs computed again, all files as in the manifest");
        }
        return Lode.DONE;
    }

    private boolean placeboHolds() throws IOException {
        var run = new ScenarioRun(SweepPlan.of(directory).base(), directory.resolve(ResultFiles.CONFIG));
        var beside = new PlaceboTable(run.loaded().scenario());
        try (var progress = new RunProgress(
                "verify placebos", run.replications(), quiet, spec.commandLine().getErr())) {
            run.beside(Runtime.getRuntime().availableProcessors(), progress, beside);
        }
        return Arrays.equals(RunCommand.placebo(beside), Files.readAllBytes(directory.resolve(ResultFiles.PLACEBO)));
    }

    private boolean whyHolds() throws IOException {
        var run = new ScenarioRun(SweepPlan.of(directory).base(), directory.resolve(ResultFiles.CONFIG));
        return Arrays.equals(RunCommand.why(run), Files.readAllBytes(directory.resolve(ResultFiles.WHY)));
    }

    private boolean equilibriaHold() throws IOException {
        Path copy = Files.createTempDirectory("lode-verify-");
        try {
            var run = new ScenarioRun(SweepPlan.of(directory).base(), directory.resolve(ResultFiles.CONFIG));
            RunCommand.equilibria(run, copy, Runtime.getRuntime().availableProcessors());
            return Files.mismatch(copy.resolve(ResultFiles.EQUILIBRIA), directory.resolve(ResultFiles.EQUILIBRIA)) < 0;
        } finally {
            Files.deleteIfExists(copy.resolve(ResultFiles.EQUILIBRIA));
            Files.deleteIfExists(copy);
        }
    }

    private int lockIn() throws IOException {
        if (sample != null) {
            throw new ParameterException(
                    spec.commandLine(), "--sample (" + sample + ") must be left out: lock-in is measured as a whole");
        }
        List<String> differences;
        try (var progress = new RunProgress(
                "verify",
                LockInVerification.samples(directory),
                quiet,
                spec.commandLine().getErr())) {
            differences = LockInVerification.differences(
                    directory, Runtime.getRuntime().availableProcessors(), progress);
        }
        PrintWriter out = spec.commandLine().getOut();
        differences.forEach(out::println);
        if (differences.isEmpty() && !quiet) {
            out.println("verified: all measured again, all files as in the manifest");
        }
        return differences.isEmpty() ? Lode.DONE : Lode.FAILED;
    }

    private int hypotheses() throws IOException {
        long runs = HypothesisVerification.runs(directory);
        long asked = sample == null ? runs : Math.min(sample, runs);
        List<String> differences;
        try (var progress =
                new RunProgress("verify", asked, quiet, spec.commandLine().getErr())) {
            differences = HypothesisVerification.differences(
                    directory, asked, Runtime.getRuntime().availableProcessors(), progress);
        }
        PrintWriter out = spec.commandLine().getOut();
        differences.forEach(out::println);
        if (differences.isEmpty() && !quiet) {
            out.println("verified: at least " + asked + " of " + runs
                    + " runs computed again, all files as in the manifest");
        }
        return differences.isEmpty() ? Lode.DONE : Lode.FAILED;
    }

    private boolean summaryHolds() throws IOException {
        Path copy = Files.createTempDirectory("lode-verify-");
        try {
            Files.copy(directory.resolve(ResultFiles.RUNS), copy.resolve(ResultFiles.RUNS));
            PointSummaries.write(copy);
            return Files.mismatch(copy.resolve(ResultFiles.SUMMARY), directory.resolve(ResultFiles.SUMMARY)) < 0;
        } finally {
            Files.deleteIfExists(copy.resolve(ResultFiles.RUNS));
            Files.deleteIfExists(copy.resolve(ResultFiles.SUMMARY));
            Files.deleteIfExists(copy);
        }
    }
}
