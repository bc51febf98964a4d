package org.lode.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.sim.chance.Streams;

/** What policies build and bind holds them in place, each wire with a dial: 0 cuts it. */
class FeedbacksTest {
    private static final double EXACT = 1e-12;
    private static final double YEARS = 0.5;

    private static Scenario dials(double constituency, double contracts) {
        return Baseline.with(
                "feedbacks.constituency=" + constituency,
                "feedbacks.contracts=" + contracts,
                "feedbacks.strengths.constituency=0.7",
                "feedbacks.strengths.contracts=1.1");
    }

    private static WorldState built(Scenario scenario) {
        WorldState state = new World(scenario, new Streams(1, 0, 0)).state();
        state.constituency = 0.6;
        state.bound[1] = 0.4;
        return state;
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "0, 1", "1, 1", "2, 0.5"})
    void constituencyAndContractsSlowTheFadingOfCommitments(double constituency, double contracts) {
        Scenario scenario = dials(constituency, contracts);
        double fading = Baseline.SCENARIO.data().institutions().fading();
        var embedding = new Embedding(scenario);
        double held = contracts * 1.1 * 0.4 + constituency * 0.7 * 0.6;
        assertThat(embedding.fading(built(scenario), 1))
                .isCloseTo(fading * YEARS * StrictMath.exp(-held), within(EXACT));
        assertThat(embedding.fading(built(scenario), 2))
                .as("nothing bound")
                .isCloseTo(fading * YEARS * StrictMath.exp(-constituency * 0.7 * 0.6), within(EXACT));
        assertThat(embedding.rising())
                .as("growth is not held")
                .isEqualTo(Baseline.SCENARIO.data().institutions().embedding() * YEARS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 2})
    void aConstituencyLowersTheHazardOfReversal(double dial) {
        Scenario scenario = dials(dial, 1);
        WorldState state = built(scenario);
        var view = new ProfileView(scenario, state);
        view.show(scenario.startProfile());
        var institutions = new Institutions(scenario);
        institutions.believe(state, view);
        double plain = state.reversals / state.yearsInForce;
        assertThat(institutions.held(state)).isCloseTo(StrictMath.exp(-dial * 0.7 * 0.6), within(EXACT));
        assertThat(state.beliefs.reversalHazard).isCloseTo(plain * StrictMath.exp(-dial * 0.7 * 0.6), within(EXACT));
    }

    @Test
    void aConstituencyIsCapacityGainedOutsideTheDominantSupplierOverItsTarget() {
        Scenario scenario = Baseline.with("feedbacks.strengths.target=0.2");
        World world = new World(scenario, new Streams(1, 0, 0));
        WorldState state = world.state();
        var institutions = new Institutions(scenario);
        ProfileView view = world.view();
        view.show(scenario.startProfile());
        institutions.settle(state, view, 0, new SplittableRandom(1), new SplittableRandom(2));
        assertThat(state.constituency).as("nothing built").isZero();
        int dominated = 0;
        for (int m = 0; m < scenario.mineralCount(); m++) {
            dominated += scenario.minerals[m].home >= 0 ? 1 : 0;
        }
        state.refinedAtStart[0] += 0.1; // as if its share had fallen by a tenth since
        institutions.settle(state, view, 0, new SplittableRandom(1), new SplittableRandom(2));
        assertThat(state.constituency).isCloseTo(0.5 / dominated, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 2})
    void trustMakesClubsCheaperAndTheHegemonBelieved(double dial) {
        Scenario scenario = Baseline.with("feedbacks.trust=" + dial, "feedbacks.strengths.trust=0.3");
        World world = new World(scenario, new Streams(1, 0, 0));
        world.state().beliefs.reversalHazard = 0.2;
        int us = scenario.hegemon();
        int japan = 1;
        int n = scenario.actors().size();
        int forge = scenario.hegemonClub;
        double neutral = scenario.data().institutions().hostility().trustNeutral();
        for (double trust : new double[] {0, neutral, 0.9}) {
            world.state().trust[japan * n + us] = trust;
            ProfileView view = world.view();
            view.show(scenario.startProfile());
            assertThat(view.leader(forge)).isEqualTo(us);
            double effect = dial * 0.3 * 2 * (trust - neutral);
            assertThat(view.friction(japan, forge)).isCloseTo(1 - effect, within(EXACT));
            assertThat(view.friction(us, forge)).as("the leader itself").isEqualTo(1);
            assertThat(view.credibility(japan)).isCloseTo(StrictMath.exp(-0.2 * (1 - effect)), within(EXACT));
            assertThat(view.credibility(us)).isCloseTo(StrictMath.exp(-0.2), within(EXACT));
        }
    }

    /** Small states inside the home club after rounds in which the power of its rules stands still. */
    private static int followers(double dial, double power) {
        Scenario scenario = Baseline.with(
                "feedbacks.rulePower=" + dial,
                "feedbacks.strengths.rules=3",
                "institutions.rulePower.conversion=0",
                "institutions.rulePower.western=0",
                "institutions.joining.states=1000");
        World world = new World(scenario, new Streams(1, 0, 0));
        world.state().rulePowerHome = power;
        world.state().rulePowerWest = 0;
        ProfileView view = world.view();
        view.show(scenario.startProfile());
        var institutions = new Institutions(scenario);
        var chance = new SplittableRandom(5);
        for (int round = 0; round < 6; round++) {
            institutions.settle(world.state(), view, 0, chance, new SplittableRandom(2));
        }
        return world.state().joined[scenario.homeClub];
    }

    @Test
    void rulesPullSmallStatesUnlessTheDialCutsThem() {
        assertThat(followers(0, 1)).isEqualTo(followers(0, 0));
        assertThat(followers(1, 0)).isEqualTo(followers(0, 0));
        int mild = followers(1, 1);
        assertThat(mild).isGreaterThan(followers(0, 1) + 20);
        assertThat(followers(2, 1)).isGreaterThan(mild);
    }

    /** Everything that a forced course through a world shows of itself. */
    private static List<double[]> course(String... settings) {
        Scenario scenario = Baseline.with(settings);
        World world = new World(scenario, new Streams(11, 0, 1));
        int[] profile = scenario.startProfile();
        List<double[]> shown = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            if (round == 2) { // some leave, so that commitments fade
                Arrays.setAll(profile, i -> 0);
            }
            world.begin(profile);
            Outcome outcome = world.advance(profile, profile);
            double[] row = new double[scenario.choosers()];
            Arrays.setAll(row, outcome::payoff);
            shown.add(row);
            shown.add(world.state().commitment.clone());
            shown.add(new double[] {world.state().beliefs.reversalHazard});
        }
        return shown;
    }

    private static boolean same(List<double[]> one, List<double[]> other) {
        for (int at = 0; at < one.size(); at++) {
            if (!Arrays.equals(one.get(at), other.get(at))) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @CsvSource({
        "constituency, strengths.constituency, 0.3, 2",
        "contracts, strengths.contracts, 0.3, 2",
        "trust, strengths.trust, 0.2, 0.8",
        "rulePower, strengths.rules, 0, 3",
        "certifiedSupply, strengths.certified, 0.3, 2",
        "clusterLearning, strengths.capital, 0, 2"
    })
    void aDialAtZeroCutsItsWireWhateverItsStrength(String dial, String strength, double weak, double strong) {
        String by = "feedbacks." + strength + "=";
        String cut = "feedbacks." + dial + "=0";
        String whole = "feedbacks." + dial + "=1";
        assertThat(same(course(cut, by + weak), course(cut, by + strong)))
                .as("cut")
                .isTrue();
        assertThat(same(course(whole, by + weak), course(whole, by + strong)))
                .as("a wire that is whole is felt")
                .isFalse();
    }

    @Test
    void theDialsOfWorthReachThePayoffs() {
        for (String dial : new String[] {"network", "rulePower"}) {
            assertThat(same(course("feedbacks." + dial + "=0"), course("feedbacks." + dial + "=1")))
                    .as(dial)
                    .isFalse();
        }
    }
}
