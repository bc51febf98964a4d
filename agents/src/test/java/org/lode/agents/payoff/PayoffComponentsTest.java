package org.lode.agents.payoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PayoffComponentsTest {
    @Test
    void everyComponentIsARecordSoThatItsComponentsAreItsSettings() {
        assertThat(PayoffComponents.ALL).allMatch(Class::isRecord);
    }

    @Test
    void namesAreUniqueAndInLowerCamelCase() {
        var names = PayoffComponents.ALL.stream().map(PayoffComponents::name).toList();
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][A-Za-z]+"));
        assertThat(names).contains("consumerSurplus", "valueAtRisk", "rulePower");
    }

    @Test
    void aComponentSaysItsName() {
        assertThat(new RelativeGains(List.of()).name()).isEqualTo("relativeGains");
    }
}
