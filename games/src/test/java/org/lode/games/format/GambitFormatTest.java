package org.lode.games.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.games.form.NormalForm;
import org.lode.games.form.Rational;

class GambitFormatTest {
    @Test
    void inThePayoffVersionTheFirstPlayerVariesFastest() throws IOException {
        var game = read("NFG 1 R \"t\" { \"A\" \"B\" } { 2 3 }\n1 -1 2 -2 3 -3 4 -4 5 -5 6 -6");
        assertThat(game.payoff(0, new int[] {1, 0})).isEqualTo(2);
        assertThat(game.payoff(1, new int[] {0, 2})).isEqualTo(-5);
        assertThat(game.playerName(1)).isEqualTo("B");
        assertThat(game.strategyName(1, 2)).isEqualTo("3");
    }

    @Test
    void theOutcomeVersionLooksPayoffsUpAndZeroMeansNothing() throws IOException {
        var game = read("NFG 1 D \"say \\\"hi\\\"\" { \"A\" \"B\" }\n{ { \"u\" \"d\" } { \"l\" \"r\" } }\n\"comment\"\n"
                + "{ { \"win\" 1, 1/3 } { \"\" 2.5e1 -.5 } }\n1 2 0 1");
        assertThat(game.title()).isEqualTo("say \"hi\"");
        assertThat(game.payoff(0, new int[] {1, 0})).isEqualTo(25);
        assertThat(game.payoff(0, new int[] {0, 1})).isZero();
        assertThat(game.exactPayoff(1, 3)).isEqualTo(Rational.of(1, 3));
        assertThat(game.strategyName(0, 1)).isEqualTo("d");
    }

    @Test
    void decimalsAreReadExactly() throws IOException {
        var game = read("NFG 1 R \"\" { \"A\" } { 3 } 0.1 1e-2 7");
        assertThat(game.exactPayoff(0, 0)).isEqualTo(Rational.of(1, 10));
        assertThat(game.exactPayoff(0, 1)).isEqualTo(Rational.of(1, 100));
        assertThat(game.exactPayoff(0, 2)).isEqualTo(Rational.of(7));
        assertThat(game.payoff(0, 1)).isEqualTo(0.01);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsWrittenReadsBackEqual(long seed) throws IOException {
        var random = new Random(seed);
        int[] counts = {1 + random.nextInt(4), 1 + random.nextInt(3), 1 + random.nextInt(3)};
        double[] payoffs = new double[3 * NormalForm.profiles(counts)];
        for (int i = 0; i < payoffs.length; i++) {
            payoffs[i] = random.nextBoolean() ? random.nextInt(9) - 4 : random.nextGaussian() * Math.pow(10, seed * 9);
        }
        var game = NormalForm.of(counts, payoffs)
                .named("a \"b\" \\ c", java.util.List.of("x", "", "{"), java.util.List.of());
        var text = new StringBuilder();
        GambitFormat.write(game, text);
        assertThat(read(text.toString())).isEqualTo(game);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'', '1:1: expected NFG (a Gambit file starts with NFG), found '''''",
                "'EFG 2 R', '1:1: expected NFG (a Gambit file starts with NFG), found ''EFG'''",
                "'NFG 1 R \"t\" { \"A\" \"B\" } { 2 0 }', '1:29: strategies (0) of player 2 must be at least 1'",
                "'NFG 1 R \"t\" { \"A\" \"B\" } { 2 }', '1:29: expected strategies of player 2 of 2, found ''}'''",
                "'NFG 1 R \"t\" { \"A\" } { 2 2 } 1 2', '1:25: expected ''}'' after the strategies of 1 players, found ''2'''",
                "'NFG 1 R \"t\" { \"A\" } { 2 } 1 NaN', '1:29: expected a number such as 3, -0.25, 1e-3 or 2/3, found ''NaN'''",
                "'NFG 1 R \"t\" { \"A\" } { 2 } 1 1/0', '1:29: the fraction 1/0 has denominator 0'",
                "'NFG 1 R \"t\" { \"A\" } { 2 } 1 1e999', '1:29: the number 1e999 is outside the range of doubles'",
                "'NFG 1 R \"t\" { \"A\" } { 2 } 1 1e399', '1:29: the number 1e399 is outside the range of doubles'",
                "'NFG 1 R \"t\" { \"A\" } { 2 } 1', '1:28: expected payoff 2 of 2, found the end of the file'",
                "'NFG 1 R \"t\" { \"A\" } { 2 } 1 2 3', '1:31: expected the end of the file after 2 profiles of 1 player, found ''3'''",
                "'NFG 1 R \"t\" { \"A\" } { 2 } { { \"\" 1 } } 1 2', '1:42: expected an outcome from 0 to 1, found ''2'''",
                "'NFG 1 R \"t', '1:9: this quotation mark is never closed'",
            })
    void badTextIsRefusedWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(FormatException.class).hasMessage(message);
    }

    @Test
    void linesAreCounted() {
        assertThatThrownBy(() -> read("NFG 1 R\n\"t\"\n{ \"A\" }\r\n  { 2 }\n1\n  x"))
                .hasMessageStartingWith("6:3: expected a number");
    }

    @Test
    void aMillionMillionProfilesAreRefusedAtOnce() {
        assertThatThrownBy(() -> read("NFG 1 R \"t\" {" + " \"p\"".repeat(12) + " } {" + " 10".repeat(12) + " } 1 2"))
                .isInstanceOf(FormatException.class)
                .hasMessageEndingWith("payoffs (12000000000000) must be at most 2147483639 to fit a table");
    }

    @Test
    void aTableInCsvNamesPlayersAndStrategies() throws IOException {
        var game = TableFormat.read(
                new StringReader(
                        "Row,Column,payoff Row,payoff Column\nup,left,4,4\nup,right,0,1/3\n\ndown,left,3,0\ndown,\"right\",3,3\n"));
        assertThat(game.payoff(0, new int[] {1, 0})).isEqualTo(3);
        assertThat(game.exactPayoff(1, 1)).isEqualTo(Rational.of(1, 3));
        assertThat(game.strategyName(1, 1)).isEqualTo("right");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A,B,u|1:1: expected a header of players and as many payoff columns, found 3 columns",
                "A,u;x,1;x,2|3:1: this profile already has its payoffs in line 2",
                "A,u;x,1,2|2:1: expected 2 columns, found 3",
                "A,u;x,y|2:3: expected a number such as 3, -0.25, 1e-3 or 2/3, found 'y'",
                "A,B,u,v;x,y,1,2;z,w,1,1|4:1: expected 4 rows, one per profile, found 2",
                "A,u|2:1: expected a row per profile, found the end of the file",
            })
    void aBadTableIsRefusedWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> TableFormat.read(new StringReader(text.replace(';', '\n') + "\n")))
                .isInstanceOf(FormatException.class)
                .hasMessage(message);
    }

    @Test
    void numbersAreAsShortAsTheyCanBe() {
        assertThat(Numbers.text(0.1)).isEqualTo("0.1");
        assertThat(Numbers.text(-3)).isEqualTo("-3");
        assertThat(Numbers.text(-0.0)).isEqualTo("0");
        assertThat(Numbers.text(2.0E-3)).isEqualTo("0.002");
        assertThat(Numbers.text(2e23)).isEqualTo("2E23"); // 2.0000000000000003E23 before Java 19
        assertThat(Numbers.text(1.0 / 3)).isEqualTo("0.3333333333333333");
    }

    private static NormalForm read(String text) throws IOException {
        return GambitFormat.read(new StringReader(text));
    }
}
