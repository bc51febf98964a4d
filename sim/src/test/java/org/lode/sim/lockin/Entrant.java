package org.lode.sim.lockin;

import java.util.List;
import java.util.random.RandomGenerator;

/** A firm that may sink a cost and then earns price less cost a year: nothing is left to chance. */
record Entrant(double price, double cost, double sunk) implements PathProcess {
    @Override
    public List<Aspect> aspects() {
        return List.of(new Aspect("firm", List.of("idle", "running")));
    }

    @Override
    public List<String> series() {
        return List.of("profit");
    }

    @Override
    public List<Forcing> forcings() {
        return List.of(new Forcing("enter", false, "profit", "firm", "running"));
    }

    @Override
    public int choosers() {
        return 1;
    }

    @Override
    public double roundYears() {
        return 1;
    }

    @Override
    public Run start(long replication) {
        return new Firm(0, 0, 0);
    }

    private final class Firm implements Run {
        private int round;
        private int running;
        private double profit;

        Firm(int round, int running, double profit) {
            this.round = round;
            this.running = running;
            this.profit = profit;
        }

        @Override
        public int round() {
            return round;
        }

        @Override
        public void advance() {
            profit = running * (price - cost);
            round++;
        }

        @Override
        public void force(int forcing) {
            profit = running == 0 ? -sunk : price - cost;
            running = 1;
            round++;
        }

        @Override
        public void err(int size, RandomGenerator random) {
            force(0);
        }

        @Override
        public void scatter(RandomGenerator random) {
            advance();
        }

        @Override
        public int state(int aspect) {
            return running;
        }

        @Override
        public double value(int series) {
            return profit;
        }

        @Override
        public Run fork(long branch) {
            return new Firm(round, running, profit);
        }
    }
}
