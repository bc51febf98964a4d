package org.lode.games.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.lode.games.form.Game;
import org.lode.games.form.NormalForm;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * A correlated equilibrium (Aumann 1974) or a coarse one (Moulin and Vial 1978): a lottery over pure profiles from which
 * nobody gains by deviating, knowing what it is told to play, or only the lottery.
 *
 * @param coarse whether players must commit before they are told
 * @param goal what the lottery is best at
 * @param weights profiles with positive probability, by ascending number
 * @param payoffs expected payoff of each player
 * @param regret the most that a player could gain by deviating, in payoff units; not negative
 */
public record CorrelatedEquilibrium(
        boolean coarse, Goal goal, List<Weight> weights, List<Double> payoffs, double regret) {
    /** Profiles times deviations that a linear program takes in reasonable time. */
    private static final long MAX_COEFFICIENTS = 3_000_000;

    private static final int MAX_PROFILES = 20_000;
    /** Regret, relative to the range of payoffs, that the linear program must reach. */
    private static final double ACCEPTED = 1e-7;

    private static final double NEGLIGIBLE = 1e-12;

    public CorrelatedEquilibrium {
        weights = List.copyOf(weights);
        payoffs = List.copyOf(payoffs);
    }

    /** What a correlated equilibrium is looked for. */
    public enum Goal {
        /** The largest sum of expected payoffs. */
        BEST,
        /** The smallest sum. */
        WORST,
        /** The largest payoff of whoever gets least. */
        EGALITARIAN,
        /** None: whatever play that regrets leads to. */
        LEARNED
    }

    /** A profile, by its number in the table, and its probability. */
    public record Weight(int profile, double probability) {}

    /** Returns the sum of the expected payoffs. */
    public double welfare() {
        double sum = 0;
        for (double payoff : payoffs) {
            sum += payoff;
        }
        return sum;
    }

    /** Returns why the linear programs do not take a game; empty if they do. */
    public static String refusal(NormalForm game) {
        long deviations = 0;
        for (int player = 0; player < game.players(); player++) {
            deviations += (long) game.strategies(player) * game.strategies(player);
        }
        return game.profiles() <= MAX_PROFILES && game.profiles() * deviations <= 40 * MAX_COEFFICIENTS
                ? ""
                : "correlated equilibria by linear programs take at most " + MAX_PROFILES + " profiles, not "
                        + game.profiles() + "; regret matching learns a coarse one of larger games";
    }

    /**
     * Returns the equilibrium that is best at a goal, by a linear program.
     *
     * @throws IllegalArgumentException if the game is too large or the goal is LEARNED
     * @throws ArithmeticException if the program's solution does not pass the check of its regret
     */
    public static CorrelatedEquilibrium of(NormalForm game, boolean coarse, Goal goal) {
        String refusal = refusal(game);
        if (!refusal.isEmpty()) {
            throw new IllegalArgumentException(refusal);
        }
        if (goal == Goal.LEARNED) {
            throw new IllegalArgumentException("goal (LEARNED) must be BEST, WORST or EGALITARIAN");
        }
        double scale = 1 / game.range();
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] weights = new Variable[game.profiles()];
        Expression sum = model.newExpression("sum").level(1);
        for (int index = 0; index < weights.length; index++) {
            weights[index] = model.newVariable("p" + index).lower(0);
            sum.set(weights[index], 1);
            if (goal != Goal.EGALITARIAN) {
                double welfare = 0;
                for (int player = 0; player < game.players(); player++) {
                    welfare += (game.payoff(player, index) - game.payoff(player, 0)) * scale;
                }
                weights[index].weight(welfare);
            }
        }
        for (int player = 0; player < game.players(); player++) {
            addDeviations(game, player, coarse, scale, model, weights);
        }
        if (goal == Goal.EGALITARIAN) {
            Variable least = model.newVariable("least").weight(1);
            for (int player = 0; player < game.players(); player++) {
                Expression share = model.newExpression("share" + player).lower(0);
                for (int index = 0; index < weights.length; index++) {
                    share.set(weights[index], game.payoff(player, index) * scale);
                }
                share.set(least, -1);
            }
        }
        Optimisation.Result result = goal == Goal.WORST ? model.minimise() : model.maximise();
        double[] lottery = new double[weights.length];
        double total = 0;
        for (int index = 0; index < lottery.length; index++) {
            double weight = result.doubleValue(index);
            lottery[index] = weight > NEGLIGIBLE ? weight : 0;
            total += lottery[index];
        }
        if (!result.getState().isFeasible() || !(Math.abs(total - 1) < 1e-6)) {
            throw new ArithmeticException("the linear program ended as " + result.getState());
        }
        for (int index = 0; index < lottery.length; index++) {
            lottery[index] /= total;
        }
        CorrelatedEquilibrium equilibrium = describe(game, coarse, goal, lottery);
        if (!(equilibrium.regret * scale <= ACCEPTED)) {
            throw new ArithmeticException("the linear program's solution has a regret of " + equilibrium.regret);
        }
        return equilibrium;
    }

    private static void addDeviations(
            NormalForm game,
            int player,
            boolean coarse,
            double scale,
            ExpressionsBasedModel model,
            Variable[] weights) {
        int count = game.strategies(player);
        int stride = game.stride(player);
        for (int to = 0; to < count; to++) {
            for (int from = 0; from < (coarse ? 1 : count); from++) {
                if (!coarse && from == to) {
                    continue;
                }
                Expression gain = model.newExpression("gain" + player + "-" + from + "-" + to)
                        .upper(0);
                for (int index = 0; index < weights.length; index++) {
                    int own = game.strategy(player, index);
                    if (coarse || own == from) {
                        double difference =
                                game.payoff(player, index + (to - own) * stride) - game.payoff(player, index);
                        if (difference != 0) {
                            gain.set(weights[index], difference * scale);
                        }
                    }
                }
            }
        }
    }

    /**
     * Learns a coarse correlated equilibrium of any game by regret matching (Hart and Mas-Colell 2000, A simple adaptive
     * procedure leading to correlated equilibrium, Econometrica 68, in the unconditional form): plays rounds in which each
     * player picks strategies in proportion to its positive regrets, and returns how often each profile occurred. The regret
     * reported is that of the frequencies, and falls with the square root of the rounds.
     *
     * @param rounds at least 1
     * @param seed of all chance
     */
    public static CorrelatedEquilibrium learned(Game game, int rounds, long seed) {
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds (" + rounds + ") must be at least 1");
        }
        SplittableRandom random = new SplittableRandom(seed);
        int players = game.players();
        int[] counts = game.shape();
        NormalForm.profiles(counts); // profiles must have numbers
        double[][] regrets = new double[players][];
        for (int player = 0; player < players; player++) {
            regrets[player] = new double[counts[player]];
        }
        int[] profile = new int[players];
        double[] payoffs = new double[players];
        java.util.TreeMap<Integer, Integer> visits = new java.util.TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            int index = 0;
            for (int player = 0; player < players; player++) {
                profile[player] = draw(regrets[player], random);
                index = index * counts[player] + profile[player];
            }
            visits.merge(index, 1, Integer::sum);
            for (int player = 0; player < players; player++) {
                double now = game.payoff(player, profile);
                payoffs[player] += now;
                int own = profile[player];
                for (int s = 0; s < counts[player]; s++) {
                    profile[player] = s;
                    regrets[player][s] += s == own ? 0 : game.payoff(player, profile) - now;
                }
                profile[player] = own;
            }
        }
        double regret = 0;
        List<Double> means = new ArrayList<>();
        for (int player = 0; player < players; player++) {
            means.add(payoffs[player] / rounds);
            for (double each : regrets[player]) {
                regret = Math.max(regret, each / rounds);
            }
        }
        List<Weight> weights = new ArrayList<>();
        visits.forEach((index, times) -> weights.add(new Weight(index, (double) times / rounds)));
        return new CorrelatedEquilibrium(true, Goal.LEARNED, weights, means, regret);
    }

    private static int draw(double[] regrets, SplittableRandom random) {
        double total = 0;
        for (double regret : regrets) {
            total += Math.max(0, regret);
        }
        if (total <= 0) {
            return (int) (random.nextDouble() * regrets.length);
        }
        double left = random.nextDouble() * total;
        for (int s = 0; s < regrets.length; s++) {
            left -= Math.max(0, regrets[s]);
            if (left < 0) {
                return s;
            }
        }
        for (int s = regrets.length - 1; s > 0; s--) { // the sum was rounded
            if (regrets[s] > 0) {
                return s;
            }
        }
        return 0;
    }

    /** Returns the most that any player gains by deviating from a lottery over all profiles. */
    static double regret(NormalForm game, boolean coarse, double[] lottery) {
        double regret = 0;
        for (int player = 0; player < game.players(); player++) {
            int count = game.strategies(player);
            double[] gains = new double[count * count];
            for (int index = 0; index < lottery.length; index++) {
                if (lottery[index] > 0) {
                    int own = game.strategy(player, index);
                    double now = game.payoff(player, index);
                    for (int to = 0; to < count; to++) {
                        double there = game.payoff(player, index + (to - own) * game.stride(player));
                        gains[(coarse ? 0 : own) * count + to] += lottery[index] * (there - now);
                    }
                }
            }
            if (coarse) {
                for (int to = 0; to < count; to++) {
                    regret = Math.max(regret, gains[to]);
                }
            } else {
                double sum = 0;
                for (int from = 0; from < count; from++) {
                    double best = 0;
                    for (int to = 0; to < count; to++) {
                        best = Math.max(best, gains[from * count + to]);
                    }
                    sum += best;
                }
                regret = Math.max(regret, sum);
            }
        }
        return regret;
    }

    private static CorrelatedEquilibrium describe(NormalForm game, boolean coarse, Goal goal, double[] lottery) {
        List<Weight> weights = new ArrayList<>();
        double[] payoffs = new double[game.players()];
        for (int index = 0; index < lottery.length; index++) {
            if (lottery[index] > 0) {
                weights.add(new Weight(index, lottery[index]));
                for (int player = 0; player < payoffs.length; player++) {
                    payoffs[player] += lottery[index] * game.payoff(player, index);
                }
            }
        }
        return new CorrelatedEquilibrium(
                coarse,
                goal,
                weights,
                java.util.Arrays.stream(payoffs).boxed().toList(),
                regret(game, coarse, lottery));
    }
}
