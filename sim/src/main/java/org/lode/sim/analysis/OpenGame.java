package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.lode.games.check.Dominance;
import org.lode.games.form.Game;
import org.lode.games.form.NormalForm;
import org.lode.sim.stage.StageGame;

/** A stage game with only the strategies that may be chosen in its round, names kept. */
public final class OpenGame implements Game {
    /** Which strategies may be chosen. */
    public interface Open {
        boolean open(int actor, int strategy);
    }

    private final Game whole;
    private final List<List<Integer>> kept = new ArrayList<>();
    private final int[] full;

    /** @param whole the game of all strategies, an oracle or a table */
    public OpenGame(Game whole, Open open) {
        this.whole = whole;
        full = new int[whole.players()];
        for (int player = 0; player < full.length; player++) {
            List<Integer> own = new ArrayList<>();
            for (int s = 0; s < whole.strategies(player); s++) {
                if (open.open(player, s)) {
                    own.add(s);
                }
            }
            if (own.isEmpty()) {
                throw new IllegalArgumentException(
                        "open strategies of " + whole.playerName(player) + " (0) must be at least 1");
            }
            kept.add(List.copyOf(own));
        }
    }

    /**
     * The table of this game.
     *
     * @throws IllegalArgumentException if it has more profiles than a stage game's table may have; the message says how many,
     *     and what works without a table
     */
    public NormalForm table() {
        if (size(shape()) > StageGame.MOST_PROFILES) {
            throw new IllegalArgumentException(StageGame.tooLarge(shape()));
        }
        if (whole instanceof StageGame stage) {
            int[][] menus = new int[kept.size()][];
            for (int player = 0; player < menus.length; player++) {
                menus[player] =
                        kept.get(player).stream().mapToInt(Integer::intValue).toArray();
            }
            return stage.table(menus).namedAs(this);
        }
        return whole instanceof NormalForm all ? Dominance.restrict(all, kept) : NormalForm.from(this);
    }

    /** Number of profiles of a shape; exact up to 2^53. */
    public static double size(int[] shape) {
        double size = 1;
        for (int strategies : shape) {
            size *= strategies;
        }
        return size;
    }

    @Override
    public int players() {
        return full.length;
    }

    @Override
    public int strategies(int player) {
        return kept.get(player).size();
    }

    /** A strategy's number in the whole game. */
    public int whole(int player, int strategy) {
        return kept.get(player).get(strategy);
    }

    /** A strategy's number here, or -1 if it is not open. */
    public int position(int player, int wholeStrategy) {
        return kept.get(player).indexOf(wholeStrategy);
    }

    /** Where a profile of the whole game stands here; a strategy that is not open is replaced by the first one that is. */
    public int[] positions(IntUnaryOperator wholeProfile) {
        int[] positions = new int[full.length];
        for (int player = 0; player < positions.length; player++) {
            positions[player] = Math.max(0, position(player, wholeProfile.applyAsInt(player)));
        }
        return positions;
    }

    @Override
    public double payoff(int player, int[] profile) {
        for (int i = 0; i < full.length; i++) {
            full[i] = kept.get(i).get(profile[i]);
        }
        return whole.payoff(player, full);
    }

    @Override
    public String title() {
        return whole.title();
    }

    @Override
    public String playerName(int player) {
        return whole.playerName(player);
    }

    @Override
    public String strategyName(int player, int strategy) {
        return whole.strategyName(player, whole(player, strategy));
    }
}
