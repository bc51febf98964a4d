package org.lode.agents.payoff;

import java.util.List;
import java.util.Locale;

/** The payoff components there are. A new one is its file and its line here. */
public final class PayoffComponents {
    public static final List<Class<? extends PayoffComponent>> ALL = List.of(
            ConsumerSurplus.class,
            ProducerSurplus.class,
            Royalty.class,
            Treasury.class,
            DevelopmentFinance.class,
            Upgrading.class,
            ValueAtRisk.class,
            CoerciveLeverage.class,
            RelativeGains.class,
            RetaliationExposure.class,
            Coordination.class,
            AutonomyCost.class,
            Sovereignty.class,
            ClubValue.class,
            SwitchingCost.class,
            IssueLink.class,
            RulePower.class,
            DownstreamCompetition.class,
            Reciprocity.class);

    private PayoffComponents() {}

    /** Returns the name of a component: its class's simple name in lower camel case. */
    public static String name(Class<? extends PayoffComponent> component) {
        String simple = component.getSimpleName();
        return simple.isEmpty() ? "" : simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1);
    }
}
