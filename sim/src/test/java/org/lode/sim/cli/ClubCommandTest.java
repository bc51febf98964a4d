package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lode.games.coalition.KnownClubs;
import org.lode.games.coalition.SymmetricClub;

class ClubCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int lode(String... args) {
        return Lode.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("club.csv"), text).toString();
    }

    /** Barrett's (1994) quadratic agreement of ten: every club of four is stable and no other. */
    private static String barrett() {
        SymmetricClub club = KnownClubs.barrettQuadratic(10, 100, 1, 0.25);
        StringBuilder text = new StringBuilder("members,a,b,c,d,e,f,g,h,i,j\n");
        for (long members = 0; members < 1024; members++) {
            StringBuilder names = new StringBuilder();
            StringBuilder payoffs = new StringBuilder();
            for (int actor = 0; actor < 10; actor++) {
                names.append(
                        (members >>> actor & 1) == 0 ? "" : (names.length() > 0 ? ";" : "") + (char) ('a' + actor));
                payoffs.append(',').append(club.payoff(actor, members));
            }
            text.append(names).append(payoffs).append('\n');
        }
        return text.toString();
    }

    @Test
    void everyStableMembershipIsALine() throws IOException {
        assertThat(lode("club", file(barrett()))).isZero();
        assertThat(out.toString().lines())
                .hasSize(210) // ten choose four
                .contains("STABLE,a;b;c;d", "STABLE,g;h;i;j")
                .allMatch(line -> line.matches("STABLE,[a-j](;[a-j]){3}"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void nobodyInIsAnEmptyList() throws IOException {
        assertThat(lode("club", file("members,a\n,1\na,0\n"))).isZero();
        assertThat(out.toString().lines()).containsExactly("STABLE,");
    }

    @Test
    void theIndifferentDoAsTold() throws IOException {
        String tie = file("members,a\n,1\na,1\n");
        assertThat(lode("club", tie, "--ties", "keep")).isZero();
        assertThat(out.toString().lines()).containsExactly("STABLE,", "STABLE,a");
        out.getBuffer().setLength(0);
        assertThat(lode("club", tie, "--ties", "join")).isZero();
        assertThat(out.toString().lines()).containsExactly("STABLE,a");
    }

    @Test
    void aWrongTableIsOneLineWithItsPlace() throws IOException {
        String path = file("members,a\n,1\na,nan\n");
        assertThat(lode("club", path)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .containsExactly("lode: " + path + ":3: payoff of a (nan) must be a finite number");
    }

    @Test
    void aMissingFileIsWrongInput() {
        assertThat(lode("club", folder.resolve("none.csv").toString())).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("none.csv: no such file");
    }
}
