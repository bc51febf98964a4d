package org.lode.games.coalition;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A membership game of identical actors: payoffs depend only on one's own status and on the number of members.
 * Evaluated once for each size.
 */
public final class SymmetricClub implements MembershipGame {
    private final double[] member;
    private final double[] outsider;

    /**
     * Tabulates payoffs by size.
     *
     * @param actors 1 to {@value MembershipGame#MOST_ACTORS}
     * @param member what each of k members gets, k = 1 to {@code actors}
     * @param outsider what each outsider gets beside k members, k = 0 to {@code actors - 1}
     */
    public SymmetricClub(int actors, IntToDoubleFunction member, IntToDoubleFunction outsider) {
        MembershipGame.checkActors(actors);
        this.member = new double[actors + 1];
        this.outsider = new double[actors + 1];
        for (int k = 0; k <= actors; k++) {
            this.member[k] = k > 0 ? member.applyAsDouble(k) : Double.NaN;
            this.outsider[k] = k < actors ? outsider.applyAsDouble(k) : Double.NaN;
        }
    }

    @Override
    public int actors() {
        return member.length - 1;
    }

    @Override
    public double payoff(int actor, long members) {
        int size = Long.bitCount(members);
        return MembershipGame.isMember(actor, members) ? member[size] : outsider[size];
    }

    /** Returns what each member of a club of {@code size} gets. */
    public double member(int size) {
        return member[size];
    }

    /** Returns what each outsider gets beside a club of {@code size}. */
    public double outsider(int size) {
        return outsider[size];
    }

    /** Returns the sizes at which no member gains by leaving and no outsider by joining, ascending. */
    public int[] stableSizes(Ties ties, double tolerance) {
        return IntStream.rangeClosed(0, actors())
                .filter(k -> Stability.isStable(this, (1L << k) - 1, ties, tolerance))
                .toArray();
    }
}
