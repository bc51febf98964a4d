package org.lode.games.coalition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StabilityTest {
    private static MembershipGame random(int actors, long seed, int levels) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] payoffs = new double[actors * (1 << actors)];
        Arrays.setAll(payoffs, k -> Math.floor(levels * random.nextDouble())); // few levels: ties occur
        return MembershipGame.of(actors, (actor, members) -> payoffs[(int) members * actors + actor]);
    }

    /** The definition, read off literally. */
    private static long[] byDefinition(MembershipGame game) {
        return LongStream.range(0, 1L << game.actors())
                .filter(members -> IntStream.range(0, game.actors()).allMatch(i -> {
                    long switched = members ^ 1L << i;
                    return game.payoff(i, switched) <= game.payoff(i, members);
                }))
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theSearchFindsWhatTheDefinitionSays(long seed) {
        MembershipGame game = random(14, seed, 4); // more than one block of memberships
        assertThat(Stability.stable(game, Ties.KEEP, 0))
                .isEqualTo(byDefinition(game))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void stableMeansNoDeviationsInsideOrOutside(long seed) {
        MembershipGame game = random(6, seed, 3);
        for (long members = 0; members < 64; members++) {
            for (Ties ties : Ties.values()) {
                boolean stable = Stability.isStable(game, members, ties, 0);
                assertThat(Stability.deviations(game, members, ties, 0).isEmpty())
                        .isEqualTo(stable);
                assertThat(Stability.isInternallyStable(game, members, ties, 0)
                                && Stability.isExternallyStable(game, members, ties, 0))
                        .isEqualTo(stable);
            }
        }
    }

    /**
     * Barrett (1994), section 3: with linear benefits a third signatory is indifferent, and so is a first one, who does
     * alone what it would do anyway.
     */
    @Test
    void whatTheIndifferentDoDecidesTies() {
        SymmetricClub club = KnownClubs.barrettLinear(8, 1, 1);
        assertThat(club.stableSizes(Ties.KEEP, 0)).containsExactly(0, 2, 3);
        assertThat(club.stableSizes(Ties.JOIN, 0)).containsExactly(3);
        assertThat(club.stableSizes(Ties.LEAVE, 0)).containsExactly(0, 2);
        assertThat(Stability.isInternallyStable(club, 0b111, Ties.KEEP, 0)).isTrue();
        assertThat(Stability.isInternallyStable(club, 0b111, Ties.LEAVE, 0)).isFalse();
    }

    @Test
    void deviationsSayWhoAndHowMuch() {
        SymmetricClub club = KnownClubs.barrettLinear(5, 1, 1);
        assertThat(Stability.deviations(club, 0b01111, Ties.KEEP, 0))
                .hasSize(4)
                .allSatisfy(d -> assertThat(d.member()).isTrue())
                .first()
                .satisfies(d -> assertThat(d.gain()).isCloseTo(club.outsider(3) - club.member(4), within(1e-12)));
    }

    /** A group's deviation includes a single one's, and foresight is checked against all chains found by hand. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatGroupsCannotUpsetSinglesCannotEither(long seed) {
        MembershipGame game = random(5, seed, 40);
        JointStability joint = new JointStability(game, 0);
        assertThat(Arrays.stream(joint.coalitionallyStable()).boxed())
                .isSubsetOf(Arrays.stream(Stability.stable(game, Ties.KEEP, 0))
                        .boxed()
                        .toList());
        for (long members : joint.coalitionallyStable()) {
            assertThat(joint.movesFrom(members)).isEmpty();
        }
        // Chwe (1994), proposition 2: the largest consistent set is never empty; what nothing dominates is in it.
        assertThat(joint.largestConsistentSet()).isNotEmpty();
        assertThat(Arrays.stream(joint.undominated()).boxed())
                .isSubsetOf(Arrays.stream(joint.largestConsistentSet()).boxed().toList());
    }

    /**
     * The prisoners' dilemma of joining (a member loses 1 and gives the other 3): alone both stay out, but the pair gains
     * by joining together, and full membership is not upset by anyone who looks ahead (Chwe 1994, section 3).
     */
    @Test
    void aPairGainsByJoiningTogether() {
        MembershipGame dilemma = MembershipGame.of(
                2,
                (actor, members) -> (MembershipGame.isMember(1 - actor, members) ? 3 : 0)
                        - (MembershipGame.isMember(actor, members) ? 1 : 0));
        assertThat(Stability.stable(dilemma, Ties.KEEP, 0)).containsExactly(0);
        JointStability joint = new JointStability(dilemma, 0);
        assertThat(joint.moves(0b00, 0b11)).isTrue();
        assertThat(joint.coalitionallyStable()).isEmpty();
        // Whoever leaves the pair is followed by the other and ends worse off than it began: both stay.
        assertThat(joint.largestConsistentSet()).containsExactly(0b11);
    }

    @Test
    void anOracleThatAnswersNotANumberIsRefused() {
        MembershipGame broken = MembershipGame.of(3, (actor, members) -> members == 5 ? Double.NaN : 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stability.stable(broken, Ties.KEEP, 0))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MembershipGame.of(26, (actor, members) -> 0))
                .withMessageContaining("actors (26)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JointStability(random(13, 1, 2), 0))
                .withMessageContaining("at most 12");
    }
}
