package org.lode.sim.replication;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.lode.sim.chance.Purpose;
import org.lode.sim.chance.Stream;
import org.lode.sim.chance.Streams;
import org.lode.sim.lockin.PathProcess;

/**
 * A process with one number and a law by which it moves, so that the lock-in metrics can be held against what is known of it. Its
 * one chooser's mistake, and the reversal that can be forced on it, are the same push.
 *
 * @param name of the number
 * @param start the number before the first round
 * @param seed of all chance
 * @param push where a forced round takes the number
 * @param ramps of the level that the law sees
 */
record LawProcess(String name, double start, long seed, Law law, DoubleUnaryOperator push, List<PathProcess.Ramp> ramps)
        implements PathProcess {
    private static final Purpose STEP = Purpose.named("law");

    LawProcess {
        ramps = List.copyOf(ramps);
    }

    /** How the number moves. */
    interface Law {
        /**
         * @param x the number
         * @param level of the ramp, NaN if none was set
         * @return the number after the round
         */
        double next(double x, RandomGenerator chance, double level);
    }

    @Override
    public List<Aspect> aspects() {
        return List.of(new Aspect("side", List.of("up", "down")));
    }

    @Override
    public List<String> series() {
        return List.of(name);
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
        return 1;
    }

    @Override
    public Run start(long replication) {
        return new Walk(new Streams(seed, Streams.COMMON, replication), start, 0, Double.NaN);
    }

    private final class Walk implements Run {
        private final Streams streams;
        private final Stream stream = new Stream();
        private double x;
        private int round;
        private double level;

        Walk(Streams streams, double x, int round, double level) {
            this.streams = streams;
            this.x = x;
            this.round = round;
            this.level = level;
        }

        @Override
        public int round() {
            return round;
        }

        @Override
        public void advance() {
            x = law.next(x, streams.reset(stream, STEP, "", round), level);
            round++;
        }

        @Override
        public void force(int forcing) {
            x = push.applyAsDouble(x);
            round++;
        }

        @Override
        public void err(int size, RandomGenerator random) {
            force(0);
        }

        @Override
        public void scatter(RandomGenerator random) {
            if (random.nextDouble() < 0.5) {
                force(0);
            } else {
                advance();
            }
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
        public Run fork(long branch) {
            return new Walk(branch == 0 ? streams : streams.branch(branch), x, round, level);
        }
    }
}
