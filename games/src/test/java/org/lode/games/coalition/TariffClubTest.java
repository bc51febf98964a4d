package org.lode.games.coalition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TariffClubTest {
    /** A club of all just holds at the greatest of the actors' least tariffs, found here by halving and by who leaves. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theGreatestLeastTariffKeepsAll(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 9;
        double[] gain = new double[n];
        double[] spillover = new double[n];
        double[][] trade = new double[n][n];
        for (int i = 0; i < n; i++) {
            gain[i] = 4 * random.nextDouble() - 3;
            spillover[i] = 5 * random.nextDouble();
            Arrays.setAll(trade[i], j -> 20 * random.nextDouble());
        }
        TariffClub club = new TariffClub(gain, spillover, trade);
        long all = (1L << n) - 1;
        double most = 0;
        int binding = 0;
        for (int actor = 0; actor < n; actor++) {
            double keeps = club.keeps(actor).orElseThrow();
            binding = keeps > most ? actor : binding;
            most = Math.max(most, keeps);
        }
        assertThat(Tariff.least(club, all, 0, 10, Ties.KEEP).orElseThrow()).isCloseTo(most, within(1e-9));
        assertThat(Tariff.linear(club, all).orElseThrow().least()).isCloseTo(most, within(1e-12));
        assertThat(Stability.deviations(club.apply(most * 0.9999), all, Ties.KEEP, 0))
                .extracting(Stability.Deviation::actor)
                .contains(binding);
        assertThat(Stability.isStable(club.apply(most * 1.0001), all, Ties.KEEP, 0))
                .isTrue();
    }

    @Test
    void whoLosesAndExportsNothingIsKeptByNoTariff() {
        TariffClub club = new TariffClub(new double[] {-1, 2}, new double[][] {{0, 0}, {5, 0}});
        assertThat(club.keeps(0)).isEmpty();
        assertThat(club.keeps(1)).hasValue(0);
        assertThat(Tariff.linear(club, 0b11)).isEmpty();
    }

    /** Tariffs only move money; what memberships give to others is what they add to welfare beside the own gain. */
    @Test
    void welfareIsGainsAndSpilloversWhateverTheTariff() {
        TariffClub club = new TariffClub(
                new double[] {-2, 1, -4}, new double[] {6, 3, 9}, new double[][] {{0, 10, 20}, {5, 0, 15}, {30, 25, 0}
                });
        for (double tariff : new double[] {0, 0.3}) {
            MembershipGame game = club.apply(tariff);
            assertThat(game.payoff(0, 0b101) + game.payoff(1, 0b101) + game.payoff(2, 0b101))
                    .isCloseTo(-2 - 4 + 6 + 9, within(1e-12));
        }
        // Actor 1 outside of {0, 2}: half of each spillover, and the tariff on its exports of 5 and 15.
        assertThat(club.apply(0.1).payoff(1, 0b101)).isCloseTo(3 + 4.5 - 2, within(1e-12));
        // Actor 0 inside: the tariff on what the outsider sends it, and half of the other member's spillover.
        assertThat(club.apply(0.1).payoff(0, 0b101)).isCloseTo(-2 + 4.5 + 0.5, within(1e-12));
    }

    @Test
    void spilloversAreOneForEachActor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TariffClub(new double[2], new double[3], new double[2][2]))
                .withMessage("spillovers (3) must be as many as actors (2)");
    }
}
