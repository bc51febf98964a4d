package org.lode.agents.payoff;

import org.lode.agents.instrument.Range;
import org.lode.agents.view.WorldView;

/**
 * What corridors, plants for ore and routes abroad cost the public purse: minus the marginal cost of public funds x the
 * concession in a year's loans for one host at full intensity x the sum over hosts of corridor, plantForOre and logistics
 * (official lending for minerals after Walsh et al. 2025; its terms after Horn, Reinhart and Trebesch 2021).
 *
 * @param perHost concession in the loans to one host at full intensity, USD bn a year, at least 0
 * @param marginalCostOfPublicFunds worth of a unit of public money, dimensionless, at least 1
 */
public record DevelopmentFinance(double perHost, double marginalCostOfPublicFunds) implements ProfileComponent {
    public DevelopmentFinance {
        Range.atLeast("perHost", perHost, 0);
        Range.atLeast("marginalCostOfPublicFunds", marginalCostOfPublicFunds, 1);
    }

    @Override
    public double flow(int actor, WorldView view) {
        return -marginalCostOfPublicFunds * perHost * view.financedAbroad(actor);
    }
}
