package org.lode.agents.instrument;

import java.util.Arrays;

/**
 * One strategy's settings of every instrument, by index: flat, because the look-ahead reads them millions of times.
 *
 * <p>Indices: actors (targets) 0..actors-1, minerals 0..minerals-1, clubs 0..clubs-1 in the scenario's order. Immutable
 * once built; {@link Builder} fills it.
 */
public final class Settings {
    private static final Instrument[] ALL = Instrument.values();

    private final int actors;
    private final int minerals;
    private final int[] offset;
    private final double[] values;

    private Settings(int actors, int minerals, int clubs) {
        this.actors = actors;
        this.minerals = minerals;
        this.offset = new int[ALL.length + 1];
        for (Instrument instrument : ALL) {
            int size = switch (instrument.scope()) {
                case ACTOR -> 1;
                case CLUB -> clubs;
                case MINERAL -> minerals;
                case TARGET -> actors;
                case MINERAL_TARGET -> minerals * actors;
            };
            offset[instrument.ordinal() + 1] = offset[instrument.ordinal()] + size;
        }
        this.values = new double[offset[ALL.length]];
        for (Instrument instrument : ALL) {
            Arrays.fill(values, offset[instrument.ordinal()], offset[instrument.ordinal() + 1], instrument.neutral());
        }
    }

    /** Every instrument at its neutral setting. */
    public static Settings neutral(int actors, int minerals, int clubs) {
        return new Settings(actors, minerals, clubs);
    }

    /** The setting of an instrument whose scope is the actor. */
    public double of(Instrument instrument) {
        return values[offset[instrument.ordinal()]];
    }

    /** The setting for one mineral, target or club, whichever is the instrument's scope. */
    public double of(Instrument instrument, int index) {
        return values[offset[instrument.ordinal()] + index];
    }

    /** The setting for one mineral and one target. */
    public double of(Instrument instrument, int mineral, int target) {
        return values[offset[instrument.ordinal()] + mineral * actors + target];
    }

    /** Whether the instrument is at its neutral setting everywhere. */
    public boolean isNeutral(Instrument instrument) {
        for (int at = offset[instrument.ordinal()]; at < offset[instrument.ordinal() + 1]; at++) {
            if (values[at] != instrument.neutral()) {
                return false;
            }
        }
        return true;
    }

    /** Whether every instrument is neutral, so that the strategy does nothing. */
    public boolean isNeutral() {
        for (Instrument instrument : ALL) {
            if (!isNeutral(instrument)) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code instrument} is set alike here and in {@code other} as far as {@code mineral} can see. */
    public boolean sameFor(Instrument instrument, int mineral, Settings other) {
        int from = offset[instrument.ordinal()];
        int to = offset[instrument.ordinal() + 1];
        switch (instrument.scope()) {
            case MINERAL -> {
                from += mineral;
                to = from + 1;
            }
            case MINERAL_TARGET -> {
                from += mineral * actors;
                to = from + actors;
            }
            default -> {}
        }
        return Arrays.equals(values, from, to, other.values, from, to);
    }

    /** A builder that starts from these settings. */
    public Builder change() {
        return new Builder(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings settings && Arrays.equals(values, settings.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** Fills settings, checking each against its instrument's range. */
    public static final class Builder {
        private Settings building;

        private Builder(Settings start) {
            building = copy(start);
        }

        private static Settings copy(Settings start) {
            int clubs = start.offset[Instrument.LEAD.ordinal() + 1] - start.offset[Instrument.LEAD.ordinal()];
            var copy = new Settings(start.actors, start.minerals, clubs);
            System.arraycopy(start.values, 0, copy.values, 0, copy.values.length);
            return copy;
        }

        /** Sets an instrument whose scope is the actor. */
        public Builder set(Instrument instrument, double value) {
            return put(instrument, 0, value);
        }

        /** Sets an instrument for one mineral, target or club. */
        public Builder set(Instrument instrument, int index, double value) {
            return put(instrument, index, value);
        }

        /** Sets an instrument for one mineral and one target. */
        public Builder set(Instrument instrument, int mineral, int target, double value) {
            return put(instrument, mineral * building.actors + target, value);
        }

        private Builder put(Instrument instrument, int at, double value) {
            if (!(value >= instrument.least() && value <= instrument.most())) {
                throw new IllegalArgumentException(instrument.key() + " (" + value + ") must be between "
                        + instrument.least() + " and " + instrument.most() + " " + instrument.unit());
            }
            building.values[building.offset[instrument.ordinal()] + at] = value;
            return this;
        }

        /** The settings; the builder goes on from a copy. */
        public Settings build() {
            Settings built = building;
            building = copy(built);
            return built;
        }
    }
}
