package org.lode.sim.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lode.agents.decide.LogitReply;
import org.lode.agents.decide.Qre;
import org.lode.games.check.Dominance;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;
import org.lode.games.format.Numbers;
import org.lode.games.solve.QuantalResponse;
import org.lode.sim.chance.Streams;
import org.lode.sim.results.ResultFiles;
import org.lode.sim.results.Rows;
import org.lode.sim.run.Simulation;
import org.lode.sim.world.Scenario;

/**
 * {@code equilibria.csv}: what the stage game of one replication says as it enters each of the scenario's report rounds, over the
 * strategies that may then be chosen. Types of rows: {@code pure} (every equilibrium in pure strategies), {@code qre} (the
 * quantal response equilibrium at the actors' own precisions), {@code best} (largest sum of payoffs), {@code dominated} (each
 * actor's strictly dominated strategies), {@code note} (why something is not there).
 */
public final class EquilibriumTable {
    private static final List<String> HEADER = List.of(
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
    /** Pure equilibria listed per round; more are counted. */
    private static final int MOST_LISTED = 1000;
    /** Arrays of the size of a table that are alive at a time while one round is reported. */
    private static final int TABLES_AT_ONCE = 8;
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
        var rows = new RoundReport(scenario, replication, round);
        try {
            var simulation = new Simulation(scenario);
            simulation.enter(streams, round);
            rows.report(new OpenGame(simulation.stage(), simulation::open).table());
        } catch (IllegalArgumentException tooLarge) {
            rows.note(String.valueOf(tooLarge.getMessage()));
        } catch (OutOfMemoryError outOfMemory) {
            // The runs are done and on file: better a report without this round than none. All that was large is
            // garbage now.
            rows = new RoundReport(scenario, replication, round);
            rows.note("the stage game's table does not fit the memory; give Java more, as in LODE_JAVA_OPTS=-Xmx2g");
        }
        return new Report(rows.out.bytes(), List.copyOf(rows.notes));
    }

    /** The precision of each actor's rule; the largest of these, or 1, where a rule has none. */
    static double[] lambdas(Scenario scenario) {
        double[] lambdas = new double[scenario.choosers()];
        double largest = 0;
        for (int i = 0; i < lambdas.length; i++) {
            var rule = scenario.actors().get(i).rule();
            lambdas[i] =
                    rule instanceof LogitReply logit ? logit.lambda() : rule instanceof Qre qre ? qre.lambda() : -1;
            largest = Math.max(largest, lambdas[i]);
        }
        for (int i = 0; i < lambdas.length; i++) {
            lambdas[i] = lambdas[i] >= 0 ? lambdas[i] : largest > 0 ? largest : 1;
        }
        return lambdas;
    }

    /** The rows of one round. */
    private static final class RoundReport {
        private final Scenario scenario;
        private final long replication;
        private final int round;
        private final Rows out = new Rows();
        private final List<String> notes = new ArrayList<>();

        RoundReport(Scenario scenario, long replication, int round) {
            this.scenario = scenario;
            this.replication = replication;
            this.round = round;
        }

        void report(NormalForm game) {
            List<StageReport.Profile> pure = StageReport.pure(game);
            for (StageReport.Profile profile : pure.subList(0, Math.min(MOST_LISTED, pure.size()))) {
                profile("pure", game, profile);
            }
            if (pure.size() > MOST_LISTED) {
                note("there are " + pure.size() + " pure equilibria, of which the first " + MOST_LISTED
                        + " are listed");
            }
            if (pure.isEmpty()) {
                note("no pure equilibrium: in every profile somebody gains by deviating alone");
            }
            quantal(game);
            profile("best", game, StageReport.best(game));
            dominated(game);
        }

        private Rows start(String type) {
            out.whole(0)
                    .whole(replication)
                    .whole(round)
                    .text(scenario.date(round).toString());
            return out.text(type);
        }

        private void profile(String type, NormalForm game, StageReport.Profile profile) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < game.players(); i++) {
                parts.add(game.playerName(i) + "="
                        + game.strategyName(i, profile.strategies().get(i)));
            }
            start(type).text(String.join(";", parts)).text("").number(profile.regret());
            out.number(profile.margin()).number(profile.welfare());
            out.whole(profile.efficient() ? 1 : 0).text("").end();
        }

        private void quantal(NormalForm game) {
            double[] lambdas = lambdas(scenario);
            List<String> precisions = new ArrayList<>();
            for (int i = 0; i < lambdas.length; i++) {
                precisions.add(game.playerName(i) + "=" + Numbers.text(lambdas[i]));
            }
            String at = "lambda " + String.join(";", precisions);
            try {
                QuantalResponse response = StageReport.qre(game, lambdas);
                start("qre").text(mode(game, response.profile())).text(shares(game, response.profile()));
                out.number(org.lode.games.check.Regret.of(game, response.profile()));
                out.text("").text("").text("").text(at).end();
            } catch (ArithmeticException lost) {
                note("no quantal response equilibrium at " + at + ": " + lost.getMessage());
            }
        }

        private static String mode(NormalForm game, MixedProfile profile) {
            int[] mode = profile.mode();
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < mode.length; i++) {
                parts.add(game.playerName(i) + "=" + game.strategyName(i, mode[i]));
            }
            return String.join(";", parts);
        }

        private static String shares(NormalForm game, MixedProfile profile) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < game.players(); i++) {
                List<String> own = new ArrayList<>();
                for (int s = 0; s < game.strategies(i); s++) {
                    own.add(game.strategyName(i, s) + "=" + Numbers.text(profile.probability(i, s)));
                }
                parts.add(game.playerName(i) + ":" + String.join("|", own));
            }
            return String.join(";", parts);
        }

        private void dominated(NormalForm game) {
            List<String> parts = new ArrayList<>();
            for (Map.Entry<Integer, List<Integer>> entry :
                    StageReport.dominated(game, Dominance.Kind.STRICT).entrySet()) {
                List<String> own = new ArrayList<>();
                for (int s : entry.getValue()) {
                    own.add(game.strategyName(entry.getKey(), s));
                }
                parts.add(game.playerName(entry.getKey()) + "=" + String.join("|", own));
            }
            start("dominated").text(String.join(";", parts));
            out.text("").text("").text("").text("").text("");
            out.text(parts.isEmpty() ? "no strategy is strictly dominated by another" : "")
                    .end();
        }

        void note(String note) {
            start("note")
                    .text("")
                    .text("")
                    .text("")
                    .text("")
                    .text("")
                    .text("")
                    .text(note)
                    .end();
            notes.add("round " + round + ": " + note);
        }
    }
}
