package org.lode.games.coalition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stable sizes that the literature derives, found by the membership module. */
class KnownClubsTest {
    static IntStream threeToTwelve() {
        return IntStream.rangeClosed(3, 12);
    }

    /** Barrett (1994), proposition 1: three sign whatever N, if the indifferent third one does. */
    @ParameterizedTest
    @MethodSource("threeToTwelve")
    void linearAgreementsHaveThreeSignatories(int actors) {
        SymmetricClub club = KnownClubs.barrettLinear(actors, 1, 1);
        assertThat(club.stableSizes(Ties.JOIN, 0)).containsExactly(3);
        assertThat(Arrays.stream(Stability.stable(club, Ties.JOIN, 0)).boxed())
                .hasSize(actors * (actors - 1) * (actors - 2) / 6)
                .allMatch(members -> Long.bitCount(members) == 3);
    }

    /** Barrett (1994), table 1: N = 10, a = 100, b = 1, c = 0.25. */
    @Test
    void fourOfTenSignTheQuadraticAgreement() {
        assertThat(KnownClubs.barrettQuadratic(10, 100, 1, 0.25).stableSizes(Ties.KEEP, 1e-9))
                .containsExactly(4);
        KnownClubs.Agreement four = KnownClubs.barrettQuadratic(10, 4, 100, 1, 0.25);
        assertThat(four.member()).isCloseTo(8.909, within(5e-4));
        assertThat(four.outsider()).isCloseTo(7.572, within(5e-4));
        assertThat(four.memberPayoff()).isCloseTo(472.160, within(5e-4));
        assertThat(four.outsiderPayoff()).isCloseTo(474.913, within(5e-4));
        assertThat(four.total()).isCloseTo(81.069, within(5e-4));
    }

    /** d'Aspremont et al. (1983), section 5: three firms collude where there are at least six. */
    @ParameterizedTest
    @ValueSource(ints = {6, 7, 8, 10, 12, 15, 20})
    void threeFirmsLeadThePrice(int firms) {
        assertThat(KnownClubs.priceLeaders(firms).stableSizes(Ties.KEEP, 1e-12)).containsExactly(3);
    }

    /** Shaffer (1995): (N + 3) / 2 for odd N, N / 2 + 1 for even N. */
    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 25})
    void aboutHalfTheFirmsLeadTheQuantity(int firms) {
        int size = firms % 2 == 1 ? (firms + 3) / 2 : firms / 2 + 1;
        assertThat(KnownClubs.quantityLeaders(firms).stableSizes(Ties.KEEP, 1e-12))
                .containsExactly(size);
    }

    /** Salant, Switzer and Reynolds (1983): below 80 percent of the industry a merger loses. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 6, 8, 10, 11, 12})
    void aMergerGainsFromTheSizeOfTheRule(int firms) {
        JointStability joint = new JointStability(KnownClubs.mergers(firms), 1e-12);
        double rule = (2 * firms + 3 - StrictMath.sqrt(4 * firms + 5)) / 2;
        for (int k = 2; k <= firms; k++) {
            assertThat(joint.moves(0, (1L << k) - 1)).as("%d of %d", k, firms).isEqualTo(k > rule + 1e-9);
        }
    }

    /** The same mergers from the partition function of a Cournot industry with equal costs. */
    @ParameterizedTest
    @ValueSource(ints = {3, 5, 8})
    void aCournotIndustryMergesByTheSameRule(int firms) {
        double[] costs = new double[firms];
        Arrays.fill(costs, 10);
        JointStability joint = new JointStability(new CournotIndustry(100, costs).equalSharing(), 1e-9);
        double rule = (2 * firms + 3 - StrictMath.sqrt(4 * firms + 5)) / 2;
        for (int k = 2; k <= firms; k++) {
            assertThat(joint.moves(0, (1L << k) - 1)).isEqualTo(k > rule + 1e-9);
        }
    }

    @Test
    void cournotWithUnequalCosts() {
        CournotIndustry industry = new CournotIndustry(100, 10, 20, 30);
        assertThat(industry.price()).isCloseTo(40, within(1e-12));
        assertThat(industry.outputs()).containsExactly(30, 20, 10);
        assertThat(new CournotIndustry(100, 10, 80).outputs()).containsExactly(45, 0); // too costly: out
    }

    @Test
    void aDominantFirmLeavesTheFringeItsSupply() {
        DominantFirm firm = new DominantFirm(100, 1, 1, 10);
        assertThat(firm.price()).isEqualTo(30);
        assertThat(firm.output()).isEqualTo(40);
        assertThat(firm.fringeOutput()).isEqualTo(30);
    }

    /** What outsiders do sets what a coalition is worth: hostile outsiders leave least (Hart and Kurz 1983). */
    @Test
    void hostileOutsidersLeaveLeast() {
        CournotIndustry industry = new CournotIndustry(100, 10, 15, 20, 25, 30);
        for (int coalition = 1; coalition < 32; coalition++) {
            double hostile = industry.outsidersHostile().worth(coalition);
            assertThat(hostile)
                    .isLessThanOrEqualTo(industry.outsidersAlone().worth(coalition) + 1e-12)
                    .isLessThanOrEqualTo(industry.outsidersTogether().worth(coalition) + 1e-12);
        }
        // Merging makes rivals fewer, so outsiders hurt most when they stand alone.
        assertThat(industry.outsidersHostile().worth(1))
                .isEqualTo(industry.outsidersAlone().worth(1));
        assertThat(industry.outsidersTogether().worth(1))
                .isGreaterThan(industry.outsidersAlone().worth(1));
    }
}
