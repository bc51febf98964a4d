package org.lode.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lode.sim.chance.Streams;

/** Small states join one by one, by increasing or diminishing returns to adoption (Arthur 1989), in the model's own code. */
class JoiningTest {
    private static final int SEEDS = 24;
    private static final int ROUNDS = 80;

    /** Final shares of the three clubs among those who joined, in a world where nobody else does anything. */
    private static double[][] shares(String returns) {
        Scenario scenario = Baseline.with(
                "institutions.joining.returns=" + returns,
                "institutions.joining.aloof=0",
                "institutions.joining.base=0.000001",
                "institutions.joining.pace=2",
                "institutions.joining.states=60",
                "feedbacks.rulePower=0", // rules in force pull small states too; here adoption alone shall
                "events=[]");
        double[][] shares = new double[SEEDS][];
        Scenario neutral = Trial.minimal(scenario, Map.of());
        for (int seed = 0; seed < SEEDS; seed++) {
            World world = new World(neutral, new Streams(seed, 0, 0));
            int[] profile = new int[neutral.choosers()];
            Arrays.fill(world.state().commitment, 0);
            Arrays.fill(world.state().adoption, 0.1);
            Arrays.fill(world.state().joined, 20);
            for (int round = 0; round < ROUNDS; round++) {
                world.begin(profile);
                world.advance(profile, profile);
            }
            double all = 0;
            for (int joined : world.state().joined) {
                all += joined;
            }
            shares[seed] = new double[neutral.clubCount()];
            for (int g = 0; g < shares[seed].length; g++) {
                shares[seed][g] = world.state().joined[g] / Math.max(1, all);
            }
        }
        return shares;
    }

    private static double meanLargest(double[][] shares) {
        double sum = 0;
        for (double[] one : shares) {
            sum += Math.max(one[0], Math.max(one[1], one[2]));
        }
        return sum / shares.length;
    }

    @Test
    void increasingReturnsLockInAndDiminishingReturnsShare() {
        double[][] increasing = shares("3");
        double[][] diminishing = shares("0.3");
        assertThat(meanLargest(increasing)).isGreaterThan(0.85);
        assertThat(meanLargest(diminishing)).isLessThan(0.6);
        boolean[] won = new boolean[3];
        for (double[] one : increasing) {
            for (int g = 0; g < 3; g++) {
                won[g] |= one[g] > 0.8;
            }
        }
        assertThat(won).as("who wins is not settled beforehand").containsOnly(true);
    }

    @Test
    void everyStateIsInOneClubOrNone() {
        Trial trial = Baseline.trial(30);
        int inside = 0;
        for (int joined : trial.world.state().joined) {
            assertThat(joined).isGreaterThanOrEqualTo(0);
            inside += joined;
        }
        int states = trial.scenario.data().institutions().joining().states();
        assertThat(inside).isLessThanOrEqualTo(states);
        int rest = trial.actor("ROW");
        for (int g = 0; g < trial.scenario.clubCount(); g++) {
            assertThat(trial.world.state().commitment[rest * trial.scenario.clubCount() + g])
                    .isCloseTo(trial.world.state().joined[g] / (double) states, within(1e-12));
        }
    }
}
