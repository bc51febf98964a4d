package org.lode.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lode.sim.analysis.Cases;
import org.lode.sim.analysis.Discovery;
import org.lode.sim.analysis.Measure;
import org.lode.sim.analysis.Prim;
import org.lode.sim.analysis.SweepTable;
import org.lode.sim.analysis.Tree;
import org.lode.sim.report.DiscoveryFigures;
import org.lode.sim.report.DiscoveryLatex;
import org.lode.sim.results.ResultFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lode discover}: where in the space of a sweep's factors an outcome comes to pass. */
@Command(
        name = "discover",
        description = {
            "Say where in the space of a sweep's factors an outcome comes to pass: boxes (PRIM) and a tree (CART).",
            "Tables and figures go to DIR/discovery."
        },
        mixinStandardHelpOptions = true)
final class DiscoverCommand implements Callable<Integer> {
    enum Format {
        TEXT,
        CSV,
        JSON,
        LATEX
    }

    private static final int WIDTH = 100;
    /** Least share of the points in a leaf, unless told. */
    private static final double LEAF = 0.02;

    @Parameters(paramLabel = "DIR", description = "A finished sweep, or design.csv and runs.csv made elsewhere.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path directory;

    @Option(
            names = "--outcome",
            required = true,
            description = "What holds in a run or not: a column of runs.csv, one of = != < <= > >=, and a number or"
                    + " word: regime=dual-track, chainCostMean>1.1.")
    @SuppressWarnings("NullAway.Init")
    private String outcome;

    @Option(names = "--boxes", defaultValue = "2", description = "Boxes at most (default: ${DEFAULT-VALUE}).")
    private int boxes;

    @Option(
            names = "--alpha",
            defaultValue = "0.05",
            description = "Share of the points that one peel takes (default: ${DEFAULT-VALUE}).")
    private double alpha;

    @Option(
            names = "--mass",
            defaultValue = "0.05",
            description = "Share of all points that a box has at least (default: ${DEFAULT-VALUE}).")
    private double mass;

    @Option(names = "--depth", defaultValue = "4", description = "Of the tree, at most (default: ${DEFAULT-VALUE}).")
    private int depth;

    @Option(names = "--leaf", paramLabel = "N", description = "Points in a leaf at least (default: 2 %% of all).")
    private @Nullable Integer leaf;

    @Option(names = "--seed", defaultValue = "1", description = "Of cross-validation (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "text, csv, json or latex (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(names = "--out", paramLabel = "DIR", description = "Where tables and figures go (default: DIR/discovery).")
    private @Nullable Path out;

    @Option(names = "--no-figures", description = "Draw nothing.")
    private boolean noFigures;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var prim = new Prim(alpha, mass, boxes);
        SweepTable table = SweepTable.open(directory);
        Measure measure = Measure.of(outcome, table.metrics());
        Cases cases = Cases.of(table, table.responses(List.of(measure)).get(0));
        int least = leaf == null ? Math.max(1, (int) Math.ceil(LEAF * cases.count())) : leaf;
        Discovery found = Discovery.of(cases, prim, new Tree(depth, least, seed));
        Path files = Files.createDirectories(out == null ? directory.resolve(ResultFiles.DISCOVERY) : out);
        Files.write(files.resolve("boxes.csv"), found.boxRows().bytes());
        Files.write(files.resolve("peeling.csv"), found.pathRows().bytes());
        Files.write(files.resolve("tree.csv"), found.treeRows().bytes());
        Files.writeString(files.resolve("discovery.tex"), DiscoveryLatex.of(found));
        if (!noFigures) {
            DiscoveryFigures.write(found, files);
        }
        PrintWriter page = spec.commandLine().getOut();
        switch (format) {
            case CSV -> page.print(found.boxRows());
            case LATEX -> page.print(DiscoveryLatex.of(found));
            case JSON -> page.println(Json.text(tree(found)));
            case TEXT -> {
                found.text(WIDTH).forEach(page::println);
                page.println(files);
            }
        }
        return Lode.DONE;
    }

    private static Map<String, Object> tree(Discovery found) {
        List<Object> boxes = new ArrayList<>();
        for (Prim.Found box : found.boxes()) {
            List<Object> limits = new ArrayList<>();
            for (Prim.Limit limit : box.limits()) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("factor", limit.factor());
                entry.put("low", Double.isInfinite(limit.low()) ? null : limit.low());
                entry.put("high", Double.isInfinite(limit.high()) ? null : limit.high());
                entry.put("words", limit.words());
                entry.put("quasiP", limit.quasi());
                limits.add(entry);
            }
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("coverage", box.step().coverage());
            entry.put("density", box.step().density());
            entry.put("mass", box.step().mass());
            entry.put("points", box.cases());
            entry.put("limits", limits);
            boxes.add(entry);
        }
        List<Object> leaves = new ArrayList<>();
        for (Tree.Leaf leaf : found.leaves()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("density", leaf.mean());
            entry.put("coverage", found.coverage(leaf));
            entry.put("points", leaf.cases());
            entry.put("rules", leaf.rules());
            leaves.add(entry);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("outcome", found.cases().outcome());
        tree.put("points", found.cases().count());
        tree.put("share", found.overall());
        tree.put("boxes", boxes);
        tree.put("leaves", leaves);
        return tree;
    }
}
