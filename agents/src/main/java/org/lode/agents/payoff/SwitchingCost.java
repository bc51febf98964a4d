package org.lode.agents.payoff;

import org.lode.agents.instrument.Range;
import org.lode.agents.view.WorldView;

/**
 * What leaving costs: minus rate x stake x the sum over clubs of the commitment that the strategy no longer backs, by joining or
 * leading (Klemperer 1987; Farrell and Klemperer 2007).
 *
 * @param rate cost of giving up a full commitment, share of the stake a year, at least 0
 */
public record SwitchingCost(double rate) implements ProfileComponent {
    public SwitchingCost {
        Range.atLeast("rate", rate, 0);
    }

    @Override
    public double flow(int actor, WorldView view) {
        double left = 0;
        for (int club = 0; club < view.clubs(); club++) {
            left += Math.max(0, view.commitment(actor, club) - Membership.part(actor, club, view));
        }
        return -rate * view.stake(actor) * left;
    }
}
