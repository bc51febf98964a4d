package org.lode.sim.lockin;

import java.util.Arrays;

/** The class of world: whose rules the trade in minerals follows. In the order in which {@link RegimeRule} asks for them. */
public enum Regime {
    /** No club has weight. */
    FRAGMENTED("fragmented"),
    /** A Western and a Chinese bloc, with a price between them. */
    BIFURCATED("bifurcated"),
    /** The dominant supplier's track outweighs the Western ones. */
    CHINA_CENTRED("china-centred"),
    /** The hegemon's club outweighs the plural track. */
    US_CLUB("us-club"),
    /** The plural track outweighs the hegemon's club. */
    PLURAL("plural"),
    /** The hegemon's club and the plural track side by side. */
    DUAL_TRACK("dual-track");

    private final String id;

    Regime(String id) {
        this.id = id;
    }

    /** The name in results and tables. */
    public String id() {
        return id;
    }

    /**
     * The regime of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Regime of(String id) {
        for (Regime regime : values()) {
            if (regime.id.equals(id)) {
                return regime;
            }
        }
        throw new IllegalArgumentException("regime (" + id + ") must be one of "
                + Arrays.stream(values()).map(Regime::id).toList());
    }

    @Override
    public String toString() {
        return id;
    }
}
