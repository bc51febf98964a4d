package org.lode.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Settings;
import org.lode.sim.chance.Streams;

/** What a look-ahead sees of institutions is what the world's rounds would make of them, one law for both. */
class ProjectionTest {
    private static final double EXACT = 1e-12;
    /** Without what policies build and bind, so that the part of a gap that a round closes stands still. */
    private static final Scenario FREE = Baseline.with("feedbacks.contracts=0", "feedbacks.constituency=0");

    private static final int[] DATES = {1, 4, 9};
    private static final double[] WEIGHTS = {0.5, 1, 0.25};

    private final World world = new World(FREE, new Streams(7, 0, 0));
    private final WorldState state = world.state();
    private final Institutions institutions = new Institutions(FREE);

    private static int[] profile(int seed) {
        var chance = new SplittableRandom(seed);
        return Arrays.stream(FREE.shape()).map(chance::nextInt).toArray();
    }

    private void settle(int[] profile) {
        ProfileView view = new ProfileView(FREE, state);
        view.show(profile);
        institutions.settle(state, view, 0, new SplittableRandom(1), new SplittableRandom(2));
    }

    private static double part(Settings settings, int club) {
        return Math.max(settings.of(Instrument.JOIN, club), settings.of(Instrument.LEAD, club));
    }

    /** Where the profile takes a commitment, worked out from the menus. */
    private static double target(int[] profile, int actor, int club) {
        boolean led = false;
        for (int i = 0; i < profile.length; i++) {
            led |= FREE.actors().get(i).menu().get(profile[i]).settings().of(Instrument.LEAD, club) > 0;
        }
        Settings own = FREE.actors().get(actor).menu().get(profile[actor]).settings();
        double all = 0;
        for (int g = 0; g < FREE.clubCount(); g++) {
            all += part(own, g);
        }
        double factor = led ? 1 : FREE.data().clubs().get(club).leaderless();
        return factor * part(own, club) / Math.max(1, all);
    }

    private static double rate(double target, double now) {
        var rules = FREE.data().institutions();
        return (target > now ? rules.embedding() : rules.fading()) * FREE.roundYears();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void roundsOfOneProfileCloseAGapGeometrically(int seed) {
        int[] profile = profile(seed);
        double[] start = state.commitment.clone();
        double moved = 0;
        for (int n = 1; n <= 12; n++) {
            settle(profile);
            for (int i = 0; i < profile.length; i++) {
                for (int g = 0; g < FREE.clubCount(); g++) {
                    int at = i * FREE.clubCount() + g;
                    double target = target(profile, i, g);
                    double left = StrictMath.pow(1 - rate(target, start[at]), n);
                    assertThat(state.commitment[at])
                            .as("round %s, actor %s, club %s", n, i, g)
                            .isCloseTo(target + (start[at] - target) * left, within(EXACT));
                    moved = Math.max(moved, Math.abs(state.commitment[at] - start[at]));
                }
            }
        }
        assertThat(moved).isGreaterThan(0.1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aProjectionIsTheWeightedMeanOfTheRoundsItStandsFor(int seed) {
        int[] profile = profile(seed);
        var projection = projection(WEIGHTS);
        var ahead = new ProfileView(FREE, state, projection);
        ahead.show(profile);
        int clubs = FREE.clubCount();
        double[] seen = new double[profile.length * clubs];
        double[] adopted = new double[clubs];
        double[] rest = new double[clubs];
        for (int g = 0; g < clubs; g++) {
            for (int i = 0; i < profile.length; i++) {
                seen[i * clubs + g] = ahead.commitment(i, g);
            }
            adopted[g] = ahead.adoption(g);
            rest[g] = FREE.adoptionWeight[profile.length] * state.commitment[profile.length * clubs + g];
        }
        double[] mean = new double[seen.length];
        double weights = Arrays.stream(WEIGHTS).sum();
        for (int n = 1, date = 0; date < DATES.length; n++) {
            settle(profile);
            if (n == DATES[date]) {
                for (int at = 0; at < mean.length; at++) {
                    mean[at] += WEIGHTS[date] / weights * state.commitment[at];
                }
                date++;
            }
        }
        for (int at = 0; at < mean.length; at++) {
            assertThat(seen[at]).isCloseTo(mean[at], within(EXACT));
        }
        for (int g = 0; g < clubs; g++) {
            double sum = rest[g];
            for (int i = 0; i < profile.length; i++) {
                sum += FREE.adoptionWeight[i] * mean[i * clubs + g];
            }
            assertThat(adopted[g]).as("adoption adds them up").isCloseTo(Math.min(1, sum), within(EXACT));
        }
    }

    /** The middle of a date may lie within a round. */
    @Test
    void whatIsLeftOfAGapAveragesItsPowers() {
        double[] rounds = {0.5, 2, 7, 20};
        double[] dates = {1, 2, 3, 4};
        var projection = new Projection(FREE, rounds);
        projection.refresh(state, dates);
        for (double rate : new double[] {0, 0.003, 0.05, 0.111, 0.3, 0.5, 0.77, 1}) {
            double exact = 0;
            for (int h = 0; h < rounds.length; h++) {
                exact += dates[h] / 10 * StrictMath.pow(1 - rate, rounds[h]);
            }
            assertThat(projection.open(rate)).as("rate %s", rate).isCloseTo(exact, within(1e-3));
            boolean knot = rate * 256 == Math.rint(rate * 256);
            if (knot) {
                assertThat(projection.open(rate)).isCloseTo(exact, within(EXACT));
            }
        }
        assertThat(projection.open(1)).isZero();
    }

    @Test
    void aBranchOfNoWeightStandsStill() {
        int[] profile = profile(1);
        var ahead = new ProfileView(FREE, state, projection(new double[3]));
        ahead.show(profile);
        for (int i = 0; i < profile.length; i++) {
            for (int g = 0; g < FREE.clubCount(); g++) {
                assertThat(ahead.commitment(i, g)).isCloseTo(state.commitment[i * FREE.clubCount() + g], within(EXACT));
            }
        }
    }

    private Projection projection(double[] weights) {
        double[] rounds = Arrays.stream(DATES).asDoubleStream().toArray();
        var projection = new Projection(FREE, rounds);
        projection.refresh(state, weights);
        return projection;
    }
}
