package org.lode.sim.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.sim.chance.Streams;
import org.lode.sim.world.RandomScenarios;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.SmallScenarios;
import org.lode.sim.world.World;

/** What the hegemon falls back to: what its other government would do. */
class FallbackTest {
    private static final String OTHER = "actors.US.governments.terms=[{from: 2009-01, type: multilateral}]";
    private static final Scenario BASELINE = SmallScenarios.baseline();
    private static final Scenario TURNED = SmallScenarios.baseline(OTHER);

    private static World world(Scenario scenario) {
        World world = new World(scenario, new Streams(7, 0, 0));
        world.begin(scenario.startProfile());
        return world;
    }

    /** The best strategy of the type that would come to power, in a game in which it governs and its course cannot lapse. */
    private static int bestOfTheOther(Scenario turned, int[] last) {
        World world = world(turned);
        StageGame game = new StageGame(world);
        int us = turned.hegemon();
        int[] profile = last.clone();
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < game.strategies(us); s++) {
            if (world.open(us, s)) {
                game.refresh(last, s); // whatever lapses, it is back at s
                profile[us] = s;
                double worth = game.payoff(us, profile);
                if (worth > most) {
                    most = worth;
                    best = s;
                }
            }
        }
        return best;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void itIsTheOtherTypesBestReplyToTheLastProfile(int seed) {
        Scenario here = seed == 0 ? BASELINE : RandomScenarios.draw(BASELINE, seed, 2, 5);
        Scenario turned = seed == 0 ? TURNED : RandomScenarios.draw(TURNED, seed, 2, 5);
        int[] last = here.startProfile();
        var chance = new SplittableRandom(seed);
        for (int i = 0; i < last.length && seed > 0; i++) {
            last[i] = chance.nextInt(here.shape()[i]);
        }
        StageGame game = new StageGame(world(here));
        game.refresh(last);
        assertThat(game.fallback()).isEqualTo(bestOfTheOther(turned, last));
        assertThat(here.actors().get(here.hegemon()).considers(0, game.fallback()))
                .as("the other type considers it")
                .isTrue();
    }

    @Test
    void itMovesWithTheLastProfileAndNotWithWhatTheFileNames() {
        boolean[] seen = new boolean[5];
        for (int seed = 1; seed <= 12; seed++) {
            Scenario drawn = RandomScenarios.draw(BASELINE, seed, 1, 5);
            StageGame game = new StageGame(world(drawn));
            game.refresh(drawn.startProfile());
            seen[game.fallback()] = true;
        }
        int several = 0;
        for (boolean one : seen) {
            several += one ? 1 : 0;
        }
        assertThat(several).isGreaterThan(2);
    }

    @Test
    void whoGovernsPaysByItsOwnWeights() {
        int us = BASELINE.hegemon();
        int[] profile = BASELINE.startProfile();
        StageGame here = new StageGame(world(BASELINE));
        StageGame turned = new StageGame(world(TURNED));
        here.refresh(profile, profile[us]);
        turned.refresh(profile, profile[us]); // one fallback in both, so that nothing else differs
        assertThat(turned.payoff(us, profile)).isNotCloseTo(here.payoff(us, profile), within(1e-6));
        for (int i = 0; i < profile.length; i++) {
            if (i != us) {
                assertThat(turned.payoff(i, profile)).isCloseTo(here.payoff(i, profile), within(1e-12));
            }
        }
    }
}
