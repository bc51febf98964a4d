package org.lode.agents.payoff;

import org.lode.agents.instrument.Range;
import org.lode.agents.view.WorldView;

/**
 * What it costs to live under another's rules: minus rate x stake x join x binding x leadership in the hegemon's club, and the
 * same in the dominant supplier's club at its own rate (Lake 2009 on hierarchy). Nobody bears it in the club it founded.
 *
 * @param rate cost under the hegemon's rule, share of the stake a year, at least 0
 * @param homeRate cost under the dominant supplier's rule, share of the stake a year, at least 0
 */
public record AutonomyCost(double rate, double homeRate) implements ProfileComponent {
    public AutonomyCost {
        Range.atLeast("rate", rate, 0);
        Range.atLeast("homeRate", homeRate, 0);
    }

    @Override
    public double flow(int actor, WorldView view) {
        double cost = 0;
        if (actor != view.hegemon()) {
            cost += rate * subjection(actor, view.hegemonClub(), view);
        }
        if (actor != view.dominant()) {
            cost += homeRate * subjection(actor, view.homeClub(), view);
        }
        return -view.stake(actor) * cost;
    }

    private static double subjection(int actor, int club, WorldView view) {
        return club < 0 ? 0 : Membership.obedience(actor, club, view) * view.leadership(club);
    }
}
