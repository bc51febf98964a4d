package org.lode.sim.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lode.sim.chance.Streams;
import org.lode.sim.results.ResultFiles;
import org.lode.sim.results.Rows;
import org.lode.sim.run.Simulation;
import org.lode.sim.stage.StageGame;
import org.lode.sim.world.Scenario;

/**
 * {@code equilibria.csv}: what the stage game of one replication says as it enters each of the scenario's report rounds, over the
 * strategies that may then be chosen. Types of rows: {@code pure} (every equilibrium in pure strategies; where there is no
 * table, the one that best replies in turn lead to), {@code mixed} (one equilibrium in mixed strategies) or {@code near} (no
 * equilibrium, but the nearest profile that a bounded search met), {@code correlated-best} and {@code correlated-worst} (the
 * correlated equilibria of most and least welfare) or {@code coarse-learned} (a lottery that regret matching learned), {@code
 * qre} (the quantal response equilibrium at the actors' own precisions), {@code best} (largest sum of payoffs), {@code
 * dominated} (each actor's strictly dominated strategies), {@code note} (why something is not there). Each states its regret.
 */
public final class EquilibriumTable {
    static final List<String> HEADER = List.of(
            "point",
            "replication",
            "round",
            "date",
            "type",
            "profile",
            "probabilities",
            "regret",
            "margin",
            "welfare",
            "efficient",
            "note");
    /** Arrays of the size of a table that are alive at a time while one round is reported. */
    private static final int TABLES_AT_ONCE = 4;
    /** Memory that is left to the rest. */
    private static final long MEMORY_BESIDE = 64L << 20;

    private EquilibriumTable() {}

    /**
     * Writes the file into a directory.
     *
     * @param streams of the replication
     * @param threads at most; fewer where memory is short for several tables
     * @return the notes, each with its round
     */
    public static List<String> write(Path directory, Scenario scenario, Streams streams, long replication, int threads)
            throws IOException {
        List<Future<Report>> reports = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(atOnce(scenario, threads));
        try {
            for (int round : scenario.reportRounds()) {
                reports.add(pool.submit(() -> report(scenario, streams, replication, round)));
            }
            Rows out = new Rows().texts(HEADER).end();
            List<String> notes = new ArrayList<>();
            byte[] header = out.bytes();
            try (var file = Files.newOutputStream(directory.resolve(ResultFiles.EQUILIBRIA))) {
                file.write(header);
                for (Future<Report> report : reports) {
                    Report done = report.get();
                    file.write(done.rows());
                    notes.addAll(done.notes());
                }
            }
            return notes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private record Report(byte[] rows, List<String> notes) {}

    private static int atOnce(Scenario scenario, int threads) {
        double bytes = OpenGame.size(scenario.shape()) * scenario.choosers() * Double.BYTES * TABLES_AT_ONCE;
        long spare = Runtime.getRuntime().maxMemory() - MEMORY_BESIDE;
        return (int)
                Math.max(1, Math.min(Math.min(threads, scenario.reportRounds().size()), spare / bytes));
    }

    private static Report report(Scenario scenario, Streams streams, long replication, int round) {
        var rows = new RoundEquilibria(scenario, replication, round);
        try {
            var simulation = new Simulation(scenario);
            simulation.enter(streams, round);
            var open = new OpenGame(simulation.stage(), simulation::open);
            if (OpenGame.size(open.shape()) > StageGame.MOST_PROFILES) {
                rows.note(StageGame.tooLarge(open.shape()));
                rows.withoutTable(open, open.positions(simulation::previous));
            } else {
                rows.report(open.table());
            }
        } catch (IllegalArgumentException tooLarge) {
            rows.note(String.valueOf(tooLarge.getMessage()));
        } catch (OutOfMemoryError outOfMemory) {
            // The runs are done and on file: better a report without this round than none. All that was large is
            // garbage now.
            rows = new RoundEquilibria(scenario, replication, round);
            rows.note("the stage game's table does not fit the memory; give Java more, as in LODE_JAVA_OPTS=-Xmx2g");
        }
        return new Report(rows.bytes(), rows.notes());
    }
}
