package org.lode.sim.lockin;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The regimes of one run, round by round. A change counts once the new regime has lasted the rule's number of rounds, from the
 * last of them on; until then the old one stands. The first round's regime counts at once. Allocates nothing while it is fed.
 */
public final class RegimePath {
    private static final Regime[] REGIMES = Regime.values();

    private final int persistence;
    private final int[] rounds = new int[REGIMES.length];
    private @Nullable Regime standing;
    private @Nullable Regime candidate;
    private int lasted;
    private int seen;
    private int changes;
    private int settled;

    public RegimePath(RegimeRule rule) {
        persistence = rule.persistence();
    }

    /** Forgets all rounds. */
    public void clear() {
        Arrays.fill(rounds, 0);
        standing = null;
        candidate = null;
        lasted = 0;
        seen = 0;
        changes = 0;
        settled = 0;
    }

    /** Takes over the rounds of another path under the same rule. */
    public void copyFrom(RegimePath other) {
        System.arraycopy(other.rounds, 0, rounds, 0, rounds.length);
        standing = other.standing;
        candidate = other.candidate;
        lasted = other.lasted;
        seen = other.seen;
        changes = other.changes;
        settled = other.settled;
    }

    /** Takes in the next round, classified by itself, and returns the regime that stands in it. */
    public Regime add(Regime classified) {
        Regime now = standing;
        if (now == null) {
            now = classified;
        } else if (classified == now) {
            candidate = null;
        } else {
            lasted = classified == candidate ? lasted + 1 : 1;
            candidate = classified;
            if (lasted >= persistence) {
                now = classified;
                candidate = null;
                changes++;
                settled = seen;
            }
        }
        standing = now;
        rounds[now.ordinal()]++;
        seen++;
        return now;
    }

    /**
     * The regime that stands.
     *
     * @throws IllegalStateException before the first round
     */
    public Regime last() {
        if (standing == null) {
            throw new IllegalStateException("no round has been added");
        }
        return standing;
    }

    /** The regime that stood in the most rounds; of equals the one that {@link RegimeRule} asks for first. */
    public Regime modal() {
        Regime most = last();
        int best = -1;
        for (Regime regime : REGIMES) {
            if (rounds[regime.ordinal()] > best) {
                best = rounds[regime.ordinal()];
                most = regime;
            }
        }
        return most;
    }

    /** Share of the rounds in which a regime stood; NaN before the first. */
    public double share(Regime regime) {
        return (double) rounds[regime.ordinal()] / seen;
    }

    /** How often the regime changed. */
    public int changes() {
        return changes;
    }

    /** First round from which the regime did not change any more. */
    public int settled() {
        return settled;
    }
}
