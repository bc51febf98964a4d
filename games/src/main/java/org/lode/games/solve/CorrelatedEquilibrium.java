package org.lode.games.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lode.games.form.Game;
import org.lode.games.form.NormalForm;

/**
 * A correlated equilibrium (Aumann 1974) or a coarse one (Moulin and Vial 1978): a lottery over pure profiles from which
 * nobody gains by deviating, knowing what it is told to play, or only the lottery.
 *
 * @param coarse whether players must commit before they are told
 * @param goal what the lottery is best at
 * @param weights profiles with positive probability, by ascending number
 * @param payoffs expected payoff of each player
 * @param regret the most that a player could gain by deviating, in payoff units; not negative
 * @param regretShare the largest gain as a share of the range of that player's own payoffs
 * @param bound what the dual program proves that no such lottery surpasses at the goal, in payoff units: from above, or from
 *     below for the worst; NaN if nothing was proved
 */
public record CorrelatedEquilibrium(
        boolean coarse,
        Goal goal,
        List<Weight> weights,
        List<Double> payoffs,
        double regret,
        double regretShare,
        double bound) {
    /** Profiles times deviations that the linear program takes in half a minute or so. */
    private static final long MAX_COEFFICIENTS = 4_000_000;
    /** Regret, as a share of a player's range, and distance to the bound, as a share of the goal's, that are accepted. */
    private static final double ACCEPTED = 1e-10;

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

    /** Returns what the lottery is worth at its goal: the sum of the payoffs, or the least of them. */
    public double worth() {
        return goal == Goal.EGALITARIAN
                ? payoffs.stream().mapToDouble(each -> each).min().orElseThrow()
                : welfare();
    }

    /** Returns why the linear programs do not take a game; empty if they do. */
    public static String refusal(NormalForm game) {
        long coefficients = CorrelatedProgram.coefficients(game);
        return coefficients <= MAX_COEFFICIENTS
                ? ""
                : "correlated equilibria by linear programs take at most " + MAX_COEFFICIENTS
                        + " profiles times deviations, not " + coefficients
                        + "; regret matching learns a coarse one of larger games";
    }

    /**
     * Returns the equilibrium that is best at a goal, by a linear program, proved by its dual.
     *
     * @throws IllegalArgumentException if the game is too large or the goal is LEARNED
     * @throws ArithmeticException if regret and bound do not prove the program's solution to ten digits
     */
    public static CorrelatedEquilibrium of(NormalForm game, boolean coarse, Goal goal) {
        String refusal = refusal(game);
        if (!refusal.isEmpty()) {
            throw new IllegalArgumentException(refusal);
        }
        if (goal == Goal.LEARNED) {
            throw new IllegalArgumentException("goal (LEARNED) must be BEST, WORST or EGALITARIAN");
        }
        CorrelatedProgram program = new CorrelatedProgram(game, coarse, goal);
        LotteryCertificate proof = program.solve();
        CorrelatedEquilibrium found = describe(game, coarse, goal, proof.lottery(), program.bound(proof));
        double gap = Math.abs(found.bound - found.worth()) * program.scale();
        if (!(found.regretShare <= ACCEPTED) || !(gap <= ACCEPTED)) {
            throw new ArithmeticException("the linear program's solution has a regret of " + found.regret
                    + " and is worth " + found.worth() + ", while the bound is " + found.bound);
        }
        return found;
    }

    /**
     * Returns the best, the worst and the most egalitarian equilibrium, in this order; no welfare is above the best's or below
     * the worst's.
     *
     * @throws IllegalArgumentException if the game is too large
     * @throws ArithmeticException if one of them cannot be proved
     */
    public static List<CorrelatedEquilibrium> bounds(NormalForm game, boolean coarse) {
        CorrelatedEquilibrium fair = of(game, coarse, Goal.EGALITARIAN);
        CorrelatedEquilibrium best = of(game, coarse, Goal.BEST);
        CorrelatedEquilibrium worst = of(game, coarse, Goal.WORST);
        // Where they are worth the same, rounding may put them in any order; all are within the proved bounds.
        best = best.welfare() < Math.max(fair.welfare(), worst.welfare())
                ? (fair.welfare() > worst.welfare() ? fair : worst).at(Goal.BEST, best.bound)
                : best;
        worst = worst.welfare() > fair.welfare() ? fair.at(Goal.WORST, worst.bound) : worst;
        return List.of(best, worst, fair);
    }

    private CorrelatedEquilibrium at(Goal other, double itsBound) {
        return new CorrelatedEquilibrium(coarse, other, weights, payoffs, regret, regretShare, itsBound);
    }

    /**
     * Learns a coarse correlated equilibrium of any game by regret matching. The regret reported is that of the frequencies,
     * and falls with the square root of the rounds.
     *
     * @param rounds at least 1
     * @param seed of all chance
     */
    public static CorrelatedEquilibrium learned(Game game, int rounds, long seed) {
        return RegretMatching.play(game, rounds, seed);
    }

    /** Returns the most that each player gains by deviating from a lottery over all profiles, in its own payoff units. */
    static double[] regrets(NormalForm game, boolean coarse, double[] lottery) {
        double[] regrets = new double[game.players()];
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
            for (int from = 0; from < (coarse ? 1 : count); from++) {
                double best = 0;
                for (int to = 0; to < count; to++) {
                    best = Math.max(best, gains[from * count + to]);
                }
                regrets[player] += best;
            }
        }
        return regrets;
    }

    private static CorrelatedEquilibrium describe(
            NormalForm game, boolean coarse, Goal goal, double[] lottery, double bound) {
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
        double[] regrets = regrets(game, coarse, lottery);
        double share = 0;
        for (int player = 0; player < regrets.length; player++) {
            share = Math.max(share, regrets[player] / game.range(player));
        }
        return new CorrelatedEquilibrium(
                coarse,
                goal,
                weights,
                Arrays.stream(payoffs).boxed().toList(),
                Arrays.stream(regrets).max().orElseThrow(),
                share,
                bound);
    }
}
