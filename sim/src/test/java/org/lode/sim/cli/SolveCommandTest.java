package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolveCommandTest {
    private static final String STAG_HUNT =
            "NFG 1 R \"Stag hunt\" { \"A\" \"B\" } { { \"stag\" \"hare\" } { \"stag\" \"hare\" } }\n4 4 3 0 0 3 3 3\n";
    /** McKelvey and McLennan (1997): nine equilibria, the most that a regular game of this size can have. */
    private static final String NINE = "NFG 1 R \"McKelvey-McLennan\" { \"1\" \"2\" \"3\" } { 2 2 2 }\n"
            + "9 8 12 0 0 0 0 0 0 9 8 2 0 0 0 3 4 6 3 4 6 0 0 0\n";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int lode(String... args) {
        return Lode.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void csvHasALinePerEquilibrium() throws IOException {
        assertThat(lode("solve", file("g.nfg", STAG_HUNT), "--format", "csv")).isZero();
        assertThat(out.toString().lines()).containsExactly("NE,1,0,1,0", "NE,0.75,0.25,0.75,0.25", "NE,0,1,0,1");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theGameOfNineEquilibriaHasNine() throws IOException {
        assertThat(lode("solve", file("g.nfg", NINE), "--format", "csv")).isZero();
        assertThat(out.toString().lines())
                .hasSize(9)
                .contains("NE,0.4,0.6,0.5,0.5,0.3333333333333333,0.6666666666666666");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void jsonSaysHowWellAndHowFarItIsKnown() throws IOException {
        assertThat(lode("solve", file("g.nfg", STAG_HUNT), "--format", "json")).isZero();
        assertThat(out.toString())
                .contains(
                        "\"complete\" : true", "\"standing\" : \"strict\"", "\"regret\" : 0", "\"3/4\"", "\"method\"");
    }

    @Test
    void quantalResponsesAreNotCalledEquilibriaOfNash() throws IOException {
        assertThat(lode("solve", file("g.nfg", STAG_HUNT), "--solver", "qre=0", "--format", "csv"))
                .isZero();
        assertThat(out.toString()).isEqualTo("0,0.5,0.5,0.5,0.5" + System.lineSeparator());
    }

    @Test
    void frequenciesAreFitted() throws IOException {
        String game = file("ochs.nfg", "NFG 1 R \"\" { \"1\" \"2\" } { 2 2 } 1.1141 0 0 1.1141 0 1.1141 0.2785 0");
        String frequencies = file("f.csv", "67.456,60.544\n46.848,81.152\n");
        assertThat(lode("solve", game, "--solver", "qre-mle=" + frequencies)).isZero();
        assertThat(out.toString()).startsWith("lambda 1.845");
    }

    @Test
    void tablesAreReadAndDominatedStrategiesNamed() throws IOException {
        String dilemma = file("d.csv", "A,B,pA,pB\nc,c,3,3\nc,d,0,5\nd,c,5,0\nd,d,1,1\n");
        assertThat(lode("solve", dilemma, "--solver", "dominance")).isZero();
        assertThat(out.toString()).contains("A: c strictly dominated", "B: d survives");
        assertThat(lode("solve", dilemma, "--eliminate", "--format", "csv")).isZero();
        assertThat(out.toString()).contains("NE,0,1,0,1");
    }

    @Test
    void aSolverThatDoesNotApplyNamesOneThatDoes() throws IOException {
        assertThat(lode("solve", file("g.nfg", NINE), "--solver", "lemke-howson"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("takes two players, not 3", "solver one");
    }

    @Test
    void aBrokenFileIsNamedWithLineAndColumn() throws IOException {
        String broken = file("b.nfg", "NFG 1 R \"t\" { \"A\" } { 2 }\n1 x");
        assertThat(lode("solve", broken)).isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo("lode: " + broken + ":2:3: expected a number such as 3, -0.25, 1e-3 or 2/3, found 'x'");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void lotteriesAreListedWithTheirWelfare() throws IOException {
        assertThat(lode("solve", file("g.nfg", STAG_HUNT), "--solver", "correlated"))
                .isZero();
        assertThat(out.toString()).contains("correlated equilibrium, best: welfare 8");
    }

    @Test
    void aGameOfTheCatalogueIsExportedAndReadBack() throws IOException {
        String copy = folder.resolve("horse.nfg").toString();
        assertThat(lode("solve", "catalog:mckelvey-mclennan", "--export-nfg", copy, "--format", "csv"))
                .isZero();
        String first = out.toString();
        out.getBuffer().setLength(0);
        assertThat(lode("solve", copy, "--format", "csv")).isZero();
        assertThat(out.toString()).isEqualTo(first);
        assertThat(first.lines()).hasSize(9);
        assertThat(lode("solve", "catalog:unknown")).isEqualTo(2);
        assertThat(err.toString()).contains("game (unknown) must be one of the catalogue: prisoners-dilemma");
    }
}
