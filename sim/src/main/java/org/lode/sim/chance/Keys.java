package org.lode.sim.chance;

/** Turns names into 64 bits, and mixes words. */
final class Keys {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Keys() {}

    /** FNV-1a of the UTF-8 of {@code name}, 64 bits; allocates nothing. */
    static long of(String name) {
        long hash = OFFSET;
        for (int i = 0; i < name.length(); i++) {
            int c = name.charAt(i);
            if (c < 0x80) {
                hash = step(hash, c);
                continue;
            }
            c = name.codePointAt(i);
            i += Character.charCount(c) - 1;
            if (c < 0x800) {
                hash = step(step(hash, 0xC0 | c >> 6), 0x80 | c & 0x3F);
            } else if (c < 0x10000) {
                hash = step(step(step(hash, 0xE0 | c >> 12), 0x80 | c >> 6 & 0x3F), 0x80 | c & 0x3F);
            } else {
                hash = step(step(hash, 0xF0 | c >> 18), 0x80 | c >> 12 & 0x3F);
                hash = step(step(hash, 0x80 | c >> 6 & 0x3F), 0x80 | c & 0x3F);
            }
        }
        return hash;
    }

    private static long step(long hash, int octet) {
        return (hash ^ octet) * PRIME;
    }

    /** A bijection of 64 bits in which each input bit moves half the output bits: Stafford (2011), variant 13. */
    static long mix(long word) {
        long z = (word ^ word >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /** A second such bijection, unrelated to {@link #mix}: the finaliser of MurmurHash3 (Appleby 2011). */
    static long mixOtherwise(long word) {
        long z = (word ^ word >>> 33) * 0xff51afd7ed558ccdL;
        z = (z ^ z >>> 33) * 0xc4ceb9fe1a85ec53L;
        return z ^ z >>> 33;
    }
}
