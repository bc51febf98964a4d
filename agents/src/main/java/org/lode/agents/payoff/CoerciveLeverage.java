package org.lode.agents.payoff;

import org.lode.agents.view.MarketOutcome;

/**
 * Others' loss if this actor stopped supplying them: the influence effect of foreign trade (Hirschman 1945) in the weaponised
 * form of Farrell and Newman (2019). A supplier that others have left has none.
 */
public record CoerciveLeverage() implements MineralComponent {
    @Override
    public double flow(int actor, MarketOutcome outcome) {
        double leverage = 0;
        for (int other = 0; other < outcome.actors(); other++) {
            if (other != actor) {
                leverage += outcome.exposure(other, actor);
            }
        }
        return leverage;
    }
}
