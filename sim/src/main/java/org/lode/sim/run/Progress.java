package org.lode.sim.run;

/** Is told how far a computation has come. */
public interface Progress {
    /** Tells nobody. */
    Progress NONE = done -> {};

    /**
     * So many are done, failed ones included. Called by one thread, with ever larger numbers.
     *
     * @param done how many so far
     */
    void done(long done);
}
