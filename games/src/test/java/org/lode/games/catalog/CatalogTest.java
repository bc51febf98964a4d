package org.lode.games.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lode.games.check.Regret;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;
import org.lode.games.format.GambitFormat;
import org.lode.games.solve.AllEquilibria;
import org.lode.games.solve.Equilibrium;
import org.lode.games.solve.OneEquilibrium;
import org.lode.games.solve.PureEnumeration;
import org.lode.games.solve.Solution;
import org.lode.games.solve.SupportEnumeration;

class CatalogTest {
    private static final double SAME = 1e-9;

    static Stream<KnownGame> games() {
        return Catalog.ALL.stream();
    }

    @Test
    void thereAreFortyAndEachHasItsOwnNameAndSource() {
        assertThat(Catalog.ALL).hasSizeGreaterThanOrEqualTo(40);
        assertThat(Catalog.ALL.stream().map(KnownGame::id)).doesNotHaveDuplicates();
        assertThat(Catalog.ALL).allMatch(known -> !known.source().isBlank());
    }

    @ParameterizedTest
    @MethodSource("games")
    void whatIsKnownIsAnEquilibrium(KnownGame known) {
        for (MixedProfile profile : known.equilibria()) {
            assertThat(Regret.of(known.game(), profile)).isLessThan(1e-12);
        }
        for (List<MixedProfile> segment : known.segments()) {
            for (int i = 0; i <= 10; i++) {
                assertThat(Regret.of(known.game(), between(segment, i / 10.0))).isLessThan(1e-12);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("games")
    void allEquilibriaAreExactlyTheKnownOnes(KnownGame known) throws IOException {
        StringBuilder file = new StringBuilder();
        GambitFormat.write(known.game(), file);
        NormalForm game = GambitFormat.read(new StringReader(file.toString()));
        Solution found = new AllEquilibria().solve(game);
        assertThat(found.isComplete()).as(found.reason()).isTrue();
        for (MixedProfile profile : known.equilibria()) {
            assertThat(found.equilibria())
                    .filteredOn(each -> each.profile().distance(profile) < SAME)
                    .as("known equilibrium %s", profile)
                    .hasSize(1);
        }
        for (List<MixedProfile> segment : known.segments()) {
            for (MixedProfile end : segment) {
                assertThat(found.equilibria())
                        .as("an end of %s", segment)
                        .anyMatch(each -> each.profile().distance(end) < SAME);
            }
        }
        if (known.segments().isEmpty()) {
            assertThat(found.equilibria()).hasSize(known.count());
        } else {
            assertThat(found.equilibria()).allMatch(each -> isKnown(known, each));
            assertThat(found.subsets()).hasSameSizeAs(known.segments());
        }
    }

    @ParameterizedTest
    @MethodSource("games")
    void everyOtherSolverFindsOnlyKnownEquilibria(KnownGame known) {
        Solution one = new OneEquilibrium().solve(known.game());
        assertThat(one.equilibria()).hasSize(1);
        assertThat(one.equilibria().get(0).regret()).isLessThan(1e-10);
        for (Equilibrium pure : new PureEnumeration().solve(known.game()).equilibria()) {
            assertThat(listed(known) ? isKnown(known, pure) : pure.regret() == 0)
                    .isTrue();
        }
        if (listed(known) && new SupportEnumeration().refusal(known.game()).isEmpty()) {
            Solution paths = new SupportEnumeration().solve(known.game());
            if (paths.isComplete()) {
                assertThat(paths.equilibria()).hasSize(known.count());
            }
            assertThat(paths.equilibria()).allMatch(each -> isKnown(known, each));
        }
    }

    /** The one game of which only the number of equilibria is given. */
    private static boolean listed(KnownGame known) {
        return !known.id().equals("von-stengel-75");
    }

    private static boolean isKnown(KnownGame known, Equilibrium equilibrium) {
        return known.equilibria().stream().anyMatch(each -> each.distance(equilibrium.profile()) < SAME)
                || known.segments().stream().anyMatch(each -> distance(each, equilibrium.profile()) < SAME);
    }

    private static MixedProfile between(List<MixedProfile> segment, double share) {
        double[] from = segment.get(0).probabilities();
        double[] to = segment.get(1).probabilities();
        for (int i = 0; i < from.length; i++) {
            from[i] += share * (to[i] - from[i]);
        }
        int[] counts = new int[segment.get(0).players()];
        for (int player = 0; player < counts.length; player++) {
            counts[player] = segment.get(0).strategies(player);
        }
        return MixedProfile.of(counts, from);
    }

    /** The largest difference from the nearest point of a segment, by its projection. */
    private static double distance(List<MixedProfile> segment, MixedProfile profile) {
        double[] from = segment.get(0).probabilities();
        double[] to = segment.get(1).probabilities();
        double[] at = profile.probabilities();
        double along = 0;
        double length = 0;
        for (int i = 0; i < from.length; i++) {
            along += (at[i] - from[i]) * (to[i] - from[i]);
            length += (to[i] - from[i]) * (to[i] - from[i]);
        }
        return between(segment, Math.max(0, Math.min(1, along / length))).distance(profile);
    }
}
