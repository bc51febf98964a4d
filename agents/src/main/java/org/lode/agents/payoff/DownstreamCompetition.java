package org.lode.agents.payoff;

import org.lode.agents.instrument.Range;
import org.lode.agents.view.MarketOutcome;
import org.lode.agents.view.WorldView;

/**
 * What dear inputs cost the makers of magnets, motors and cells in trade: elasticity x margin x base bill x the sum over rivals j
 * of v_ij (ln P_j - ln P_i), the log difference within +-1. A floor kept alone hurts one's own makers; a common floor does not,
 * among those who keep it (a price-index gap between locations: Armington 1969).
 *
 * <p>v_ij are shares of the rivals' output in the base round. A zone that taxes the dominant supplier's goods closes the part
 * {@code min(1, elasticity x tariff)} of the members' markets to them; that part of its weight passes to fellow members. For the log
 * difference stands 2 (P_j - P_i) / (P_j + P_i), equal to it to third order. A transfer of rent between locations: not among the surpluses
 * that must add up.
 *
 * @param elasticity substitution between locations, net of the elasticity of demand, at least 0
 * @param margin value added per unit of sales that follows them, 0..1
 */
public record DownstreamCompetition(double elasticity, double margin) implements BilateralComponent {
    public DownstreamCompetition {
        Range.atLeast("elasticity", elasticity, 0);
        Range.share("margin", margin);
    }

    @Override
    public Others others() {
        return Others.USERS;
    }

    @Override
    public double flow(int actor, int other, MarketOutcome outcome) {
        double bill = outcome.baseBill(actor);
        if (other == actor || bill <= 0) {
            return 0;
        }
        double own = outcome.price(actor);
        double theirs = outcome.price(other);
        double gap = own + theirs > 0 ? 2 * (theirs - own) / (theirs + own) : 0;
        return elasticity * margin * bill * Math.max(-1, Math.min(1, gap));
    }

    @Override
    public double factor(int actor, int other, int mineral, WorldView view) {
        double share = view.rivalShare(actor, other, mineral);
        int dominant = view.dominant();
        double closed = dominant < 0 || actor == dominant
                ? 0
                : view.zoneMarket(actor) * Math.min(1, elasticity * view.zoneTariff());
        if (closed <= 0) {
            return share;
        }
        return other == dominant
                ? share * (1 - closed)
                : share + closed * view.rivalShare(actor, dominant, mineral) * view.fellowShare(actor, other, mineral);
    }
}
