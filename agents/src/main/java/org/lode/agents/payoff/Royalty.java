package org.lode.agents.payoff;

import java.util.Map;
import org.lode.agents.instrument.Range;
import org.lode.agents.view.MarketOutcome;

/**
 * Royalty and tax that the actor takes as host, whoever owns the mine: public money, so each unit is worth what raising it
 * otherwise would cost (Dahlby 2008), as in the treasury.
 *
 * @param marginalCostOfPublicFunds worth of a unit of public money, dimensionless, at least 1; 1 where surpluses must add up
 */
public record Royalty(double marginalCostOfPublicFunds) implements MineralComponent {
    /** What settings are where a file leaves them out. */
    public static final Map<String, String> DEFAULTS = Map.of("marginalCostOfPublicFunds", "1");

    public Royalty {
        Range.atLeast("marginalCostOfPublicFunds", marginalCostOfPublicFunds, 1);
    }

    @Override
    public double flow(int actor, MarketOutcome outcome) {
        return marginalCostOfPublicFunds * outcome.royalty(actor);
    }
}
