package org.lode.games.coalition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Stability of clubs against groups, for few actors. Members and outsiders may switch together: a group moves from one
 * membership to another if each of those who switch strictly gains. All pairs of memberships are compared, so the cost
 * grows as 4^n (coalitional) to 8^n (farsighted).
 */
public final class JointStability {
    /** Beyond this, pairs of memberships take too long. */
    public static final int MOST_ACTORS = 12;

    /** Beyond this, triples of memberships, which farsighted stability compares, take too long. */
    public static final int MOST_FARSIGHTED_ACTORS = 10;

    private final int actors;
    private final int memberships;
    private final MembershipGame game;
    private final double tolerance;

    /**
     * Prepares the comparison.
     *
     * @param game at most {@value #MOST_ACTORS} actors
     * @param tolerance a gain counts only above this, at least 0
     */
    public JointStability(MembershipGame game, double tolerance) {
        if (game.actors() > MOST_ACTORS) {
            throw new IllegalArgumentException("actors (" + game.actors() + ") must be at most " + MOST_ACTORS
                    + " where groups may move; single moves can be searched with " + MembershipGame.MOST_ACTORS);
        }
        this.actors = game.actors();
        this.memberships = 1 << actors;
        this.tolerance = tolerance;
        double[] payoffs = new double[actors * memberships];
        for (int members = 0; members < memberships; members++) {
            for (int actor = 0; actor < actors; actor++) {
                payoffs[members * actors + actor] = game.payoff(actor, members);
            }
        }
        this.game = MembershipGame.of(actors, (actor, members) -> payoffs[(int) members * actors + actor]);
    }

    /** The bit set of actors that strictly prefer {@code to} over {@code from}. */
    private int gainers(int from, int to) {
        int gainers = 0;
        for (int actor = 0; actor < actors; actor++) {
            if (game.payoff(actor, to) - game.payoff(actor, from) > tolerance) {
                gainers |= 1 << actor;
            }
        }
        return gainers;
    }

    /** Whether all who differ between the two memberships strictly gain by the move. */
    public boolean moves(long from, long to) {
        int movers = (int) (from ^ to);
        return movers != 0 && (movers & ~gainers((int) from, (int) to)) == 0;
    }

    /**
     * Returns the memberships from which no group, of members, outsiders or both, moves; ascending. A subset of the
     * memberships stable against single moves with {@link Ties#KEEP}.
     */
    public long[] coalitionallyStable() {
        return IntStream.range(0, memberships)
                .parallel()
                .filter(from -> IntStream.range(0, memberships).noneMatch(to -> moves(from, to)))
                .asLongStream()
                .toArray();
    }

    /** Returns the groups that would move from {@code members}, as the memberships they would move to, ascending. */
    public List<Long> movesFrom(long members) {
        List<Long> targets = new ArrayList<>();
        for (int to = 0; to < memberships; to++) {
            if (moves(members, to)) {
                targets.add((long) to);
            }
        }
        return targets;
    }

    /**
     * Returns the memberships that no other indirectly dominates: nobody can start a chain of moves, each by a group
     * whose members prefer the chain's end to where they stand (Harsanyi 1974; farsighted stability of agreements in
     * Diamantoudi and Sartzetakis 2015).
     */
    public long[] undominated() {
        long[][] dominated = indirectlyDominated();
        return IntStream.range(0, memberships)
                .filter(from -> Arrays.stream(dominated).noneMatch(by -> has(by, from)))
                .asLongStream()
                .toArray();
    }

    /**
     * Returns the largest consistent set (Chwe 1994), ascending: memberships from which no group moves because each
     * move may lead on to a membership of the set that some mover does not prefer.
     */
    public long[] largestConsistentSet() {
        long[][] dominated = indirectlyDominated();
        boolean[] kept = new boolean[memberships];
        Arrays.fill(kept, true);
        boolean changed = true;
        while (changed) {
            boolean[] now = kept.clone();
            boolean[] next = new boolean[memberships];
            IntStream.range(0, memberships)
                    .parallel()
                    .forEach(from -> next[from] = now[from] && deterred(from, now, dominated));
            changed = !Arrays.equals(now, next);
            kept = next;
        }
        boolean[] last = kept;
        return IntStream.range(0, memberships)
                .filter(s -> last[s])
                .asLongStream()
                .toArray();
    }

    private boolean deterred(int from, boolean[] kept, long[][] dominated) {
        boolean[] answered = new boolean[memberships];
        for (int end = 0; end < memberships; end++) {
            if (!kept[end]) {
                continue;
            }
            int gainers = gainers(from, end);
            for (int to = 0; to < memberships; to++) {
                int movers = from ^ to;
                if (!answered[to] && (movers & ~gainers) != 0 && (to == end || has(dominated[end], to))) {
                    answered[to] = true;
                }
            }
        }
        for (int to = 0; to < memberships; to++) {
            if (to != from && !answered[to]) {
                return false;
            }
        }
        return true;
    }

    /** For each membership, the bit set of those it indirectly dominates. */
    private long[][] indirectlyDominated() {
        if (actors > MOST_FARSIGHTED_ACTORS) {
            throw new IllegalArgumentException(
                    "actors (" + actors + ") must be at most " + MOST_FARSIGHTED_ACTORS + " for farsighted stability");
        }
        return IntStream.range(0, memberships)
                .parallel()
                .mapToObj(this::dominatedBy)
                .toArray(long[][]::new);
    }

    private long[] dominatedBy(int end) {
        int[] gainers = new int[memberships];
        for (int s = 0; s < memberships; s++) {
            gainers[s] = gainers(s, end);
        }
        long[] reached = new long[(memberships + 63) / 64];
        int[] queue = new int[memberships];
        int tail = 0;
        queue[tail++] = end;
        for (int head = 0; head < tail; head++) {
            for (int s = 0; s < memberships; s++) {
                int movers = s ^ queue[head];
                if (movers != 0 && (movers & ~gainers[s]) == 0 && !has(reached, s)) {
                    reached[s >>> 6] |= 1L << s;
                    queue[tail++] = s;
                }
            }
        }
        return reached;
    }

    private static boolean has(long[] bits, int index) {
        return (bits[index >>> 6] >>> index & 1) != 0;
    }
}
