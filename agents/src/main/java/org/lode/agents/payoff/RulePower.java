package org.lode.agents.payoff;

import org.lode.agents.instrument.Range;
import org.lode.agents.view.WorldView;

/**
 * What it is worth that one's own rules are followed (structural power, Strange 1988; standards, Mattli and Buthe 2003): the
 * dominant supplier has value x stake x its system's rule power; the others have value x stake x the Western system's rule power
 * x the larger of joining and leading the hegemon's club or the plural track.
 *
 * @param value worth of full rule power, share of the stake a year, at least 0
 */
public record RulePower(double value) implements ProfileComponent {
    public RulePower {
        Range.atLeast("value", value, 0);
    }

    @Override
    public double flow(int actor, WorldView view) {
        if (actor == view.dominant()) {
            return value * view.stake(actor) * view.rulePowerHome();
        }
        double part = Math.max(
                Membership.part(actor, view.hegemonClub(), view), Membership.part(actor, view.pluralClub(), view));
        return value * view.stake(actor) * view.rulePowerWest() * part;
    }
}
