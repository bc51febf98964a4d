package org.lode.sim.hypothesis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lode.sim.chance.Streams;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.ListNode;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Node;
import org.lode.sim.config.Provenance;
import org.lode.sim.config.ScalarNode;
import org.lode.sim.config.Settings;
import org.lode.sim.hypothesis.HypothesisData.Arm;
import org.lode.sim.hypothesis.HypothesisData.Size;
import org.lode.sim.run.ParameterDraws;
import org.lode.sim.run.Placebo;
import org.lode.sim.run.Progress;
import org.lode.sim.run.Replications;
import org.lode.sim.run.Simulation;
import org.lode.sim.run.Watchers;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioReader;
import org.lode.sim.world.ScenarioReader.Loaded;

/**
 * Runs hypotheses. The chance of a run is keyed by seed, draw and replication, and a draw of the parameters by seed and draw, so
 * all arms of all hypotheses share both, and an arm that two of them have in common is run once. Work is cut into units of one
 * draw and a few replications, all arms of it together; what a unit brings depends on its numbers alone.
 */
public final class Experiment {
    /** Replications of the configured parameters in one unit: small, so that threads share them. */
    private static final int SEEDS_IN_UNIT = 4;

    private final List<Hypothesis> hypotheses;
    private final List<Size> sizes;
    private final long seed;
    private final List<Placebo> placebos;
    private final Set<Integer> chosen = new HashSet<>();
    private final List<World> worlds = new ArrayList<>();
    private final List<Unit> units = new ArrayList<>();

    /** One scenario file with one list of changes, and the arms that are asked of it. */
    private static final class World {
        final Loaded loaded;
        final Path file;
        final List<String> set;
        final Map<Arm, List<Use>> arms = new LinkedHashMap<>();
        final List<String> parameters = new ArrayList<>();

        World(Loaded loaded, Path file, List<String> set) {
            this.loaded = loaded;
            this.file = file;
            this.set = set;
            for (Provenance.Parameter parameter : loaded.parameters().ranged()) {
                if (Settings.at(loaded.tree(), parameter.path()) instanceof MapNode quantity
                        && quantity.find("range").orElse(null) instanceof ListNode) {
                    parameters.add(parameter.path());
                }
            }
        }
    }

    /** A hypothesis and which of its arms. */
    private record Use(int hypothesis, int arm) {}

    private record Unit(int world, long draw, long firstSeed, long lastSeed) {}

    /**
     * A run that did not end.
     *
     * @param seed 0 if all runs of the draw are meant
     */
    public record Failure(String hypothesis, String arm, long draw, long seed, String message) {}

    /**
     * What a hypothesis' runs brought.
     *
     * @param configured cells of the parameters as configured
     * @param drawn cells of the draws
     * @param parameters names of the drawn parameters
     * @param values by draw, in the order of the names
     * @param placebos the same runs with placebos; empty where none were run
     */
    public record Runs(
            Hypothesis hypothesis,
            Cells configured,
            Cells drawn,
            List<String> parameters,
            Map<Long, double[]> values,
            List<Failure> failures,
            Optional<Placebos> placebos) {}

    /**
     * The runs of a hypothesis with placebos.
     *
     * @param chosen whether anybody chooses in any of its arms; where nobody does, the placebos change nothing
     * @param all one for each placebo
     */
    public record Placebos(boolean chosen, List<Beside> all) {}

    /** The cells of one placebo. */
    public record Beside(Placebo placebo, Cells configured, Cells drawn) {}

    /** @param world 0 of the actors as they are, else 1 more than the placebo's place */
    private record Reading(int world, Use use, long seed, double[] quantities) {
        Reading in(int another) {
            return new Reading(another, use, seed, quantities);
        }
    }

    private record UnitResult(List<Reading> readings, List<Failure> failures, double @Nullable [] parameters) {}

    /**
     * Lays out the runs, and binds every arm once.
     *
     * @param quick whether the small sizes are meant
     * @throws ConfigException if an arm cannot be bound
     */
    public Experiment(List<Hypothesis> hypotheses, boolean quick, long seed) {
        this(hypotheses, quick, seed, false);
    }

