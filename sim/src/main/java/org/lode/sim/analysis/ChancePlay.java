package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lode.games.check.Dominance;
import org.lode.games.check.Regret;
import org.lode.games.form.Game;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;
import org.lode.games.solve.AllEquilibria;
import org.lode.games.solve.CorrelatedEquilibrium;
import org.lode.games.solve.CorrelatedEquilibrium.Goal;
import org.lode.games.solve.Equilibrium;
import org.lode.games.solve.OneEquilibrium;

/**
 * Equilibria of a stage game in which chance decides: one in mixed strategies, and the bounds of the correlated ones.
 *
 * <p>Works on what iterated elimination of strictly dominated strategies leaves, which loses none of them, so that a game of
 * hundreds of thousands of profiles costs what its core costs. The work is bounded in steps, not in time: the same game gives
 * the same answer anywhere. Where the bound is met before an equilibrium, the answer says so and states the regret reached.
 */
public final class ChancePlay {
    /** Steps times profiles times pairs of players: some tenths of a second. */
    private static final double MOST_WORK = 4e7;

    private static final int MOST_STEPS = 6_000;
    private static final int FEWEST_STEPS = 10;
    /** Profiles up to which linear programs give the bounds; beyond, one lottery is learned. */
    private static final int MOST_IN_PROGRAM = 1_000;
    /** Profiles up to which all equilibria are listed in some hundredths of a second. */
    private static final int MOST_TO_LIST = 27;
    /** Rounds of regret matching where payoffs lie in a table, and where each is computed when asked for. */
    private static final int ROUNDS_WITH_TABLE = 20_000;

    private static final int ROUNDS_WITHOUT = 2_000;
    private static final long SEED = 1;

    private final NormalForm game;
    private final List<List<Integer>> kept;
    private final NormalForm rest;

    public ChancePlay(NormalForm game) {
        this.game = game;
        kept = Dominance.survivors(game, Dominance.Kind.STRICT);
        rest = Dominance.restrict(game, kept);
    }

    /** Profiles that iterated strict dominance leaves. */
    public int profilesLeft() {
        return rest.profiles();
    }

    /**
     * A profile in mixed strategies.
     *
     * @param equilibrium whether nobody gains by deviating, but for rounding; else it is only near one
     * @param regret most that anybody gains by deviating alone from it, in the whole game
     */
    public record Mixed(boolean equilibrium, MixedProfile profile, double regret, String note) {}

    /**
     * An equilibrium in mixed strategies: the one that the principal branch of quantal responses leads to; where that is pure and
     * the core is small, the first properly mixed one if there is any. Else how near the bounded search came.
     */
    public Mixed one() {
        double pass = rest.profiles() * (double) rest.players() * rest.players();
        int steps = (int) Math.max(FEWEST_STEPS, Math.min(MOST_STEPS, MOST_WORK / pass));
        OneEquilibrium.Approach found = OneEquilibrium.approach(rest, steps);
        Optional<Equilibrium> proper = found.equilibrium() && found.profile().isPure() ? proper() : Optional.empty();
        MixedProfile profile = widen(proper.map(Equilibrium::profile).orElse(found.profile()));
        String core = rest.profiles() + " of " + game.profiles() + " profiles are left by strict dominance";
        return new Mixed(
                found.equilibrium(),
                profile,
                Regret.of(game, profile),
                found.equilibrium()
                        ? (profile.isPure() ? "the branch of quantal responses ends in a pure profile; " : "") + core
                        : "no equilibrium: nearest profile met in " + steps + " steps; " + core);
    }

    private Optional<Equilibrium> proper() {
        var all = new AllEquilibria();
        if (rest.profiles() == 1
                || rest.profiles() > MOST_TO_LIST
                || !all.refusal(rest).isEmpty()) {
            return Optional.empty();
        }
        return all.solve(rest).equilibria().stream()
                .filter(equilibrium -> !equilibrium.profile().isPure())
                .findFirst();
    }

