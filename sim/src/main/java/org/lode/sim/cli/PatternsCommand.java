package org.lode.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lode.sim.config.Nearest;
import org.lode.sim.pattern.PatternCheck;
import org.lode.sim.pattern.PatternFile;
import org.lode.sim.pattern.PatternRow;
import org.lode.sim.pattern.PatternRow.Verdict;
import org.lode.sim.report.PatternTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lode patterns}: the patterns that the world must show, each figure beside its band. */
@Command(
        name = "patterns",
        description = {
            "Hold the figures of the validation patterns against their frozen bands: pass, miss or absent.",
            "Exits 1 if a pattern that is listed as holding misses, with --strict if any does."
        },
        mixinStandardHelpOptions = true)
final class PatternsCommand implements Callable<Integer> {
    private static final int WIDTH = 120;

    enum Format {
        TEXT,
        CSV,
        JSON
    }

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Which, such as placebos dumping (default: all).")
    private List<String> names = new ArrayList<>();

    @Option(names = "--quick", description = "The smaller sizes of the file: minutes.")
    private boolean quick;

    @Option(names = "--strict", description = "Exit 1 if any figure misses its band.")
    private boolean strict;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "Of the table: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Format format;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            defaultValue = "configs/replications/patterns.yaml",
            description = "File of kind patterns (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of all chance (default: the file's).")
    private @Nullable Long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Threads (default: all cores).")
    private @Nullable Integer threads;

    @Option(names = "--quiet", description = "No progress on stderr.")
    private boolean quiet;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (workers < 1 || workers > 4096) {
            throw new ParameterException(spec.commandLine(), "--threads (" + workers + ") must be between 1 and 4096");
        }
        PatternFile patterns = PatternFile.read(file);
        Set<String> all = patterns.data().bands().keySet();
        for (String name : names) {
            if (!all.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(), "unknown pattern '" + name + "'" + Nearest.hint(name, all));
            }
        }
        PrintWriter err = spec.commandLine().getErr();
        long chance = seed == null ? patterns.data().seed() : seed;
        var check = new PatternCheck(patterns, quick, chance, workers, done -> {});
        List<PatternRow> rows = new ArrayList<>();
        for (String pattern : all) {
            if (names.isEmpty() || names.contains(pattern)) {
                if (!quiet) {
                    err.println("lode: " + pattern);
                    err.flush();
                }
                rows.addAll(check.rows(pattern));
            }
        }
        print(rows, check.notes());
        boolean failed = rows.stream()
                .anyMatch(row -> row.verdict() == Verdict.MISS && strict
                        || row.verdict() != Verdict.PASS && patterns.data().held(row));
        return failed ? Lode.FAILED : Lode.DONE;
    }

    private void print(List<PatternRow> rows, List<String> notes) {
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> PatternTable.text(rows, notes, WIDTH).forEach(out::println);
            case CSV -> out.print(PatternTable.csv(rows));
            case JSON -> out.println(Json.text(PatternTable.tree(rows, notes)));
        }
    }
}
