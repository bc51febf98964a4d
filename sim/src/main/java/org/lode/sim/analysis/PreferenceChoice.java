package org.lode.sim.analysis;

import java.util.Arrays;
import java.util.List;

/** One observed choice: what was open, what each would have paid, group of components by group, and what was taken. */
public final class PreferenceChoice {
    /** The alternative played before is not open, or not known. */
    static final int NONE = -1;

    private final int period;
    private final String actor;
    private final List<String> open;
    private final double[][] parts;
    private final int chosen;
    private final int previous;

    /**
     * A choice.
     *
     * @param period index of the half-year
     * @param open ids of the open strategies
     * @param parts payoff by open strategy and group, each at the reasoned weights, a share of the actor's stake
     * @param chosen index among {@code open}
     * @param previous index among {@code open} of what was played before, or -1 where that is not open
     */
    public PreferenceChoice(int period, String actor, List<String> open, double[][] parts, int chosen, int previous) {
        this.period = period;
        this.actor = actor;
        this.open = List.copyOf(open);
        if (parts.length != open.size() || open.isEmpty()) {
            throw new IllegalArgumentException(
                    "parts (" + parts.length + " rows) must have one for each of " + open.size() + " open strategies");
        }
        this.parts = new double[parts.length][];
        for (int a = 0; a < parts.length; a++) {
            for (double part : parts[a]) {
                if (!Double.isFinite(part)) {
                    throw new IllegalArgumentException(
                            actor + ", " + open.get(a) + ": payoff (" + part + ") must be finite");
                }
            }
            if (parts[a].length != parts[0].length) {
                throw new IllegalArgumentException("parts must have one number for each group");
            }
            this.parts[a] = Arrays.copyOf(parts[a], parts[a].length);
        }
        if (chosen < 0 || chosen >= open.size()) {
            throw new IllegalArgumentException("chosen (" + chosen + ") must be from 0 to " + (open.size() - 1));
        }
        if (previous < NONE || previous >= open.size()) {
            throw new IllegalArgumentException("previous (" + previous + ") must be from -1 to " + (open.size() - 1));
        }
        this.chosen = chosen;
        this.previous = previous;
    }

    public int period() {
        return period;
    }

    public String actor() {
        return actor;
    }

    /** Ids of the open strategies. */
    public List<String> open() {
        return open;
    }

    public int alternatives() {
        return parts.length;
    }

    public int groups() {
        return parts[0].length;
    }

    /** Payoff of an alternative from one group of components, at the reasoned weights. */
    public double part(int alternative, int group) {
        return parts[alternative][group];
    }

    public int chosen() {
        return chosen;
    }

    /** What was played before, or -1 where that is not open. */
    public int previous() {
        return previous;
    }

    /** Whether there was something to choose. */
    public boolean informative() {
        return parts.length > 1;
    }
}
