package org.lode.sim.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.lode.sim.run.Progress;

/** How far a command has come, on stderr: a bar on a terminal, now and then a line elsewhere, nothing if it is asked to be quiet. */
final class RunProgress implements Progress, AutoCloseable {
    private static final long LINE_EVERY = TimeUnit.SECONDS.toNanos(10);

    private final long total;
    private final PrintWriter err;
    private final boolean quiet;
    private final @Nullable ProgressBar bar;
    private long lineAt = System.nanoTime() + LINE_EVERY;

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
            err.println("lode: " + done + " of " + total + " done");
            err.flush();
            lineAt = System.nanoTime() + LINE_EVERY;
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
