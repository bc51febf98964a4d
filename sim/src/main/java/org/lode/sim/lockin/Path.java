package org.lode.sim.lockin;

/** What one run went through: its classes and numbers after each round. */
public final class Path {
    private final int aspects;
    private final int series;
    private final int[] states;
    private final double[] values;

    private Path(int rounds, int aspects, int series) {
        this.aspects = aspects;
        this.series = series;
        states = new int[rounds * aspects];
        values = new double[rounds * series];
    }

    /** Plays {@code rounds} rounds of a run and keeps them. */
    public static Path of(PathProcess process, PathProcess.Run run, int rounds) {
        var path = new Path(rounds, process.aspects().size(), process.series().size());
        for (int t = 0; t < rounds; t++) {
            run.advance();
            for (int a = 0; a < path.aspects; a++) {
                path.states[t * path.aspects + a] = run.state(a);
            }
            for (int s = 0; s < path.series; s++) {
                path.values[t * path.series + s] = run.value(s);
            }
        }
        return path;
    }

    public int rounds() {
        return states.length / aspects;
    }

    /** The class after a round. */
    public int state(int aspect, int round) {
        return states[round * aspects + aspect];
    }

    /** A number after a round. */
    public double value(int series, int round) {
        return values[round * this.series + series];
    }
}
