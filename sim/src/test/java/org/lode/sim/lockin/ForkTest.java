package org.lode.sim.lockin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the metrics may rely on in any process. */
class ForkTest {
    private static final List<PathProcess> PROCESSES =
            List.of(Urn.polya(1, 1, 3), Worlds.autoregression(3, 0.9, 1), new Conventions(6, true, 3));

    @Test
    void aForkWithTheSameChanceGoesAsTheRunGoes() {
        for (PathProcess process : PROCESSES) {
            PathProcess.Run run = Laboratory.play(process.start(1), 5);
            PathProcess.Run fork = run.fork(0);
            Laboratory.play(run, 25);
            assertThat(fork.round()).isEqualTo(5);
            assertThat(Laboratory.play(fork, 25).value(0)).isEqualTo(run.value(0));
        }
    }

    @Test
    void forksWithFreshChanceGoTheirOwnWays() {
        PathProcess process = Worlds.autoregression(3, 0.9, 1);
        PathProcess.Run run = Laboratory.play(process.start(1), 5);
        double first = Laboratory.play(run.fork(1), 6).value(0);
        assertThat(Laboratory.play(run.fork(1), 6).value(0)).isEqualTo(first);
        assertThat(Laboratory.play(run.fork(2), 6).value(0)).isNotEqualTo(first);
        assertThat(Laboratory.play(run, 6).value(0)).isNotEqualTo(first);
    }
}
