package org.lode.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Provenance;
import org.lode.sim.world.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lode validate}: reads configuration files and says what is wrong with them. */
@Command(
        name = "validate",
        description = {
            "Check configuration files of any kind; directories are walked.",
            "One line per problem on stderr: FILE:LINE: what was found and what is allowed."
        },
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "YAML or JSON files, or directories of them.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private List<Path> files;

    @Option(names = "--sources", description = "Demand a source of every number that has a unit.")
    private boolean sources;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        boolean wrong = false;
        for (Path file : walked(files)) {
            try {
                MapNode tree = ScenarioReader.tree(file);
                Provenance numbers = ConfigKinds.of(tree).check(tree, file, sources);
                out.println(file + ": ok (" + tree.text("kind") + ", "
                        + numbers.parameters().size() + " parameters, "
                        + numbers.ranged().size() + " with ranges)");
            } catch (ConfigException e) {
                wrong = true;
                e.problems().forEach(err::println);
            }
        }
        return wrong ? Lode.WRONG_INPUT : Lode.DONE;
    }

    /** The files named, and those under the directories named, in the order of their names; no JSON schemas. */
    static List<Path> walked(List<Path> named) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            int before = files.size();
            try (Stream<Path> under = Files.walk(path)) {
                under.filter(Files::isRegularFile)
                        .filter(ValidateCommand::isConfiguration)
                        .sorted()
                        .forEach(files::add);
            }
            if (files.size() == before) {
                throw new IllegalArgumentException("directory (" + path + ") must hold .yaml, .yml or .json files");
            }
        }
        return files;
    }

    private static boolean isConfiguration(Path file) {
        String name = String.valueOf(file.getFileName());
        return (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"))
                && !name.endsWith(".schema.json");
    }
}
