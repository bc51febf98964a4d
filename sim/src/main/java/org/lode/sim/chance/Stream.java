package org.lode.sim.chance;

import java.util.random.RandomGenerator;

/**
 * A generator that {@link Streams} points at a key: xoshiro256++ of Blackman and Vigna (2021), "Scrambled linear
 * pseudorandom number generators", ACM TOMS 47. The same numbers on every Java version; not safe for several threads.
 */
public final class Stream implements RandomGenerator {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /** A generator that must be pointed at a key by {@link Streams#reset} before it is drawn from. */
    public Stream() {
        seed(0, 0);
    }

    /** A generator in a known state, which must not be all zero. */
    Stream(long s0, long s1, long s2, long s3) {
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    /** Starts anew from a key of 128 bits; different keys give different states. */
    void seed(long low, long high) {
        s0 = Keys.mix(low + GOLDEN);
        s1 = Keys.mix(low - GOLDEN);
        s2 = Keys.mix(high + GOLDEN);
        s3 = Keys.mix(high - GOLDEN);
    }

    @Override
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** Uniform on [0, 1), a multiple of 2^-53. */
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** As {@link Draws#normal}: Java's own may differ between versions. */
    @Override
    public double nextGaussian() {
        return Draws.normal(this);
    }
}
