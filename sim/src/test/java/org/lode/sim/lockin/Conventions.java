package org.lode.sim.lockin;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.lode.sim.chance.Draws;
import org.lode.sim.chance.Purpose;
import org.lode.sim.chance.Streams;

/**
 * Two conventions: N choose A or B, meet each other, and get 2 for meeting in A, 1 in B; each round one of them, drawn at random,
 * replies to the others (Kandori, Mailath and Rob 1993). Without errors whoever is in a convention stays.
 */
record Conventions(int n, boolean startInA, long seed) implements PathProcess {
    private static final Purpose TURN = Purpose.named("turn");

    @Override
    public List<Aspect> aspects() {
        return List.of(new Aspect("convention", List.of("A", "B")));
    }

    @Override
    public List<String> series() {
        return List.of("a");
    }

    @Override
    public List<Forcing> forcings() {
        return List.of();
    }

    @Override
    public int choosers() {
        return n;
    }

    @Override
    public double roundYears() {
        return 1;
    }

    @Override
    public Run start(long replication) {
        boolean[] plays = new boolean[n];
        Arrays.fill(plays, startInA);
        return new Play(new Streams(seed, Streams.COMMON, replication), plays, 0);
    }

    private final class Play implements Run {
        private final Streams streams;
        private final boolean[] plays;
        private int round;

        Play(Streams streams, boolean[] plays, int round) {
            this.streams = streams;
            this.plays = plays;
            this.round = round;
        }

        private int inA() {
            int count = 0;
            for (boolean a : plays) {
                count += a ? 1 : 0;
            }
            return count;
        }

        @Override
        public int round() {
            return round;
        }

        @Override
        public void advance() {
            int i = Draws.index(streams.stream(TURN, "", round), n);
            int others = inA() - (plays[i] ? 1 : 0);
            plays[i] = 2 * others > n - 1 - others || (2 * others == n - 1 - others && plays[i]);
            round++;
        }

        @Override
        public void force(int forcing) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void err(int size, RandomGenerator random) {
            for (int i : BasinShare.drawn(size, n, random)) {
                plays[i] = !plays[i];
            }
            round++;
        }

        @Override
        public void scatter(RandomGenerator random) {
            for (int i = 0; i < n; i++) {
                plays[i] = random.nextDouble() < 0.5;
            }
            round++;
        }

        @Override
        public int state(int aspect) {
            return 2 * inA() >= n ? 0 : 1;
        }

        @Override
        public double value(int series) {
            return inA();
        }

        @Override
        public Run fork(long branch) {
            return new Play(branch == 0 ? streams : streams.branch(branch), plays.clone(), round);
        }
    }
}
