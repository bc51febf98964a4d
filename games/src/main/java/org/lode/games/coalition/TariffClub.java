package org.lode.games.coalition;

import java.util.function.DoubleFunction;

/**
 * A club with a penalty on outsiders, in the structure of Nordhaus (2015): a member bears a net cost or gain, an
 * outsider pays a uniform tariff on its trade with members, and members collect it.
 */
public final class TariffClub implements DoubleFunction<MembershipGame> {
    private final double[] netGain;
    private final double[][] trade;

    /**
     * Describes the actors.
     *
     * @param netGain what each actor gets from membership before any tariff; negative is a cost
     * @param trade n by n, value of each actor's exports (row) to each other (column), at least 0, diagonal unused
     */
    public TariffClub(double[] netGain, double[][] trade) {
        MembershipGame.checkActors(netGain.length);
        this.netGain = netGain.clone();
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

    /** Returns the membership game at a uniform tariff, a share of trade's value. */
    @Override
    public MembershipGame apply(double tariff) {
        return MembershipGame.of(netGain.length, (actor, members) -> {
            boolean in = MembershipGame.isMember(actor, members);
            double taxed = 0;
            long counterparts = (in ? ~members : members) & ((1L << netGain.length) - 1) & ~(1L << actor);
            for (long left = counterparts; left != 0; left &= left - 1) {
                int other = Long.numberOfTrailingZeros(left);
                taxed += in ? trade[other][actor] : trade[actor][other];
            }
            return in ? netGain[actor] + tariff * taxed : -tariff * taxed;
        });
    }
}
