package org.lode.agents.payoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.lode.agents.instrument.Instrument.ANSWER;
import static org.lode.agents.instrument.Instrument.BINDING;
import static org.lode.agents.instrument.Instrument.COERCION;
import static org.lode.agents.instrument.Instrument.CONVERSION;
import static org.lode.agents.instrument.Instrument.ISSUE_LINK;
import static org.lode.agents.instrument.Instrument.JOIN;
import static org.lode.agents.instrument.Instrument.LEAD;
import static org.lode.agents.instrument.Instrument.OPENNESS;
import static org.lode.agents.instrument.Instrument.SECTION_232;
import static org.lode.agents.payoff.HandMadeWorld.CD;
import static org.lode.agents.payoff.HandMadeWorld.CN;
import static org.lode.agents.payoff.HandMadeWorld.EU;
import static org.lode.agents.payoff.HandMadeWorld.FORGE;
import static org.lode.agents.payoff.HandMadeWorld.HOME;
import static org.lode.agents.payoff.HandMadeWorld.PLURAL;
import static org.lode.agents.payoff.HandMadeWorld.US;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Sign and size of every component that reads the profile, worked by hand. */
class ProfileComponentsTest {
    private static final Offset<Double> ROUNDING = within(1e-12);

    private final HandMadeWorld world = new HandMadeWorld();

    @Test
    void obeyingTheHegemonDrawsRetaliationByHostility() {
        world.set(EU, JOIN, FORGE, 0.8).set(EU, BINDING, FORGE, 0.5);
        world.tradeExposure[EU][CN] = 200;
        world.hostility[CN][EU] = 0.25;
        world.hostility[EU][CN] = 1; // the other way round must not matter
        assertThat(new RetaliationExposure(0.1, 0, 0.5, 0.5).flow(EU, world))
                .isCloseTo(-200 * 0.1 * 0.25 * 0.8 * 0.5, ROUNDING);
    }

    @Test
    void cheapTalkMembershipDrawsNoRetaliation() {
        world.set(EU, JOIN, FORGE, 1);
        world.tradeExposure[EU][CN] = 200;
        world.hostility[CN][EU] = 1;
        assertThat(new RetaliationExposure(0.1, 0, 0.5, 0.5).flow(EU, world)).isZero();
    }

    @Test
    void stayingOutsideDrawsTheTariffInFullOnceTheDeadlineHasPassed() {
        world.set(US, SECTION_232, 0.2).set(EU, JOIN, FORGE, 0.25);
        world.tradeExposure[EU][US] = 100;
        var exposure = new RetaliationExposure(0.1, 0, 0.5, 0.4);
        assertThat(exposure.flow(EU, world)).as("threat").isCloseTo(-100 * 0.2 * 0.5 * 0.4 * 0.75, ROUNDING);
        world.deadlinePassed = true;
        assertThat(exposure.flow(EU, world)).as("in force").isCloseTo(-100 * 0.2 * 0.5 * 0.75, ROUNDING);
    }

    @Test
    void theHegemonIsNeverRetaliatedAgainst() {
        world.set(US, JOIN, FORGE, 1).set(US, BINDING, FORGE, 1).set(US, SECTION_232, 0.2);
        world.tradeExposure[US][CN] = 300;
        world.hostility[CN][US] = 1;
        assertThat(new RetaliationExposure(0.1, 0, 0.5, 0.4).flow(US, world)).isZero();
    }

    @Test
    void coordinationGrowsFasterThanTheNumberOfClubs() {
        var coordination = new Coordination(0.01, 2, 1, 1, 1);
        world.stake[EU] = 30;
        assertThat(coordination.flow(EU, world)).as("none").isZero();
        world.set(EU, JOIN, FORGE, 0.5);
        assertThat(coordination.flow(EU, world)).as("one").isCloseTo(-30 * 0.01, ROUNDING);
        world.set(EU, LEAD, PLURAL, 0.5);
        assertThat(coordination.flow(EU, world)).as("two, one of them led").isCloseTo(-30 * 0.01 * 4, ROUNDING);
        world.set(EU, JOIN, HOME, 1);
        assertThat(coordination.flow(EU, world)).as("three").isCloseTo(-30 * 0.01 * 9, ROUNDING);
    }

