package org.lode.sim.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

/** Keyed streams: what one key draws depends on nothing else. */
class StreamsTest {
    private static final Purpose DEMAND = Purpose.named("demand");
    private static final Purpose CHOICE = Purpose.named("choice");

    private static long first(long seed, long point, long replication, Purpose purpose, String entity, int round) {
        return new Streams(seed, point, replication)
                .stream(purpose, entity, round).nextLong();
    }

    @Test
    void theGeneratorIsXoshiro256PlusPlus() {
        // the first outputs of the authors' C code from the state 1, 2, 3, 4
        Stream stream = new Stream(1, 2, 3, 4);
        for (long expected : new long[] {
            41943041L,
            58720359L,
            3588806011781223L,
            3591011842654386L,
            Long.parseUnsignedLong("9228616714210784205"),
            Long.parseUnsignedLong("9973669472204895162"),
            Long.parseUnsignedLong("14011001112246962877"),
            Long.parseUnsignedLong("12406186145184390807"),
            Long.parseUnsignedLong("15849039046786891736"),
            Long.parseUnsignedLong("10450023813501588000")
        }) {
            assertThat(stream.nextLong()).isEqualTo(expected);
        }
    }

    @Test
    void namesAreHashedByFnv1aOverUtf8() {
        // test vectors of Fowler, Noll and Vo for 64 bits
        assertThat(Streams.key("")).isEqualTo(0xcbf29ce484222325L);
        assertThat(Streams.key("a")).isEqualTo(0xaf63dc4c8601ec8cL);
        assertThat(Streams.key("foobar")).isEqualTo(0x85944171f73967e8L);
        for (String name : List.of("Côte d'Ivoire", "中国", "ore \uD83E\uDEA8", "plain")) {
            long hash = 0xcbf29ce484222325L;
            for (byte octet : name.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                hash = (hash ^ (octet & 0xff)) * 0x100000001b3L;
            }
            assertThat(Streams.key(name)).isEqualTo(hash);
        }
    }

    @Test
    void theSameKeyDrawsTheSameWhateverElseIsDrawn() {
        Streams streams = new Streams(1, 2, 3);
        long alone = streams.stream(DEMAND, "US", 4).nextLong();
        Stream reused = new Stream();
        for (String observer : List.of("observer", "JP", "EU")) {
            streams.reset(reused, CHOICE, observer, 4).nextLong();
        }
        assertThat(streams.reset(reused, DEMAND, "US", 4).nextLong()).isEqualTo(alone);
        assertThat(streams.reset(reused, DEMAND, Streams.key("US"), 4).nextLong())
                .isEqualTo(alone);
        assertThat(new Streams(1, 2, 3).stream(Purpose.named("demand"), "US", 4).nextLong())
                .isEqualTo(alone);
    }

    @Test
    void everyPartOfTheKeyCounts() {
        Set<Long> seen = new HashSet<>();
        int keys = 0;
        for (long seed : new long[] {0, 1, -1, 1L << 40}) {
            for (long point : new long[] {Streams.COMMON, 0, 1}) {
                for (long replication = 1; replication <= 5; replication++) {
                    for (Purpose purpose : List.of(DEMAND, CHOICE)) {
                        for (String entity : List.of("US", "JP", "SU", "")) {
                            for (int round = 0; round < 30; round++) {
                                seen.add(first(seed, point, replication, purpose, entity, round));
                                keys++;
                            }
                        }
                    }
                }
            }
        }
        assertThat(seen).hasSize(keys);
        assertThat(first(1, 2, 3, DEMAND, "US", 4)).isNotEqualTo(first(2, 1, 3, DEMAND, "US", 4));
    }

