package org.lode.sim.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lode.agents.decide.DecisionRule;
import org.lode.sim.chance.Streams;
import org.lode.sim.run.Simulation;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioReader;

class MindTest {
    private static final Path FILE = Path.of("..", "configs", "scenarios", "table-stag-hunt.yaml");

    /** Both hunters under one rule, both starting with the hare, for which staying pays while the other does. */
    private static Scenario hunters(String rule, String first) {
        List<String> settings = Stream.of("hunter", "gatherer")
                .flatMap(id -> Stream.of("actors." + id + ".rule=" + rule))
                .toList();
        return ScenarioReader.read(
                        FILE,
                        Stream.concat(settings.stream(), Stream.of("actors.hunter.start=" + first))
                                .toList())
                .scenario();
    }

    private static DecisionRule[] rules(Scenario scenario) {
        return scenario.actors().stream().map(actor -> actor.rule()).toArray(DecisionRule[]::new);
    }

    private static Thoughts thoughts(Scenario played, Scenario asked) {
        var watch = new Watch(played, new Mind(rules(asked), rules(asked), 4));
        new Simulation(played).run(new Streams(1, Streams.COMMON, 1), watch);
        Thoughts thoughts = watch.kept().thoughts();
        assertThat(thoughts).isNotNull();
        return thoughts;
    }

    private static final String SHARP = "{rule: logitReply, lambda: 50, revision: 1}";
    private static final String RANDOM = "{rule: logitReply, lambda: 0, revision: 1}";
    private static final String STUBBORN = "{rule: scripted, strategies: [stag]}";

    @Test
    void payoffsThatCountForNothingLeaveTheEntropyOfACoinToss() {
        Thoughts random = thoughts(hunters(RANDOM, "stag"), hunters(RANDOM, "stag"));
        assertThat(random.entropy() / random.choices()).isCloseTo(1, within(1e-12));
        assertThat(random.replies()).isZero();
        assertThat((double) random.changes() / random.halfYears()).isBetween(0.25, 0.75);
    }

    @Test
    void payoffsThatCountForMuchLeaveHardlyAny() {
        Thoughts sharp = thoughts(hunters(SHARP, "stag"), hunters(SHARP, "stag"));
        assertThat(sharp.entropy() / sharp.choices()).isLessThan(1e-6);
        assertThat(sharp.changes()).isZero();
    }

    /** One starts with the hare: the gatherer's reply to it is the hare, taken at once. */
    @Test
    void aReplyThatPaysIsTakenByThoseWhoReply() {
        Thoughts sharp = thoughts(hunters(SHARP, "hare"), hunters(SHARP, "hare"));
        assertThat(sharp.replies()).isPositive();
        assertThat(sharp.taken()).isEqualTo(sharp.replies());
    }

    /** The gatherer sticks to the stag although the hunter, who is stubborn too after the first round, hunts it as well. */
    @Test
    void aReplyThatPaysIsNotTakenByThoseWhoFollowAScript() {
        Scenario hares = ScenarioReader.read(
                        FILE,
                        List.of(
                                "actors.hunter.rule={rule: scripted, strategies: [hare]}",
                                "actors.gatherer.rule=" + STUBBORN,
                                "actors.hunter.start=hare"))
                .scenario();
        Thoughts stubborn = thoughts(hares, hunters(SHARP, "hare"));
        assertThat(stubborn.replies()).isPositive();
        assertThat(stubborn.taken()).isZero();
    }
}
