package org.lode.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lode.sim.chance.Streams;

/** Dated events strike in the round their date falls in, once, and change what they say. */
class EventsTest {
    private static World world(String event, int rounds) {
        return world(Baseline.with("events=[{kind: events, events: [" + event + "]}]"), rounds);
    }

    private static World world(Scenario scenario, int rounds) {
        World world = new World(scenario, new Streams(3, 0, 0));
        int[] profile = scenario.startProfile();
        for (int round = 0; round < rounds; round++) {
            world.begin(profile);
            world.advance(profile, profile);
        }
        world.begin(profile);
        return world;
    }

    private static int actor(World world, String id) {
        for (int i = 0; i < world.scenario().actors().size(); i++) {
            if (world.scenario().actors().get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException(id);
    }

    @Test
    void anEventStrikesInItsRoundOnly() {
        String event = "{id: e, date: 2027-03, what: hostility, actor: JP, other: CN, change: 0.2}";
        for (int round = 0; round < 4; round++) {
            World with = world(event, round);
            World without = world(Baseline.with("events=[]"), round);
            int at = actor(with, "JP") * with.scenario().actors().size() + actor(with, "CN");
            double change = with.state().hostility[at] - without.state().hostility[at];
            if (round < 2) {
                assertThat(change).isZero();
            } else if (round == 2) {
                assertThat(change).isCloseTo(0.2, within(1e-12));
            } else {
                assertThat(change).isBetween(0.0, 0.2);
            }
        }
    }

    @Test
    void trustReversalsTruceAndAuthorityChange() {
        World trust = world("{id: e, date: 2026-02, what: trust, actor: EU, other: US, change: -0.1}", 0);
        World calm = world(Baseline.with("events=[]"), 0);
        int at = actor(calm, "EU") * calm.scenario().actors().size() + actor(calm, "US");
        assertThat(trust.state().trust[at] - calm.state().trust[at]).isCloseTo(-0.1, within(1e-12));
        World doubt = world("{id: e, date: 2026-02, what: reversal, actor: US, change: 1}", 0);
        assertThat(doubt.state().reversals - calm.state().reversals).isCloseTo(1, within(1e-12));
        assertThat(doubt.view().credibility()).isLessThan(calm.view().credibility());
        World truce = world("{id: e, date: 2026-05, what: truce, change: 30}", 0);
        assertThat(truce.state().truceUntil).isEqualTo(34);
        World lost = world("{id: e, date: 2026-05, what: authority, change: 0}", 0);
        assertThat(lost.state().authority).isFalse();
        int us = lost.scenario().hegemon();
        assertThat(lost.open(us, lost.scenario().actors().get(us).fallback())).isTrue();
        assertThat(lost.open(us, lost.scenario().actors().get(us).start())).isFalse();
    }

    @Test
    void marketsAreHitWhereTheEventSays() {
        World calm = world(Baseline.with("events=[]"), 0);
        World demand = world("{id: e, date: 2026-02, what: demand, mineral: lithium, change: 0.3}", 0);
        assertThat(demand.state().minerals[2].shock / calm.state().minerals[2].shock)
                .isCloseTo(1.3, within(1e-9));
        assertThat(demand.state().minerals[1].shock).isEqualTo(calm.state().minerals[1].shock);
        World cost = world("{id: e, date: 2026-02, what: cost, mineral: lithium, change: 0.5}", 0);
        assertThat(cost.state().minerals[2].cost[0] / calm.state().minerals[2].cost[0])
                .isCloseTo(1.5, within(1e-9));
        World outage = world("{id: e, date: 2026-02, what: outage, mineral: cobalt, actor: CD, change: 0.4}", 0);
        MineralModel cobalt = outage.scenario().minerals[3];
        for (int j = 0; j < cobalt.producers; j++) {
            double left = cobalt.host[j] == actor(calm, "CD") ? 0.6 : 1;
            int mine = j * cobalt.stages;
            assertThat(outage.state().minerals[3].capacity[mine])
                    .isCloseTo(left * calm.state().minerals[3].capacity[mine], within(1e-6));
        }
    }
}
