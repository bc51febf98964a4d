package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningReportTest {
    private static final double[][] ZEEMAN = {{0, 6, -4}, {-3, 0, 5}, {-1, 3, 0}};
    private static final double[][] COORDINATION = {{2, 0}, {0, 1}};

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    /** Solves a symmetric game and returns the lines printed. */
    private List<String> solve(double[][] matrix, String... options) throws IOException {
        int n = matrix.length;
        StringBuilder text = new StringBuilder("NFG 1 R \"symmetric\" { \"1\" \"2\" } { " + n + " " + n + " }\n");
        for (int column = 0; column < n; column++) {
            for (int row = 0; row < n; row++) { // Gambit's order: the first player's strategy fastest
                text.append(' ').append(matrix[row][column]).append(' ').append(matrix[column][row]);
            }
        }
        Path file = Files.writeString(folder.resolve("game.nfg"), text);
        String[] args = new String[options.length + 2];
        args[0] = "solve";
        args[1] = file.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        out.getBuffer().setLength(0);
        assertThat(Lode.execute(new PrintWriter(out, true), new PrintWriter(err, true), args))
                .as(err.toString())
                .isZero();
        return out.toString().lines().toList();
    }

    @Test
    void stableListsTheEvolutionarilyStableStrategies() throws IOException {
        assertThat(solve(ZEEMAN, "--solver", "stable", "--format", "csv")).containsExactly("NE,1,0,0,1,0,0");
        assertThat(solve(COORDINATION, "--solver", "stable", "--format", "csv"))
                .containsExactly("NE,1,0,1,0", "NE,0,1,0,1");
        assertThat(solve(new double[][] {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}}, "--solver", "stable"))
                .contains("none");
    }

    @Test
    void theReplicatorReachesBothConventions() throws IOException {
        List<String> ends = solve(COORDINATION, "--solver", "replicator", "--format", "csv");
        assertThat(ends)
                .hasSize(2)
                .allMatch(line -> line.matches("REST,0\\.\\d+,\\S+,[\\d.E-]+,[\\d.E-]+,[\\d.E-]+,[\\d.E-]+"));
    }

    @Test
    void matchingPenniesIsNoRestForTheReplicator() throws IOException {
        double[][] hawkless = {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}};
        assertThat(solve(hawkless, "--solver", "replicator", "--format", "csv"))
                .anyMatch(line -> line.startsWith("MOVING,"));
    }

    @Test
    void mistakesSelectAConvention() throws IOException {
        double[][] game = {{2, 0}, {0, 1}};
        assertThat(solve(game, "--solver", "stochastic-stability=logit", "--format", "csv"))
                .containsExactly("STABLE,1,0,1,0,1,0"); // leaving the worse convention costs 1, the better one 2
        assertThat(solve(game, "--solver", "stochastic-stability", "--format", "csv"))
                .containsExactly("STABLE,1,0,1,0,1,0", "STABLE,1,0,0,1,0,1"); // one mistake either way
    }

    @Test
    void alphaRankSortsProfilesByTime() throws IOException {
        List<String> ranks = solve(COORDINATION, "--solver", "alpha-rank", "--format", "text");
        assertThat(ranks).hasSize(3);
        assertThat(ranks.get(1)).startsWith("RANK  share 0.").contains("regret 0");
        assertThat(solve(COORDINATION, "--solver", "alpha-rank=0", "--format", "csv"))
                .hasSize(4)
                .allMatch(line -> line.startsWith("RANK,0.25"));
    }

    @Test
    void fictitiousPlayPrintsItsRegret() throws IOException {
        solve(ZEEMAN, "--solver", "fictitious-play=1000", "--format", "json");
        JsonNode state =
                new ObjectMapper().readTree(out.toString()).get("states").get(0);
        assertThat(state.get("kind").asText()).isEqualTo("PLAY");
        assertThat(state.get("rounds").asInt()).isBetween(1, 1000);
        assertThat(state.get("regret").asDouble()).isNotNegative();
    }

    /** Friedman (1971): cooperation in the dilemma takes (T - R) / (T - P) = 1/7. */
    @Test
    void repetitionSustainsCooperation() throws IOException {
        double[][] dilemma = {{9, 1}, {10, 3}};
        List<String> lines = solve(dilemma, "--solver", "repeated=0.5", "--format", "csv");
        assertThat(lines).contains("PAYOFFS,9,9", "PAYOFFS,3,3", "SUSTAINED,0,0,1,0,1");
        assertThat(lines).anyMatch(line -> line.matches("SUSTAINED,0\\.142857\\d*,1,0,1,0"));
        assertThat(solve(dilemma, "--solver", "repeated=0.1", "--format", "csv"))
                .containsExactly("PAYOFFS,3,3", "SUSTAINED,0,0,1,0,1");
    }

    @Test
    void whatDoesNotApplyIsRefused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("asymmetric.nfg"), "NFG 1 R \"a\" { \"1\" \"2\" } { 2 2 }\n1 2 3 4 5 6 7 8\n");
        for (String solver : List.of(
                "stable",
                "alpha-rank=x",
                "stochastic-stability=maybe",
                "fictitious-play=0.5",
                "repeated",
                "repeated=1")) {
            err.getBuffer().setLength(0);
            int code = Lode.execute(
                    new PrintWriter(out, true),
                    new PrintWriter(err, true),
                    "solve",
                    file.toString(),
                    "--solver",
                    solver);
            assertThat(code).isEqualTo(2);
            assertThat(err.toString()).hasLineCount(1).startsWith("lode: ");
        }
    }
}
