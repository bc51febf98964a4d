package org.lode.games.coalition;

/**
 * The payments that make a membership stable (Carraro and Siniscalco 1993; potential internal stability of Eyckmans and
 * Finus 2004): what members must be given not to leave, what outsiders must be given not to join, and what of it the
 * members that gain can pay themselves without wanting to leave.
 */
public final class Transfer {
    private final double[] needs;
    private final double[] margins;
    private final double toMembers;
    private final double fromMembers;
    private final double toOutsiders;

    private Transfer(double[] needs, double[] margins, long members) {
        this.needs = needs;
        this.margins = margins;
        double in = 0;
        double out = 0;
        double spare = 0;
        for (int actor = 0; actor < needs.length; actor++) {
            if (MembershipGame.isMember(actor, members)) {
                in += needs[actor];
                spare += Math.max(0, margins[actor]);
            } else {
                out += needs[actor];
            }
        }
        this.toMembers = in;
        this.toOutsiders = out;
        this.fromMembers = spare;
    }

    /** Computes the payments that stabilise {@code members}, those that leave everyone just indifferent. */
    public static Transfer of(MembershipGame game, long members) {
        double[] needs = new double[game.actors()];
        double[] margins = new double[game.actors()];
        for (int actor = 0; actor < needs.length; actor++) {
            double gain = game.switchGain(actor, members);
            needs[actor] = Math.max(0, gain);
            margins[actor] = -gain;
        }
        return new Transfer(needs, margins, members);
    }

    /** Returns the least payment that keeps {@code actor} where it is, 0 if it would stay anyway. */
    public double need(int actor) {
        return needs[actor];
    }

    /** Returns what {@code actor} would lose by switching; negative if it would gain. */
    public double margin(int actor) {
        return margins[actor];
    }

    /** Returns the least total that keeps all members in, paid from anywhere. */
    public double toMembers() {
        return toMembers;
    }

    /** Returns the least total that keeps all outsiders out. */
    public double toOutsiders() {
        return toOutsiders;
    }

    /** Returns the most that members can give up together without anyone gaining by leaving. */
    public double fromMembers() {
        return fromMembers;
    }

    /** Returns the least money from outside the club that keeps all members in, after they share their gains. */
    public double fromOutside() {
        return Math.max(0, toMembers - fromMembers);
    }

    /** Whether members can keep each other in by sharing their gains: potential internal stability. */
    public boolean selfFinancing() {
        return toMembers <= fromMembers;
    }
}
