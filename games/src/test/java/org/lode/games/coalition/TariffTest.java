package org.lode.games.coalition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TariffTest {
    /** The smallest tariff for full participation: max over k of -d_k / (trade of k with all others), Nordhaus (2015). */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void fullParticipationNeedsTheClosedFormsTariff(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 15;
        double[] gain = new double[n];
        double[][] trade = new double[n][n];
        double closedForm = 0;
        for (int i = 0; i < n; i++) {
            gain[i] = 10 * random.nextDouble() - 7;
            Arrays.setAll(trade[i], j -> 100 * random.nextDouble());
            double total = Arrays.stream(trade[i]).sum() - trade[i][i];
            closedForm = Math.max(closedForm, -gain[i] / total);
        }
        TariffClub club = new TariffClub(gain, trade);
        long all = (1L << n) - 1;
        Tariff.Range range = Tariff.linear(club, all).orElseThrow();
        double expected = closedForm;
        assertThat(range.least()).isCloseTo(expected, within(1e-12));
        assertThat(range.most()).isInfinite();
        assertThat(Tariff.least(club, all, 0, 10, Ties.KEEP))
                .hasValueSatisfying(t -> assertThat(t).isCloseTo(expected, within(1e-9)));
        assertThat(Stability.stable(club.apply(closedForm * 1.001), Ties.KEEP, 0))
                .contains(all);
        assertThat(Stability.stable(club.apply(closedForm * 0.999), Ties.KEEP, 0))
                .doesNotContain(all);
    }

    @Test
    void aTariffCanBeTooHighToKeepOutsidersOut() {
        // Actor 1 stays out while the tariff costs it less than joining: from 0 up to 2/4.
        TariffClub club = new TariffClub(new double[] {1, -2}, new double[][] {{0, 3}, {4, 0}});
        Tariff.Range range = Tariff.linear(club, 0b01).orElseThrow();
        assertThat(range.least()).isZero();
        assertThat(range.most()).isCloseTo(0.5, within(1e-12));
        assertThat(Tariff.linear(club, 0b00)).isEmpty(); // actor 0 joins whatever the tariff
    }

    @Test
    void whatIsNotLinearIsRefusedByTheExactRule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Tariff.linear(t -> MembershipGame.of(2, (actor, members) -> members == 3 ? t * t : 1), 0b11))
                .withMessageContaining("must be linear");
        assertThat(Tariff.least(
                        t -> MembershipGame.of(2, (actor, members) -> members == 3 ? t * t : 2), 3, 0, 4, Ties.KEEP))
                .hasValueSatisfying(t -> assertThat(t).isCloseTo(Math.sqrt(2), within(1e-9)));
    }

    /** Members at four in Barrett's linear agreement each need what leaving would bring; nobody has it to spare. */
    @Test
    void transfersCoverWhatLeavingWouldBring() {
        SymmetricClub club = KnownClubs.barrettLinear(6, 1, 1);
        Transfer four = Transfer.of(club, 0b1111);
        double gain = club.outsider(3) - club.member(4);
        assertThat(gain).isPositive();
        assertThat(four.toMembers()).isCloseTo(4 * gain, within(1e-12));
        assertThat(four.fromOutside()).isEqualTo(four.toMembers());
        assertThat(four.selfFinancing()).isFalse();
        assertThat(Transfer.of(club, 0b111).toMembers()).isZero();
    }

    @Test
    void membersThatGainPayThoseThatLose() {
        MembershipGame game = MembershipGame.of(
                3, (actor, members) -> MembershipGame.isMember(actor, members) ? new double[] {5, -1, -2}[actor] : 0);
        Transfer all = Transfer.of(game, 0b111);
        assertThat(all.toMembers()).isEqualTo(3);
        assertThat(all.fromMembers()).isEqualTo(5);
        assertThat(all.selfFinancing()).isTrue();
        assertThat(all.fromOutside()).isZero();
        assertThat(all.need(2)).isEqualTo(2);
        assertThat(all.margin(0)).isEqualTo(5);
        assertThat(Transfer.of(game, 0b110).toOutsiders()).isEqualTo(5); // to keep actor 0 from joining
    }

    /** The paid club is stable: nobody moves once each gets what it needs. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void paidWhatTheyNeedNobodyMoves(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] payoffs = new double[6 << 6];
        Arrays.setAll(payoffs, k -> random.nextDouble());
        MembershipGame game = MembershipGame.of(6, (actor, members) -> payoffs[(int) members * 6 + actor]);
        for (long members = 0; members < 64; members++) {
            long held = members;
            Transfer pay = Transfer.of(game, members);
            MembershipGame paid =
                    MembershipGame.of(6, (actor, now) -> game.payoff(actor, now) + (now == held ? pay.need(actor) : 0));
            assertThat(Stability.isStable(paid, members, Ties.KEEP, 1e-12)).isTrue();
        }
    }

    @Test
    void theLikelihoodOfStabilityIsAShareWithAnInterval() {
        // Two actors join if a uniform draw is below 0.3: each draw's game is keyed on its number.
        var likelihood = StabilityLikelihood.of(
                draw -> {
                    double gain = 0.3 - new SplittableRandom(draw).nextDouble();
                    return MembershipGame.of(2, (actor, members) -> MembershipGame.isMember(actor, members) ? gain : 0);
                },
                2_000,
                0b11,
                Ties.KEEP,
                0);
        assertThat(likelihood.least()).isLessThan(0.3);
        assertThat(likelihood.most()).isGreaterThan(0.3).isLessThan(0.33);
        assertThat(likelihood.share()).isBetween(likelihood.least(), likelihood.most());
        assertThat(StabilityLikelihood.of(d -> KnownClubs.barrettLinear(4, 1, 1), 10, 0b111, Ties.KEEP, 0)
                        .share())
                .isEqualTo(1);
    }
}
