package org.lode.sim.lockin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegimeRuleTest {
    private final RegimeRule rule = new RegimeRule(0.15, 0.35, 1.3, 1.2, 2, 2);

    @ParameterizedTest(name = "f {0}, p {1}, c {2}, wedge {3}: {4}")
    @CsvSource({
        "0, 0, 0, 1, fragmented",
        "0.149, 0.149, 0.149, 9, fragmented",
        "0.15, 0, 0, 1, us-club", // at the threshold it is no longer fragmented
        "0.2, 0.15, 0.35, 1.3, bifurcated", // all three at their thresholds
        "0.2, 0.15, 0.35, 1.29, dual-track", // no wedge, no bifurcation
        "0.2, 0.14, 0.35, 2, dual-track", // the West below theta
        "0.2, 0.2, 0.34, 2, dual-track", // China below theta
        "0.4, 0.4, 1, 1.3, bifurcated", // asked before china-centred
        "0.2, 0.2, 0.49, 1, china-centred",
        "0.2, 0.2, 0.48, 1, dual-track", // c must exceed the multiple
        "0, 0, 0.2, 1, china-centred",
        "0.4, 0.2, 0.1, 1, us-club",
        "0.39, 0.2, 0.1, 1, dual-track",
        "0.2, 0.4, 0.1, 1, plural",
        "0.2, 0.39, 0.1, 1, dual-track",
        "0.3, 0.3, 0, 1, dual-track"
    })
    void theFirstConditionThatHoldsDecides(double f, double p, double c, double wedge, String regime) {
        assertThat(rule.classify(f, p, c, wedge).id()).isEqualTo(regime);
    }

    private RegimePath path(String regimes) {
        var path = new RegimePath(rule);
        for (String id : regimes.split(" ")) {
            path.add(Regime.of(id));
        }
        return path;
    }

    @Test
    void aChangeCountsAfterTwoRounds() {
        var path = new RegimePath(rule);
        assertThat(path.add(Regime.PLURAL)).isEqualTo(Regime.PLURAL);
        assertThat(path.add(Regime.US_CLUB)).isEqualTo(Regime.PLURAL);
        assertThat(path.add(Regime.US_CLUB)).isEqualTo(Regime.US_CLUB);
        assertThat(path.changes()).isEqualTo(1);
        assertThat(path.settled()).isEqualTo(2);
    }

    @Test
    void aSpellOfOneRoundDoesNotCount() {
        var path = path("plural us-club plural us-club plural");
        assertThat(path.last()).isEqualTo(Regime.PLURAL);
        assertThat(path.changes()).isZero();
        assertThat(path.settled()).isZero();
        assertThat(path.share(Regime.PLURAL)).isEqualTo(1);
    }

    @Test
    void twoDifferentNewRegimesInARowAreNotOneThatLasts() {
        assertThat(path("plural us-club bifurcated us-club bifurcated").last()).isEqualTo(Regime.PLURAL);
        assertThat(path("plural us-club bifurcated bifurcated").last()).isEqualTo(Regime.BIFURCATED);
    }

    @Test
    void theModalRegimeStoodInTheMostRounds() {
        var path = path("plural us-club us-club us-club bifurcated bifurcated");
        assertThat(path.share(Regime.US_CLUB)).isEqualTo(0.5);
        assertThat(path.share(Regime.PLURAL)).isEqualTo(2.0 / 6);
        assertThat(path.modal()).isEqualTo(Regime.US_CLUB);
        assertThat(path.last()).isEqualTo(Regime.BIFURCATED);
        assertThat(path.settled()).isEqualTo(5);
    }

    @Test
    void aClearedPathHasForgottenEverything() {
        var path = path("plural us-club us-club");
        path.clear();
        assertThatThrownBy(path::last).isInstanceOf(IllegalStateException.class);
        path.add(Regime.DUAL_TRACK);
        assertThat(path.modal()).isEqualTo(Regime.DUAL_TRACK);
        assertThat(path.changes()).isZero();
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Regime.of("dual"))
                .hasMessageStartingWith("regime (dual) must be one of [fragmented, bifurcated");
    }
}
