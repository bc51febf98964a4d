package org.lode.sim.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lode.agents.actor.Actor;
import org.lode.sim.chance.Streams;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Resolved;
import org.lode.sim.config.ScalarNode;
import org.lode.sim.config.Settings;
import org.lode.sim.results.Recording;
import org.lode.sim.results.ResultDraft;
import org.lode.sim.results.ResultFiles;
import org.lode.sim.results.RunFiles;
import org.lode.sim.results.RunRecorder;
import org.lode.sim.run.ParameterDraws;
import org.lode.sim.run.Progress;
import org.lode.sim.run.Replications;
import org.lode.sim.run.Simulation;
import org.lode.sim.run.Trace;
import org.lode.sim.run.Watchers;
import org.lode.sim.stage.StageGame;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioData;
import org.lode.sim.world.ScenarioReader.Loaded;

/**
 * One scenario, replicated: what is run, under which name its results are kept, and the rows it leaves. What a replication
 * brings depends on the scenario, the seed and its number alone.
 */
public final class ScenarioRun {
    /** Point of a run that is no part of a design, as rows show it. */
    private static final long POINT = 0;
    /** Values that change how much is computed or kept, but no row. */
    private static final Set<String> OUTSIDE_HASH = Set.of("replications");

    private static final int HASH_LENGTH = 8;

    private final Loaded loaded;
    private final Path file;
    private final long seed;

    /** @param file where the scenario was read from */
    public ScenarioRun(Loaded loaded, Path file) {
        this.loaded = loaded;
        this.file = file;
        seed = loaded.scenario().data().seed();
    }

    public Loaded loaded() {
        return loaded;
    }

    /**
     * Refuses rules that need the table of the stage game where it would be too large.
     *
     * @throws IllegalArgumentException if so, with the size and what works
     */
    public void requireTablesThatFit() {
        int[] shape = loaded.scenario().shape();
        double profiles = 1;
        for (int strategies : shape) {
            profiles *= strategies;
        }
        for (Actor actor : loaded.scenario().actors()) {
            boolean needs = actor.rule() != null && actor.rule().needsTable();
            if (needs && profiles > StageGame.MOST_PROFILES) {
                throw new IllegalArgumentException("rule of " + actor.id() + ": " + StageGame.tooLarge(shape));
            }
        }
    }

    /** Number of replications that the scenario asks for. */
    public int replications() {
        return loaded.scenario().data().replications();
    }

    /** SHA-256 of what decides about the rows: all values, the seed, and what the payoff table's file holds if there is one. */
    public String hash() throws IOException {
        MapNode tree = loaded.tree();
        Optional<Path> table = table();
        if (table
                .isPresent()) { // as SweepPlan does, which verifies the directory, so that where the file lies does not
            // count
            ScalarNode content = new ScalarNode(Files.readString(table.get()), true, tree.origin());
            tree = Settings.set(tree, "payoffs.table", content);
        }
        return Resolved.hash(tree, OUTSIDE_HASH);
    }

    /** Name of the result directory. */
    public String name() throws IOException {
        String name =
                loaded.scenario().name().replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
        return (name.isEmpty() ? "scenario" : name) + "-" + hash().substring(0, HASH_LENGTH);
    }

    private Optional<Path> table() {
        return loaded.scenario().game() == null
                ? Optional.empty()
                : loaded.scenario().data().payoffs().table().map(file::resolveSibling);
    }

    /** The streams of a replication. */
    public Streams streams(long replication) {
        return new Streams(seed, Streams.COMMON, replication);
    }

    /** The scenario of a replication, its parameters drawn if that is asked for. */
    public Loaded scenario(long replication) {
        return drawn() ? new ParameterDraws(loaded, file).draw(streams(replication)) : loaded;
    }

    private boolean drawn() {
        return loaded.scenario().data().draw() == ScenarioData.Draw.PARAMETERS;
    }

    /**
     * Simulates and writes config.resolved.json, the rows of the recording level and failures.csv into a draft.
     *
     * @param threads at least 1
     * @return how many replications failed
     */
    public long write(ResultDraft draft, Recording recording, int threads, Progress progress) throws IOException {
        return write(draft, recording, threads, progress, null);
    }