    @Test
    void coordinationCountsTheDearnessOfTheClubsJoined() {
        var coordination = new Coordination(0.01, 1.5, 1, 3, 1);
        world.set(EU, JOIN, PLURAL, 1);
        assertThat(coordination.flow(EU, world)).isCloseTo(-0.03, ROUNDING);
        world.set(EU, JOIN, FORGE, 1);
        assertThat(coordination.flow(EU, world)).isCloseTo(-0.01 * StrictMath.pow(2, 1.5) * 2, ROUNDING);
    }

    @Test
    void coordinationsOfSeveralExponentsDoNotMixTheirTables() {
        world.set(EU, JOIN, FORGE, 1).set(EU, JOIN, PLURAL, 1);
        var linear = new Coordination(1, 1, 1, 1, 1);
        var square = new Coordination(1, 2, 1, 1, 1);
        assertThat(linear.flow(EU, world)).isCloseTo(-2, ROUNDING);
        assertThat(square.flow(EU, world)).isCloseTo(-4, ROUNDING);
        assertThat(linear.flow(EU, world)).isCloseTo(-2, ROUNDING);
    }

    @Test
    void autonomyIsGivenUpByObeyingALedClub() {
        world.stake[EU] = 10;
        world.leadership[FORGE] = 0.5;
        world.leadership[HOME] = 1;
        world.set(EU, JOIN, FORGE, 0.8).set(EU, BINDING, FORGE, 0.5);
        var cost = new AutonomyCost(0.02, 0.03);
        assertThat(cost.flow(EU, world)).isCloseTo(-0.02 * 10 * 0.8 * 0.5 * 0.5, ROUNDING);
        world.set(EU, JOIN, HOME, 1).set(EU, BINDING, HOME, 0.25);
        assertThat(cost.flow(EU, world)).isCloseTo(-0.02 * 10 * 0.2 - 0.03 * 10 * 0.25, ROUNDING);
    }

    @Test
    void foundersKeepTheirAutonomyInTheirOwnClub() {
        world.leadership[FORGE] = 1;
        world.leadership[HOME] = 1;
        world.set(US, JOIN, FORGE, 1).set(US, BINDING, FORGE, 1);
        world.set(CN, JOIN, HOME, 1).set(CN, BINDING, HOME, 1);
        var cost = new AutonomyCost(0.02, 0.03);
        assertThat(cost.flow(US, world)).isZero();
        assertThat(cost.flow(CN, world)).isZero();
    }

    @Test
    void coercionCostsTheResourceStateItIsAimedAt() {
        world.stake[CD] = 5;
        world.set(US, COERCION, CD, 0.5).set(CN, COERCION, CD, 0.25).set(US, COERCION, EU, 1);
        var cost = new Sovereignty(0.1);
        assertThat(cost.flow(CD, world)).isCloseTo(-0.1 * 5 * 0.75, ROUNDING);
        assertThat(cost.flow(EU, world)).as("no resource state").isZero();
        assertThat(cost.flow(US, world)).as("who coerces").isZero();
    }

    @Test
    void loansAbroadCostTheLenderTheirConcession() {
        world.financedAbroad[CN] = 0.8;
        var cost = new DevelopmentFinance(0.5, 1.25);
        assertThat(cost.flow(CN, world)).isCloseTo(-1.25 * 0.5 * 0.8, ROUNDING);
        assertThat(cost.flow(US, world)).isZero();
    }

