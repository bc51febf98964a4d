package org.lode.sim.lockin;

import java.util.List;
import java.util.random.RandomGenerator;
import org.lode.games.dynamics.Adoption;
import org.lode.sim.chance.Purpose;
import org.lode.sim.chance.Stream;
import org.lode.sim.chance.Streams;

/**
 * An urn with two colours and one draw a round (Arthur, Ermoliev and Kaniovski 1987), with the truth about it by counting: the
 * distribution of what it holds after any rule of drawing is summed exactly. With no appeal and a pull of 1 it is Polya's.
 *
 * @param appeal of colour A and B
 * @param pull weight of the shares
 * @param a balls of A at the start
 * @param b balls of B at the start
 */
record Urn(List<Double> appeal, double pull, int a, int b, long seed) implements PathProcess {
    static final List<String> SERIES = List.of(
            "walk",
            "share",
            "value",
            "modularity",
            "wedge",
            "crossBloc",
            "hhi",
            "largest",
            "cover",
            "gap",
            "west",
            "china",
            "capacity",
            "membership");
    private static final Purpose DRAW = Purpose.named("draw");

    static Urn polya(int a, int b, long seed) {
        return new Urn(List.of(0.0, 0.0), 1, a, b, seed);
    }

    /** Draws A with a fixed chance. */
    static Urn constant(double chance, long seed) {
        return new Urn(List.of(chance, 1 - chance), 0, 0, 0, seed);
    }

    double chance(double balls, double all) {
        double share = all > 0 ? balls / all : 0;
        return (appeal.get(0) + pull * share) / (appeal.get(0) + appeal.get(1) + pull);
    }

    static double value(int series, int a, int b) {
        double all = Math.max(1, a + b);
        double share = a / all;
        double large = Math.max(share, 1 - share);
        return switch (series) {
            case 0 -> a - b;
            case 1, 2 -> share;
            case 3 -> 0.5 - share * (1 - share);
            case 4 -> 1 + share;
            case 5 -> 2 * share * (1 - share);
            case 6 -> share * share + (1 - share) * (1 - share);
            case 7 -> large;
            case 8 -> 1 - large;
            case 9 -> Math.max(0, large - 0.65);
            case 10, 12 -> a;
            default -> b;
        };
    }

    @Override
    public List<Aspect> aspects() {
        return List.of(new Aspect("leader", List.of("A", "B")));
    }

    @Override
    public List<String> series() {
        return SERIES;
    }

    @Override
    public List<Forcing> forcings() {
        return List.of(Forcing.reversal("flood of B"), new Forcing("A to B", false, "value", "leader", "B"));
    }

    @Override
    public List<Ramp> ramps() {
        return List.of(new Ramp("appeal of A", 0.1, 0.9, "share", "1"));
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
        return new Draws(new Streams(seed, Streams.COMMON, replication), a, b, 0, appeal.get(0));
    }

    private final class Draws implements Run {
        private final Streams streams;
        private final Stream stream = new Stream();
        private final double[] shares = new double[2];
        private int blacks;
        private int whites;
        private int round;
        private double level;

        Draws(Streams streams, int blacks, int whites, int round, double level) {
            this.streams = streams;
            this.blacks = blacks;
            this.whites = whites;
            this.round = round;
            this.level = level;
        }

        private void add(boolean black) {
            blacks += black ? 1 : 0;
            whites += black ? 0 : 1;
            round++;
        }

        @Override
        public int round() {
            return round;
        }

        @Override
        public void advance() {
            double all = blacks + whites;
            shares[0] = all > 0 ? blacks / all : 0;
            shares[1] = all > 0 ? whites / all : 0;
            double[] own =
                    level == appeal.get(0) ? new double[] {level, appeal.get(1)} : new double[] {level, 1 - level};
            var adoption = new Adoption(own, pull, 1);
            adoption.probabilities(shares, shares);
            add(adoption.draw(shares, streams.reset(stream, DRAW, "", round)) == 0);
        }

        @Override
        public void force(int forcing) {
            add(false);
        }

        @Override
        public void err(int size, RandomGenerator random) {
            add(blacks <= whites);
        }

        @Override
        public void scatter(RandomGenerator random) {
            add(random.nextDouble() < 0.5);
        }

        @Override
        public void set(int ramp, double to) {
            level = to;
        }

        @Override
        public int state(int aspect) {
            return blacks > whites ? 0 : 1;
        }

        @Override
        public double value(int series) {
            return Urn.value(series, blacks, whites);
        }

        @Override
        public Run fork(long branch) {
            return new Draws(branch == 0 ? streams : streams.branch(branch), blacks, whites, round, level);
        }
    }

    // The truth. A distribution holds, by number of A added since the start, its probability; its length is rounds + 1.

    /** How a round's ball is chosen: chance of A when there are so many. */
    interface Rule {
        double black(int a, int b);
    }

    Rule own() {
        return (x, y) -> chance(x, (double) x + y);
    }

    static Rule flood() {
        return (x, y) -> 0;
    }

    /** The distribution after {@code rounds} more rounds under a rule. */
    double[] after(double[] from, int rounds, Rule rule) {
        double[] now = from.clone();
        for (int k = 0; k < rounds; k++) {
            double[] next = new double[now.length + 1];
            for (int x = 0; x < now.length; x++) {
                if (now[x] > 0) {
                    double p = rule.black(a + x, b + now.length - 1 - x);
                    next[x + 1] += now[x] * p;
                    next[x] += now[x] * (1 - p);
                }
            }
            now = next;
        }
        return now;
    }

    double[] start() {
        return new double[] {1};
    }

    /** A distribution that holds one number for sure. */
    static double[] sure(int x, int rounds) {
        double[] one = new double[rounds + 1];
        one[x] = 1;
        return one;
    }

    double leads(double[] distribution) {
        double sum = 0;
        for (int x = 0; x < distribution.length; x++) {
            sum += a + x > b + distribution.length - 1 - x ? distribution[x] : 0;
        }
        return sum;
    }

    double mean(double[] distribution, int series) {
        double sum = 0;
        for (int x = 0; x < distribution.length; x++) {
            sum += distribution[x] * value(series, a + x, b + distribution.length - 1 - x);
        }
        return sum;
    }
}
