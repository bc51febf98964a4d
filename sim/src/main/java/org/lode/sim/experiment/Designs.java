package org.lode.sim.experiment;

import java.util.List;
import org.lode.sim.config.ConfigException;

/** The designs there are, by the name that a plan gives. */
enum Designs {
    /** Every combination of levels. */
    GRID("grid", false) {
        @Override
        Design make(List<Factor> factors, int samples, long seed) {
            return new Grid(factors);
        }
    },
    /** The rows of a table. */
    LIST("list", false) {
        @Override
        Design make(List<Factor> factors, int samples, long seed) {
            throw new IllegalArgumentException("design (list) must be read from its table");
        }
    },
    /** Independent uniform draws. */
    RANDOM("random", true) {
        @Override
        Design make(List<Factor> factors, int samples, long seed) {
            return new RandomPoints(factors, samples, seed);
        }
    },
    /** One draw in each of as many slices of each factor as there are points (McKay, Beckman and Conover 1979). */
    LATIN_HYPERCUBE("latinHypercube", true) {
        @Override
        Design make(List<Factor> factors, int samples, long seed) {
            return new LatinHypercube(factors, samples, seed);
        }
    },
    /** A low-discrepancy sequence (Joe and Kuo 2008). */
    SOBOL("sobol", true) {
        @Override
        Design make(List<Factor> factors, int samples, long seed) {
            return new SobolPoints(factors, samples);
        }
    },
    /** For Sobol indices: matrices A, B and A with one column of B each (Saltelli et al. 2010). */
    SALTELLI("saltelli", true) {
        @Override
        Design make(List<Factor> factors, int samples, long seed) {
            return new Saltelli(factors, samples);
        }
    },
    /** For elementary effects: trajectories that move one factor at a time (Morris 1991). */
    MORRIS("morris", true) {
        @Override
        Design make(List<Factor> factors, int samples, long seed) {
            return new Morris(factors, samples, seed);
        }
    },
    /** The scenario as it is, then each factor through its levels alone. */
    OAT("oat", false) {
        @Override
        Design make(List<Factor> factors, int samples, long seed) {
            return new OneAtATime(factors);
        }
    };

    private final String id;
    private final boolean sampled;

    Designs(String id, boolean sampled) {
        this.id = id;
        this.sampled = sampled;
    }

    String id() {
        return id;
    }

    /** Whether it has a number of samples. */
    boolean sampled() {
        return sampled;
    }

    /** Lays out the points. */
    abstract Design make(List<Factor> factors, int samples, long seed);

    /** Refuses factors without values or range. */
    void check(List<Factor> factors) {
        for (Factor factor : factors) {
            if (this != LIST && !factor.bounded()) {
                throw new ConfigException(
                        factor.origin(), "factor " + factor.id() + " must have values or a range for design " + id);
            }
            if (this == MORRIS && !factor.ranged()) {
                throw new ConfigException(
                        factor.origin(), "factor " + factor.id() + " must have a range for design " + id);
            }
        }
    }
}
