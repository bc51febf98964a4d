package org.lode.sim.experiment;

import org.apache.commons.math3.random.SobolSequenceGenerator;

/** Random access to a Sobol sequence, with the direction numbers of Joe and Kuo (2008), for at most 1000 dimensions. */
final class SobolSequence {
    private static final int MOST = 1000;

    private final SobolSequenceGenerator generator;
    private long at = -1;
    private double[] place = {};

    SobolSequence(int dimensions) {
        if (dimensions < 1 || dimensions > MOST) {
            throw new IllegalArgumentException(
                    "factors (" + dimensions + " dimensions) must be between 1 and " + MOST + " for a Sobol sequence");
        }
        generator = new SobolSequenceGenerator(dimensions);
    }

    /** A coordinate of a point, from 0; the sequence's origin is left out. */
    synchronized double at(long point, int dimension) {
        if (point != at) {
            place = generator.skipTo((int) (point + 1));
            at = point;
        }
        return place[dimension];
    }
}
