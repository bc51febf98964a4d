package org.lode.agents.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecisionRulesTest {
    @Test
    void everyRuleIsARecordSoThatItsComponentsAreItsSettings() {
        assertThat(DecisionRules.ALL).allMatch(Class::isRecord);
    }

    @Test
    void theNamesAreThoseOfTheConfiguration() {
        assertThat(DecisionRules.ALL.stream().map(DecisionRules::name))
                .containsExactlyInAnyOrder(
                        "logitReply",
                        "uniform",
                        "bestReply",
                        "fictitiousPlay",
                        "regretMatching",
                        "levelK",
                        "imitation",
                        "aspiration",
                        "qre",
                        "nash",
                        "bayesianReply",
                        "scripted");
    }
}
