package org.lode.agents.instrument;

/** What an instrument's setting is given for. */
public enum Scope {
    /** One number for the actor. */
    ACTOR,
    /** A number for each club. */
    CLUB,
    /** A number for each mineral. */
    MINERAL,
    /** A number for each actor it is aimed at. */
    TARGET,
    /** A number for each mineral and each actor it is aimed at. */
    MINERAL_TARGET;

    /** Whether a setting differs by mineral. */
    public boolean byMineral() {
        return this == MINERAL || this == MINERAL_TARGET;
    }
}
