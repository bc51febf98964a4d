package org.lode.games.coalition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearMissTest {
    private static MembershipGame random(long seed, int actors) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] payoffs = new double[actors << actors];
        Arrays.setAll(payoffs, k -> random.nextDouble());
        return MembershipGame.of(actors, (actor, members) -> payoffs[(int) members * actors + actor]);
    }

    /** Against the list of all deviations of all memberships. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theyAreWhereOneActorAloneSwitches(long seed) {
        MembershipGame game = random(seed, 7);
        List<NearMiss> all = new ArrayList<>();
        for (long members = 0; members < 1 << 7; members++) {
            List<Stability.Deviation> deviations = Stability.deviations(game, members, Ties.KEEP, 0);
            if (deviations.size() == 1) {
                all.add(new NearMiss(members, deviations.get(0)));
            }
        }
        all.sort(Comparator.comparingDouble(miss -> miss.deviation().gain()));
        assertThat(all).hasSizeGreaterThan(4);
        assertThat(NearMiss.of(game, Ties.KEEP, 0, 1 << 7)).isEqualTo(all);
        assertThat(NearMiss.of(game, Ties.KEEP, 0, 3)).isEqualTo(all.subList(0, 3));
        assertThat(NearMiss.of(game, Ties.KEEP, 0, 0)).isEmpty();
    }

    @Test
    void aStableMembershipIsNone() {
        // One actor gains by being in: nobody is stable but {0}, and nobody in is a near miss.
        MembershipGame one = MembershipGame.of(1, (actor, members) -> members);
        assertThat(NearMiss.of(one, Ties.KEEP, 0, 9))
                .containsExactly(new NearMiss(0, new Stability.Deviation(0, false, 1)));
    }
}