    /** As {@link #Experiment(List, boolean, long)}; with every arm run with placebos too, if they are asked for. */
    public Experiment(List<Hypothesis> hypotheses, boolean quick, long seed, boolean placebo) {
        placebos = placebo ? List.of(Placebo.values()) : List.of();
        this.hypotheses = List.copyOf(hypotheses);
        this.seed = seed;
        sizes = hypotheses.stream()
                .map(each -> quick ? each.data().quick() : each.data().full())
                .toList();
        for (int h = 0; h < hypotheses.size(); h++) {
            HypothesisData data = hypotheses.get(h).data();
            World world = world(hypotheses.get(h));
            for (int a = 0; a < data.arms().size(); a++) {
                Arm arm =
                        new Arm("", data.arms().get(a).set(), data.arms().get(a).multiply());
                world.arms.computeIfAbsent(arm, key -> new ArrayList<>()).add(new Use(h, a));
            }
            hypotheses.get(h).floored(world.loaded);
        }
        for (int w = 0; w < worlds.size(); w++) {
            World world = worlds.get(w);
            world.arms.forEach((arm, uses) -> {
                Loaded bound = ScenarioReader.bind(Hypothesis.changed(base(world), arm), world.file, false);
                if (Placebo.applies(bound.scenario())) {
                    uses.forEach(use -> chosen.add(use.hypothesis()));
                }
            });
            lay(w);
        }
    }

    private World world(Hypothesis hypothesis) {
        for (World world : worlds) {
            if (world.file.equals(hypothesis.scenarioFile())
                    && world.set.equals(hypothesis.data().set())) {
                return world;
            }
        }
        Loaded loaded = ScenarioReader.bind(hypothesis.scenario(), hypothesis.scenarioFile(), false);
        World world =
                new World(loaded, hypothesis.scenarioFile(), hypothesis.data().set());
        worlds.add(world);
        return world;
    }

    private static MapNode base(World world) {
        return Settings.apply(world.loaded.tree(), world.set);
    }

    private void lay(int w) {
        int draws = 0;
        int perDraw = 0;
        int seeds = 0;
        for (List<Use> uses : worlds.get(w).arms.values()) {
            for (Use use : uses) {
                Size size = sizes.get(use.hypothesis());
                draws = Math.max(draws, size.draws());
                perDraw = Math.max(perDraw, size.seedsPerDraw());
                seeds = Math.max(seeds, size.seeds());
            }
        }
        for (int first = 1; first <= seeds; first += SEEDS_IN_UNIT) {
            units.add(new Unit(w, 0, first, Math.min(seeds, first + SEEDS_IN_UNIT - 1)));
        }
        for (int draw = 1; draw <= draws; draw++) {
            units.add(new Unit(w, draw, 1, perDraw));
        }
    }

    /** Whether a hypothesis asks for a run. */
    private boolean wanted(Use use, long draw, long replication) {
        Size size = sizes.get(use.hypothesis());
        return draw == 0 ? replication <= size.seeds() : draw <= size.draws() && replication <= size.seedsPerDraw();
    }

    /** Number of simulations of all hypotheses together. */
    public long runs() {
        return runs(units);
    }

    private long runs(Unit unit) {
        long runs = 0;
        for (List<Use> uses : worlds.get(unit.world()).arms.values()) {
            for (long r = unit.firstSeed(); r <= unit.lastSeed(); r++) {
                long replication = r;
                runs += uses.stream().anyMatch(use -> wanted(use, unit.draw(), replication)) ? 1 : 0;
            }
        }
        return runs;
    }

    /**
     * Runs everything.
     *
     * @param threads at least 1
     * @param progress told how many simulations are done
     */
    public List<Runs> run(int threads, Progress progress) throws IOException {
        return run(units, threads, progress);
    }

    /** Runs some units only, evenly over all, of at least {@code least} simulations together if there are as many. */
    List<Runs> sample(long least, int threads, Progress progress) throws IOException {
        int take = 1;
        while (take < units.size() && runs(some(take)) < least) {
            take++;
        }
        return run(some(take), threads, progress);
    }

    private List<Unit> some(int take) {
        List<Unit> some = new ArrayList<>();
        for (int k = 0; k < take; k++) {
            some.add(units.get((int) ((long) k * units.size() / take)));
        }
        return some;
    }

    private long runs(List<Unit> some) {
        return some.stream().mapToLong(this::runs).sum();
    }

