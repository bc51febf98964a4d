package org.lode.agents.payoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.lode.agents.payoff.HandMadeWorld.CD;
import static org.lode.agents.payoff.HandMadeWorld.CN;
import static org.lode.agents.payoff.HandMadeWorld.EU;
import static org.lode.agents.payoff.HandMadeWorld.US;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Dear inputs cost makers as far as rivals pay less: by hand, in the world of four actors. */
class DownstreamCompetitionTest {
    private static final Offset<Double> ROUNDING = within(1e-12);
    private static final DownstreamCompetition MAKERS = new DownstreamCompetition(2, 0.1);

    private final HandMadeWorld world = new HandMadeWorld();
    private final double[] price = {50, 50, 50, 50};

    private final HandMadeMarket market = new HandMadeMarket() {
        @Override
        public int actors() {
            return 4;
        }

        @Override
        public double price(int actor) {
            return price[actor];
        }

        @Override
        public double baseBill(int actor) {
            return new double[] {12, 20, 30, 0}[actor];
        }
    };

    DownstreamCompetitionTest() {
        // Shares of the others in each one's rivals: base demand 1, 2, 3, 0.
        double[] demand = {1, 2, 3, 0};
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                world.rivalShare[i][j] = i == j ? 0 : demand[j] / (6 - demand[i]);
            }
        }
    }

    private double flow(int actor) {
        double sum = 0;
        for (int other = 0; other < 4; other++) {
            sum += MAKERS.flow(actor, other, market) * MAKERS.factor(actor, other, 0, world);
        }
        return sum;
    }

    @Test
    void aFloorKeptAloneCostsOnesOwnMakers() {
        price[EU] = 60;
        assertThat(flow(EU)).isCloseTo(2 * 0.1 * 20 * (2 * (50.0 - 60) / (50 + 60)), ROUNDING);
        assertThat(flow(US)).as("whose rival pays it gain").isPositive();
    }

    @Test
    void aFloorInCommonCostsNothingAmongThoseWhoKeepIt() {
        world.rivalShare[EU][US] = 1;
        world.rivalShare[EU][CN] = 0;
        price[EU] = 60;
        double alone = flow(EU);
        price[US] = 60;
        assertThat(alone).isNegative();
        assertThat(flow(EU)).isZero();
    }

    @Test
    void aFloorInCommonStillCostsAgainstTheDominantSuppliersMakers() {
        price[EU] = 60;
        double alone = flow(EU);
        price[US] = 60;
        assertThat(flow(EU)).isCloseTo(alone * 3 / 4, ROUNDING);
    }

    @Test
    void aZoneClosesTheDominantSuppliersWeightAndGivesItToFellows() {
        world.zoneMarket[EU] = 0.5;
        world.zoneTariff = 0.3;
        world.fellowShare[EU][US] = 0.8;
        world.fellowShare[EU][CD] = 0.2;
        double closed = 0.5 * 2 * 0.3;
        assertThat(MAKERS.factor(EU, CN, 0, world)).isCloseTo(0.75 * (1 - closed), ROUNDING);
        assertThat(MAKERS.factor(EU, US, 0, world)).isCloseTo(0.25 + closed * 0.75 * 0.8, ROUNDING);
        assertThat(MAKERS.factor(EU, CD, 0, world)).isCloseTo(closed * 0.75 * 0.2, ROUNDING);
        double sum = 0;
        for (int other = 0; other < 4; other++) {
            sum += MAKERS.factor(EU, other, 0, world);
        }
        assertThat(sum).as("weight passes, none is lost").isCloseTo(1, ROUNDING);
    }

    @Test
    void behindAWholeZoneACommonFloorCostsNothing() {
        world.zoneMarket[EU] = 1;
        world.zoneTariff = 0.5; // elasticity 2 closes all
        world.fellowShare[EU][US] = 1;
        price[EU] = 60;
        assertThat(flow(EU)).as("alone").isNegative();
        price[US] = 60;
        assertThat(flow(EU)).as("in common").isCloseTo(0, ROUNDING);
    }

    @Test
    void theDominantSupplierHasNoZone() {
        world.zoneMarket[CN] = 1;
        world.zoneTariff = 1;
        assertThat(MAKERS.factor(CN, EU, 0, world)).isEqualTo(world.rivalShare[CN][EU]);
    }

    @Test
    void theGapCountsUpToAnEAndTheSameBothWays() {
        price[EU] = 50;
        price[US] = 55;
        double gap = StrictMath.log(55.0 / 50);
        assertThat(MAKERS.flow(EU, US, market))
                .as("the log difference to third order")
                .isCloseTo(2 * 0.1 * 20 * gap, within(2 * 0.1 * 20 * gap * gap * gap));
        assertThat(MAKERS.flow(EU, US, market) / 20).isCloseTo(-MAKERS.flow(US, EU, market) / 12, ROUNDING);
        price[EU] = 1000;
        assertThat(MAKERS.flow(EU, US, market)).isCloseTo(-2 * 0.1 * 20, ROUNDING);
    }

    @Test
    void whoMakesNothingOfItLosesNothing() {
        price[CD] = 500;
        assertThat(flow(CD)).isZero();
        assertThat(MAKERS.flow(EU, EU, market)).isZero();
        assertThat(MAKERS.others()).isEqualTo(BilateralComponent.Others.USERS);
    }

    @Test
    void settingsOutOfRangeAreRefusedByName() {
        assertThatThrownBy(() -> new DownstreamCompetition(-1, 0.1))
                .hasMessage("elasticity (-1.0) must be at least 0.0 and finite");
        assertThatThrownBy(() -> new DownstreamCompetition(1, 2))
                .hasMessage("margin (2.0) must be between 0.0 and 1.0");
    }
}