    private MixedProfile widen(MixedProfile profile) {
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
     * A lottery over profiles, on which all act.
     *
     * @param type {@code correlated-best} and {@code correlated-worst} by welfare: nobody who is told its own part gains by
     *     doing something else; {@code coarse-learned}: nobody gains more than the regret by ignoring what it would be told
     * @param chances by falling probability
     * @param payoffs expected, by player
     * @param regret most that anybody gains by deviating
     */
    public record Lottery(String type, List<Chance> chances, List<Double> payoffs, double regret, String note) {
        public Lottery {
            chances = List.copyOf(chances);
            payoffs = List.copyOf(payoffs);
        }

        public double welfare() {
            double sum = 0;
            for (double payoff : payoffs) {
                sum += payoff;
            }
            return sum;
        }
    }

    /** A profile and its probability. */
    public record Chance(double probability, List<Integer> strategies) {
        public Chance {
            strategies = List.copyOf(strategies);
        }
    }

    /**
     * The correlated equilibria of most and of least welfare; where the game is too large for linear programs, one lottery
     * that regret matching learned.
     */
    public List<Lottery> correlated() {
        if (rest.profiles() > MOST_IN_PROGRAM) {
            return List.of(learned(ROUNDS_WITH_TABLE));
        }
        try {
            return List.of(bound(Goal.BEST, "correlated-best"), bound(Goal.WORST, "correlated-worst"));
        } catch (ArithmeticException unsolved) {
            return List.of(learned(ROUNDS_WITH_TABLE));
        }
    }

    private Lottery bound(Goal goal, String type) {
        return lottery(type, CorrelatedEquilibrium.of(rest, false, goal), "bound by a linear program");
    }

    private Lottery learned(int rounds) {
        return lottery(
                "coarse-learned",
                CorrelatedEquilibrium.learned(rest, rounds, SEED),
                "learned by regret matching in " + rounds + " rounds; no bound");
    }

    private Lottery lottery(String type, CorrelatedEquilibrium found, String note) {
        List<Chance> chances = new ArrayList<>();
        for (CorrelatedEquilibrium.Weight weight : found.weights()) {
            int[] profile = rest.profile(weight.profile());
            List<Integer> strategies = new ArrayList<>();
            for (int player = 0; player < profile.length; player++) {
                strategies.add(kept.get(player).get(profile[player]));
            }
            chances.add(new Chance(weight.probability(), strategies));
        }
        return new Lottery(type, byProbability(chances), found.payoffs(), found.regret(), note);
    }

    private static List<Chance> byProbability(List<Chance> chances) {
        List<Chance> sorted = new ArrayList<>(chances);
        sorted.sort(
                (a, b) -> Double.compare(b.probability(), a.probability())); // stable: ties keep the profiles' order
        return sorted;
    }

    /**
     * A coarse correlated lottery learned from single payoffs, for games too large for a table.
     *
     * @throws IllegalArgumentException if the profiles are too many to be numbered
     */
    public static Lottery learned(Game game) {
        CorrelatedEquilibrium found = CorrelatedEquilibrium.learned(game, ROUNDS_WITHOUT, SEED);
        int[] shape = game.shape();
        List<Chance> chances = new ArrayList<>();
        for (CorrelatedEquilibrium.Weight weight : found.weights()) {
            List<Integer> strategies = new ArrayList<>();
            int rest = weight.profile();
            for (int player = shape.length - 1; player >= 0; player--) {
                strategies.add(0, rest % shape[player]);
                rest /= shape[player];
            }
            chances.add(new Chance(weight.probability(), strategies));
        }
        return new Lottery(
                "coarse-learned",
                byProbability(chances),
                found.payoffs(),
                found.regret(),
                "learned by regret matching in " + ROUNDS_WITHOUT + " rounds; no bound");
    }

    /** The probability with which each player plays each strategy in a lottery. */
    public static MixedProfile marginals(int[] shape, Lottery lottery) {
        int[] start = new int[shape.length + 1];
        for (int player = 0; player < shape.length; player++) {
            start[player + 1] = start[player] + shape[player];
        }
        double[] flat = new double[start[shape.length]];
        for (Chance chance : lottery.chances()) {
            for (int player = 0; player < shape.length; player++) {
                flat[start[player] + chance.strategies().get(player)] += chance.probability();
            }
        }
        return MixedProfile.of(shape, flat);
    }
}
