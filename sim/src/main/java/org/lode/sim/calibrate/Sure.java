package org.lode.sim.calibrate;

/** How sure a row of the record is of its event; the strategy that stands for it is always a judgement. */
public enum Sure {
    /** Read in a public source. */
    SEEN,
    /** From memory, to be confirmed. */
    MEMORY,
    /** Reasoned: nothing new was found, so the course before is taken to go on, or a reading. */
    REASONED
}
