package org.lode.games.coalition;

/** What an actor does that gets the same inside and outside the club. */
public enum Ties {
    /** It stays what it is: only a strict gain moves anybody (d'Aspremont et al. 1983; the default). */
    KEEP(false, false),
    /** It joins, and stays if it is in. */
    JOIN(false, true),
    /** It leaves, and stays out if it is out. */
    LEAVE(true, false);

    private final boolean indifferentLeaves;
    private final boolean indifferentJoins;

    Ties(boolean indifferentLeaves, boolean indifferentJoins) {
        this.indifferentLeaves = indifferentLeaves;
        this.indifferentJoins = indifferentJoins;
    }

    /**
     * Whether an actor switches.
     *
     * @param member whether it is a member now
     * @param gain from switching
     * @param tolerance gains up to this size are ties, at least 0
     */
    boolean switches(boolean member, double gain, double tolerance) {
        if (gain > tolerance) {
            return true;
        }
        return gain >= -tolerance && (member ? indifferentLeaves : indifferentJoins);
    }
}