    private List<Runs> run(List<Unit> chosen, int threads, Progress progress) throws IOException {
        var collected = new Collected();
        Replications.run(
                chosen.size(),
                threads,
                () -> number -> compute(chosen.get((int) number - 1)),
                new Replications.Sink<UnitResult>() {
                    @Override
                    public void add(long number, UnitResult result) {
                        collected.add(chosen.get((int) number - 1), result);
                        progress.done(collected.done);
                    }

                    @Override
                    public void failed(Replications.Failure failure) {
                        Unit unit = chosen.get((int) failure.replication() - 1);
                        collected.add(unit, lost(unit, failure.exception() + ": " + failure.message()));
                        progress.done(collected.done);
                    }
                },
                done -> {});
        return collected.runs();
    }

    /** A unit that failed as a whole: a draw that does not bind. */
    private UnitResult lost(Unit unit, String message) {
        List<Failure> failures = new ArrayList<>();
        for (List<Use> uses : worlds.get(unit.world()).arms.values()) {
            for (Use use : uses) {
                if (wanted(use, unit.draw(), unit.firstSeed())) {
                    failures.add(failure(0, use, unit.draw(), 0, message));
                }
            }
        }
        return new UnitResult(List.of(), failures, null);
    }

    private Failure failure(int world, Use use, long draw, long replication, String message) {
        HypothesisData data = hypotheses.get(use.hypothesis()).data();
        String arm = data.arms().get(use.arm()).id()
                + (world == 0 ? "" : " " + placebos.get(world - 1).id());
        return new Failure(data.id(), arm, draw, replication, message);
    }

    private UnitResult compute(Unit unit) {
        World world = worlds.get(unit.world());
        MapNode tree = base(world);
        double[] parameters = null;
        if (unit.draw() > 0) {
            Loaded drawn =
                    new ParameterDraws(world.loaded, world.file).draw(new Streams(seed, Streams.COMMON, unit.draw()));
            parameters = values(world, drawn.tree());
            tree = Settings.apply(drawn.tree(), world.set);
        }
        List<Reading> readings = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (Map.Entry<Arm, List<Use>> arm : world.arms.entrySet()) {
            try {
                Loaded loaded = ScenarioReader.bind(Hypothesis.changed(tree, arm.getKey()), world.file, false);
                int first = readings.size();
                simulate(unit, loaded, 0, arm.getValue(), readings, failures);
                List<Reading> own = List.copyOf(readings.subList(first, readings.size()));
                for (int p = 0; p < placebos.size(); p++) {
                    int as = p + 1;
                    if (Placebo.applies(loaded.scenario())) {
                        simulate(unit, placebos.get(p).of(loaded), as, arm.getValue(), readings, failures);
                    } else { // nobody to replace, so the runs would be the same
                        own.forEach(reading -> readings.add(reading.in(as)));
                    }
                }
            } catch (RuntimeException e) { // this arm under this draw; the others go on
                String message = Replications.Failure.of(0, e).message();
                for (Use use : arm.getValue()) {
                    if (wanted(use, unit.draw(), unit.firstSeed())) {
                        failures.add(failure(0, use, unit.draw(), 0, message));
                    }
                }
            }
        }
        return new UnitResult(readings, failures, parameters);
    }

    private void simulate(
            Unit unit, Loaded loaded, int world, List<Use> uses, List<Reading> readings, List<Failure> failures) {
        Scenario scenario = loaded.scenario();
        var simulation = new Simulation(scenario);
        Map<String, RunSeries> watching = new TreeMap<>();
        for (long r = unit.firstSeed(); r <= unit.lastSeed(); r++) {
            long replication = r;
            List<Use> wanting = uses.stream()
                    .filter(use -> wanted(use, unit.draw(), replication))
                    .toList();
            if (wanting.isEmpty()) {
                continue;
            }
            watching.clear();
            List<RunSeries> watched = new ArrayList<>(); // by use; the same one where the floors are
            for (Use use : wanting) {
                Hypothesis hypothesis = hypotheses.get(use.hypothesis());
                boolean[] floored = hypothesis.floored(loaded);
                watched.add(
                        watching.computeIfAbsent(Arrays.toString(floored), key -> new RunSeries(scenario, floored)));
            }
            try {
                simulation.run(
                        new Streams(seed, unit.draw(), replication), new Watchers(List.copyOf(watching.values())));
                for (int u = 0; u < watched.size(); u++) {
                    Use use = wanting.get(u);
                    Measure measure = hypotheses.get(use.hypothesis()).data().measure();
                    double[] quantities = new double[measure.quantities().size()];
                    measure.observe(watched.get(u), quantities);
                    readings.add(new Reading(world, use, replication, quantities));
                }
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                String message = Replications.Failure.of(replication, e).message();
                wanting.forEach(use -> failures.add(failure(world, use, unit.draw(), replication, message)));
                simulation = new Simulation(scenario);
            }
        }
    }

