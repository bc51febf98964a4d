package org.lode.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lode.sim.analysis.Effect;
import org.lode.sim.analysis.Layout;
import org.lode.sim.analysis.Measure;
import org.lode.sim.analysis.Resampling;
import org.lode.sim.analysis.Sensitivity;
import org.lode.sim.analysis.SweepTable;
import org.lode.sim.report.SensitivityFigures;
import org.lode.sim.results.ResultFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lode sensitivity}: which factors of a sweep its metrics depend on. */
@Command(
        name = "sensitivity",
        description = {
            "Say which factors of a sweep its metrics depend on: Sobol indices, elementary effects (Morris),",
            "one-at-a-time curves or partial rank correlations, as its design allows.",
            "Tables and figures go to DIR/sensitivity."
        },
        mixinStandardHelpOptions = true)
final class SensitivityCommand implements Callable<Integer> {
    enum Format {
        TEXT,
        CSV,
        JSON
    }

    private static final int WIDTH = 100;

    @Parameters(
            paramLabel = "DIR",
            description = "A finished sweep; or design.csv (point and a column per factor) and runs.csv (point,"
                    + " perhaps replication and status, and a column per metric) made elsewhere.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path directory;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description = "A column of runs.csv, or something that holds or not: regime=dual-track, chainCostMean>1.1."
                    + " Repeatable (default: every column of numbers that vary).")
    private List<String> metrics = new ArrayList<>();

    @Option(
            names = "--index",
            paramLabel = "KIND",
            description = "sobol, morris, oat or prcc (default: what the design is made for).")
    private @Nullable String index;

    @Option(names = "--level", defaultValue = "0.95", description = "Of intervals (default: ${DEFAULT-VALUE}).")
    private double level;

    @Option(names = "--resamples", defaultValue = "1000", description = "Of the bootstrap (default: ${DEFAULT-VALUE}).")
    private int resamples;

    @Option(names = "--seed", defaultValue = "1", description = "Of the bootstrap (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--format", defaultValue = "text", description = "text, csv or json (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where tables and figures go (default: DIR/sensitivity).")
    private @Nullable Path out;

    @Option(names = "--no-figures", description = "Draw nothing.")
    private boolean noFigures;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var resampling = new Resampling(level, resamples, seed);
        SweepTable table = SweepTable.open(directory);
        Layout layout = Layout.of(table);
        if (index != null) {
            layout.check(Layout.Index.of(index));
        }
        List<Measure> measures = new ArrayList<>();
        for (String name : metrics.isEmpty() ? table.varying() : metrics) {
            measures.add(Measure.of(name, table.metrics()));
        }
        if (measures.isEmpty()) {
            throw new IllegalArgumentException(directory + ": no column of runs.csv has numbers that vary");
        }
        Sensitivity found = Sensitivity.of(table, layout, table.responses(measures), resampling);
        Path files = Files.createDirectories(out == null ? directory.resolve(ResultFiles.SENSITIVITY) : out);
        Files.write(files.resolve(found.index().id() + ".csv"), found.rows().bytes());
        if (!found.levels().isEmpty()) {
            Files.write(files.resolve("curves.csv"), found.curveRows().bytes());
        }
        if (!noFigures) {
            SensitivityFigures.write(found, files);
        }
        print(found, files);
        return Lode.DONE;
    }

    private void print(Sensitivity found, Path files) {
        PrintWriter page = spec.commandLine().getOut();
        switch (format) {
            case CSV -> page.print(found.rows());
            case JSON -> page.println(Json.text(tree(found)));
            case TEXT -> {
                page.println(found.index().id().toUpperCase(Locale.ROOT) + ", intervals at "
                        + (int) Math.rint(100 * level) + " %");
                page.println();
                found.text(WIDTH).forEach(page::println);
                if (!noFigures && found.metrics().size() > SensitivityFigures.MOST) {
                    page.println("note: the figure shows the first " + SensitivityFigures.MOST + " of "
                            + found.metrics().size() + " metrics; choose with --metric");
                }
                page.println(files);
            }
        }
        if (format != Format.TEXT) {
            found.notes().forEach(note -> spec.commandLine().getErr().println("note: " + note));
        }
    }

    private static Map<String, Object> tree(Sensitivity found) {
        List<Object> effects = new ArrayList<>();
        for (Effect effect : found.effects()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("metric", effect.metric());
            entry.put("factor", effect.factor());
            entry.put("index", effect.index());
            entry.put("estimate", finite(effect.interval().estimate()));
            entry.put("low", finite(effect.interval().low()));
            entry.put("high", finite(effect.interval().high()));
            entry.put("p", finite(effect.p()));
            entry.put("n", effect.n());
            effects.add(entry);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", found.index().id());
        tree.put("indices", effects);
        tree.put("notes", found.notes());
        return tree;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