    @Test
    void aClubIsWorthItsBaseAndTheOwnTradeThatIsInIt() {
        world.stake[EU] = 10;
        world.tradeWithin[EU][PLURAL] = 0.4;
        world.adoption[PLURAL] = 0.9; // others' trade is not one's own
        world.set(EU, JOIN, PLURAL, 0.5);
        var value = new ClubValue(0.03, 0.02, 0.01, 0.1);
        assertThat(value.flow(EU, world)).isCloseTo(10 * 0.5 * (0.02 + 0.1 * 0.4), ROUNDING);
        world.networkDial = 2;
        assertThat(value.flow(EU, world)).isCloseTo(10 * 0.5 * (0.02 + 2 * 0.1 * 0.4), ROUNDING);
        world.networkDial = 0;
        assertThat(value.flow(EU, world)).as("the wire cut").isCloseTo(10 * 0.5 * 0.02, ROUNDING);
    }

    @Test
    void joiningIsWorthMoreTheMoreOfTheOwnTradeJoins() {
        world.set(EU, JOIN, FORGE, 1);
        var value = new ClubValue(0.03, 0.02, 0.01, 0.3);
        double before = value.flow(EU, world);
        for (double inside = 0.25; inside <= 1; inside += 0.25) {
            world.tradeWithin[EU][FORGE] = inside;
            double worth = value.flow(EU, world);
            assertThat(worth - before).isCloseTo(0.3 * 0.25, ROUNDING);
            before = worth;
        }
        world.set(EU, JOIN, FORGE, 0);
        assertThat(value.flow(EU, world)).as("outside it is worth nothing").isZero();
    }

    @Test
    void theHegemonsClubIsDoubtedByEachMemberAsItTrusts() {
        world.credibility[EU] = 0.9;
        world.credibility[CD] = 0.5;
        world.set(EU, JOIN, FORGE, 1).set(CD, JOIN, FORGE, 1).set(US, OPENNESS, FORGE, 1);
        world.leader[FORGE] = US;
        var value = new ClubValue(0.03, 0, 0, 0);
        assertThat(value.flow(EU, world)).isCloseTo(0.03 * 0.9, ROUNDING);
        assertThat(value.flow(CD, world)).isCloseTo(0.03 * 0.5, ROUNDING);
    }

    @Test
    void distrustMakesAClubDearerAndTrustCheaper() {
        world.stake[EU] = 30;
        world.set(EU, JOIN, FORGE, 1).set(EU, JOIN, HOME, 1);
        var coordination = new Coordination(0.01, 2, 1, 1, 1);
        world.friction[EU][FORGE] = 0.5;
        world.friction[EU][HOME] = 1.25;
        assertThat(coordination.flow(EU, world)).isCloseTo(-30 * 0.01 * 4 * (0.5 + 1.25) / 2, ROUNDING);
    }

    @Test
    void answeringACutOffTogetherDrawsRetaliationToo() {
        world.set(EU, ANSWER, 0.5).set(EU, JOIN, FORGE, 0.8).set(EU, BINDING, FORGE, 0.5);
        world.tradeExposure[EU][CN] = 200;
        world.hostility[CN][EU] = 0.25;
        assertThat(new RetaliationExposure(0.1, 0.6, 0.5, 0.5).flow(EU, world))
                .isCloseTo(-200 * 0.1 * 0.25 * (0.8 * 0.5 + 0.6 * 0.5), ROUNDING);
    }

    @Test
    void answeringInKindIsWorthTheHostilityReceivedAndTheActsInTheProfile() {
        world.stake[CN] = 40;
        world.control[EU] = 0.5;
        world.received[CN][EU] = 0.3;
        world.set(EU, JOIN, FORGE, 0.8).set(EU, BINDING, FORGE, 0.5);
        assertThat(new Reciprocity(0.02, 0.5).flow(CN, world))
                .isCloseTo(0.02 * 40 * 0.5 * (0.3 + 0.5 * 0.8 * 0.5), ROUNDING);
        world.received[CN][EU] = 0.95;
        assertThat(new Reciprocity(0.02, 0.5).flow(CN, world))
                .as("at most whole")
                .isCloseTo(0.02 * 40 * 0.5, ROUNDING);
    }

