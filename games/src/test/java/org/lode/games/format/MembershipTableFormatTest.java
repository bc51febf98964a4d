package org.lode.games.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lode.games.coalition.MembershipTable;

class MembershipTableFormatTest {
    private static final String PAIR = "members,US,JP\n,0,0\nUS,1,2\nJP,3,4\nUS;JP,5,6\n";

    private static MembershipTable read(String text) throws IOException {
        return MembershipTableFormat.read(new StringReader(text), "pair.csv");
    }

    @Test
    void rowsComeInAnyOrderAndNamesToo() throws IOException {
        MembershipTable table = read("US,members,JP\r\n5,JP;US,6\r\n0,,0\r\n\r\n3,JP,4\r\n1,\"US\",2\r\n");
        assertThat(table.names()).containsExactly("US", "JP");
        assertThat(table.payoff(0, 0b11)).isEqualTo(5);
        assertThat(table.payoff(1, 0b10)).isEqualTo(4);
        assertThat(table.payoff(1, 0b01)).isEqualTo(2);
        assertThat(table.text(0b11)).isEqualTo("US;JP");
        assertThat(table.text(0)).isEmpty();
    }

    @Test
    void aTableOfElevenActorsSpansChunks() throws IOException {
        StringBuilder text = new StringBuilder("members,a,b,c,d,e,f,g,h,i,j,k\n");
        for (int members = (1 << 11) - 1; members >= 0; members--) {
            StringBuilder names = new StringBuilder();
            StringBuilder payoffs = new StringBuilder();
            for (int i = 0; i < 11; i++) {
                names.append((members >>> i & 1) != 0 ? (names.length() > 0 ? ";" : "") + (char) ('a' + i) : "");
                payoffs.append(',').append(members * 11 + i);
            }
            text.append(names).append(payoffs).append('\n');
        }
        MembershipTable table = read(text.toString());
        for (int members = 0; members < 1 << 11; members++) {
            for (int i = 0; i < 11; i++) {
                assertThat(table.payoff(i, members)).isEqualTo(members * 11 + i);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JP,3,4 | US,9,9 | pair.csv:4: membership (US) is repeated; first given in line 3",
                "JP,3,4\\n | '' | pair.csv:4: membership (JP) is missing; 2 actors have 4 memberships, found 3",
                "JP,3,4 | CN,3,4 | pair.csv:4: member (CN) is not an actor; the actors are US, JP",
                "JP,3,4 | JP,NaN,4 | pair.csv:4: payoff of US (NaN) must be a finite number",
                "JP,3,4 | JP,3,Infinity | pair.csv:4: payoff of JP (Infinity) must be a finite number",
                "JP,3,4 | JP,3, | pair.csv:4: payoff of JP (empty) must be a finite number",
                "JP,3,4 | JP,3,4f | pair.csv:4: payoff of JP (4f) must be a finite number",
                "JP,3,4 | JP,3 | pair.csv:4: cells (2) must be 3: members and one payoff per actor",
                "JP,3,4 | JP;JP,3,4 | pair.csv:4: member JP is named twice in JP;JP",
                "JP,3,4 | JP;,3,4 | pair.csv:4: member (empty) is not an actor; the actors are US, JP",
                "members,US,JP | members,US,US | pair.csv:1: column US is repeated",
                "members,US,JP | clubs,US,JP | pair.csv:1: no column is called members; the columns are clubs, US, JP",
                "members,US,JP | members | pair.csv:1: actors (0) must be 1 to 20 for a table of all memberships",
                "JP,3,4 | \"JP,3,4 | pair.csv:4: a quote is not closed",
            })
    void whatIsNotACompleteTableIsRefusedWithItsLine(String from, String to, String message) {
        String text = PAIR.replace(from.replace("\\n", "\n"), to);
        assertThat(text).isNotEqualTo(PAIR);
        assertThatIllegalArgumentException().isThrownBy(() -> read(text)).withMessage(message);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(""))
                .withMessageStartingWith("pair.csv:1: the file is empty");
    }
}
