package org.lode.agents.payoff;

import java.util.List;
import org.lode.agents.view.MarketOutcome;

/**
 * Minus what rivals gain: the surplus of their buyers and the profit of their owners (Grieco 1988; Snidal 1991).
 *
 * @param rivals for each actor in the scenario's order the indices of its rivals; an actor beyond the list's end has none
 */
public record RelativeGains(List<List<Integer>> rivals) implements MineralComponent {
    public RelativeGains {
        rivals = rivals.stream().map(List::copyOf).toList();
        for (int actor = 0; actor < rivals.size(); actor++) {
            for (int rival : rivals.get(actor)) {
                if (rival < 0 || rival == actor) {
                    throw new IllegalArgumentException(
                            "rivals (" + rival + ") of actor " + actor + " must be another actor's index");
                }
            }
        }
    }

    @Override
    public double flow(int actor, MarketOutcome outcome) {
        if (actor >= rivals.size()) {
            return 0;
        }
        List<Integer> of = rivals.get(actor);
        double gains = 0;
        for (int at = 0; at < of.size(); at++) {
            int rival = of.get(at);
            gains += outcome.consumerSurplus(rival) + outcome.ownersProfit(rival);
        }
        return -gains;
    }
}