    @Test
    void noOwnActIsAnsweredAndNobodyButTheDominantSupplierAnswers() {
        world.set(CN, JOIN, FORGE, 1).set(CN, BINDING, FORGE, 1).set(CN, COERCION, EU, 1);
        world.control[CN] = 1;
        world.received[CN][CN] = 1;
        world.control[EU] = 0.5;
        world.hostility[CN][EU] = 1; // hostility of this profile is not what was received
        assertThat(new Reciprocity(1, 1).flow(CN, world)).isZero();
        world.received[EU][CN] = 1;
        assertThat(new Reciprocity(1, 1).flow(EU, world)).isZero();
    }

    @Test
    void aTruceRestsWhatTheHegemonDidAndNothingElse() {
        world.control[US] = 0.5;
        world.received[CN][US] = 0.8;
        var kind = new Reciprocity(1, 0);
        assertThat(kind.flow(CN, world)).isCloseTo(0.5 * 0.8, ROUNDING);
        world.truce = true;
        assertThat(kind.flow(CN, world)).isZero();
        world.control[EU] = 0.25;
        world.received[CN][EU] = 0.4;
        assertThat(kind.flow(CN, world)).isCloseTo(0.25 * 0.4, ROUNDING);
    }

    @Test
    void whoLeadsAClubIsAMemberOfIt() {
        world.stake[EU] = 10;
        world.set(EU, JOIN, PLURAL, 0.2).set(EU, LEAD, PLURAL, 0.6);
        assertThat(new ClubValue(0.03, 0.02, 0.01, 0).flow(EU, world)).isCloseTo(10 * 0.6 * 0.02, ROUNDING);
    }

    @Test
    void onlyTheHegemonsClubIsDiscountedByItsCredibility() {
        world.credibility[EU] = 0.6;
        world.set(EU, JOIN, FORGE, 1);
        var value = new ClubValue(0.03, 0.02, 0.01, 0);
        assertThat(value.flow(EU, world)).isCloseTo(0.03 * 0.6, ROUNDING);
        world.set(EU, JOIN, HOME, 1);
        assertThat(value.flow(EU, world)).isCloseTo(0.03 * 0.6 + 0.01, ROUNDING);
    }

    @Test
    void aResourceStateGetsWhatTheLeadersOpennessLetsIn() {
        world.set(CD, JOIN, HOME, 1);
        var value = new ClubValue(0.03, 0.02, 0.01, 0);
        assertThat(value.flow(CD, world)).as("leaderless").isZero();
        world.leader[HOME] = CN;
        world.set(CN, OPENNESS, HOME, 0.75);
        assertThat(value.flow(CD, world)).isCloseTo(0.01 * 0.75, ROUNDING);
    }

    @Test
    void switchingCostsTheCommitmentNoLongerBacked() {
        world.stake[EU] = 10;
        world.commitment[EU][FORGE] = 0.7;
        world.commitment[EU][PLURAL] = 0.6;
        world.commitment[EU][HOME] = 0.1;
        world.set(EU, JOIN, FORGE, 0.2).set(EU, LEAD, PLURAL, 1).set(EU, JOIN, HOME, 0.5);
        assertThat(new SwitchingCost(0.05).flow(EU, world)).isCloseTo(-0.05 * 10 * 0.5, ROUNDING);
    }

    @Test
    void theIssueLinkPaysWhileTheTruceHoldsAndAsDeepAsTheShallowerOffer() {
        world.set(US, ISSUE_LINK, 0.5).set(CN, ISSUE_LINK, 1);
        var link = new IssueLink(20, 8);
        assertThat(link.flow(CN, world)).as("no truce").isZero();
        world.truce = true;
        assertThat(link.flow(CN, world)).isEqualTo(10);
        assertThat(link.flow(US, world)).isEqualTo(4);
        assertThat(link.flow(EU, world)).as("no party to it").isZero();
    }

