package org.lode.sim.lockin;

/** Forces runs. */
final class PathForcing {
    /** Stands for no forcing. */
    static final int NONE = -1;

    private PathForcing() {}

    /** Plays some rounds under a forcing, or by itself. */
    static void play(PathProcess.Run run, int forcing, int rounds) {
        for (int k = 0; k < rounds; k++) {
            if (forcing == NONE) {
                run.advance();
            } else {
                run.force(forcing);
            }
        }
    }

    /** The largest count's place; of equal ones the first. */
    static int modal(int[] counts) {
        int best = 0;
        for (int c = 1; c < counts.length; c++) {
            best = counts[c] > counts[best] ? c : best;
        }
        return best;
    }
}
