package org.lode.sim.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lode.sim.analysis.PreferenceData;
import org.lode.sim.analysis.PreferenceEstimate;
import org.lode.sim.analysis.PreferencePanel;
import org.lode.sim.analysis.PreferenceReport;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.Origin;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lode calibrate}: the preferences behind observed strategies. */
@Command(
        name = "calibrate",
        description = {
            "Estimate preferences from observed strategies by a conditional logit with a ridge, and print how well",
            "they foretell half-years left out, against uniform choice and persistence. See docs/calibration.md."
        },
        mixinStandardHelpOptions = true)
final class CalibrateCommand implements Callable<Integer> {
    private static final int WIDTH = 120;
    private static final Path OBSERVED = Path.of("..", "replications", "observed-strategies.yaml");

    enum Format {
        TEXT,
        CSV
    }

    @Parameters(
            paramLabel = "SCENARIO",
            description = "A file of kind scenario whose rounds are the half-years, with the reasoned weights:"
                    + " configs/scenarios/history.yaml.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path file;

    @Option(
            names = "--observed",
            paramLabel = "FILE",
            description = "A file of kind observed-strategies; by default ../replications/observed-strategies.yaml,"
                    + " from where the scenario is.")
    private @Nullable Path observed;

    @Option(names = "--replications", description = "Runs over which chance is averaged; the scenario's by default.")
    private @Nullable Integer replications;

    @Option(names = "--seed", description = "Seed of the replications; the scenario's by default.")
    private @Nullable Long seed;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Change a value of the scenario; repeatable.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Scenario scenario = ScenarioReader.read(file, settings).scenario();
        Path source = observed == null ? file.resolveSibling(OBSERVED).normalize() : observed;
        PreferenceData data = ScenarioReader.binder()
                .bind(ScenarioReader.tree(source), PreferenceData.class)
                .value();
        int runs = replications == null ? scenario.data().replications() : replications;
        long from = seed == null ? scenario.data().seed() : seed;
        if (runs < 1) {
            throw new IllegalArgumentException("--replications (" + runs + ") must be at least 1");
        }
        var choices = panel(scenario, data, source).choices(from, runs);
        var report = new PreferenceReport(scenario, data, new PreferenceEstimate(choices, data.prior()));
        PrintWriter out = spec.commandLine().getOut();
        (format == Format.CSV ? report.csv() : report.text(WIDTH)).forEach(out::println);
        return Lode.DONE;
    }

    private static PreferencePanel panel(Scenario scenario, PreferenceData data, Path source) {
        try {
            return new PreferencePanel(scenario, data);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(new Origin(source.toString(), 0), String.valueOf(e.getMessage()));
        }
    }
}
