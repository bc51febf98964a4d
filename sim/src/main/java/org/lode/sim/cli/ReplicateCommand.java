package org.lode.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Nearest;
import org.lode.sim.replication.Comparison;
import org.lode.sim.replication.ReplicationFile;
import org.lode.sim.replication.ReplicationTable;
import org.lode.sim.world.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lode replicate}: published results, computed again by the model's own code. */
@Command(
        name = "replicate",
        description = {
            "Compute published results again by the code that the model uses, and print published beside computed,",
            "with tolerance and pass or miss; the exit code is 1 if one misses. See docs/replications.md."
        },
        mixinStandardHelpOptions = true)
final class ReplicateCommand implements Callable<Integer> {
    private static final int WIDTH = 120;

    enum Format {
        TEXT,
        CSV,
        JSON
    }

    @Parameters(paramLabel = "V", arity = "0..*", description = "Which, such as V1 V4 (default: all).")
    private List<String> ids = new ArrayList<>();

    @Option(
            names = "--published",
            paramLabel = "DIR",
            defaultValue = "configs/replications",
            description = "Directory with the files of kind replication (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path published;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<Comparison> rows = new ArrayList<>();
        for (ReplicationFile replication : chosen()) {
            rows.addAll(replication.compare());
        }
        var table = new ReplicationTable(rows);
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            out.println(Json.text(Map.of("figures", table.tree())));
        } else {
            (format == Format.CSV ? table.csv() : table.text(WIDTH)).forEach(out::println);
        }
        return table.count(Comparison.Verdict.MISS) > 0 ? Lode.FAILED : Lode.DONE;
    }

    private List<ReplicationFile> chosen() throws IOException {
        if (!Files.isDirectory(published)) {
            throw new NoSuchFileException(published.toString());
        }
        List<Path> files;
        try (Stream<Path> entries = Files.list(published)) {
            files = entries.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        Map<String, ReplicationFile> all = new LinkedHashMap<>();
        for (Path file : files) {
            MapNode tree = ScenarioReader.tree(file);
            if (tree.find("kind").isPresent() && tree.text("kind").equals("replication")) {
                ReplicationFile replication =
                        ReplicationFile.bind(tree, file, false).replication();
                String id = replication.data().id();
                if (all.putIfAbsent(id, replication) != null) {
                    throw new IllegalArgumentException(file + ": id (" + id + ") is that of another file too");
                }
            }
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("directory (" + published + ") must hold files of kind replication");
        }
        for (String id : ids) {
            if (!all.containsKey(id)) {
                throw new ParameterException(
                        spec.commandLine(), "unknown replication '" + id + "'" + Nearest.hint(id, all.keySet()));
            }
        }
        return all.values().stream()
                .filter(each -> ids.isEmpty() || ids.contains(each.data().id()))
                .toList();
    }
}
