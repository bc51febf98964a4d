package org.lode.games.coalition;

/** The Banzhaf value (Banzhaf 1965; Penrose 1946): marginal worth averaged over all coalitions of the others. */
public final class BanzhafIndex {
    private BanzhafIndex() {}

    /**
     * Returns each player's absolute value: mean marginal worth over the 2^(n-1) coalitions of the others.
     *
     * @param game at most {@value TabledWorth#MOST_PLAYERS_TABLED} players; tabulated first
     */
    public static double[] absolute(CharacteristicFunction game) {
        double[] worth = TabledWorth.of(game).table();
        double[] value = new double[game.players()];
        for (int i = 0; i < value.length; i++) {
            int joiner = 1 << i;
            double sum = 0;
            for (int others = 0; others < worth.length; others++) {
                if ((others & joiner) == 0) {
                    sum += worth[others | joiner] - worth[others];
                }
            }
            value[i] = sum / (worth.length / 2.0);
        }
        return value;
    }

    /** Returns the absolute values scaled to sum to 1; all zero if nobody ever adds worth. */
    public static double[] normalised(CharacteristicFunction game) {
        return scaledToOne(absolute(game));
    }

    static double[] scaledToOne(double[] value) {
        double total = 0;
        for (double v : value) {
            total += v;
        }
        for (int i = 0; i < value.length && total != 0; i++) {
            value[i] /= total;
        }
        return value;
    }
}
