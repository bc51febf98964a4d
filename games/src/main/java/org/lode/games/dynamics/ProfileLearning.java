package org.lode.games.dynamics;

import org.lode.games.form.NormalForm;

/**
 * Adaptive play of one player per position: at each step one player revises, knowing what the others do. States are the
 * game's profiles, numbered as in {@link NormalForm}.
 */
public final class ProfileLearning implements MistakeProcess {
    /** How the chance of a wrong choice falls with what it costs. */
    public enum Mistakes {
        /** Every mistake is as likely as any other (Young 1993). */
        UNIFORM,
        /** Costly mistakes are rarer, in proportion to the payoff lost: logit choice (Blume 1993). */
        LOGIT
    }

    private final NormalForm game;
    private final Mistakes mistakes;

    /** Describes learning in a game. */
    public ProfileLearning(NormalForm game, Mistakes mistakes) {
        this.game = game;
        this.mistakes = mistakes;
    }

    @Override
    public int states() {
        return game.profiles();
    }

    @Override
    public void moves(int state, Moves moves) {
        for (int player = 0; player < game.players(); player++) {
            int stride = game.stride(player);
            int count = game.strategies(player);
            int base = state - game.strategy(player, state) * stride;
            double best = Double.NEGATIVE_INFINITY;
            for (int s = 0; s < count; s++) {
                best = Math.max(best, game.payoff(player, base + s * stride));
            }
            for (int s = 0; s < count; s++) {
                int to = base + s * stride;
                if (to != state) {
                    double loss = best - game.payoff(player, to);
                    moves.to(to, mistakes == Mistakes.LOGIT ? loss : loss > 0 ? 1 : 0);
                }
            }
        }
    }
}
