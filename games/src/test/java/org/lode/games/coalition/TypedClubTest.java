package org.lode.games.coalition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedClubTest {
    /** Barrett (1994), pi = bQ - c q^2/2: every stable agreement of ten has three members, whatever types are called. */
    @Test
    void barrettsAgreementHasThreeMembersInEverySplitIntoTypes() {
        TypedClub.Oracle barrett = (type, member, members) -> {
            int k = Arrays.stream(members).sum();
            double total = k * (double) k + (10 - k);
            return total - (member ? k * (double) k : 1) / 2.0;
        };
        for (int[] sizes : new int[][] {{10}, {4, 6}, {1, 2, 7}}) {
            var club = new TypedClub(sizes, barrett);
            assertThat(Arrays.stream(club.stable(Ties.JOIN, 1e-9))
                            .map(membership ->
                                    Arrays.stream(club.members(membership)).sum())
                            .boxed())
                    .isNotEmpty()
                    .containsOnly(3);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void withOneActorPerTypeItIsAMembershipGame(long seed) {
        int n = 6;
        double[] payoffs = new Random(seed).doubles((long) n << n, -1, 1).toArray();
        MembershipGame game = MembershipGame.of(n, (actor, members) -> payoffs[(int) members * n + actor]);
        var club = new TypedClub(
                new int[] {1, 1, 1, 1, 1, 1}, (type, member, members) -> game.payoff(type, bits(members)));
        assertThat(Arrays.stream(club.stable(Ties.KEEP, 0)).mapToObj(m -> bits(club.members(m))))
                .containsExactlyInAnyOrder(Arrays.stream(Stability.stable(game, Ties.KEEP, 0))
                        .boxed()
                        .toArray(Long[]::new));
        double[] shapley = ShapleyValue.exact(CharacteristicFunction.of(n, coalition -> {
            double worth = 0;
            for (int actor = 0; actor < n; actor++) {
                worth += (coalition >>> actor & 1) == 0 ? 0 : game.payoff(actor, coalition) - game.payoff(actor, 0);
            }
            return worth;
        }));
        assertThat(club.shapley()).containsExactly(shapley, within(1e-12));
        int some = club.membership(1, 0, 1, 1, 0, 0);
        assertThat(club.gain(0, true, some)).isEqualTo(game.switchGain(0, 0b1101));
        assertThat(club.gain(1, false, some)).isEqualTo(game.switchGain(1, 0b1101));
        assertThat(club.gain(1, true, some)).isNaN();
    }

    private static long bits(int[] members) {
        long bits = 0;
        for (int actor = 0; actor < members.length; actor++) {
            bits |= (long) members[actor] << actor;
        }
        return bits;
    }

    /** The glove game (Shapley and Shubik 1969): two left gloves and one right one, a pair is worth 1: 1/6, 1/6 and 2/3. */
    @Test
    void theGloveGameIsSharedBySixths() {
        var gloves = new TypedClub(
                new int[] {2, 1},
                (type, member, members) ->
                        member ? Math.min(members[0], members[1]) / (double) (members[0] + members[1]) : 0);
        assertThat(gloves.shapley()).containsExactly(new double[] {1 / 6.0, 2 / 3.0}, within(1e-12));
    }

    @Test
    void theValuesOfAllActorsAddUpToWhatFullMembershipBrings() {
        int[] sizes = {12, 9, 14, 7};
        var club = new TypedClub(sizes, (type, member, members) -> {
            double weighted = members[0] + 2.0 * members[1] + 0.5 * members[2] + members[3];
            return member ? weighted * (type + 1) / 50 - type : weighted / 100;
        });
        double[] value = club.shapley();
        double sum = 0;
        double worth = 0;
        int full = club.membership(sizes);
        for (int type = 0; type < sizes.length; type++) {
            sum += sizes[type] * value[type];
            worth += sizes[type] * (club.payoff(type, true, full) - club.payoff(type, false, 0));
        }
        assertThat(sum).isEqualTo(worth, within(1e-9 * Math.abs(worth)));
    }

    @Test
    void tooManyMembershipsAreRefusedWithTheWayOut() {
        int[] sizes = new int[54];
        Arrays.fill(sizes, 1);
        assertThatThrownBy(() -> new TypedClub(sizes, (type, member, members) -> 0))
                .hasMessageContaining("memberships (18014398509481984) must be at most")
                .hasMessageContaining("may share a type");
    }
}
