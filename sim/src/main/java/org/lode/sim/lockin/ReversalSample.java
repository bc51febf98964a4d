package org.lode.sim.lockin;

import java.util.List;

/** The forks of one history: how many ended in which class, and what the numbers were with the same chance. */
final class ReversalSample {
    /** By round of the grid, aspect, class: unforced forks with fresh chance that ended there. */
    final int[][][] free;
    /** By round of the grid, reversal, aspect, class: forced ones. */
    final int[][][][] forced;
    /**
     * By round of the grid, unforced first and then by reversal, at the end of forcing and at the judgement, series: with the history's
     * own chance.
     */
    final double[][][][] same;

    private ReversalSample(int[][][] free, int[][][][] forced, double[][][][] same) {
        this.free = free;
        this.forced = forced;
        this.same = same;
    }

    static ReversalSample of(ReversalTest test, PathProcess process, List<Integer> reversals, long history) {
        int grid = test.rounds().size();
        int[][][] free = new int[grid][][];
        int[][][][] forced = new int[grid][reversals.size()][][];
        double[][][][] same = new double[grid][1 + reversals.size()][][];
        PathProcess.Run main = process.start(history);
        for (int g = 0; g < grid; g++) {
            int at = test.rounds().get(g);
            Laboratory.play(main, at);
            long branch = 1 + (long) at * (1 + reversals.size()) * test.forks();
            free[g] = counts(process);
            for (int f = 0; f < test.forks(); f++) {
                count(process, Laboratory.play(main.fork(branch++), end(test, at)), free[g]);
            }
            same[g][0] = follow(test, process, main.fork(0), PathForcing.NONE);
            for (int r = 0; r < reversals.size(); r++) {
                forced[g][r] = counts(process);
                for (int f = 0; f < test.forks(); f++) {
                    PathProcess.Run run = main.fork(branch++);
                    PathForcing.play(run, reversals.get(r), test.forced());
                    count(process, Laboratory.play(run, end(test, at)), forced[g][r]);
                }
                same[g][1 + r] = follow(test, process, main.fork(0), reversals.get(r));
            }
        }
        return new ReversalSample(free, forced, same);
    }

    private static int end(ReversalTest test, int at) {
        return at + test.forced() + test.after();
    }

    private static double[][] follow(ReversalTest test, PathProcess process, PathProcess.Run run, int forcing) {
        int at = run.round();
        PathForcing.play(run, forcing, test.forced());
        double[] early = values(process, run);
        Laboratory.play(run, end(test, at));
        return new double[][] {early, values(process, run)};
    }

    private static double[] values(PathProcess process, PathProcess.Run run) {
        double[] values = new double[process.series().size()];
        for (int s = 0; s < values.length; s++) {
            values[s] = run.value(s);
        }
        return values;
    }

    private static int[][] counts(PathProcess process) {
        return process.aspects().stream()
                .map(aspect -> new int[aspect.classes().size()])
                .toArray(int[][]::new);
    }

    private static void count(PathProcess process, PathProcess.Run run, int[][] counts) {
        for (int a = 0; a < process.aspects().size(); a++) {
            counts[a][run.state(a)]++;
        }
    }
}
