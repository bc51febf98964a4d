package org.lode.agents.payoff;

import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Range;
import org.lode.agents.view.WorldView;

/**
 * What membership is worth: stake x the sum over clubs of part x (base + network x trade with members), where part is the larger of
 * joining and leading and trade with members the share of the own trade that is with others, each by its embedding as it will be if the
 * profile holds: a standard is worth more the more trade follows it (Katz and Shapiro 1985; clubs after Buchanan 1965).
 *
 * <p>The hegemon's club counts at the hegemon's credibility; for a resource state a club counts at its leader's openness, and not
 * at all where nobody leads, since then nobody opens the door.
 *
 * @param hegemonBase worth of the hegemon's club without adopters, share of the stake a year, at least 0
 * @param pluralBase the same of the plural track
 * @param homeBase the same of the dominant supplier's club
 * @param network worth of a club that all partners are in, share of the trade in the covered minerals a year, at least 0
 */
public record ClubValue(double hegemonBase, double pluralBase, double homeBase, double network)
        implements ProfileComponent {
    public ClubValue {
        Range.atLeast("hegemonBase", hegemonBase, 0);
        Range.atLeast("pluralBase", pluralBase, 0);
        Range.atLeast("homeBase", homeBase, 0);
        Range.atLeast("network", network, 0);
    }

    @Override
    public double flow(int actor, WorldView view) {
        boolean resourceState = view.resourceState(actor);
        double worth = 0;
        for (int club = 0; club < view.clubs(); club++) {
            double part = Membership.part(actor, club, view);
            if (part > 0) {
                double one = part * (base(club, view) + network * view.networkDial() * view.tradeWithin(actor, club));
                if (club == view.hegemonClub()) {
                    one *= view.credibility(actor);
                }
                if (resourceState) {
                    int leader = view.leader(club);
                    one *= leader < 0 ? 0 : view.settings(leader).of(Instrument.OPENNESS, club);
                }
                worth += one;
            }
        }
        return view.stake(actor) * worth;
    }

    private double base(int club, WorldView view) {
        if (club == view.hegemonClub()) {
            return hegemonBase;
        }
        if (club == view.pluralClub()) {
            return pluralBase;
        }
        return club == view.homeClub() ? homeBase : 0;
    }
}
