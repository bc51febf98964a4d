package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd files are read rightly or refused in one line that says what is not supported. */
class GameFileTest {
    private static final String PENNIES =
            "NFG 1 R \"\" { \"a, b\" \"c\" } { { \"x,y\" \"z\" } { \"u\" \"v\" } }\n" + "1 -1 -1 1 -1 1 1 -1\n";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int lode(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Lode.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private String odd(String name) throws IOException {
        try (InputStream bytes = GameFileTest.class.getResourceAsStream("syntax/" + name)) {
            return Files.write(folder.resolve(name), bytes.readAllBytes()).toString();
        }
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private void assertRefused(int code, String... parts) {
        assertThat(code).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).hasLineCount(1).contains(parts).doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            08_no_title.nfg | :1:9: expected a name in quotation marks
            13_dec_frac.nfg | :3:1: expected a number such as 3, -0.25, 1e-3 or 2/3, found '1.5/2'
            21_latin1.nfg   | not a UTF-8 text; other encodings
            22_utf16.nfg    | UTF-16
            49_efg.efg      | an extensive form (.efg) is not supported
            """)
    void whatIsNotReadIsRefusedWithTheReason(String name, String reason) throws IOException {
        assertRefused(lode("solve", odd(name)), name, reason);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', textBlock = """
            ~#AGG~, agg
            ~#BAGG~, bagg
            EFG 2 R, efg
            """)
    void otherFormatsAreNamedWhateverTheFileIsCalled(String word, String format) throws IOException {
        assertRefused(lode("solve", file("game.nfg", word + "\n2\n")), "(." + format + ") is not supported");
        assertRefused(lode("solve", file("game." + format, "")), "(." + format + ") is not supported");
    }

    @Test
    void bracesAndCommasInNamesAreNames() throws IOException {
        assertThat(lode("solve", odd("07_title_braces.nfg"), "--solver", "dominance", "--format", "csv"))
                .isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "A{1},1,strictly dominated",
                        "A{1},2,survives", "\"B,2\",1,strictly dominated", "\"B,2\",2,survives");
    }

    @Test
    void aLineBreakInANameStaysInTheDataAndIsABlankInReports() throws IOException {
        String file = odd("42_newline_in_name.nfg");
        assertThat(lode("solve", file, "--format", "json")).isZero();
        JsonNode tree = new ObjectMapper().readTree(out.toString());
        assertThat(tree.get("players").get(1).get("name").asText()).isEqualTo("C\nD");
        assertThat(lode("solve", file)).isZero();
        assertThat(out.toString()).contains("   C D: 2\n", "   A B: 2\n");
    }

    @Test
    void namesAreQuotedInEveryCsv() throws IOException {
        String game = file("g.nfg", PENNIES);
        assertThat(lode("solve", game, "--solver", "correlated", "--format", "csv"))
                .isZero();
        assertThat(out.toString()).contains("correlated,best,\"x,y\",u,0.25");
        String markov = file("m.csv", "state,\"a_1,2\",\"u_1,2\",phi_s\ndelta,,0.5,\ns,\"a \"\"b\"\"\",1,1\ns,c,0,1\n");
        assertThat(lode("markov", markov)).isZero();
        assertThat(out.toString()).contains("PLAY,s,\"1,2\",\"a \"\"b\"\"\",1", "REGRETSHARE,0");
        String club = file("c.csv", "members,\"A,B\"\n,0\n\"A,B\",1\n");
        assertThat(lode("club", club)).isZero();
        assertThat(out.toString().strip()).isEqualTo("STABLE,\"A,B\"");
    }

    @Test
    void nothingFoundIsARowThatSaysSo() throws IOException {
        assertThat(lode("solve", file("g.nfg", PENNIES), "--solver", "pure", "--format", "csv"))
                .isZero();
        assertThat(out.toString().strip()).isEqualTo("NONE,\"pure profiles, all checked\"");
        String cycle = file("c.csv", "members,A,B\n,0,0\nA,1,0\nB,0,-1\nA;B,-1,1\n");
        assertThat(lode("club", cycle)).isZero();
        assertThat(out.toString().strip()).isEqualTo("NONE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "1e308", "-1e101"})
    void payoffsThatArithmeticOverflowsAreRefusedWhereTheyAreRead(String payoff) throws IOException {
        String nfg = "NFG 1 R \"\" { \"a\" \"b\" } { 1 2 }\n1 2\n3 " + payoff + "\n";
        assertRefused(lode("solve", file("g.nfg", nfg)), "g.nfg:3:3: ", payoff);
        String outcomes = "NFG 1 R \"\" { \"a\" \"b\" } { 1 1 }\n{ { \"o\" 1 " + payoff + " } }\n1\n";
        assertRefused(lode("solve", file("o.nfg", outcomes)), "o.nfg:2:11: ", payoff);
        assertRefused(lode("solve", file("g.csv", "a,b,ua,ub\nx,y,1," + payoff + "\n")), "g.csv:2:7: ", payoff);
        String markov = "state,a_1,u_1,phi_s\ndelta,,0.5,\ns,c,1,1\ns,d," + payoff + ",1\n";
        assertRefused(lode("markov", file("m.csv", markov)), "m.csv:4: u_1 (" + payoff + ") must be");
        String club = "members,A\n,0\nA," + payoff + "\n";
        assertRefused(lode("club", file("c.csv", club)), "c.csv:3: payoff of A (" + payoff + ") must be");
    }

    @Test
    void anUnknownSolverIsToldAllThereAre() throws IOException {
        assertRefused(
                lode("solve", file("g.nfg", PENNIES), "--solver", "nash"),
                "solver (nash) must be one of pure, all, one, support, lemke-howson, vertices, intervals, qre=LAMBDA,"
                        + " qre-path, qre-mle=FREQUENCIES.csv, correlated, dominance, replicator, stable,"
                        + " stochastic-stability, alpha-rank, fictitious-play, repeated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pure",
                "all",
                "one",
                "support",
                "lemke-howson",
                "vertices",
                "intervals",
                "qre=0",
                "replicator",
                "stochastic-stability",
                "alpha-rank=0",
                "fictitious-play=100",
                "qre-path"
            })
    void eliminationHoldsForEverySolver(String solver) throws IOException {
        // The second strategy of each dominates the third; without it this is a coordination game.
        String game = file(
                "g.csv",
                "A,B,ua,ub\nx,x,2,2\nx,y,0,0\nx,z,0,-1\ny,x,0,0\ny,y,1,1\ny,z,5,0\nz,x,-1,0\nz,y,0,5\nz,z,0,0\n");
        assertThat(lode("solve", game, "--solver", solver, "--eliminate", "--format", "csv"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString().lines()).isNotEmpty().allSatisfy(line -> {
            String[] cells = line.split(",");
            assertThat(cells[cells.length - 1]).isEqualTo("0");
            assertThat(cells[cells.length - 4]).isEqualTo("0");
        });
    }

    @Test
    void aBranchSaysWhereItStops() throws IOException {
        String units = file("u.nfg", "NFG 1 R \"\" { \"A\" \"B\" } { 2 2 }\n0.15 0 0 1e12 0 1e12 0.05 0\n");
        assertThat(lode("solve", units, "--solver", "qre-path")).isZero();
        assertThat(out.toString()).contains("the branch ", " lambda ", " of a player's range of payoffs");
        assertThat(lode("solve", units, "--solver", "qre-path", "--format", "csv"))
                .isZero();
        assertThat(err.toString()).startsWith("lode: the branch ").hasLineCount(1);
    }

    @Test
    void otherEncodingsAreNamedByEveryCommand() throws IOException {
        byte[] latin = "a,b,ua,ub\nx,\u00e9,1,2\n".getBytes(StandardCharsets.ISO_8859_1);
        String table = Files.write(folder.resolve("latin.csv"), latin).toString();
        for (String command : new String[] {"solve", "markov", "club"}) {
            assertRefused(lode(command, table), "latin.csv: not a UTF-8 text; other encodings");
        }
    }
}
