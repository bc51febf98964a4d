package org.lode.games.coalition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Internal and external stability of clubs (d'Aspremont et al. 1983, Barrett 1994): no member gains by leaving, no
 * outsider by joining. A search asks each membership's actors in turn until one switches, so at most n 2^(n+1) payoffs
 * and usually a small part of that; memberships are split over threads in fixed blocks, so the answer does not depend on
 * their number.
 */
public final class Stability {
    private static final int BLOCK_BITS = 12;

    private Stability() {}

    /**
     * An actor that would switch, and why.
     *
     * @param actor who
     * @param member whether it would leave (it is a member) or join
     * @param gain what it gets more after switching
     */
    public record Deviation(int actor, boolean member, double gain) {}

    /** Whether nobody in or out of {@code members} switches. */
    public static boolean isStable(MembershipGame game, long members, Ties ties, double tolerance) {
        for (int actor = 0; actor < game.actors(); actor++) {
            boolean member = MembershipGame.isMember(actor, members);
            if (ties.switches(member, game.switchGain(actor, members), tolerance)) {
                return false;
            }
        }
        return true;
    }

    /** Whether no member leaves. */
    public static boolean isInternallyStable(MembershipGame game, long members, Ties ties, double tolerance) {
        return deviations(game, members, ties, tolerance).stream().noneMatch(Deviation::member);
    }

    /** Whether no outsider joins. */
    public static boolean isExternallyStable(MembershipGame game, long members, Ties ties, double tolerance) {
        return deviations(game, members, ties, tolerance).stream().allMatch(Deviation::member);
    }

    /** Returns everyone who would switch alone, in the order of actors; empty if the membership is stable. */
    public static List<Deviation> deviations(MembershipGame game, long members, Ties ties, double tolerance) {
        List<Deviation> found = new ArrayList<>();
        for (int actor = 0; actor < game.actors(); actor++) {
            boolean member = MembershipGame.isMember(actor, members);
            double gain = game.switchGain(actor, members);
            if (ties.switches(member, gain, tolerance)) {
                found.add(new Deviation(actor, member, gain));
            }
        }
        return List.copyOf(found);
    }

    /**
     * Returns every stable membership, ascending as bit sets.
     *
     * @param game up to {@value MembershipGame#MOST_ACTORS} actors; asked from several threads
     * @param ties what the indifferent do
     * @param tolerance gains up to this size are ties, at least 0
     * @throws IllegalArgumentException if the oracle answers NaN
     */
    public static long[] stable(MembershipGame game, Ties ties, double tolerance) {
        MembershipGame.checkActors(game.actors());
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("tolerance (" + tolerance + ") must be at least 0");
        }
        long memberships = 1L << game.actors();
        int blocks = (int) Math.max(1, memberships >>> BLOCK_BITS);
        long perBlock = memberships / blocks;
        long[][] found = IntStream.range(0, blocks)
                .parallel()
                .mapToObj(block -> scan(game, block * perBlock, (block + 1) * perBlock, ties, tolerance))
                .toArray(long[][]::new);
        return Arrays.stream(found).flatMapToLong(Arrays::stream).toArray();
    }

    private static long[] scan(MembershipGame game, long from, long to, Ties ties, double tolerance) {
        long[] found = new long[4];
        int count = 0;
        int actors = game.actors();
        int hint = 0; // who switched last: neighbours in this order often fail on the same actor
        for (long members = from; members < to; members++) {
            if (switches(game, hint, members, ties, tolerance)) {
                continue;
            }
            int actor = 0;
            while (actor < actors && (actor == hint || !switches(game, actor, members, ties, tolerance))) {
                actor++;
            }
            if (actor < actors) {
                hint = actor;
                continue;
            }
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = members;
        }
        return Arrays.copyOf(found, count);
    }

    private static boolean switches(MembershipGame game, int actor, long members, Ties ties, double tolerance) {
        double gain = game.switchGain(actor, members);
        if (Double.isNaN(gain)) {
            throw new IllegalArgumentException("payoff of actor " + actor + " at membership "
                    + Long.toBinaryString(members) + " (or after it switches) must be a number, not NaN");
        }
        return ties.switches(MembershipGame.isMember(actor, members), gain, tolerance);
    }
}
