package org.lode.games.dynamics;

/**
 * Stationary strategies of a stochastic game with what they are worth and how far they are from a Markov perfect
 * equilibrium (Maskin and Tirole 2001). The regret is checked against every strategy, by solving each player's decision
 * problem exactly, not only against single deviations.
 */
public final class MarkovEquilibrium {
    private final double[][][] mix;
    private final double[][] values;
    private final double regret;
    private final double regretShare;
    private final double lambda;

    MarkovEquilibrium(double[][][] mix, double[][] values, double regret, double regretShare, double lambda) {
        this.mix = mix;
        this.values = values;
        this.regret = regret;
        this.regretShare = regretShare;
        this.lambda = lambda;
    }

    /**
     * Evaluates stationary strategies.
     *
     * @param mix probabilities by state, player and action; copied
     */
    public static MarkovEquilibrium evaluate(StochasticGame game, double[][][] mix) {
        return evaluate(game, mix, Double.POSITIVE_INFINITY);
    }

    static MarkovEquilibrium evaluate(StochasticGame game, double[][][] mix, double lambda) {
        double[][][] copy = new double[mix.length][][];
        for (int s = 0; s < mix.length; s++) {
            copy[s] = SymmetricGame.copy(mix[s]);
        }
        DecisionProblems problems = new DecisionProblems(game, copy);
        double[][] values = new double[game.players()][];
        double regret = 0;
        double share = 0;
        for (int player = 0; player < game.players(); player++) {
            values[player] = problems.value(player);
            double[] best = problems.bestValue(player);
            double gain = 0;
            for (int s = 0; s < best.length; s++) {
                gain = Math.max(gain, best[s] - values[player][s]);
            }
            regret = Math.max(regret, gain);
            double range = game.payoffRange(player);
            share = Math.max(share, range > 0 ? gain / range : 0); // without a stake, only rounding gains
        }
        return new MarkovEquilibrium(copy, values, regret, share, lambda);
    }

    /** Returns the chance with which a player takes an action in a state. */
    public double probability(int state, int player, int action) {
        return mix[state][player][action];
    }

    /** Returns a player's expected discounted payoffs from a state on: the sum of delta^t u_t. */
    public double value(int state, int player) {
        return values[player][state];
    }

    /**
     * Returns the most that any player could gain, in discounted payoffs from any state on, by any other strategy; 0 at a
     * Markov perfect equilibrium.
     */
    public double regret() {
        return regret;
    }

    /** Returns the largest gain as a share of the range of that player's own discounted payoffs, whatever the units. */
    public double regretShare() {
        return regretShare;
    }

    /** Returns the precision at which the path was left, per unit of payoff range; infinite if not found by a path. */
    public double lambda() {
        return lambda;
    }
}