    private static double[] values(World world, MapNode tree) {
        double[] values = new double[world.parameters.size()];
        for (int p = 0; p < values.length; p++) {
            Node node = Settings.at(tree, world.parameters.get(p));
            Node number = node instanceof MapNode quantity ? quantity.require("value") : node;
            values[p] = Double.parseDouble(((ScalarNode) number).text());
        }
        return values;
    }

    /** Results as they come in, in the order of units. */
    private final class Collected {
        /** By world and hypothesis, then draw and seed. */
        private final List<List<Map<Long, Map<Long, double[][]>>>> cells = new ArrayList<>();

        private final List<List<Failure>> failures = new ArrayList<>();
        private final List<Map<Long, double[]>> parameters = new ArrayList<>();
        private long done;

        Collected() {
            for (int world = 0; world <= placebos.size(); world++) {
                List<Map<Long, Map<Long, double[][]>>> own = new ArrayList<>();
                hypotheses.forEach(hypothesis -> own.add(new TreeMap<>()));
                cells.add(own);
            }
            for (int h = 0; h < hypotheses.size(); h++) {
                failures.add(new ArrayList<>());
            }
            worlds.forEach(world -> parameters.add(new TreeMap<>()));
        }

        void add(Unit unit, UnitResult result) {
            done += Experiment.this.runs(unit);
            if (result.parameters() != null) {
                parameters.get(unit.world()).put(unit.draw(), result.parameters());
            }
            for (Reading reading : result.readings()) {
                int arms =
                        hypotheses.get(reading.use().hypothesis()).data().arms().size();
                cells.get(reading.world())
                                .get(reading.use().hypothesis())
                                .computeIfAbsent(unit.draw(), draw -> new TreeMap<>())
                                .computeIfAbsent(reading.seed(), replication -> new double[arms][])[
                                reading.use().arm()] =
                        reading.quantities();
            }
            for (Failure failure : result.failures()) {
                for (int h = 0; h < hypotheses.size(); h++) {
                    if (hypotheses.get(h).data().id().equals(failure.hypothesis())) {
                        failures.get(h).add(failure);
                    }
                }
            }
        }

        List<Runs> runs() {
            List<Runs> all = new ArrayList<>();
            for (int h = 0; h < hypotheses.size(); h++) {
                Hypothesis hypothesis = hypotheses.get(h);
                int world = worlds.indexOf(world(hypothesis));
                Map<Long, double[]> values = new TreeMap<>(parameters.get(world));
                int draws = sizes.get(h).draws();
                values.keySet().removeIf(draw -> draw > draws);
                all.add(new Runs(
                        hypothesis,
                        whole(0, h, true),
                        whole(0, h, false),
                        List.copyOf(worlds.get(world).parameters),
                        values,
                        List.copyOf(failures.get(h)),
                        placebos(h)));
            }
            return all;
        }

        private Optional<Placebos> placebos(int h) {
            List<Beside> all = new ArrayList<>();
            for (int p = 0; p < placebos.size(); p++) {
                all.add(new Beside(placebos.get(p), whole(p + 1, h, true), whole(p + 1, h, false)));
            }
            return all.isEmpty() ? Optional.empty() : Optional.of(new Placebos(chosen.contains(h), all));
        }

        /** Cells of which every arm is there: what lacks one has nothing to be paired with. */
        private Cells whole(int world, int hypothesis, boolean configured) {
            List<Cells.Cell> whole = new ArrayList<>();
            cells.get(world)
                    .get(hypothesis)
                    .forEach((draw, seeds) -> seeds.forEach((replication, arms) -> {
                        boolean complete = Arrays.stream(arms).noneMatch(arm -> arm == null);
                        if (complete && (draw == 0) == configured) {
                            whole.add(new Cells.Cell(draw, replication, arms));
                        }
                    }));
            return new Cells(whole);
        }
    }
}
