package org.lode.sim.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lode.games.check.Dominance;
import org.lode.games.form.Game;
import org.lode.games.form.NormalForm;
import org.lode.games.solve.QuantalResponse;

class StageReportTest {
    private static final NormalForm PRISONERS =
            NormalForm.of(new int[] {2, 2}, 3, 0, 5, 1, 3, 5, 0, 1); // cooperate, defect
    private static final NormalForm PENNIES = NormalForm.of(new int[] {2, 2}, 1, -1, -1, 1, -1, 1, 1, -1);
    private static final NormalForm STAG_HUNT = NormalForm.of(new int[] {2, 2}, 4, 0, 3, 3, 4, 3, 0, 3);

    @Test
    void thePrisonersDilemmaHasOneEquilibriumAndItIsNotEfficient() {
        assertThat(StageReport.pure(PRISONERS)).singleElement().satisfies(profile -> {
            assertThat(profile.strategies()).containsExactly(1, 1);
            assertThat(profile.regret()).isEqualTo(0);
            assertThat(profile.margin()).isEqualTo(1);
            assertThat(profile.welfare()).isEqualTo(2);
            assertThat(profile.efficient()).isFalse();
        });
        assertThat(StageReport.best(PRISONERS).strategies()).containsExactly(0, 0);
        assertThat(StageReport.dominated(PRISONERS, Dominance.Kind.STRICT))
                .isEqualTo(Map.of(0, List.of(0), 1, List.of(0)));
    }

    @Test
    void bestRepliesInTurnSettleInTheStagHuntAndGoRoundInMatchingPennies() {
        assertThat(StageReport.replies(STAG_HUNT, new int[] {0, 1}).settled()).isTrue();
        assertThat(StageReport.replies(STAG_HUNT, new int[] {0, 0}).turns()).isEqualTo(0);
        assertThat(StageReport.replies(PENNIES, new int[] {0, 0}).settled()).isFalse();
    }

    @Test
    void onePrecisionForAllIsTheUsualQuantalResponse() {
        QuantalResponse same = StageReport.qre(STAG_HUNT, new double[] {2, 2});
        QuantalResponse usual = QuantalResponse.at(STAG_HUNT, 2);
        assertThat(same.profile().distance(usual.profile())).isLessThan(1e-9);
    }

    @Test
    void aPlayerWithoutPrecisionChoosesEvenly() {
        QuantalResponse response = StageReport.qre(PRISONERS, new double[] {0, 50});
        assertThat(response.profile().probability(0, 0)).isEqualTo(0.5, within(1e-9));
        assertThat(response.profile().probability(1, 1)).isEqualTo(1, within(1e-9));
    }

    @Test
    void closedStrategiesAreLeftOutAndNamesStay() {
        var open = new OpenGame(STAG_HUNT, (player, strategy) -> player == 0 || strategy == 1);
        NormalForm table = open.table();
        assertThat(table.shape()).containsExactly(2, 1);
        assertThat(table.strategyName(1, 0)).isEqualTo("2");
        assertThat(StageReport.pure(table))
                .singleElement()
                .satisfies(profile -> assertThat(profile.strategies()).containsExactly(1, 0));
    }

    @Test
    void aGameTooLargeForATableIsRefusedWithItsSizeAndWhatWorks() {
        Game large = new Game() {
            @Override
            public int players() {
                return 11;
            }

            @Override
            public int strategies(int player) {
                return 4;
            }

            @Override
            public double payoff(int player, int[] profile) {
                return profile[player];
            }
        };
        var open = new OpenGame(large, (player, strategy) -> true);
        assertThatThrownBy(open::table).hasMessageContaining("4194304 profiles").hasMessageContaining("--solver one");
        assertThat(StageReport.replies(open, new int[11]).profile()).containsOnly(3);
    }
}
