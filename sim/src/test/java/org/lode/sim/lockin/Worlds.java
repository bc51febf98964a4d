package org.lode.sim.lockin;

import java.util.List;
import java.util.random.RandomGenerator;
import org.lode.sim.chance.Draws;
import org.lode.sim.chance.Purpose;
import org.lode.sim.chance.Streams;
import org.lode.sim.world.EntryExit;

/** Small worlds with one number each, whose lock-in is known: a law of motion from one round to the next, and a forced one. */
final class Worlds {
    private static final Purpose NOISE = Purpose.named("noise");

    private Worlds() {}

    /** How the number moves. */
    interface Law {
        /**
         * @param x the number
         * @param u uniform draw of the round
         * @param forced whether the reversal is forced in this round
         * @param level of the ramp; NaN unless it was set
         */
        double next(double x, double u, boolean forced, double level);
    }

    /** A world in which the first class holds above 0 and the second below. */
    static PathProcess of(long seed, double start, Law law) {
        return new World(seed, start, law, List.of());
    }

    /** Each history falls into one of two wells by a toss of its first round, and always rolls back into it. */
    static PathProcess twoWells(long seed) {
        return of(seed, 0, (x, u, forced, level) -> {
            if (x == 0) {
                return u < 0.5 ? -1 : 1;
            }
            double well = x < 0 ? -1 : 1;
            return forced ? well * 0.3 : well + 0.2 * (u - 0.5); // pushed far up the wall, and not over it
        });
    }

    /** What was does not matter; the first class has a share. */
    static PathProcess memoryless(long seed, double share) {
        return of(seed, 0, (x, u, forced, level) -> forced ? -1 : u < share ? 1 : -1);
    }

    /** x' = persistence x + noise; the reversal takes the noise's mean down for its rounds. */
    static PathProcess autoregression(long seed, double persistence, double push) {
        return of(seed, 0, (x, u, forced, level) -> persistence * x + Draws.normalQuantile(u) - (forced ? push : 0));
    }

    /** A firm that enters and leaves at the two prices of the model's own code; the ramp is the price. */
    static PathProcess dixit(EntryExit triggers, double low, double high) {
        return new World(
                1,
                0,
                (x, u, forced, level) -> level >= triggers.high() ? 1 : level < triggers.low() ? 0 : x,
                List.of(new PathProcess.Ramp("price", low, high, "x", "1")));
    }

    /** Follows a level that is ramped from 0 to 1 with a lag, and has no memory beyond it. */
    static PathProcess lag(double speed, double noise) {
        return new World(
                7,
                0,
                (x, u, forced, level) -> x + speed * (level - x) + noise * Draws.normalQuantile(u),
                List.of(new PathProcess.Ramp("level", 0, 1, "x", "1")));
    }

    private record World(long seed, double start, Law law, List<PathProcess.Ramp> ramps) implements PathProcess {
        @Override
        public List<Aspect> aspects() {
            return List.of(new Aspect("side", List.of("up", "down")));
        }

        @Override
        public List<String> series() {
            return List.of("x");
        }

        @Override
        public List<Forcing> forcings() {
            return List.of(Forcing.reversal("push"));
        }

        @Override
        public int choosers() {
            return 1;
        }

        @Override
        public double roundYears() {
            return 0.5;
        }

        @Override
        public Run start(long replication) {
            return new Walk(this, new Streams(seed, Streams.COMMON, replication), start, 0, Double.NaN);
        }
    }

    private static final class Walk implements PathProcess.Run {
        private final World world;
        private final Streams streams;
        private double x;
        private int round;
        private double level;

        Walk(World world, Streams streams, double x, int round, double level) {
            this.world = world;
            this.streams = streams;
            this.x = x;
            this.round = round;
            this.level = level;
        }

        private void move(boolean forced) {
            x = world.law().next(x, Draws.uniform(streams.stream(NOISE, "", round)), forced, level);
            round++;
        }

        @Override
        public int round() {
            return round;
        }

        @Override
        public void advance() {
            move(false);
        }

        @Override
        public void force(int forcing) {
            move(true);
        }

        @Override
        public void err(int size, RandomGenerator random) {
            move(true);
        }

        @Override
        public void scatter(RandomGenerator random) {
            move(true);
        }

        @Override
        public void set(int ramp, double to) {
            level = to;
        }

        @Override
        public int state(int aspect) {
            return x > 0 ? 0 : 1;
        }

        @Override
        public double value(int series) {
            return x;
        }

        @Override
        public PathProcess.Run fork(long branch) {
            return new Walk(world, branch == 0 ? streams : streams.branch(branch), x, round, level);
        }
    }
}
