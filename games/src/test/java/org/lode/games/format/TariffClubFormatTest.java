package org.lode.games.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lode.games.coalition.MembershipGame;

class TariffClubFormatTest {
    private static TariffClubFormat.Named read(String text) throws IOException {
        return TariffClubFormat.read(new StringReader(text.replace('|', '\n')), "club.csv");
    }

    @Test
    void rowsAreMatchedToColumnsByName() throws IOException {
        TariffClubFormat.Named named = read("\uFEFFspillover,B,actor,cost,A,benefit|1,,B,5,20,2||2,10,A,1,0,4|");
        assertThat(named.names()).containsExactly("B", "A"); // as the columns stand
        MembershipGame game = named.club().apply(0.5);
        assertThat(game.payoff(0, 0b01)).isEqualTo(2 - 5 + 0.5 * 10); // B in, collects on A's exports
        assertThat(game.payoff(1, 0b01)).isEqualTo(1 - 0.5 * 10); // A out, gets B's spillover
        assertThat(game.payoff(1, 0b11)).isEqualTo(1 + 4 - 1);
        assertThat(named.club().keeps(0)).hasValue(3 / 20.0);
    }

    @Test
    void aHeaderIsKnownByItsActors() {
        assertThat(TariffClubFormat.isHeader("\uFEFFactor,cost")).isTrue();
        assertThat(TariffClubFormat.isHeader("members,actors")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "actor,cost,A|A,1,0 # 1: no column is called benefit; the columns are actor, cost, A",
                "actor,cost,benefit|x,1,1 # 1: columns of exports (0) must be 1 to 20, one per actor",
                "actor,cost,benefit,A,A|A,1,1,0,0 # 1: column A is repeated",
                "actor,cost,benefit,A;B|A,1,1,0 # 1: column 4 (A;B) must be a name without ';'",
                "actor,cost,benefit,A,B|A,1,1,0,2|C,1,1,0,2 # 3: actor (C) must be one of the columns of exports: A, B",
                "actor,cost,benefit,A,B|A,1,1,0,2|A,1,1,0,2 # 3: actor A is repeated; first given in line 2",
                "actor,cost,benefit,A,B|A,1,1,0,2 # 2: actor B has a column of exports to it and no row",
                "actor,cost,benefit,A,B|A,1,1,0 # 2: cells (4) must be 5, as in the header",
                "actor,cost,benefit,A,B|A,x,1,0,2 # 2: cost of A (x) must be a finite number",
                "actor,cost,benefit,A,B|A,1,,0,2 # 2: benefit of A (empty) must be a finite number",
                "actor,cost,benefit,A,B|A,1,1,0,Infinity # 2: exports of A to B (Infinity) must be a finite number",
                "actor,cost,benefit,A,B|A,1,1,0,-2 # 2: exports of A to B (-2) must be at least 0",
                "actor,cost,benefit,A,B|A,1,1,3,2 # 2: exports of A to A (3) must be 0 or empty",
                "actor,cost,benefit,A,B|A,1,1,\"0,2 # 2: a quote is not closed",
            })
    void whatIsNoClubIsRefusedWithItsLine(String text, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(text)).withMessage("club.csv:" + message);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TariffClubFormat.read(new StringReader(""), "club.csv"))
                .withMessageStartingWith("club.csv:1: the file is empty");
    }
}
