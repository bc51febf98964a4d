package org.lode.sim.hypothesis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lode.sim.results.Hashes;
import org.lode.sim.results.ResultDirectory;
import org.lode.sim.results.ResultFiles;
import org.lode.sim.run.Progress;

/** Computes the runs of a result directory of hypotheses again and compares every row, and the answers if all were computed. */
public final class HypothesisVerification {
    private HypothesisVerification() {}

    /** Number of simulations that a directory holds. */
    public static long runs(Path directory) {
        return experiment(HypothesisResults.of(directory), false).runs();
    }

    private static Experiment experiment(HypothesisResults results, boolean placebo) {
        return new Experiment(results.hypotheses(), results.quick(), results.seed(), placebo);
    }

    /**
     * Verifies a directory.
     *
     * @param sample how many runs to compute again at least; all if there are no more
     * @param threads at least 1
     * @return one line for each difference
     */
    public static List<String> differences(Path directory, long sample, int threads, Progress progress)
            throws IOException {
        ResultDirectory made = ResultDirectory.open(directory);
        List<String> differences = new ArrayList<>(made.damage());
        HypothesisResults results = HypothesisResults.of(directory);
        boolean all = sample >= runs(directory);
        boolean placebo = all && made.has(ResultFiles.PLACEBO);
        Experiment experiment = experiment(results, placebo);
        List<Experiment.Runs> runs =
                all ? experiment.run(threads, progress) : experiment.sample(sample, threads, progress);
        for (Experiment.Runs each : runs) {
            String file = HypothesisResults.file(each.hypothesis());
            Set<String> recorded = lines(directory.resolve(file));
            List<String> computed =
                    HypothesisResults.rows(each).toString().lines().toList();
            long missing =
                    computed.stream().filter(row -> !recorded.contains(row)).count();
            if (missing > 0 || all && computed.size() != recorded.size()) {
                differences.add(file + ": " + missing + " of " + computed.size() + " rows computed again differ");
            }
        }
        if (all) {
            var judge = new Judge(results.seed());
            List<Answer> answers = runs.stream().map(judge::answer).toList();
            Map<String, String> files = new LinkedHashMap<>();
            files.put(
                    HypothesisResults.ANSWERS,
                    HypothesisResults.answers(answers).toString());
            files.put(
                    HypothesisResults.FIGURES,
                    HypothesisResults.figures(answers).toString());
            files.put(
                    HypothesisResults.ASSUMPTIONS,
                    HypothesisResults.assumptions(answers).toString());
            files.put(ResultFiles.FAILURES, HypothesisResults.failures(answers).toString());
            if (placebo) {
                files.put(
                        ResultFiles.PLACEBO, HypothesisResults.placebos(answers).toString());
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                if (!Files.readString(directory.resolve(file.getKey())).equals(file.getValue())) {
                    differences.add(file.getKey() + ": is not what its runs give");
                }
            }
        }
        return differences;
    }

    private static Set<String> lines(Path file) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(Hashes.content(file), StandardCharsets.UTF_8))) {
            return new LinkedHashSet<>(reader.lines().toList());
        }
    }
}
