package org.lode.games.coalition;

import java.util.Arrays;
import java.util.function.Consumer;

/** Partitions of a set of players into blocks, each a bit set, ordered by their lowest player. */
final class Partitions {
    private Partitions() {}

    /** {@code club} as one block (if not empty) and everybody else alone. */
    static int[] aloneBut(int club, int players) {
        int[] blocks = new int[players];
        int count = 0;
        for (int i = 0; i < players; i++) {
            int alone = 1 << i;
            if ((club & alone) == 0) {
                blocks[count++] = alone;
            } else if (Integer.lowestOneBit(club) == alone) {
                blocks[count++] = club;
            }
        }
        return Arrays.copyOf(blocks, count);
    }

    /** {@code club} and all the others as a second block. */
    static int[] against(int club, int players) {
        int others = ((1 << players) - 1) & ~club;
        if (others == 0) {
            return new int[] {club};
        }
        return (club & 1) != 0 ? new int[] {club, others} : new int[] {others, club};
    }

    /** Calls {@code visit} with every partition of which {@code club} is a block. */
    static void eachWith(int club, int players, Consumer<int[]> visit) {
        grow(new int[players], 0, 0, club, players, visit);
    }

    private static void grow(int[] blocks, int count, int player, int club, int players, Consumer<int[]> visit) {
        if (player == players) {
            visit.accept(Arrays.copyOf(blocks, count));
            return;
        }
        int alone = 1 << player;
        if ((club & alone) != 0) {
            boolean first = Integer.lowestOneBit(club) == alone;
            if (first) {
                blocks[count] = club;
            }
            grow(blocks, first ? count + 1 : count, player + 1, club, players, visit);
            return;
        }
        for (int block = 0; block < count; block++) {
            if (blocks[block] != club) {
                blocks[block] |= alone;
                grow(blocks, count, player + 1, club, players, visit);
                blocks[block] &= ~alone;
            }
        }
        blocks[count] = alone;
        grow(blocks, count + 1, player + 1, club, players, visit);
    }
}
