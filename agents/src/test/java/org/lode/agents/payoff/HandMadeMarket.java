package org.lode.agents.payoff;

import org.lode.agents.view.MarketOutcome;

/** One market of three actors whose every figure differs, so that a component that reads the wrong one is seen. */
class HandMadeMarket implements MarketOutcome {
    @Override
    public int mineral() {
        return 0;
    }

    @Override
    public int actors() {
        return 3;
    }

    @Override
    public boolean resourceState(int actor) {
        return actor == 2;
    }

    @Override
    public double poolPrice() {
        return 60;
    }

    @Override
    public double homePrice() {
        return 40;
    }

    @Override
    public double price(int actor) {
        return new double[] {66, 44, 55}[actor];
    }

    @Override
    public double baseBill(int actor) {
        return new double[] {12, 20, 0}[actor];
    }

    @Override
    public double consumerSurplus(int actor) {
        return new double[] {-4, 1, 0.5}[actor];
    }

    @Override
    public double ownersProfit(int actor) {
        return new double[] {2, 10, 0.25}[actor];
    }

    @Override
    public double capitalCharge(int actor) {
        return new double[] {0.5, 3, 0}[actor];
    }

    @Override
    public double royalty(int actor) {
        return new double[] {0, 0.125, 0.75}[actor];
    }

    @Override
    public double borderRevenue(int actor) {
        return new double[] {1, 0, 0}[actor];
    }

    @Override
    public double outlay(int actor) {
        return new double[] {3, 0.5, 0}[actor];
    }

    @Override
    public double oneOffOutlay(int actor) {
        return new double[] {2, 0, 0}[actor];
    }

    @Override
    public double processingValue(int actor) {
        return new double[] {0.5, 6, 1.5}[actor];
    }

    @Override
    public double bill(int actor) {
        return new double[] {8, 9, 0.1}[actor];
    }

    @Override
    public double exposure(int actor, int supplier) {
        return new double[][] {{100, 7, 0.5}, {11, 200, 0.25}, {3, 5, 300}}[actor][supplier];
    }

    @Override
    public double curtailed(int actor) {
        return 0;
    }
}
