package org.lode.games.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The ways in which all players may each use some of their strategies. */
final class Supports {
    private Supports() {}

    /** Returns all supports, small ones first, in a fixed order. */
    static List<List<List<Integer>>> all(int[] counts) {
        int[] masks = new int[counts.length];
        Arrays.fill(masks, 1);
        List<int[]> all = new ArrayList<>();
        while (true) {
            all.add(masks.clone());
            int player = counts.length - 1;
            while (player >= 0 && ++masks[player] == 1 << counts[player]) {
                masks[player--] = 1;
            }
            if (player < 0) {
                break;
            }
        }
        all.sort((a, b) -> Integer.compare(
                Arrays.stream(a).map(Integer::bitCount).sum(),
                Arrays.stream(b).map(Integer::bitCount).sum()));
        List<List<List<Integer>>> supports = new ArrayList<>();
        for (int[] each : all) {
            List<List<Integer>> support = new ArrayList<>();
            for (int mask : each) {
                support.add(BitSet.valueOf(new long[] {mask}).stream().boxed().toList());
            }
            supports.add(support);
        }
        return supports;
    }

    /** Returns how many there are. */
    static double count(int[] counts) {
        double supports = 1;
        for (int count : counts) {
            supports *= Math.scalb(1.0, count) - 1;
        }
        return supports;
    }
}
