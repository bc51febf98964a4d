package org.lode.games.coalition;

/**
 * What a coalition gets when the others are organised in a given way (Thrall and Lucas 1963): clubs whose worth depends
 * on which other clubs exist.
 */
public interface PartitionFunction {
    /** Returns the number of players, 1 to {@value CharacteristicFunction#MOST_PLAYERS}. */
    int players();

    /**
     * Returns the worth of one block of a partition of all players.
     *
     * @param coalition bit set, one of the blocks
     * @param partition disjoint non-empty bit sets that cover all players, in ascending order of their lowest player;
     *     must not be written to
     */
    double worth(int coalition, int[] partition);

    /** The characteristic function in which outsiders stand alone (the gamma rule of Chander and Tulkens 1997). */
    default CharacteristicFunction outsidersAlone() {
        return CharacteristicFunction.of(
                players(),
                coalition -> coalition == 0 ? 0.0 : worth(coalition, Partitions.aloneBut(coalition, players())));
    }

    /** The characteristic function in which outsiders form one club of their own (the delta rule, Hart and Kurz 1983). */
    default CharacteristicFunction outsidersTogether() {
        return CharacteristicFunction.of(
                players(),
                coalition -> coalition == 0 ? 0.0 : worth(coalition, Partitions.against(coalition, players())));
    }

    /**
     * The characteristic function in which outsiders organise to the coalition's greatest harm (Aumann and Peleg 1960).
     * Asks for every partition of the outsiders: up to about 12 players.
     */
    default CharacteristicFunction outsidersHostile() {
        return CharacteristicFunction.of(players(), coalition -> {
            if (coalition == 0) {
                return 0.0;
            }
            double[] worst = {Double.POSITIVE_INFINITY};
            Partitions.eachWith(
                    coalition, players(), partition -> worst[0] = Math.min(worst[0], worth(coalition, partition)));
            return worst[0];
        });
    }

    /**
     * The membership game of one club: members share its worth equally, an outsider stands alone and gets its own.
     */
    default MembershipGame equalSharing() {
        int players = players();
        return MembershipGame.of(players, (actor, members) -> {
            int club = (int) members;
            int block = (club >>> actor & 1) != 0 ? club : 1 << actor;
            int[] partition = Partitions.aloneBut(club, players);
            return worth(block, partition) / Integer.bitCount(block);
        });
    }
}
