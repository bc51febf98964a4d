package org.lode.games.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.lode.games.form.NormalForm;
import org.lode.games.form.Rational;

/**
 * Dominated strategies, and what is left when they are eliminated again and again.
 *
 * <p>Comparisons are exact. Strict elimination keeps every equilibrium whatever the order; weak elimination may lose some and
 * depends on the order: here all players' dominated strategies of a round go at once.
 */
public final class Dominance {
    /** When one strategy dominates another. */
    public enum Kind {
        /** It pays more whatever the others do. */
        STRICT,
        /** It never pays less, and somewhere more. */
        WEAK
    }

    private Dominance() {}

    /**
     * Returns whether a player's strategy is dominated by another pure one while only some strategies are in play.
     *
     * @param alive the strategies in play of each player
     */
    public static boolean dominated(NormalForm game, int player, int strategy, List<BitSet> alive, Kind kind) {
        BitSet own = alive.get(player);
        for (int by = own.nextSetBit(0); by >= 0; by = own.nextSetBit(by + 1)) {
            if (by != strategy && dominates(game, player, by, strategy, alive, kind)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the strategies of each player that survive iterated elimination by pure strategies, ascending. */
    public static List<List<Integer>> survivors(NormalForm game, Kind kind) {
        List<BitSet> alive = everything(game);
        boolean changed = true;
        while (changed) {
            List<BitSet> next = new ArrayList<>();
            for (int player = 0; player < game.players(); player++) {
                BitSet kept = (BitSet) alive.get(player).clone();
                for (int s = kept.nextSetBit(0); s >= 0; s = kept.nextSetBit(s + 1)) {
                    if (dominated(game, player, s, alive, kind)) {
                        kept.clear(s);
                    }
                }
                next.add(kept);
            }
            changed = !next.equals(alive);
            alive = next;
        }
        return alive.stream().map(set -> set.stream().boxed().toList()).toList();
    }

    /** Returns the game that is left when each player has only some of its strategies, names kept. */
    public static NormalForm restrict(NormalForm game, List<List<Integer>> kept) {
        int[] counts = kept.stream().mapToInt(List::size).toArray();
        int profiles = NormalForm.profiles(counts);
        double[] payoffs = new double[profiles * counts.length];
        Rational[] exact = new Rational[game.isExact() ? payoffs.length : 0];
        int[] profile = new int[counts.length];
        for (int index = 0; index < profiles; index++) {
            int full = 0;
            for (int player = 0; player < counts.length; player++) {
                full += kept.get(player).get(profile[player]) * game.stride(player);
            }
            for (int player = 0; player < counts.length; player++) {
                payoffs[player * profiles + index] = game.payoff(player, full);
                if (game.isExact()) {
                    exact[player * profiles + index] = game.exactPayoff(player, full);
                }
            }
            NormalForm.advance(profile, counts);
        }
        List<String> players = new ArrayList<>();
        List<List<String>> strategies = new ArrayList<>();
        for (int player = 0; player < counts.length; player++) {
            int of = player;
            players.add(game.playerName(player));
            strategies.add(
                    kept.get(player).stream().map(s -> game.strategyName(of, s)).toList());
        }
        NormalForm restricted = game.isExact() ? NormalForm.exact(counts, exact) : NormalForm.ofOwned(counts, payoffs);
        return restricted.named(game.title(), players, strategies);
    }

    private static List<BitSet> everything(NormalForm game) {
        List<BitSet> alive = new ArrayList<>();
        for (int player = 0; player < game.players(); player++) {
            BitSet all = new BitSet();
            all.set(0, game.strategies(player));
            alive.add(all);
        }
        return alive;
    }

    private static boolean dominates(NormalForm game, int player, int by, int strategy, List<BitSet> alive, Kind kind) {
        int shift = (by - strategy) * game.stride(player);
        int[] profile = new int[game.players()];
        int index = strategy * game.stride(player);
        for (int other = 0; other < profile.length; other++) {
            if (other != player) {
                profile[other] = alive.get(other).nextSetBit(0);
                index += profile[other] * game.stride(other);
            }
        }
        boolean better = false;
        while (true) {
            double gain = game.difference(player, index + shift, index);
            if (kind == Kind.STRICT ? gain <= 0 : gain < 0) {
                return false;
            }
            better |= gain > 0;
            int other = profile.length - 1;
            for (; other >= 0; other--) { // the next profile of the others' strategies in play
                if (other == player) {
                    continue;
                }
                int next = alive.get(other).nextSetBit(profile[other] + 1);
                int to = next >= 0 ? next : alive.get(other).nextSetBit(0);
                index += (to - profile[other]) * game.stride(other);
                profile[other] = to;
                if (next >= 0) {
                    break;
                }
            }
            if (other < 0) {
                return better;
            }
        }
    }
}
