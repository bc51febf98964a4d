package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkovCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int lode(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("game.csv"), text);
        return Lode.execute(new PrintWriter(out, true), new PrintWriter(err, true), "markov", file.toString());
    }

    @Test
    void theEquilibriumComesWithItsRegret() throws IOException {
        assertThat(
                        lode(
                                "state,a_1,a_2,u_1,u_2,phi_s\ndelta,,,0.5,0.5,\ns,c,c,3,3,1\ns,c,d,0,5,1\ns,d,c,5,0,1\ns,d,d,1,1,1\n"))
                .isZero();
        assertThat(out.toString().lines())
                .contains("PLAY,s,1,c,0", "PLAY,s,1,d,1", "VALUE,s,2,2")
                .anyMatch(line -> line.startsWith("REGRET,"));
    }

    @Test
    void aWrongTableIsOneLineWithItsPlace() throws IOException {
        assertThat(lode("state,a_1,u_1,phi_s\ndelta,,0.5,\ns,c,oops,1\n")).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("game.csv:3: u_1 (oops) must be a finite number");
    }
}
