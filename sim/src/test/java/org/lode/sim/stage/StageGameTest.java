package org.lode.sim.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.agents.instrument.Instrument;
import org.lode.games.form.NormalForm;
import org.lode.sim.chance.Streams;
import org.lode.sim.world.Lookahead;
import org.lode.sim.world.RandomScenarios;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.SmallScenarios;
import org.lode.sim.world.World;

/** The stage game by small tables is the stage game, and says what the model document says it does. */
class StageGameTest {
    private static final double EXACT = 1e-9;
    private static final Scenario BASELINE = SmallScenarios.baseline();

    private static World world(Scenario scenario, int rounds) {
        World world = new World(scenario, new Streams(7, 0, 0));
        int[] profile = scenario.startProfile();
        for (int round = 0; round < rounds; round++) {
            world.begin(profile);
            world.advance(profile, profile);
        }
        world.begin(profile);
        return world;
    }

    private static int[] random(SplittableRandom chance, int[] shape) {
        return Arrays.stream(shape).map(chance::nextInt).toArray();
    }

    @Test
    void tablesEqualBruteForceOnASmallScenario() {
        Scenario small = SmallScenarios.small(BASELINE, 2);
        StageGame game = new StageGame(world(small, 2));
        var chance = new SplittableRandom(1);
        for (int draw = 0; draw < 12; draw++) {
            int[] profile = random(chance, small.shape());
            for (int i = 0; i < small.choosers(); i++) {
                double expected = game.bruteForce(i, profile);
                assertThat(game.payoff(i, profile))
                        .isCloseTo(expected, within(EXACT * Math.max(1, Math.abs(expected))));
            }
        }
    }

