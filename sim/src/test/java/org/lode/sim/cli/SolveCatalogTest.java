package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lode.games.catalog.Catalog;
import org.lode.games.catalog.KnownGame;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;
import org.lode.games.format.GambitFormat;

/** Each game of the catalogue as a file in Gambit's format, through the command itself: its lines are the known equilibria. */
class SolveCatalogTest {
    @TempDir
    private Path folder;

    static Stream<String> games() {
        return Catalog.ALL.stream().map(KnownGame::id);
    }

    @ParameterizedTest
    @MethodSource("games")
    void theLinesAreTheKnownEquilibria(String id) throws IOException {
        KnownGame known = Catalog.named(id);
        StringBuilder text = new StringBuilder();
        GambitFormat.write(known.game(), text);
        Path file = Files.writeString(folder.resolve(id + ".nfg"), text);
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Lode.execute(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "solve",
                file.toString(),
                "--solver",
                "all",
                "--format",
                "csv");
        assertThat(code).as(err.toString()).isZero();
        List<double[]> lines = out.toString()
                .lines()
                .filter(line -> line.startsWith("NE,"))
                .map(line -> Stream.of(line.substring(3).split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        if (known.segments().isEmpty()) {
            assertThat(lines).hasSize(known.count());
        }
        for (MixedProfile profile : known.equilibria()) {
            double[] expected = flat(known.game(), profile);
            assertThat(lines)
                    .as("known equilibrium %s", profile)
                    .anySatisfy(line -> assertThat(line).containsExactly(expected, within(1e-9)));
        }
    }

    private static double[] flat(NormalForm game, MixedProfile profile) {
        List<Double> flat = new ArrayList<>();
        for (int player = 0; player < game.players(); player++) {
            for (int s = 0; s < game.strategies(player); s++) {
                flat.add(profile.probability(player, s));
            }
        }
        return flat.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
