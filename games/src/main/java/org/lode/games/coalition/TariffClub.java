package org.lode.games.coalition;

import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * A club with a penalty on outsiders, in the structure of Nordhaus (2015): a member bears a net cost or gain, an
 * outsider pays a uniform tariff on its trade with members, and members collect it.
 */
public final class TariffClub implements DoubleFunction<MembershipGame> {
    private final double[] netGain;
    private final double[] spillover;
    private final double[][] trade;

    /** Describes actors whose membership gives nothing to others; see {@link #TariffClub(double[], double[], double[][])}. */
    public TariffClub(double[] netGain, double[][] trade) {
        this(netGain, new double[netGain.length], trade);
    }

    /**
     * Describes the actors.
     *
     * @param netGain what each actor gets from membership before any tariff; negative is a cost
     * @param spillover what each actor's membership gives to all others together, members or not, in equal parts
     * @param trade n by n, value of each actor's exports (row) to each other (column), at least 0, diagonal unused
     */
    public TariffClub(double[] netGain, double[] spillover, double[][] trade) {
        MembershipGame.checkActors(netGain.length);
        if (spillover.length != netGain.length) {
            throw new IllegalArgumentException(
                    "spillovers (" + spillover.length + ") must be as many as actors (" + netGain.length + ")");
        }
        this.netGain = netGain.clone();
        this.spillover = spillover.clone();
        this.trade = new double[netGain.length][];
        if (trade.length != netGain.length) {
            throw new IllegalArgumentException(
                    "rows of trade (" + trade.length + ") must be as many as actors (" + netGain.length + ")");
        }
        for (int i = 0; i < trade.length; i++) {
            if (trade[i].length != netGain.length) {
                throw new IllegalArgumentException("columns of trade in row " + i + " (" + trade[i].length
                        + ") must be as many as actors (" + netGain.length + ")");
            }
            this.trade[i] = trade[i].clone();
        }
    }

    /** Returns the number of actors. */
    public int actors() {
        return netGain.length;
    }

    /**
     * Returns the least tariff at which an actor stays in a club of everybody: what it loses as a member over its exports to all
     * others, 0 if it loses nothing, empty if it loses and exports nothing. The greatest of all actors is the least tariff for
     * full participation, max over k of -d_k / (trade of k with all others).
     */
    public OptionalDouble keeps(int actor) {
        if (netGain[actor] >= 0) {
            return OptionalDouble.of(0);
        }
        double exports = 0;
        for (int other = 0; other < netGain.length; other++) {
            exports += other == actor ? 0 : trade[actor][other];
        }
        return exports > 0 ? OptionalDouble.of(-netGain[actor] / exports) : OptionalDouble.empty();
    }

    /** Returns the membership game at a uniform tariff, a share of trade's value. */
    @Override
    public MembershipGame apply(double tariff) {
        return MembershipGame.of(netGain.length, (actor, members) -> {
            boolean in = MembershipGame.isMember(actor, members);
            double taxed = 0;
            long all = (1L << netGain.length) - 1;
            for (long left = (in ? ~members : members) & all & ~(1L << actor); left != 0; left &= left - 1) {
                int other = Long.numberOfTrailingZeros(left);
                taxed += in ? trade[other][actor] : trade[actor][other];
            }
            double from = 0;
            for (long left = members & ~(1L << actor); left != 0; left &= left - 1) {
                from += spillover[Long.numberOfTrailingZeros(left)];
            }
            double shared = netGain.length > 1 ? from / (netGain.length - 1) : 0;
            return shared + (in ? netGain[actor] + tariff * taxed : -tariff * taxed);
        });
    }
}
