package org.lode.agents.decide;

import org.lode.agents.view.Situation;
import org.lode.games.form.Game;
import org.lode.games.form.NormalForm;

/** The stage game with the open strategies only, each actor's numbered by position among them. */
final class OpenStage implements Game {
    /** Most payoffs that are tabulated: 128 MB of doubles. */
    private static final long MOST_PAYOFFS = 1L << 24;

    private final Game stage;
    private final Menu[] menus;
    private final int[] full;

    private OpenStage(Situation seen) {
        this.stage = seen.stage();
        this.menus = new Menu[seen.actors()];
        this.full = new int[menus.length];
        for (int actor = 0; actor < menus.length; actor++) {
            menus[actor] = Menu.of(seen, actor);
        }
    }

    /**
     * The table of the restricted stage game. Asks for every payoff once.
     *
     * @throws IllegalArgumentException if the table would be too large
     */
    static NormalForm table(Situation seen, String rule) {
        OpenStage open = new OpenStage(seen);
        boolean whole = true;
        double payoffs = open.players();
        for (int actor = 0; actor < open.players(); actor++) {
            payoffs *= open.strategies(actor);
            whole &= open.strategies(actor) == seen.strategies(actor);
        }
        if (payoffs > MOST_PAYOFFS) {
            throw new IllegalArgumentException("stage game (" + (long) payoffs + " payoffs) must have at most "
                    + MOST_PAYOFFS + " for the rule " + rule + "; replies such as logitReply take any");
        }
        return NormalForm.from(whole ? open.stage : open);
    }

    @Override
    public int players() {
        return menus.length;
    }

    @Override
    public int strategies(int player) {
        return menus[player].size();
    }

    @Override
    public double payoff(int player, int[] profile) {
        for (int actor = 0; actor < full.length; actor++) {
            full[actor] = menus[actor].at(profile[actor]);
        }
        return stage.payoff(player, full);
    }
}
