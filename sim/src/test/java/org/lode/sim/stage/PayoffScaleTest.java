package org.lode.sim.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lode.agents.view.Situation;
import org.lode.games.form.Game;
import org.lode.games.form.NormalForm;
import org.lode.sim.chance.Streams;
import org.lode.sim.run.Simulation;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioReader;
import org.lode.sim.world.SmallScenarios;
import org.lode.sim.world.World;

/** The unit in which an actor weighs payoffs, by hand on small games. */
class PayoffScaleTest {
    private static final double EXACT = 1e-12;
    /** Of the hunter: 0.5 either side of the mean where the other hunts the stag (4, 3), 1.5 where it does not (0, 3). */
    private static final double STAG_HUNT = StrictMath.sqrt((2 * 0.25 + 2 * 2.25) / 4);

    private static Scenario shipped(String name, String... settings) {
        return ScenarioReader.read(Path.of("../configs/scenarios/" + name + ".yaml"), List.of(settings))
                .scenario();
    }

    private static int[][] all(Game game) {
        int[][] all = new int[game.players()][];
        for (int i = 0; i < all.length; i++) {
            all[i] = new int[game.strategies(i)];
            for (int s = 0; s < all[i].length; s++) {
                all[i][s] = s;
            }
        }
        return all;
    }

    @Test
    void aScaleIsTheSpreadOverOwnStrategiesAtTheBaseAndOneStepFromIt() {
        // Own strategies by rows: against the other's three strategies 0, 2, 10; 2, 2, 0. All are within a step of any
        // base.
        var game = NormalForm.of(new int[] {2, 3}, 0, 2, 10, 2, 2, 0, 7, 7, 7, 7, 7, 7);
        double first = StrictMath.sqrt((2 * 1 + 2 * 0 + 2 * 25) / 6.0);
        assertThat(PayoffScale.spread(game, all(game), new int[] {0, 1}, 0)).isCloseTo(first, within(EXACT));
        assertThat(PayoffScale.spread(game, all(game), new int[] {1, 2}, 0))
                .as("the own base does not matter")
                .isCloseTo(first, within(EXACT));
        assertThat(PayoffScale.spread(game, all(game), new int[] {0, 1}, 1))
                .as("indifferent")
                .isZero();
    }

    @Test
    void twoStepsFromTheBaseAreOutOfSight() {
        // Three players; the first gains 100 by its second strategy only if both others leave the base at once.
        double[] payoffs = new double[24];
        payoffs[4 + 3] = 100; // own 1, others (1, 1)
        payoffs[4] = 2; // own 1, others (0, 0)
        var game = NormalForm.of(new int[] {2, 2, 2}, payoffs);
        assertThat(PayoffScale.spread(game, all(game), new int[] {0, 0, 0}, 0))
                .isCloseTo(StrictMath.sqrt(2 * 1 / 6.0), within(EXACT));
    }

    @Test
    void whatOthersGetOrAddToEverythingDoesNotMatter() {
        var game = NormalForm.of(new int[] {2, 2}, 4, 0, 3, 3, 4, 3, 0, 3);
        var shifted = NormalForm.of(new int[] {2, 2}, 104, 0, 103, 3, 1, 2, 3, 4);
        assertThat(PayoffScale.spread(shifted, all(shifted), new int[] {0, 0}, 0))
                .isCloseTo(PayoffScale.spread(game, all(game), new int[] {0, 0}, 0), within(EXACT))
                .isCloseTo(STAG_HUNT, within(EXACT));
    }

    @Test
    void theTableModelUsesTheSameFormula() {
        assertThat(PayoffScale.of(shipped("table-stag-hunt"))).containsExactly(STAG_HUNT, STAG_HUNT);
    }

    @Test
    void soDoesTheReducedModel() {
        Scenario ring = shipped("reduced-ten");
        double[] scale = PayoffScale.workedOut(ring);
        int[] base = ring.startProfile();
        for (int i = 0; i < scale.length; i++) {
            double sum = 0;
            int[] profile = base.clone();
            for (int other = -1; other < scale.length; other++) {
                if (other == i) {
                    continue;
                }
                if (other >= 0) {
                    profile[other] = 1 - base[other];
                }
                double gap = gain(ring, i, profile);
                sum += gap * gap / 2; // two strategies lie half the gap from their mean
                if (other >= 0) {
                    profile[other] = base[other];
                }
            }
            assertThat(scale[i]).isPositive().isCloseTo(StrictMath.sqrt(sum / (2 * scale.length)), within(EXACT));
        }
    }

    private static double gain(Scenario ring, int actor, int[] profile) {
        int[] other = profile.clone();
        other[actor] = 1 - profile[actor];
        return ring.game().payoff(actor, other) - ring.game().payoff(actor, profile);
    }

    @Test
    void aGivenScaleWins() {
        assertThat(PayoffScale.of(shipped("table-stag-hunt", "actors.hunter.scale=3")))
                .containsExactly(3, STAG_HUNT);
        assertThat(PayoffScale.workedOut(shipped("table-stag-hunt", "actors.hunter.scale=3")))
                .containsExactly(STAG_HUNT, STAG_HUNT);
    }

    @Test
    void inTheMarketModelNobodyMindsLessThanALeastShareOfItsStake() {
        Scenario small = SmallScenarios.small(SmallScenarios.baseline(), 1);
        double[] scale = PayoffScale.workedOut(small);
        var game = new StageGame(new World(small, new Streams(0, 0, 0)));
        int bound = 0;
        for (int i = 0; i < scale.length; i++) {
            double spread = PayoffScale.spread(game, PayoffScale.live(small), small.startProfile(), i);
            assertThat(scale[i]).isCloseTo(Math.max(PayoffScale.LEAST, spread), within(EXACT));
            bound += spread < PayoffScale.LEAST ? 1 : 0;
        }
        assertThat(bound).as("with one mineral it binds for some").isBetween(1, scale.length);
    }

    @Test
    void actorsReplyInUnitsOfTheirScale() {
        Scenario hunt = shipped("table-stag-hunt", "actors.hunter.scale=3");
        var run = new Simulation(hunt);
        run.enter(new Streams(1, 0, 1), 0);
        Situation hunter = run.situation(0);
        assertThat(hunter.reply(0)).isCloseTo(4 / 3.0, within(EXACT));
        assertThat(hunter.reply(1)).isCloseTo(1, within(EXACT));
        Situation gatherer = run.situation(1);
        assertThat(gatherer.reply(0)).isCloseTo(4 / STAG_HUNT, within(EXACT));
        assertThat(gatherer.payoff(0, new int[] {0, 0})).as("of another").isCloseTo(4 / 3.0, within(EXACT));
        assertThat(gatherer.stage().payoff(1, new int[] {1, 1})).isCloseTo(3 / STAG_HUNT, within(EXACT));
        assertThat(run.stage().payoff(1, new int[] {1, 1}))
                .as("results stay as they are")
                .isEqualTo(3);
    }

    @Test
    void solversTakePrecisionsPerUnitOfTheGamesOwnPayoffs() {
        String precise = "actors.hunter.rule={rule: logitReply, lambda: 4}";
        String coin = "actors.gatherer.rule={rule: uniform}";
        double[] precisions = Precisions.of(shipped("table-stag-hunt", precise, coin, "actors.hunter.scale=3"));
        assertThat(precisions[0]).isCloseTo(4 / 3.0, within(EXACT));
        assertThat(precisions[1]).as("the largest that another has").isCloseTo(4 / STAG_HUNT, within(EXACT));
    }
}