    @Test
    void drawsAreTheSameOnEveryJavaVersion() {
        // the key's hash and the generator written again in Python; StrictMath gives the rest
        Stream stream = new Stream();
        new Streams(42, 0, 1).reset(stream, DEMAND, "US", 7);
        assertThat(stream.nextLong()).isEqualTo(-4711636890286359074L);
        assertThat(stream.nextLong()).isEqualTo(5847486781545431612L);
        assertThat(stream.nextDouble()).isEqualTo(0.2441141099180283);
        assertThat(Draws.normal(stream)).isEqualTo(1.5586152103724091);
        assertThat(stream.nextGaussian()).isEqualTo(0.8399976211816083);
        assertThat(Draws.exponential(stream)).isEqualTo(0.13815076676427962);
        assertThat(Draws.index(stream, 1000)).isEqualTo(793);
    }

    @Test
    void theFirstDrawsOfNeighbouringKeysAreUniform() {
        int cells = 100;
        long[] counts = new long[cells];
        Streams streams = new Streams(5, Streams.COMMON, 1);
        Stream stream = new Stream();
        for (int entity = 0; entity < 100; entity++) {
            for (int round = 0; round < 1000; round++) {
                streams.reset(stream, DEMAND, "actor" + entity, round);
                counts[(int) (stream.nextDouble() * cells)]++;
            }
        }
        assertThat(uniformity(counts)).isGreaterThan(0.001);
    }

    @Test
    void neighbouringKeysAreIndependent() {
        // pairs of first draws of rounds t and t+1, and of replications r and r+1, on a 10 x 10 grid
        long[] rounds = new long[100];
        long[] replications = new long[100];
        Stream stream = new Stream();
        Stream other = new Stream();
        for (int replication = 1; replication <= 500; replication++) {
            Streams streams = new Streams(5, 0, replication);
            Streams next = new Streams(5, 0, replication + 1);
            for (int round = 0; round < 200; round++) {
                int cell = 10
                        * (int) (10
                                * streams.reset(stream, DEMAND, "US", 2 * round).nextDouble());
                rounds[
                        cell
                                + (int) (10
                                        * streams.reset(other, DEMAND, "US", 2 * round + 1)
                                                .nextDouble())]++;
                if (replication % 2 == 0) {
                    replications[
                            cell
                                    + (int) (10
                                            * next.reset(other, DEMAND, "US", 2 * round)
                                                    .nextDouble())]++;
                }
            }
        }
        assertThat(uniformity(rounds)).isGreaterThan(0.001);
        assertThat(uniformity(replications)).isGreaterThan(0.001);
    }

    @Test
    void eachBitOfTheKeyMovesHalfTheBitsOfTheDraw() {
        for (int bit = 0; bit < 64; bit++) {
            int moved = 0;
            for (int i = 0; i < 256; i++) {
                long left = first(i, 0, 1, DEMAND, "US", 0);
                long right = first(i ^ 1L << bit, 0, 1, DEMAND, "US", 0);
                moved += Long.bitCount(left ^ right);
            }
            assertThat(moved / 256.0).as("bit %d", bit).isBetween(30.5, 33.5); // 32 +- 6 standard errors of 0.25
        }
    }

    @Test
    void aPurposeIsItsName() {
        assertThat(Purpose.named("demand"))
                .isEqualTo(DEMAND)
                .hasToString("demand")
                .hasSameHashCodeAs(DEMAND);
        assertThat(DEMAND).isNotEqualTo(CHOICE);
        assertThatThrownBy(() -> Purpose.named(" ")).hasMessage("name (' ') must not be blank");
    }

    private static double uniformity(long[] counts) {
        double[] expected = new double[counts.length];
        java.util.Arrays.fill(expected, java.util.Arrays.stream(counts).sum() / (double) counts.length);
        return new ChiSquareTest().chiSquareTest(expected, counts);
    }

    @Test
    void aNewGeneratorIsIndependentOfOneInUse() {
        Streams streams = new Streams(1, 1, 1);
        RandomGenerator one = streams.stream(DEMAND, "US", 1);
        RandomGenerator two = streams.stream(DEMAND, "US", 1);
        one.nextLong();
        one.nextLong();
        assertThat(two.nextLong()).isEqualTo(streams.stream(DEMAND, "US", 1).nextLong());
    }
}
