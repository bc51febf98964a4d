package org.lode.agents.payoff;

import org.lode.agents.instrument.Range;
import org.lode.agents.view.WorldView;

/**
 * Answering in kind: to the dominant supplier a control on j is worth weight x stake x control x min(1, H_j + act x obedience of j
 * in the hegemon's club), H_j the hostility received from j up to the round (Gouldner 1960 on the norm of reciprocity; Keohane 1986).
 * China's licences of 2023-25 followed chip controls, entity lists and tariffs. What j did to the hegemon's side rests while a truce
 * holds.
 *
 * @param weight worth of a full control on a fully hostile actor, share of the stake a year, at least 0
 * @param act hostility that full obedience in the hegemon's club adds in the profile, at least 0
 */
public record Reciprocity(double weight, double act) implements ProfileComponent {
    public Reciprocity {
        Range.atLeast("weight", weight, 0);
        Range.atLeast("act", act, 0);
    }

    @Override
    public double flow(int actor, WorldView view) {
        if (actor != view.dominant()) {
            return 0;
        }
        double answered = 0;
        for (int other = 0; other < view.actors(); other++) {
            double control = other == actor ? 0 : view.control(other);
            if (control > 0 && !(other == view.hegemon() && view.truce())) {
                double received =
                        view.received(actor, other) + act * Membership.obedience(other, view.hegemonClub(), view);
                answered += control * Math.min(1, received);
            }
        }
        return weight * view.stake(actor) * answered;
    }
}
