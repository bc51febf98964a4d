package org.lode.agents.payoff;

import java.util.Map;
import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Range;
import org.lode.agents.view.WorldView;

/**
 * What it is worth that one's own rules are followed (structural power, Strange 1988; standards, Mattli and Buthe 2003): the
 * dominant supplier has value x stake x its system's rule power, less what its effort at turning refining into rules costs; the others
 * have value x stake x the Western system's rule power x the larger of joining and leading the hegemon's club or the plural track;
 * resource states gain from each system as far as they are in it, since they sell under its certificates.
 *
 * @param value worth of full rule power, share of the stake a year, at least 0
 * @param effort cost of full effort at conversion, share of the stake a year, at least 0
 */
public record RulePower(double value, double effort) implements ProfileComponent {
    /** What settings are where a file leaves them out. */
    public static final Map<String, String> DEFAULTS = Map.of("effort", "0");

    public RulePower {
        Range.atLeast("value", value, 0);
        Range.atLeast("effort", effort, 0);
    }

    @Override
    public double flow(int actor, WorldView view) {
        if (actor == view.dominant()) {
            double spent = effort * view.settings(actor).of(Instrument.CONVERSION);
            return view.stake(actor) * (value * view.rulePowerHome() - spent);
        }
        double part = Math.max(
                Membership.part(actor, view.hegemonClub(), view), Membership.part(actor, view.pluralClub(), view));
        double worth = view.rulePowerWest() * part;
        if (view.resourceState(actor)) {
            double dial = view.rulePowerDial();
            worth = dial * (worth + view.rulePowerHome() * Membership.part(actor, view.homeClub(), view));
        }
        return value * view.stake(actor) * worth;
    }
}
