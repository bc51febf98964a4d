package org.lode.games.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lode.games.dynamics.MarkovEquilibrium;
import org.lode.games.dynamics.MarkovQuantalResponse;
import org.lode.games.dynamics.StochasticGame;

class StochasticGameFormatTest {
    private static final String DOOR = """
            state,a_US,u_US,phi_shut,phi_open
            delta,,0.9,,
            shut,stay,0,1,0
            shut,leave,-0.5,0,1
            open,rest,1,0,1
            """;

    private static StochasticGame read(String text) throws IOException {
        return StochasticGameFormat.read(new StringReader(text), "door.csv");
    }

    @Test
    void aTableOfStatesAndProfilesIsAGame() throws IOException {
        StochasticGame door = read(DOOR);
        assertThat(door.players()).isEqualTo(1);
        assertThat(door.states()).isEqualTo(2);
        assertThat(door.stateName(1)).isEqualTo("open");
        assertThat(door.actions(0, 0)).isEqualTo(2);
        assertThat(door.actionName(0, 0, 1)).isEqualTo("leave");
        assertThat(door.discount(0)).isEqualTo(0.9);
        MarkovEquilibrium found = MarkovQuantalResponse.solve(door, 1e-9, 5_000);
        assertThat(found.probability(0, 0, 1)).isEqualTo(1);
        assertThat(found.value(0, 0)).isCloseTo(8.5, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.9,, | 1.0,, | door.csv:2: discount factor of US (1.0) must be from 0 to below 1",
                "delta | gone | door.csv:2: state (gone) must be delta or one of shut, open",
                "delta,,0.9,, | '' | door.csv:5: no row has the state delta, for the discount factors",
                "stay,0,1,0 | stay,NaN,1,0 | door.csv:3: u_US (NaN) must be a finite number",
                "stay,0,1,0 | stay,0,0.5,0.4 | door.csv:3: chances of next states (sum 0.9) must add up to 1",
                "stay,0,1,0 | stay,0,2,-1 | door.csv:3: chance of open (-1.0) must be at least 0",
                "leave | stay | door.csv:4: this profile is repeated; first given in line 3",
                "stay,0,1,0 | stay,0,1 | door.csv:3: cells (4) must be 5, as in the header",
                "open,rest,1,0,1 | '' | door.csv:5: state open must have a row for each profile: found 0",
                "u_US | u_CN | door.csv:1: players with actions (US) must be those with payoffs (CN)",
                "a_US | b_US | 'door.csv:1: column 2 (b_US) must be state, or start with a_ (actions), u_ (payoffs) or phi_ (chances of next states)'",
            })
    void whatIsNoGameIsRefusedWithItsLine(String from, String to, String message) {
        String text = DOOR.replaceFirst(Pattern.quote(from), to);
        assertThat(text).isNotEqualTo(DOOR);
        assertThatIllegalArgumentException().isThrownBy(() -> read(text)).withMessage(message);
    }

    @Test
    void aMissingProfileIsRefused() {
        String two = """
                state,a_A,a_B,u_A,u_B,phi_s
                delta,,,0.5,0.5,
                s,x,x,1,1,1
                s,x,y,1,1,1
                s,y,x,1,1,1
                """;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(two))
                .withMessage("door.csv:5: state s must have a row for each profile: found 3, expected 4");
    }
}