    @Test
    void tablesEqualBruteForceOnTheBaseline() {
        StageGame game = new StageGame(world(BASELINE, 3));
        var chance = new SplittableRandom(2);
        for (int draw = 0; draw < 2; draw++) {
            int[] profile = random(chance, BASELINE.shape());
            for (int i = 0; i < BASELINE.choosers(); i++) {
                double expected = game.bruteForce(i, profile);
                assertThat(game.payoff(i, profile))
                        .isCloseTo(expected, within(EXACT * Math.max(1, Math.abs(expected))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void tablesEqualBruteForceWhereverEveryInstrumentIsUsed(int seed) {
        Scenario drawn = RandomScenarios.draw(BASELINE, seed, 3, 4);
        assertThat(RandomScenarios.used(drawn)).hasSameSizeAs(Instrument.values());
        StageGame game = new StageGame(world(drawn, seed % 3));
        game.refresh(drawn.startProfile());
        var chance = new SplittableRandom(seed);
        double apart = 0;
        for (int draw = 0; draw < 4; draw++) {
            int[] profile = random(chance, drawn.shape());
            for (int i = 0; i < drawn.choosers(); i++) {
                double expected = game.bruteForce(i, profile);
                assertThat(game.payoff(i, profile))
                        .isCloseTo(expected, within(EXACT * Math.max(1, Math.abs(expected))));
                apart = Math.max(apart, Math.abs(expected));
            }
        }
        assertThat(apart).isGreaterThan(1e-3);
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13})
    void theWholeTableHoldsThePayoffsWhereverEveryInstrumentIsUsed(int seed) {
        Scenario drawn = RandomScenarios.draw(BASELINE, seed, 2, 3);
        World world = world(drawn, 1);
        StageGame game = new StageGame(world);
        NormalForm table = new StageGame(world).table();
        var chance = new SplittableRandom(seed);
        for (int draw = 0; draw < 300; draw++) {
            int[] profile = random(chance, drawn.shape());
            for (int i = 0; i < drawn.choosers(); i++) {
                double expected = game.payoff(i, profile);
                assertThat(table.payoff(i, profile))
                        .isCloseTo(expected, within(EXACT * Math.max(1, Math.abs(expected))));
            }
        }
    }

    @Test
    void theWholeTableHoldsThePayoffsOfItsProfiles() {
        Scenario small = SmallScenarios.small(BASELINE, 2);
        World world = world(small, 1);
        NormalForm table = new StageGame(world).table();
        StageGame game = new StageGame(world);
        int[] shape = small.shape();
        int[] profile = new int[shape.length];
        double apart = 0;
        do {
            for (int i = 0; i < shape.length; i++) {
                double expected = game.payoff(i, profile);
                assertThat(table.payoff(i, profile)).isCloseTo(expected, within(EXACT));
                apart = Math.max(apart, Math.abs(expected));
            }
        } while (next(profile, shape));
        assertThat(apart).as("payoffs are not all nothing").isGreaterThan(1e-3);
        assertThat(table.playerName(0)).isEqualTo(small.actors().get(0).id());
    }

    private static boolean next(int[] profile, int[] shape) {
        for (int i = profile.length - 1; i >= 0; i--) {
            if (++profile[i] < shape[i]) {
                return true;
            }
            profile[i] = 0;
        }
        return false;
    }

    @Test
    void aTableThatWouldBeTooLargeIsRefusedWithItsSizeAndAWayOut() {
        Scenario large = SmallScenarios.large(BASELINE, 3);
        long size = 1;
        for (int strategies : large.shape()) {
            size *= strategies;
        }
        StageGame game = new StageGame(world(large, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(game::table)
                .withMessageContaining(Long.toString(size))
                .withMessageContaining("1048576")
                .withMessageContaining("logitReply");
        assertThat(game.payoff(0, large.startProfile())).isFinite();
    }

    @Test
    void aHorizonOfOneRoundHasNoTerminalValue() {
        Scenario shortSighted = SmallScenarios.baseline("foresight.horizon=1", "foresight.terminal=0");
        assertThat(new Lookahead(world(shortSighted, 0)).nodes()).isEqualTo(1);
        Scenario open = SmallScenarios.baseline("foresight.terminal=0");
        Lookahead within = new Lookahead(world(open, 0));
        Lookahead beyond = new Lookahead(world(BASELINE, 0));
        assertThat(beyond.nodes()).isGreaterThan(within.nodes());
        double inside = 0;
        for (int node = 0; node < within.nodes(); node++) {
            assertThat(beyond.weight(node)).isCloseTo(within.weight(node), within(1e-12));
            inside += within.weight(node);
        }
        double years = open.roundYears() * open.data().foresight().horizon();
        assertThat(inside).isLessThan(years).isGreaterThan(0.8 * years);
    }

    @Test
    void laterDatesSurviveLessAndACertainReversalPaysTheFallback() {
        World start = world(BASELINE, 0);
        var outlook = start.outlook(new Lookahead(start));
        outlook.refresh();
        double[] survival = outlook.survival();
        for (int node = 1; node < survival.length; node++) {
            assertThat(survival[node]).isLessThan(survival[node - 1]).isPositive();
        }
        Scenario hopeless = SmallScenarios.baseline("institutions.credibility.prior=100000");
        Scenario sure = SmallScenarios.baseline("institutions.credibility.prior=1e-12", "events=[]");
        int us = BASELINE.hegemon();
        int fallback = BASELINE.actors().get(us).fallback();
        int[] club = BASELINE.startProfile();
        int[] lapsed = club.clone();
        lapsed[us] = fallback;
        StageGame doubted = new StageGame(world(hopeless, 0));
        StageGame believed = new StageGame(world(sure, 0));
        StageGame between = new StageGame(world(BASELINE, 0));
        assertThat(lapsed).isNotEqualTo(club);
        for (int i = 0; i < club.length; i++) {
            assertThat(doubted.payoff(i, club)).isCloseTo(doubted.payoff(i, lapsed), within(1e-6));
        }
        double stillThere = Math.abs(between.payoff(us, club) - between.payoff(us, lapsed));
        assertThat(stillThere).isPositive();
        assertThat(Math.abs(believed.payoff(us, club) - believed.payoff(us, lapsed)))
                .isGreaterThan(stillThere);
    }

    @Test
    void payoffDifferencesDoNotDependOnTheReferencePath() {
        // Offers for ore are measured against those of the start, so that ore must not follow offers here.
        Scenario still = SmallScenarios.baseline("institutions.ore.rho=0");
        Scenario elsewhere = SmallScenarios.startingElsewhere(still);
        World here = new World(still, new Streams(7, 0, 0));
        World there = new World(elsewhere, new Streams(7, 0, 0));
        int[] last = BASELINE.startProfile();
        here.begin(last);
        there.begin(last);
        StageGame one = new StageGame(here);
        StageGame other = new StageGame(there);
        one.refresh(last); // what the hegemon falls back to hangs on what was played, not on the reference
        other.refresh(last);
        var chance = new SplittableRandom(3);
        double[] shift = new double[BASELINE.choosers()];
        double moved = 0;
        for (int i = 0; i < shift.length; i++) {
            shift[i] = other.payoff(i, last) - one.payoff(i, last);
            moved = Math.max(moved, Math.abs(shift[i]));
        }
        assertThat(moved).as("the references differ").isGreaterThan(1e-6);
        for (int draw = 0; draw < 20; draw++) {
            int[] profile = random(chance, BASELINE.shape());
            for (int i = 0; i < shift.length; i++) {
                assertThat(other.payoff(i, profile) - one.payoff(i, profile)).isCloseTo(shift[i], within(EXACT));
            }
        }
    }

    @Test
    void lookingAheadChangesNothing() {
        World watched = world(BASELINE, 1);
        World alone = world(BASELINE, 1);
        int[] profile = BASELINE.startProfile();
        StageGame game = new StageGame(watched);
        var chance = new SplittableRandom(4);
        for (int draw = 0; draw < 20; draw++) {
            int[] other = random(chance, BASELINE.shape());
            for (int i = 0; i < profile.length; i++) {
                game.payoff(i, other);
            }
        }
        for (int round = 0; round < 3; round++) {
            var one = watched.advance(profile, profile);
            var two = alone.advance(profile, profile);
            for (int m = 0; m < BASELINE.mineralCount(); m++) {
                assertThat(one.poolPrice(m)).isEqualTo(two.poolPrice(m));
                assertThat(one.homeRefined(m)).isEqualTo(two.homeRefined(m));
            }
            for (int i = 0; i < profile.length; i++) {
                assertThat(one.payoff(i)).isEqualTo(two.payoff(i));
            }
            watched.begin(profile);
            alone.begin(profile);
        }
    }

    @Test
    void refreshingSeesTheWorldAnew() {
        World world = world(BASELINE, 0);
        int[] profile = BASELINE.startProfile();
        StageGame kept = new StageGame(world);
        double before = kept.payoff(0, profile);
        world.advance(profile, profile);
        world.begin(profile);
        kept.refresh(profile);
        assertThat(kept.payoff(0, profile))
                .isEqualTo(new StageGame(world).payoff(0, profile))
                .isNotEqualTo(before);
    }

    @Test
    void componentsOneAtATimeAddUpToTheWhole() {
        World world = world(BASELINE, 1);
        int[] last = BASELINE.startProfile();
        int components = BASELINE.components().size();
        StageGame whole = new StageGame(world);
        whole.refresh(last);
        StageGame[] parts = new StageGame[components];
        for (int c = 0; c < components; c++) {
            int only = c;
            parts[c] = new StageGame(world, component -> component == only);
            parts[c].refresh(last, whole.fallback());
        }
        var chance = new SplittableRandom(5);
        for (int draw = 0; draw < 5; draw++) {
            int[] profile = random(chance, BASELINE.shape());
            for (int i = 0; i < last.length; i++) {
                double sum = 0;
                for (StageGame part : parts) {
                    sum += part.payoff(i, profile);
                }
                double all = whole.payoff(i, profile);
                assertThat(sum).isCloseTo(all, within(EXACT * Math.max(1, Math.abs(all))));
            }
        }
    }
}
