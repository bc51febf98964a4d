package org.lode.sim.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lode.agents.actor.Actor;
import org.lode.agents.decide.Nash;
import org.lode.agents.decide.Qre;
import org.lode.sim.chance.Streams;
import org.lode.sim.config.Resolved;
import org.lode.sim.results.Hashes;
import org.lode.sim.results.Recording;
import org.lode.sim.results.ResultDraft;
import org.lode.sim.results.ResultFiles;
import org.lode.sim.results.RunFiles;
import org.lode.sim.results.RunRecorder;
import org.lode.sim.run.ParameterDraws;
import org.lode.sim.run.Progress;
import org.lode.sim.run.Replications;
import org.lode.sim.run.Simulation;
import org.lode.sim.stage.StageGame;
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
            boolean needs = actor.rule() instanceof Qre || actor.rule() instanceof Nash;
            if (needs && profiles > StageGame.MOST_PROFILES) {
                throw new IllegalArgumentException("rule of " + actor.id() + ": " + StageGame.tooLarge(shape));
            }
        }
    }

    /** Number of replications that the scenario asks for. */
    public int replications() {
        return loaded.scenario().data().replications();
    }

    /** SHA-256 of what decides about the rows: all values, the seed, and the payoff table's file if there is one. */
    public String hash() throws IOException {
        String hash = Resolved.hash(loaded.tree(), OUTSIDE_HASH);
        Optional<Path> table = table();
        return table.isEmpty() ? hash : Hashes.of(hash + "\n" + Files.readString(table.get()));
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
        Path base = file.resolveSibling("");
        Files.writeString(draft.directory().resolve(ResultFiles.CONFIG), Resolved.json(loaded.tree(), base));
        Optional<Path> table = table();
        if (table.isPresent()) {
            Files.copy(table.get(), draft.directory().resolve("payoffs.nfg"));
        }
        try (RunFiles files = new RunFiles(draft.directory(), loaded.scenario(), recording, seed)) {
            simulate(recording, threads, progress, files);
            return files.failed();
        }
    }

    private void simulate(Recording recording, int threads, Progress progress, RunFiles files) throws IOException {
        Replications.run(
                replications(),
                threads,
                () -> drawn() ? new Drawn(recording) : new Fixed(recording),
                new Replications.Sink<RunRecorder.Recorded>() {
                    @Override
                    public void add(long replication, RunRecorder.Recorded result) throws IOException {
                        files.add(result);
                    }

                    @Override
                    public void failed(Replications.Failure failure) throws IOException {
                        files.failed(POINT, failure);
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

    /** Runs the same scenario again and again. */
    private final class Fixed implements Replications.Task<RunRecorder.Recorded> {
        private final Simulation simulation = new Simulation(loaded.scenario());
        private final RunRecorder recorder;

        Fixed(Recording recording) {
            recorder = new RunRecorder(loaded.scenario(), recording);
        }

        @Override
        public RunRecorder.Recorded run(long replication) {
            simulation.run(streams(replication), recorder.of(POINT, replication));
            return recorder.recorded();
        }
    }

    /** Draws the parameters of each replication. */
    private final class Drawn implements Replications.Task<RunRecorder.Recorded> {
        private final ParameterDraws draws = new ParameterDraws(loaded, file);
        private final Recording recording;

        Drawn(Recording recording) {
            this.recording = recording;
        }

        @Override
        public RunRecorder.Recorded run(long replication) {
            Streams streams = streams(replication);
            var scenario = draws.draw(streams).scenario();
            var recorder = new RunRecorder(scenario, recording);
            new Simulation(scenario).run(streams, recorder.of(POINT, replication));
            return recorder.recorded();
        }
    }
}
