package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lode.games.check.BestReplies;
import org.lode.games.check.Dominance;
import org.lode.games.check.Efficiency;
import org.lode.games.check.Regret;
import org.lode.games.form.Game;
import org.lode.games.form.NormalForm;
import org.lode.games.solve.PureEnumeration;
import org.lode.games.solve.QuantalResponse;

/** What a stage game says: its equilibria, dominated strategies, and how good the equilibria are for all together. */
public final class StageReport {
    /** Best replies in turn before giving up; a cycle is noticed long before. */
    private static final int MOST_TURNS = 100_000;

    private StageReport() {}

    /**
     * A pure profile with what is known of it.
     *
     * @param strategies by player
     * @param payoffs by player
     * @param regret most that anybody gains by deviating alone, in payoff units
     * @param margin by how much every deviation loses at least; infinite if nobody has another strategy
     * @param welfare sum of payoffs
     * @param efficient whether no profile is better for somebody and worse for nobody
     */
    public record Profile(
            List<Integer> strategies,
            List<Double> payoffs,
            double regret,
            double margin,
            double welfare,
            boolean efficient) {
        public Profile {
            strategies = List.copyOf(strategies);
            payoffs = List.copyOf(payoffs);
        }
    }

    /**
     * What best replies in turn led to.
     *
     * @param settled whether the last profile is an equilibrium; else the replies go round in a circle
     * @param profile the strategies in the end
     * @param turns how many times somebody changed
     */
    public record Replies(boolean settled, List<Integer> profile, int turns) {
        public Replies {
            profile = List.copyOf(profile);
        }
    }

    /** All pure equilibria, by number of profile. */
    public static List<Profile> pure(NormalForm game) {
        List<Profile> found = new ArrayList<>();
        for (int index : PureEnumeration.indexes(game)) {
            found.add(profile(game, index));
        }
        return found;
    }

    /** The profile that pays most in total. */
    public static Profile best(NormalForm game) {
        return profile(game, Efficiency.utilitarian(game));
    }

    /** A profile by its number; asks for every profile once, for its efficiency. */
    public static Profile profile(NormalForm game, int index) {
        int[] profile = game.profile(index);
        boolean efficient = true;
        for (int other = 0; other < game.profiles() && efficient; other++) {
            efficient = !Efficiency.dominates(game, other, index);
        }
        List<Integer> strategies = new ArrayList<>();
        List<Double> payoffs = new ArrayList<>();
        double welfare = 0;
        for (int player = 0; player < profile.length; player++) {
            strategies.add(profile[player]);
            payoffs.add(game.payoff(player, index));
            welfare += game.payoff(player, index);
        }
        return new Profile(
                strategies, payoffs, Regret.of(game, profile), Regret.margin(game, profile), welfare, efficient);
    }

    /** Strategies that another pure one dominates, by player; players with none are left out. */
    public static Map<Integer, List<Integer>> dominated(NormalForm game, Dominance.Kind kind) {
        List<BitSet> all = new ArrayList<>();
        for (int player = 0; player < game.players(); player++) {
            BitSet own = new BitSet();
            own.set(0, game.strategies(player));
            all.add(own);
        }
        Map<Integer, List<Integer>> found = new LinkedHashMap<>();
        for (int player = 0; player < game.players(); player++) {
            List<Integer> own = new ArrayList<>();
            for (int s = 0; s < game.strategies(player); s++) {
                if (Dominance.dominated(game, player, s, all, kind)) {
                    own.add(s);
                }
            }
            if (!own.isEmpty()) {
                found.put(player, List.copyOf(own));
            }
        }
        return found;
    }

    /**
     * The quantal response equilibrium with a precision per player: multiplying a player's payoffs by its precision leaves one
     * precision, 1, for all.
     *
     * @param lambdas by player, per unit of payoff, at least 0
     * @throws ArithmeticException if the branch cannot be followed so far
     */
    public static QuantalResponse qre(NormalForm game, double[] lambdas) {
        double[] payoffs = game.payoffs();
        for (int cell = 0; cell < payoffs.length; cell++) {
            payoffs[cell] *= lambdas[cell / game.profiles()];
        }
        return QuantalResponse.at(NormalForm.ofOwned(game.shape(), payoffs), 1);
    }

    /** Follows best replies in turn from a profile; asks for single deviations only, so it takes games of any size. */
    public static Replies replies(Game game, int[] from) {
        int[] profile = from.clone();
        int turns = 0;
        int content = 0;
        Set<List<Integer>> seen = new HashSet<>(); // never iterated, so its order does not matter
        for (int player = 0; content < profile.length; player = (player + 1) % profile.length) {
            List<Integer> best = BestReplies.of(game, player, profile);
            if (best.contains(profile[player])) {
                content++;
                continue;
            }
            profile[player] = best.get(0);
            content = 1;
            turns++;
            List<Integer> state = boxed(profile);
            state.add(player);
            if (turns == MOST_TURNS || !seen.add(state)) {
                return new Replies(false, boxed(profile), turns);
            }
        }
        return new Replies(true, boxed(profile), turns);
    }

    private static List<Integer> boxed(int[] profile) {
        List<Integer> boxed = new ArrayList<>();
        for (int strategy : profile) {
            boxed.add(strategy);
        }
        return boxed;
    }
}
