package org.lode.agents.payoff;

import java.util.Map;
import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Range;
import org.lode.agents.view.WorldView;

/**
 * The price of siding: obeying the hegemon's club draws the dominant supplier's retaliation, staying outside draws the hegemon's
 * tariffs (economic coercion after Drezner 1999 and Blackwill and Harris 2016).
 *
 * <p>Of actor i, d the dominant supplier, h the hegemon, F the hegemon's club: minus trade(i,d) x dominantRate x hostility(d,i) x
 * (join(i,F) x binding(i,F) + answerRate x answer(i)), minus trade(i,h) x section232(h) x hegemonPassThrough x (1, or threatWeight before the deadline) x
 * (1 - join(i,F)). The hegemon itself bears neither.
 *
 * @param dominantRate share of exposed trade lost at full hostility and full obedience, 0..1
 * @param answerRate what answering a cut-off together with other members draws, over what full obedience draws, at least 0
 * @param hegemonPassThrough share of the hegemon's tariff borne by the exporter, 0..1
 * @param threatWeight weight of the tariff while its deadline has not passed, 0..1
 */
public record RetaliationExposure(
        double dominantRate, double answerRate, double hegemonPassThrough, double threatWeight)
        implements ProfileComponent {
    /** What settings are where a file leaves them out. */
    public static final Map<String, String> DEFAULTS = Map.of("answerRate", "0");

    public RetaliationExposure {
        Range.share("dominantRate", dominantRate);
        Range.atLeast("answerRate", answerRate, 0);
        Range.share("hegemonPassThrough", hegemonPassThrough);
        Range.share("threatWeight", threatWeight);
    }

    @Override
    public double flow(int actor, WorldView view) {
        int hegemon = view.hegemon();
        if (actor == hegemon) {
            return 0;
        }
        int club = view.hegemonClub();
        int dominant = view.dominant();
        double join = Membership.join(actor, club, view);
        double cost = 0;
        if (dominant >= 0 && actor != dominant) {
            double obedience = Membership.obedience(actor, club, view);
            double provoked = obedience + answerRate * view.settings(actor).of(Instrument.ANSWER);
            cost += view.tradeExposure(actor, dominant) * dominantRate * view.hostility(dominant, actor) * provoked;
        }
        if (hegemon >= 0) {
            double tariff = view.settings(hegemon).of(Instrument.SECTION_232);
            double force = view.deadlinePassed() ? 1 : threatWeight;
            cost += view.tradeExposure(actor, hegemon) * tariff * hegemonPassThrough * force * (1 - join);
        }
        return -cost;
    }
}
