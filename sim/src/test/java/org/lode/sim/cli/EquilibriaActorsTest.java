package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class EquilibriaActorsTest {
    private final StringWriter stdout = new StringWriter();

    private String equilibria(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "equilibria";
        all[1] = "../configs/scenarios/table-stag-hunt.yaml";
        System.arraycopy(words, 0, all, 2, words.length);
        int code = Lode.execute(new PrintWriter(stdout), new PrintWriter(stdout), all);
        assertThat(code).as(stdout.toString()).isZero();
        return stdout.toString();
    }

    /** Stag brings 4 or 0, hare 3: own effect +-1/2, interaction +-1, so a share of 1 / (1 + 1/4). */
    @Test
    void aTableSaysHowEachActorStands() {
        String scale = Double.toString(Math.sqrt(1.25));
        assertThat(equilibria("--actors", "--format", "csv"))
                .isEqualTo("actor,scale,leastScale,interaction,dominant\nhunter," + scale + ",0,0.8,\ngatherer," + scale
                        + ",0,0.8,\n");
    }

    @Test
    void theReportEndsWithIt() {
        assertThat(equilibria())
                .contains("  actor     scale  interaction  strictly dominant")
                .contains("Strictly dominant strategies: 0 of 2; median interaction share 0.80.");
    }

    @Test
    void jsonHasItBesideTheEquilibria() {
        assertThat(equilibria("--format", "json")).contains("\"equilibria\" :").contains("\"interaction\" : 0.8");
    }
}
