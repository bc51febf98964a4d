package org.lode.sim.cli;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lode.sim.config.Origin;
import org.lode.sim.report.Description;
import org.lode.sim.report.LatexTables;
import org.lode.sim.report.OddProtocol;
import org.lode.sim.world.ScenarioReader;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lode describe}: a scenario in words and tables. */
@Command(
        name = "describe",
        description = {
            "Print who plays with what strategies, the minerals, the clubs, the payoffs.",
            "With --parameters: every number with its unit, range, source and where it is written.",
            "With --schema: instead of a scenario, the JSON schema of a kind of file, for editors."
        },
        mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {
    private static final int WIDTH = 100;

    enum Format {
        TEXT,
        CSV,
        JSON
    }

    /** What is described: one or the other. */
    static final class Described {
        @Parameters(paramLabel = "SCENARIO", description = "A file of kind scenario.")
        private @Nullable Path file;

        @Option(names = "--schema", paramLabel = "KIND", description = "Print the JSON schema of a kind of file.")
        private @Nullable String kind;
    }

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Described described;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; csv is the table of parameters (default: text).")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(names = "--parameters", description = "List the parameters.")
    private boolean parameters;

    @Option(names = "--latex", description = "Print tables for a paper (LaTeX, booktabs and longtable).")
    private boolean latex;

    @Option(names = "--odd", description = "Print a draft of the ODD protocol (Grimm et al. 2020), in Markdown.")
    private boolean odd;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Change a value of the scenario; repeatable.")
    private List<String> settings = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (described.kind != null) {
            var origin = new Origin("--schema", 0);
            out.println(Json.text(ConfigKinds.named(described.kind, origin).schema()));
            return Lode.DONE;
        }
        ScenarioReader.Loaded loaded = ScenarioReader.read(requireNonNull(described.file), settings);
        var description = new Description(loaded);
        if (latex) {
            out.print(LatexTables.of(loaded, parameters));
        } else if (odd) {
            out.print(OddProtocol.of(loaded));
        } else if (format == Format.JSON) {
            out.println(Json.text(description.tree(parameters)));
        } else if (format == Format.CSV) {
            description.parameterRows().forEach(row -> out.println(csv(row)));
        } else {
            var lines = parameters ? description.parametersText(WIDTH) : description.text(WIDTH);
            lines.forEach(out::println);
        }
        return Lode.DONE;
    }

    /** Cells with commas, quotes or line breaks are quoted (RFC 4180). */
    private static String csv(List<String> row) {
        return String.join(
                ",",
                row.stream()
                        .map(cell -> cell.matches("(?s).*[\",\n\r].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                        .toList());
    }
}
