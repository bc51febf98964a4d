package org.lode.agents.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lode.games.form.NormalForm;

class ScriptedTest extends DecisionRuleContract {
    private static final NormalForm FOUR = NormalForm.of(new int[] {4}, 0, 0, 0, 0);

    @Override
    DecisionRule rule() {
        return new Scripted(List.of("s0", "s1", "s0"));
    }

    @Override
    boolean findsDominance() {
        return false; // it plays what it is told
    }

    @Test
    void itPlaysTheScriptAndKeepsItsLastLine() {
        var seen = new HandMadeSituation(FOUR, 0);
        var rule = new Scripted(List.of("s2", "s0", "s3"));
        int[] expected = {2, 0, 3, 3, 3};
        for (int strategy : expected) {
            int choice = rule.choose(seen, new SplittableRandom(1));
            assertThat(choice).isEqualTo(strategy);
            seen.played(choice);
        }
    }

    @Test
    void whatIsClosedIsReplacedByThePreviousOrElseTheFirstOpenOne() {
        var rule = new Scripted(List.of("s2"));
        assertThat(rule.choose(new HandMadeSituation(FOUR, 0).starting(3).closed(0, 2), new SplittableRandom(1)))
                .isEqualTo(3);
        assertThat(rule.choose(new HandMadeSituation(FOUR, 0).starting(3).closed(0, 0, 2, 3), new SplittableRandom(1)))
                .isEqualTo(1);
    }

    @Test
    void aNameThatIsNotOnTheMenuIsRefused() {
        assertThatThrownBy(() ->
                        new Scripted(List.of("forge")).choose(new HandMadeSituation(FOUR, 0), new SplittableRandom(1)))
                .hasMessage("strategies (forge) must be on the menu of actor 0");
    }

    @Test
    void anEmptyScriptIsRefused() {
        assertThatThrownBy(() -> new Scripted(List.of())).hasMessage("strategies ([]) must name at least one");
    }
}
