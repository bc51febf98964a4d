package org.lode.sim.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.lode.sim.analysis.Decimals;
import org.lode.sim.run.Progress;

/** How far a command has come, on stderr: a bar on a terminal, now and then a line elsewhere, nothing if it is asked to be quiet. */
final class RunProgress implements Progress, AutoCloseable {
    private static final long LINE_EVERY = TimeUnit.SECONDS.toNanos(10);

    private final long total;
    private final PrintWriter err;
    private final boolean quiet;
    private final @Nullable ProgressBar bar;
    private final long since = System.nanoTime();
    private long lineAt = since + LINE_EVERY;

    RunProgress(String task, long total, boolean quiet, PrintWriter err) {
        this.total = total;
        this.err = err;
        this.quiet = quiet;
        bar = quiet || !terminal()
                ? null
                : new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(total)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(200)
                        .showSpeed()
                        .clearDisplayOnFinish()
                        .build();
    }

    private static boolean terminal() {
        String kind = System.getenv("TERM");
        return System.console() != null && kind != null && !kind.equals("dumb");
    }

    @Override
    public void done(long done) {
        if (bar != null) {
            bar.stepTo(done);
        } else if (!quiet && System.nanoTime() > lineAt) {
            double rate = done / ((System.nanoTime() - since) * 1e-9);
            err.println("lode: " + done + " of " + total + " done, " + Decimals.three(rate) + " a second, "
                    + duration((total - done) / rate) + " left");
            err.flush();
            lineAt = System.nanoTime() + LINE_EVERY;
        }
    }

    /** Seconds in words: 12 s, 3 min, 2.5 h. */
    static String duration(double seconds) {
        return seconds < 90
                ? Decimals.fixed(seconds, 0) + " s"
                : seconds < 5400 ? Decimals.fixed(seconds / 60, 0) + " min" : Decimals.fixed(seconds / 3600, 1) + " h";
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
