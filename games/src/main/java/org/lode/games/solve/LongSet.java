package org.lode.games.solve;

import java.util.Arrays;

/** A set of positive longs in one array. */
final class LongSet {
    private long[] slots = new long[1 << 10];
    private int size;

    /** Adds a key other than 0; returns whether it is new. */
    boolean add(long key) {
        if (2 * size >= slots.length) {
            long[] old = slots;
            slots = new long[2 * old.length];
            for (long each : old) {
                if (each != 0) {
                    slots[slot(each)] = each;
                }
            }
        }
        int slot = slot(key);
        if (slots[slot] == key) {
            return false;
        }
        slots[slot] = key;
        size++;
        return true;
    }

    int size() {
        return size;
    }

    /** Returns the keys, ascending. */
    long[] sorted() {
        long[] keys = new long[size];
        int n = 0;
        for (long each : slots) {
            if (each != 0) {
                keys[n++] = each;
            }
        }
        Arrays.sort(keys);
        return keys;
    }

    boolean contains(long key) {
        return slots[slot(key)] == key;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & slots.length - 1;
        while (slots[slot] != 0 && slots[slot] != key) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }
}
