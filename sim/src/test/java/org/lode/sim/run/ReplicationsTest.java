package org.lode.sim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicationsTest {
    private static final class Collected implements Replications.Sink<Long> {
        final List<String> lines = new ArrayList<>();

        @Override
        public void add(long replication, Long result) {
            lines.add(replication + "=" + result);
        }

        @Override
        public void failed(Replications.Failure failure) {
            lines.add(failure.replication() + "!" + failure.exception() + ": " + failure.message());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64})
    void resultsComeInOrderOnAnyNumberOfThreads(int threads) throws IOException {
        var collected = new Collected();
        List<Long> told = new ArrayList<>();
        Replications.run(3001, threads, () -> replication -> replication * replication, collected, told::add);
        assertThat(collected.lines).hasSize(3001);
        for (int i = 1; i <= 3001; i++) {
            assertThat(collected.lines.get(i - 1)).isEqualTo(i + "=" + (long) i * i);
        }
        assertThat(told).hasSize(3001).isSorted().endsWith(3001L);
    }

    @Test
    void oneThatThrowsIsHandedOnAndTheRestGoesOn() throws IOException {
        var collected = new Collected();
        Replications.Task<Long> task = replication -> {
            if (replication == 3) {
                throw new IllegalStateException("price (-1) must be\npositive");
            }
            if (replication == 4) {
                throw new StackOverflowError();
            }
            return replication;
        };
        Replications.run(5, 2, () -> task, collected, Progress.NONE);
        assertThat(collected.lines)
                .containsExactly(
                        "1=1",
                        "2=2",
                        "3!java.lang.IllegalStateException: price (-1) must be; positive",
                        "4!java.lang.StackOverflowError: ",
                        "5=5");
    }

    @Test
    void runningOutOfMemoryIsNoReplicationsFault() {
        Replications.Task<Long> task = replication -> {
            throw new OutOfMemoryError("for the test");
        };
        assertThatThrownBy(() -> Replications.run(100, 3, () -> task, new Collected(), Progress.NONE))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void aTaskThatCannotBeMadeEndsTheRun() {
        assertThatThrownBy(() -> Replications.run(
                        10,
                        2,
                        () -> {
                            throw new IllegalArgumentException("no such scenario");
                        },
                        new Collected(),
                        Progress.NONE))
                .hasMessage("no such scenario");
    }

    @Test
    void aFullDiskStopsTheWorkers() {
        var computed = new AtomicLong();
        Replications.Sink<Long> full = new Replications.Sink<>() {
            @Override
            public void add(long replication, Long result) throws IOException {
                throw new IOException("no space left on device");
            }

            @Override
            public void failed(Replications.Failure failure) {}
        };
        assertThatThrownBy(() -> Replications.run(
                        1_000_000, 2, () -> replication -> computed.incrementAndGet(), full, Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left on device");
        assertThat(computed.get()).isLessThan(10_000);
    }

    @Test
    void nobodyRunsFarAheadOfWhatIsDelivered() throws IOException {
        var computed = new AtomicLong();
        var ahead = new AtomicLong();
        Replications.run(
                20_000,
                2,
                () -> replication -> computed.incrementAndGet(),
                new Replications.Sink<Long>() {
                    @Override
                    public void add(long replication, Long result) {
                        ahead.accumulateAndGet(computed.get() - replication, Math::max);
                    }

                    @Override
                    public void failed(Replications.Failure failure) {}
                },
                Progress.NONE);
        assertThat(ahead.get()).isLessThan(400);
    }

    @Test
    void countsBelowOneAreRefused() {
        assertThatThrownBy(() -> Replications.run(0, 1, () -> r -> r, new Collected(), Progress.NONE))
                .hasMessage("replications (0) must be at least 1");
        assertThatThrownBy(() -> Replications.run(1, 0, () -> r -> r, new Collected(), Progress.NONE))
                .hasMessage("threads (0) must be at least 1");
    }
}
