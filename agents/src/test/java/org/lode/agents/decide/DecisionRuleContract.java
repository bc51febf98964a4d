package org.lode.agents.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.games.form.NormalForm;

/** What holds for every decision rule; each rule's test inherits it. */
abstract class DecisionRuleContract {
    /** Dominance-solvable: the second strategy is dominant for both (a prisoners' dilemma, Tucker 1950). */
    static final NormalForm DILEMMA = NormalForm.of(new int[] {2, 2}, 3, 0, 5, 1, 3, 5, 0, 1);

    /** The rule with usual settings. */
    abstract DecisionRule rule();

    /** The rule as precise as it gets. */
    DecisionRule precise() {
        return rule();
    }

    /** Whether the rule, at its most precise, plays a dominant strategy after a few rounds of the dilemma. */
    boolean findsDominance() {
        return true;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theChoiceIsAlwaysOpen(int seed) {
        HandMadeSituation seen = randomSituation(seed);
        var random = new SplittableRandom(seed);
        for (int draw = 0; draw < 20; draw++) {
            int choice = rule().choose(seen, random);
            assertThat(choice).isBetween(0, seen.strategies(seen.actor()) - 1);
            assertThat(seen.open(seen.actor(), choice)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void theSameChanceGivesTheSameChoice(int seed) {
        for (int stream = 0; stream < 20; stream++) {
            assertThat(rule().choose(randomSituation(seed), new SplittableRandom(stream)))
                    .isEqualTo(rule().choose(randomSituation(seed), new SplittableRandom(stream)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void whatIsSeenStaysAsItWas(int seed) {
        HandMadeSituation seen = randomSituation(seed);
        String before = seen.state();
        rule().choose(seen, new SplittableRandom(seed));
        assertThat(seen.state()).isEqualTo(before);
    }

    @Test
    void aSingleOpenStrategyIsTaken() {
        var seen = new HandMadeSituation(DILEMMA, 0).played(1, 0).closed(0, 1);
        for (int stream = 0; stream < 20; stream++) {
            assertThat(rule().choose(seen, new SplittableRandom(stream))).isZero();
        }
    }

    @Test
    void aDominantStrategyIsFound() {
        if (!findsDominance()) {
            return;
        }
        var seen = new HandMadeSituation(DILEMMA, 0).played(0, 0).played(0, 1).played(0, 0);
        int found = 0;
        for (int stream = 0; stream < 100; stream++) {
            found += precise().choose(seen, new SplittableRandom(stream));
        }
        assertThat(found).as("of 100 draws").isGreaterThanOrEqualTo(99);
    }

    @Test
    void itsNameIsOnTheList() {
        assertThat(DecisionRules.ALL).contains(rule().getClass());
        assertThat(rule().name()).matches("[a-z][A-Za-z]+");
    }

    /** Three actors with menus of 2 to 4, payoffs in 0..1, up to four past rounds, some strategies closed since. */
    private static HandMadeSituation randomSituation(int seed) {
        var random = new SplittableRandom(seed);
        int[] counts = {2 + random.nextInt(3), 2 + random.nextInt(3), 2 + random.nextInt(3)};
        double[] payoffs = new double[3 * NormalForm.profiles(counts)];
        for (int cell = 0; cell < payoffs.length; cell++) {
            payoffs[cell] = random.nextDouble();
        }
        var seen = new HandMadeSituation(NormalForm.of(counts, payoffs), random.nextInt(3)).hegemon(0, 0);
        for (int round = random.nextInt(5); round > 0; round--) {
            seen.played(random.nextInt(counts[0]), random.nextInt(counts[1]), random.nextInt(counts[2]));
        }
        for (int actor = 0; actor < 3; actor++) {
            int kept = random.nextInt(counts[actor]);
            for (int s = 0; s < counts[actor]; s++) {
                if (s != kept && random.nextInt(3) == 0) {
                    seen.closed(actor, s);
                }
            }
        }
        return seen;
    }
}
