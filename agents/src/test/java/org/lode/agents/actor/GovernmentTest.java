package org.lode.agents.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lode.agents.decide.Uniform;
import org.lode.agents.instrument.Settings;
import org.lode.agents.instrument.Strategy;

class GovernmentTest {
    private static final List<Strategy> MENU = List.of(strategy("consult"), strategy("deal"));
    private static final Government FIRST = new Government("first", "one", List.of(1.0, 2.0), List.of(true, false));
    private static final Government SECOND =
            new Government("second", "another", List.of(3.0, 4.0), List.of(true, true));

    private static Strategy strategy(String id) {
        return new Strategy(id, id, YearMonth.of(2020, 1), YearMonth.of(2040, 1), Settings.neutral(1, 0, 0));
    }

    private static Actor actor(Government... governments) {
        return new Actor("US", "US", MENU, 0, -1, List.of(9.0, 9.0), List.of(governments), new Uniform());
    }

    @Test
    void whoGovernsSaysWhatIsWantedAndConsidered() {
        Actor actor = actor(FIRST, SECOND);
        assertThat(actor.weights(0)).containsExactly(1.0, 2.0);
        assertThat(actor.weights(1)).containsExactly(3.0, 4.0);
        assertThat(actor.considers(0, 1)).isFalse();
        assertThat(actor.considers(1, 1)).isTrue();
    }

    @Test
    void anActorWithoutGovernmentsWantsWhatItWantsAndConsidersAll() {
        assertThat(actor().weights(0)).containsExactly(9.0, 9.0);
        assertThat(actor().considers(0, 1)).isTrue();
    }

    @Test
    void aGovernmentMustConsiderSomething() {
        assertThatThrownBy(() -> new Government("idle", "idle", List.of(), List.of(false, false)))
                .hasMessage("strategies of government idle (none) must be at least one");
    }
}