    /**
     * As {@link #write(ResultDraft, Recording, int, Progress)}, with the placebos run beside each replication.
     *
     * @param beside given the headlines of each replication that ended well; null to run no placebos
     */
    public long write(
            ResultDraft draft, Recording recording, int threads, Progress progress, Beside.@Nullable Sink beside)
            throws IOException {
        Path base = file.resolveSibling("");
        Files.writeString(draft.directory().resolve(ResultFiles.CONFIG), Resolved.json(loaded.tree(), base));
        Optional<Path> table = table();
        if (table.isPresent()) {
            Files.copy(table.get(), draft.directory().resolve("payoffs.nfg"));
        }
        try (RunFiles files = new RunFiles(draft.directory(), loaded.scenario(), recording, seed)) {
            simulate(recording, threads, progress, files, beside);
            return files.failed();
        }
    }

    /** Computes the headlines of all replications and of their placebos, and keeps nothing else. */
    public void beside(int threads, Progress progress, Beside.Sink beside) throws IOException {
        simulate(Recording.RUNS, threads, progress, null, beside);
    }

    private void simulate(
            Recording recording, int threads, Progress progress, @Nullable RunFiles files, Beside.@Nullable Sink beside)
            throws IOException {
        boolean placebos = beside != null;
        Replications.run(
                replications(),
                threads,
                () -> drawn() ? new Drawn(recording, placebos) : new Fixed(recording, placebos),
                new Replications.Sink<Replicated>() {
                    @Override
                    public void add(long replication, Replicated result) throws IOException {
                        if (files != null) {
                            files.add(result.rows());
                        }
                        if (beside != null && result.beside() != null) {
                            beside.add(result.beside());
                        }
                    }

                    @Override
                    public void failed(Replications.Failure failure) throws IOException {
                        if (files != null) {
                            files.failed(POINT, failure);
                        }
                    }
                },
                progress);
    }

    /** What the manifest says of the run. */
    public Map<String, Object> facts(Recording recording, int threads, long failed) throws IOException {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("kind", "run");
        facts.put("scenario", loaded.scenario().name());
        facts.put("hash", hash());
        facts.put("seed", seed);
        facts.put("replications", replications());
        facts.put("failed", failed);
        facts.put("record", recording.name().toLowerCase(Locale.ROOT));
        facts.put("threads", threads);
        return facts;
    }

    /** What a replication brings: its rows, and the placebos beside it if they are asked for. */
    private record Replicated(
            RunRecorder.Recorded rows, @Nullable Beside beside) {}

    /** Runs the same scenario again and again. */
    private final class Fixed implements Replications.Task<Replicated> {
        private final Simulation simulation;
        private final RunRecorder recorder;
        private final Beside.@Nullable Runs placebos;

        Fixed(Recording recording, boolean beside) {
            this(loaded.scenario(), recording, beside);
        }

        Fixed(Scenario scenario, Recording recording, boolean beside) {
            simulation = new Simulation(scenario);
            recorder = new RunRecorder(scenario, recording);
            placebos = beside ? new Beside.Runs(scenario) : null;
        }

        @Override
        public Replicated run(long replication) {
            Streams streams = streams(replication);
            Trace rows = recorder.of(POINT, replication);
            if (placebos == null) {
                simulation.run(streams, rows);
                return new Replicated(recorder.recorded(), null);
            }
            simulation.run(streams, new Watchers(List.of(rows, placebos.headlines())));
            return new Replicated(recorder.recorded(), placebos.run(streams));
        }
    }

    /** Draws the parameters of each replication. */
    private final class Drawn implements Replications.Task<Replicated> {
        private final ParameterDraws draws = new ParameterDraws(loaded, file);
        private final Recording recording;
        private final boolean beside;

        Drawn(Recording recording, boolean beside) {
            this.recording = recording;
            this.beside = beside;
        }

        @Override
        public Replicated run(long replication) {
            Scenario drawn = draws.draw(streams(replication)).scenario();
            return new Fixed(drawn, recording, beside).run(replication);
        }
    }
}
