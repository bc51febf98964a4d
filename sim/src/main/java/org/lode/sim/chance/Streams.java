package org.lode.sim.chance;

import java.util.random.RandomGenerator;

/**
 * The random streams of one replication of one point. A stream's key is (seed, point, replication, entity, purpose,
 * round), hashed to 128 bits: what one key draws depends on nothing else, so that adding an observer, an actor or a
 * parameter shifts no other draw, and runs compared on the same keys are paired.
 */
public final class Streams {
    /** The point of runs that share their chance across the points of a design: common random numbers. */
    public static final long COMMON = -1;

    private static final long FIRST = 0x243f6a8885a308d3L; // the fraction of pi, so that a zero key is nothing special
    private static final long SECOND = 0x13198a2e03707344L;

    /** Stands where an entity's key would, so that no entity's stream is a branch. */
    private static final long BRANCH = Keys.of("\u0000branch");

    private final long low;
    private final long high;

    /**
     * @param seed the experiment's seed, any
     * @param point index of the point in its design, or {@link #COMMON}
     * @param replication number of the replication
     */
    public Streams(long seed, long point, long replication) {
        this.low = low(low(low(FIRST, seed), point), replication);
        this.high = high(high(high(SECOND, seed), point), replication);
    }

    private Streams(long low, long high) {
        this.low = low;
        this.high = high;
    }

    /**
     * Fresh streams for a fork of this replication: they share no draw with it or with its other branches.
     *
     * @param number of the branch, any
     */
    public Streams branch(long number) {
        return new Streams(low(low(low, BRANCH), number), high(high(high, BRANCH), number));
    }

    /** A new generator at the start of the stream of this key. */
    public RandomGenerator stream(Purpose purpose, String entity, int round) {
        return reset(new Stream(), purpose, entity, round);
    }

    /** Points {@code stream} at the start of the stream of this key, and returns it; allocates nothing. */
    public Stream reset(Stream stream, Purpose purpose, String entity, int round) {
        return reset(stream, purpose, key(entity), round);
    }

    /** As {@link #reset(Stream, Purpose, String, int)}, with the entity's {@link #key} at hand. */
    public Stream reset(Stream stream, Purpose purpose, long entityKey, int round) {
        stream.seed(
                low(low(low(low, entityKey), purpose.key()), round),
                high(high(high(high, entityKey), purpose.key()), round));
        return stream;
    }

    /** The key of an entity's id, for callers that draw often. */
    public static long key(String entity) {
        return Keys.of(entity);
    }

    private static long low(long hash, long word) {
        return Keys.mix(hash ^ word) + FIRST;
    }

    private static long high(long hash, long word) {
        return Keys.mixOtherwise(hash + word) ^ SECOND;
    }
}
