package org.lode.agents.payoff;

import org.lode.agents.instrument.Range;
import org.lode.agents.view.MarketOutcome;

/**
 * Tariffs and levies less outlays, each unit of public money worth its marginal cost: what comes in spares distorting taxes,
 * what goes out needs them (Dahlby 2008).
 *
 * @param marginalCostOfPublicFunds worth of a unit of public money, dimensionless, at least 1; 1 where surpluses must add up
 */
public record Treasury(double marginalCostOfPublicFunds) implements MineralComponent {
    public Treasury {
        Range.atLeast("marginalCostOfPublicFunds", marginalCostOfPublicFunds, 1);
    }

    @Override
    public double flow(int actor, MarketOutcome outcome) {
        return marginalCostOfPublicFunds * (outcome.borderRevenue(actor) - outcome.outlay(actor));
    }

    @Override
    public double oneOff(int actor, MarketOutcome outcome) {
        return -marginalCostOfPublicFunds * outcome.oneOffOutlay(actor);
    }
}
