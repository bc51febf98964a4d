package org.lode.games.coalition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A membership that is not stable because of one actor alone: the one that would leave or join.
 *
 * @param members bit set
 * @param deviation who switches, and what it gains
 */
public record NearMiss(long members, Stability.Deviation deviation) {
    /** Least gain first; equal gains by membership, so that the answer is one. */
    private static final Comparator<NearMiss> NEAREST =
            Comparator.comparingDouble((NearMiss miss) -> miss.deviation.gain()).thenComparingLong(NearMiss::members);

    /**
     * Returns the memberships that exactly one actor leaves or joins, those first in which it gains least. Asks for at most
     * 2 n payoffs of each of the 2^n memberships.
     *
     * @param game up to {@value MembershipGame#MOST_ACTORS} actors
     * @param ties what the indifferent do
     * @param tolerance gains up to this size are ties, at least 0
     * @param most how many to return at most, at least 0
     */
    public static List<NearMiss> of(MembershipGame game, Ties ties, double tolerance, int most) {
        MembershipGame.checkActors(game.actors());
        var nearest = new PriorityQueue<NearMiss>(NEAREST.reversed());
        for (long members = 0; most > 0 && members < 1L << game.actors(); members++) {
            Stability.Deviation only = only(game, members, ties, tolerance);
            if (only != null) {
                nearest.add(new NearMiss(members, only));
                if (nearest.size() > most) {
                    nearest.remove();
                }
            }
        }
        List<NearMiss> found = new ArrayList<>(nearest);
        found.sort(NEAREST);
        return List.copyOf(found);
    }

    /** The only actor that switches; null if none or several do. */
    private static Stability.@Nullable Deviation only(MembershipGame game, long members, Ties ties, double tolerance) {
        Stability.Deviation only = null;
        for (int actor = 0; actor < game.actors(); actor++) {
            boolean member = MembershipGame.isMember(actor, members);
            double gain = game.switchGain(actor, members);
            if (ties.switches(member, gain, tolerance)) {
                if (only != null) {
                    return null;
                }
                only = new Stability.Deviation(actor, member, gain);
            }
        }
        return only;
    }
}