    @Test
    void rulePowerGoesToTheSystemOneBelongsTo() {
        world.rulePowerHome = 0.5;
        world.rulePowerWest = 0.25;
        world.stake[CN] = 40;
        world.stake[US] = 20;
        world.set(US, LEAD, FORGE, 1)
                .set(EU, JOIN, FORGE, 0.2)
                .set(EU, JOIN, PLURAL, 0.6)
                .set(CD, JOIN, HOME, 1);
        var power = new RulePower(0.1, 0);
        assertThat(power.flow(CN, world)).isCloseTo(0.1 * 40 * 0.5, ROUNDING);
        assertThat(power.flow(US, world)).isCloseTo(0.1 * 20 * 0.25, ROUNDING);
        assertThat(power.flow(EU, world)).isCloseTo(0.1 * 0.25 * 0.6, ROUNDING);
        assertThat(power.flow(CD, world))
                .as("a resource state sells under the certificates of the system it is in")
                .isCloseTo(0.1 * 0.5, ROUNDING);
    }

    @Test
    void resourceStatesGainFromEachSystemAsFarAsTheyAreInItAndTheDialCutsIt() {
        world.rulePowerHome = 0.5;
        world.rulePowerWest = 0.25;
        world.stake[CD] = 8;
        world.set(CD, JOIN, HOME, 0.6).set(CD, JOIN, PLURAL, 0.3).set(CD, JOIN, FORGE, 0.2);
        var power = new RulePower(0.1, 0);
        double whole = 0.1 * 8 * (0.25 * 0.3 + 0.5 * 0.6);
        assertThat(power.flow(CD, world)).isCloseTo(whole, ROUNDING);
        world.rulePowerDial = 2;
        assertThat(power.flow(CD, world)).isCloseTo(2 * whole, ROUNDING);
        world.rulePowerDial = 0;
        assertThat(power.flow(CD, world)).isZero();
        world.set(EU, JOIN, PLURAL, 1);
        assertThat(power.flow(EU, world)).as("the dial is the resource states'").isCloseTo(0.1 * 0.25, ROUNDING);
    }

    @Test
    void turningRefiningIntoRulesCostsTheDominantSupplierItsEffort() {
        world.rulePowerHome = 0.5;
        world.stake[CN] = 40;
        world.set(CN, CONVERSION, 0.75).set(EU, CONVERSION, 1);
        assertThat(new RulePower(0.1, 0.02).flow(CN, world)).isCloseTo(40 * (0.1 * 0.5 - 0.02 * 0.75), ROUNDING);
        assertThat(new RulePower(0.1, 0.02).flow(EU, world)).as("nobody else's").isZero();
    }

    @Test
    void aWorldWithoutHegemonAndItsClubCostsNothing() {
        world.hegemon = -1;
        world.hegemonClub = -1;
        world.tradeExposure[EU][CN] = 200;
        world.hostility[CN][EU] = 1;
        world.truce = true;
        assertThat(new RetaliationExposure(0.1, 0, 0.5, 0.5).flow(EU, world)).isZero();
        assertThat(new AutonomyCost(1, 0).flow(EU, world)).isZero();
        assertThat(new IssueLink(1, 1).flow(CN, world)).isZero();
        assertThat(new RulePower(1, 0).flow(EU, world)).isZero();
    }

    @Test
    void settingsOutOfRangeAreRefusedByName() {
        assertThatThrownBy(() -> new RetaliationExposure(1.5, 0, 0, 0))
                .hasMessage("dominantRate (1.5) must be between 0.0 and 1.0");
        assertThatThrownBy(() -> new Coordination(0.1, 0.5, 1, 1, 1))
                .hasMessage("exponent (0.5) must be between 1.0 and 4.0");
        assertThatThrownBy(() -> new SwitchingCost(Double.NaN))
                .hasMessage("rate (NaN) must be at least 0.0 and finite");
    }
}
