package org.lode.agents.payoff;

/** One named part of an actor's payoff, USD bn a year, change against the reference path. */
public sealed interface PayoffComponent permits MineralComponent, BilateralComponent, ProfileComponent {
    /** The name in weights, results and tables: the class's own in lower camel case. */
    default String name() {
        return PayoffComponents.name(getClass());
    }
}
