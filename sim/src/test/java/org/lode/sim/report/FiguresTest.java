package org.lode.sim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lode.sim.analysis.Recorded;
import org.lode.sim.analysis.RunSummary;
import org.lode.sim.lockin.Regime;

/** Figures and summary of four replications of three rounds, made by hand. */
class FiguresTest {
    private static final List<String> REGIMES = List.of("dual-track", "us-club", "china-centred");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @BeforeEach
    void fourReplications() throws IOException {
        System.setProperty("java.awt.headless", "true");
        var rounds = new StringBuilder(
                "point,replication,round,date,regime,wedge,chainCost,adoption.f,homePrice.x,poolPrice.x,homeRefined.x\n");
        var strategies = new StringBuilder("point,replication,round,date,actor,strategy,payoff,commitment.f\n");
        for (int r = 1; r <= 4; r++) {
            for (int t = 0; t < 3; t++) {
                String at = "0," + r + "," + t + ",2026-0" + (1 + 3 * t) + ",";
                rounds.append(at)
                        .append(REGIMES.get(r <= 3 ? t : 0))
                        .append(",1.5,1.1,0.")
                        .append(r);
                rounds.append(",10,").append(10 + r * t).append(",0.9\n");
                strategies
                        .append(at)
                        .append("US,")
                        .append(r <= t ? "deal" : "club")
                        .append(",1,0.");
                strategies.append(r == 1 && t == 2 ? 6 : 3).append('\n');
            }
        }
        write("rounds.csv.gz", rounds.toString());
        write("strategies.csv.gz", strategies.toString());
    }

    private void write(String name, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(directory.resolve(name)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Recorded recorded() throws IOException {
        return Recorded.read(directory).orElseThrow();
    }

    @Test
    void whatWasRecordedIsCountedByRound() throws IOException {
        Recorded recorded = recorded();
        assertThat(recorded.replications()).isEqualTo(4);
        assertThat(recorded.dates()).containsExactly("2026-01", "2026-04", "2026-07");
        assertThat(recorded.count(Regime.US_CLUB, 1)).isEqualTo(3);
        assertThat(recorded.at("poolPrice.x", 2)).containsExactly(12, 14, 16, 18);
        assertThat(recorded.count("US", recorded.strategies("US").indexOf("deal"), 2))
                .isEqualTo(2);
        assertThat(recorded.joined("US", "f", 0.5)).containsExactly(2);
    }

    @Test
    void everyFigureHasItsNumbersAndBothPictures() throws IOException {
        Path figures = directory.resolve("figures");
        List<Path> written = Figures.write(recorded(), figures);
        for (String name : List.of("regimes", "strategies", "prices", "clubs")) {
            assertThat(written)
                    .contains(
                            figures.resolve(name + ".csv"),
                            figures.resolve(name + ".svg"),
                            figures.resolve(name + ".png"));
            assertThat(Files.readString(figures.resolve(name + ".svg"))).contains("<svg");
            assertThat(ImageIO.read(figures.resolve(name + ".png").toFile()).getWidth())
                    .isGreaterThan(900);
        }
        assertThat(Files.readAllLines(figures.resolve("regimes.csv")))
                .contains("date,regime,share", "2026-04,us-club,0.75", "2026-07,china-centred,0.75");
        assertThat(Files.readAllLines(figures.resolve("prices.csv"))).contains("2026-07,x,pool,12.6,15,17.4");
    }

    @Test
    void theNumbersAreTheSameBytesEachTime() throws IOException {
        Figures.write(recorded(), directory.resolve("one"));
        Figures.write(recorded(), directory.resolve("two"));
        for (String name : List.of("regimes.csv", "strategies.csv", "prices.csv", "clubs.csv")) {
            assertThat(directory.resolve("one").resolve(name))
                    .hasSameBinaryContentAs(directory.resolve("two").resolve(name));
        }
    }

    @Test
    void theSummaryFitsTheWidthAndIsPlainAscii() throws IOException {
        for (int width : new int[] {60, 80, 120}) {
            List<String> lines = RunSummary.lines(
                    "toy", recorded(), List.of("Stage game of round 0: none."), List.of(), List.of(), width);
            assertThat(lines).allMatch(line -> line.length() <= width).allMatch(line -> line.matches("\\p{ASCII}*"));
            assertThat(lines.get(0)).isEqualTo("toy: 4 replications, 3 rounds from 2026-01 to 2026-07");
            assertThat(String.join(" ", lines)).contains("china-centred 75 %", "US 25 % 2026-07", "Lock-in");
        }
    }

    @Test
    void withoutReplicationsThereIsNothingToShow() throws IOException {
        write("rounds.csv.gz", "point,replication,round,date,regime,wedge\n");
        assertThat(Recorded.read(directory)).isEmpty();
    }
}
