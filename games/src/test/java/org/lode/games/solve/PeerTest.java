package org.lode.games.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.games.form.NormalForm;
import org.lode.games.format.GambitFormat;

/** Our counts beside those of lrsnash and Gambit, where they are installed; skipped where they are not. */
class PeerTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void lrsnashCountsAsManyExtremeEquilibria(long seed) throws IOException, InterruptedException {
        assumeTrue(installed("lrsnash"), "lrsnash is not on the PATH");
        NormalForm game = game(seed);
        StringBuilder text = new StringBuilder("%d %d\n".formatted(game.strategies(0), game.strategies(1)));
        for (int player = 0; player < 2; player++) {
            text.append('\n');
            for (int index = 0; index < game.profiles(); index++) {
                text.append((int) game.payoff(player, index))
                        .append((index + 1) % game.strategies(1) == 0 ? '\n' : ' ');
            }
        }
        String answer = run("lrsnash", file("game", text.toString()));
        Matcher count = Pattern.compile("umber of equilibria found: *(\\d+)").matcher(answer);
        assertThat(count.find()).as(answer).isTrue();
        assertThat(new VertexEnumeration().solve(game).equilibria()).hasSize(Integer.parseInt(count.group(1)));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void gambitListsAsManyExtremeEquilibria(long seed) throws IOException, InterruptedException {
        assumeTrue(installed("gambit-enummixed"), "gambit-enummixed is not on the PATH");
        NormalForm game = game(seed);
        StringBuilder text = new StringBuilder();
        GambitFormat.write(game, text);
        String answer = run("gambit-enummixed", "-q", file("game.nfg", text.toString()));
        long lines =
                answer.lines().filter(line -> line.startsWith("NE,")).distinct().count();
        assertThat(new VertexEnumeration().solve(game).equilibria()).hasSize((int) lines);
    }

    /** Payoffs from 0 to 3, so that most games are degenerate. */
    private static NormalForm game(long seed) {
        return NormalForm.of(
                new int[] {4, 5},
                new Random(seed).ints(40, 0, 4).asDoubleStream().toArray());
    }

    private static boolean installed(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return answer;
    }
}
