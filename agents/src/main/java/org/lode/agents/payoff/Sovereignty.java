package org.lode.agents.payoff;

import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Range;
import org.lode.agents.view.WorldView;

/**
 * What pressure to choose a side costs a resource state: minus rate x stake x the sum of the coercion that all others aim at it
 * (Krasner 1985 on structural conflict over resource regimes).
 *
 * @param rate cost of full coercion by one actor, share of the stake a year, at least 0
 */
public record Sovereignty(double rate) implements ProfileComponent {
    public Sovereignty {
        Range.atLeast("rate", rate, 0);
    }

    @Override
    public double flow(int actor, WorldView view) {
        if (!view.resourceState(actor)) {
            return 0;
        }
        double coercion = 0;
        for (int other = 0; other < view.actors(); other++) {
            if (other != actor) {
                coercion += view.settings(other).of(Instrument.COERCION, actor);
            }
        }
        return -rate * view.stake(actor) * coercion;
    }
}
