package org.lode.games.check;

import java.util.Arrays;
import java.util.List;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;

/**
 * What iterated elimination of strictly dominated strategies leaves of a game.
 *
 * @param game the whole game
 * @param rest the game that is left; the same one if nothing is dominated
 * @param kept the strategies of each player that are left, ascending
 */
public record Reduction(NormalForm game, NormalForm rest, List<List<Integer>> kept) {
    public Reduction {
        kept = kept.stream().map(List::copyOf).toList();
    }

    /** Eliminates. */
    public static Reduction strict(NormalForm game) {
        List<List<Integer>> kept = Dominance.survivors(game, Dominance.Kind.STRICT);
        boolean whole = kept.stream().mapToInt(List::size).sum()
                == Arrays.stream(game.shape()).sum();
        return new Reduction(game, whole ? game : Dominance.restrict(game, kept), kept);
    }

    /** Eliminates nothing. */
    public static Reduction none(NormalForm game) {
        List<List<Integer>> all = Arrays.stream(game.shape())
                .mapToObj(count ->
                        java.util.stream.IntStream.range(0, count).boxed().toList())
                .toList();
        return new Reduction(game, game, all);
    }

    /** Returns a profile of the rest as one of the whole game: what was eliminated is not played. */
    public MixedProfile widen(MixedProfile profile) {
        double[] all = new double[Arrays.stream(game.shape()).sum()];
        int start = 0;
        for (int player = 0; player < game.players(); player++) {
            for (int i = 0; i < kept.get(player).size(); i++) {
                all[start + kept.get(player).get(i)] = profile.probability(player, i);
            }
            start += game.strategies(player);
        }
        return MixedProfile.of(game.shape(), all);
    }

    /**
     * Returns numbers given for each strategy of the whole game, players in order, for those that are left.
     *
     * @throws IllegalArgumentException if one for an eliminated strategy is not 0
     */
    public double[] narrow(double[] numbers) {
        double[] narrow = new double[kept.stream().mapToInt(List::size).sum()];
        int at = 0;
        int start = 0;
        for (int player = 0; player < game.players(); player++) {
            for (int s = 0; s < game.strategies(player); s++) {
                if (kept.get(player).contains(s)) {
                    narrow[at++] = numbers[start + s];
                } else if (numbers[start + s] != 0) {
                    throw new IllegalArgumentException("frequency (" + numbers[start + s] + ") of "
                            + game.playerName(player) + "'s strategy " + game.strategyName(player, s)
                            + " must be 0, because it is strictly dominated and eliminated");
                }
            }
            start += game.strategies(player);
        }
        return narrow;
    }
}
