package org.lode.agents.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lode.games.form.NormalForm;

/** What precision means in every rule that has one: at 0 what is wanted does not matter. */
class PrecisionTest {
    /** Matching pennies of Ochs (1995, game 2) with a third strategy, closed in the tests; no equilibrium is pure. */
    private static final NormalForm PENNIES = NormalForm.of(new int[] {3, 2}, 9, 0, 0, 1, 99, 99, 0, 1, 1, 0, 50, 50);

    private static final int DRAWS = 4000;

    /** Each rule with a precision, nothing but which holds it to what it played. */
    private static final List<DoubleFunction<DecisionRule>> RULES = List.of(
            LogitReply::new,
            lambda -> new FictitiousPlay(lambda, 0.9, false),
            lambda -> new LevelK(2, lambda, false),
            Qre::new,
            lambda -> new Nash(Nash.Selection.RISK_DOMINANCE, lambda),
            lambda -> new BayesianReply(lambda, 0.5, 0.1, 0.5));

    static List<DoubleFunction<DecisionRule>> rules() {
        return RULES;
    }

    @Test
    void noRuleWithAPrecisionIsForgotten() {
        var precise = DecisionRules.ALL.stream()
                .filter(type -> Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getName().equals("lambda")))
                .toList();
        assertThat(RULES.stream().<Class<?>>map(rule -> rule.apply(1).getClass()))
                .containsExactlyInAnyOrderElementsOf(precise);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void atPrecisionZeroAllOpenStrategiesAreEquallyLikely(DoubleFunction<DecisionRule> rule) {
        assertThat(first(rule.apply(0))).isCloseTo(0.5, within(0.03));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aboveItTheyAreNot(DoubleFunction<DecisionRule> rule) {
        assertThat(Math.abs(first(rule.apply(0.5)) - 0.5)).isGreaterThan(0.05);
    }

    @Test
    void aRuleSaysItsPrecisionWhereItsReplyHangsOnIt() {
        assertThat(new LogitReply(3).precision()).hasValue(3);
        assertThat(new Qre(4).precision()).hasValue(4);
        assertThat(new BayesianReply(5, 0.5, 0.1, 0.5).precision()).hasValue(5);
        assertThat(new FictitiousPlay(6, 1, false).precision()).hasValue(6);
        assertThat(new LevelK(1, 7, false).precision()).hasValue(7);
        assertThat(new FictitiousPlay(6, 1, true).precision()).as("best reply").isEmpty();
        assertThat(new LevelK(1, 7, true).precision()).as("best reply").isEmpty();
        assertThat(new BestReply(1).precision()).isEmpty();
    }

    @Test
    void aBestReplyTakesNoNoticeOfThePrecision() {
        var seen = new HandMadeSituation(PENNIES, 0).played(1, 0).closed(0, 2);
        for (int seed = 0; seed < 50; seed++) {
            var random = new SplittableRandom(seed);
            assertThat(new FictitiousPlay(0, 1, true).choose(seen, random)).isZero();
            assertThat(new LevelK(1, 0, true).choose(seen, random)).isZero();
        }
    }

    /** Share of draws that take the first strategy. */
    private static double first(DecisionRule rule) {
        var seen = new HandMadeSituation(PENNIES, 0).played(1, 0).closed(0, 2);
        var random = new SplittableRandom(4);
        double first = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            first += rule.choose(seen, random) == 0 ? 1 : 0;
        }
        return first / DRAWS;
    }
}
