package org.lode.sim.experiment;

import org.lode.sim.config.Node;

/** The points of a sweep. What a point holds depends on the plan alone. Safe for use by several threads. */
interface Design {
    /** How many points. */
    long points();

    /**
     * The value of a factor.
     *
     * @param point from 0
     */
    Node value(long point, int factor);
}
