package org.lode.sim.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lode.sim.chance.Streams;
import org.lode.sim.config.Binder;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.ListNode;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Node;
import org.lode.sim.config.Origin;
import org.lode.sim.config.Raw;
import org.lode.sim.config.Resolved;
import org.lode.sim.config.ScalarNode;
import org.lode.sim.config.SchemaKeys;
import org.lode.sim.config.Settings;
import org.lode.sim.results.Hashes;
import org.lode.sim.results.Recording;
import org.lode.sim.results.ResultFiles;
import org.lode.sim.results.Rows;
import org.lode.sim.results.RunRecorder;
import org.lode.sim.run.ParameterDraws;
import org.lode.sim.world.ScenarioData;
import org.lode.sim.world.ScenarioReader;
import org.lode.sim.world.ScenarioReader.Loaded;

/**
 * What a sweep runs: points of a design over a scenario, each replicated. A run's rows are a function of the plan, its point and
 * its replication, whoever computes it. Points count from 1; the only point of a scenario without a design is 0.
 */
public final class SweepPlan {
    public static final String DESIGN = "design.csv";
    static final String TABLE = "payoffs.nfg";
    private static final int HASH_LENGTH = 8;
    /** Values that change how much is computed or kept, but no row; and what stands elsewhere in the plan. */
    private static final Set<String> OUTSIDE_HASH =
            Set.of("replications", "precision", "record", "scenario.replications", "scenario.seed");

    private static final Set<String> OUTSIDE_RUN_HASH = Set.of("replications");

    private final String name;
    private final MapNode tree;
    private final Path origin;
    private final Path scenarioFile;
    private final Loaded base;
    private final List<Factor> factors;
    private final @Nullable Design design;
    private final boolean rescale;
    private final long replications;
    private final long seed;
    private final boolean common;
    private final Recording recording;
    private final @Nullable Precision precision;

    private SweepPlan(
            String name,
            MapNode tree,
            Path origin,
            Path scenarioFile,
            Loaded base,
            List<Factor> factors,
            @Nullable Design design,
            boolean rescale,
            long replications,
            long seed,
            boolean common,
            Recording recording,
            @Nullable Precision precision) {
        this.name = name;
        this.tree = tree;
        this.origin = origin;
        this.scenarioFile = scenarioFile;
        this.base = base;
        this.factors = List.copyOf(factors);
        this.design = design;
        this.rescale = rescale;
        this.replications = replications;
        this.seed = seed;
        this.common = common;
        this.recording = recording;
        this.precision = precision;
    }

    /**
     * Reads a plan, and the scenario it names.
     *
     * @param settings {@code KEY=VALUE} changes of the scenario, after those of the plan
     * @param seed instead of the plan's
     * @param replications instead of the plan's
     * @throws ConfigException with every problem found
     */
    public static SweepPlan read(
            Path file, List<String> settings, Optional<Long> seed, Optional<Integer> replications) {
        MapNode plan = ScenarioReader.tree(file);
        if (seed.isPresent()) {
            plan = plan.with("seed", whole(seed.get()));
        }
        if (replications.isPresent()) {
            plan = plan.without("precision").with("replications", whole(replications.get()));
        }
        return of(plan, file, settings);
    }

    private static ScalarNode whole(long value) {
        return new ScalarNode(Long.toString(value), false, new Origin("command line", 0));
    }

    /** What a sweep's file may hold. */
    public static SchemaKeys keys() {
        SchemaKeys ranged = SchemaKeys.of("choice", List.of("ranged"));
        SchemaKeys listed = SchemaKeys.of("list", List.of(), new Binder().keys(FactorData.class));
        return new Binder().keys(PlanData.class).with("factors", SchemaKeys.of("either", List.of(), ranged, listed));
    }

    private static SweepPlan of(MapNode plan, Path file, List<String> settings) {
        PlanData data = new Binder().bind(plan, PlanData.class).value();
        Path scenarioFile = file;
        MapNode scenario;
        if (data.scenario() instanceof MapNode inside) {
            scenario = inside;
        } else if (data.scenario() instanceof ScalarNode reference) {
            Path beside =
                    Path.of(reference.origin().isFile() ? reference.origin().file() : file.toString());
            scenarioFile = beside.resolveSibling(reference.text()).normalize();
            if (!Files.isRegularFile(scenarioFile)) {
                throw new ConfigException(reference.origin(), "scenario (" + reference.text() + ") is no file");
            }
            scenario = ScenarioReader.tree(scenarioFile);
        } else {
            throw new ConfigException(data.scenario().origin(), "scenario must be a file");
        }
        List<String> changes = new ArrayList<>(data.set());
        changes.addAll(settings);
        scenario = Settings.apply(scenario, changes);
        Loaded base = ScenarioReader.bind(scenario, scenarioFile, false);
        long seed = data.seed().orElse(base.scenario().data().seed());
        List<Factor> factors = factors(data.factors(), base);
        data.design().check(factors);
        Design design = data.design() == Designs.LIST
                ? ListedPoints.read(file.resolveSibling(data.list().orElseThrow()), factors)
                : data.design().make(factors, data.samples(), seed);
        MapNode whole = plan.without("set").with("scenario", scenario).with("seed", whole(seed));
        return new SweepPlan(
                data.name(),
                whole,
                file,
                scenarioFile,
                base,
                factors,
                design,
                data.factors() instanceof ScalarNode,
                data.precision().map(until -> (long) until.most()).orElse((long) data.replications()),
                seed,
                data.commonRandomNumbers(),
                data.record(),
                data.precision().orElse(null));
    }

    private static List<Factor> factors(Node written, Loaded base) {
        List<Factor> factors = new ArrayList<>();
        if (written instanceof ScalarNode word && word.text().equals("ranged")) {
            for (var parameter : base.parameters().ranged()) {
                // The tree's own range, which is in the unit of the file, as what is set must be.
                if (Settings.at(base.tree(), parameter.path()) instanceof MapNode quantity
                        && quantity.find("range").orElse(null) instanceof ListNode range) {
                    List<Double> ends = range.items().stream()
                            .map(end -> Double.parseDouble(((ScalarNode) end).text()))
                            .toList();
                    if (ends.get(0) < ends.get(1)) {
                        factors.add(new Factor(
                                new FactorData(
                                        parameter.path(),
                                        Optional.of(parameter.path()),
                                        List.of(),
                                        false,
                                        null,
                                        ends,
                                        2,
                                        false,
                                        false),
                                quantity.origin()));
                    }
                }
            }
        } else if (written instanceof ListNode list) {
            for (int i = 0; i < list.items().size(); i++) {
                Node item = list.items().get(i);
                factors.add(new Factor(
                        new Binder()
                                .bind(new Raw("factors." + i, item), FactorData.class)
                                .value(),
                        item.origin()));
            }
        } else {
            throw new ConfigException(written.origin(), "factors must be a list, or the word ranged");
        }
        if (factors.isEmpty()) {
            throw new ConfigException(written.origin(), "factors (0) must be at least 1");
        }
        return factors;
    }

    /** The plan of one scenario without a design, as {@code lode run} simulates it: its only point is 0. */
    static SweepPlan single(Loaded loaded, Path file, long replications, Recording recording) {
        return new SweepPlan(
                loaded.scenario().name(),
                loaded.tree(),
                file,
                file,
                loaded,
                List.of(),
                null,
                false,
                replications,
                loaded.scenario().data().seed(),
                true,
                recording,
                null);
    }

    /**
     * The plan that a result directory was made by, or is being made by.
     *
     * @throws IOException if it has no configuration
     */
    public static SweepPlan of(Path directory) throws IOException {
        Path file = directory.resolve(ResultFiles.CONFIG);
        if (!Files.exists(file)) {
            throw new java.nio.file.FileSystemException(
                    directory.toString(), null, "not a result directory: it has no " + ResultFiles.CONFIG);
        }
        if (!(ScenarioReader.tree(file).at("config") instanceof MapNode config)) {
            throw new ConfigException(new Origin(file.toString(), 1), "config must be a map");
        }
        boolean table = Files.exists(directory.resolve(TABLE));
        if (!config.text("kind").equals("sweep")) {
            Loaded loaded = ScenarioReader.bind(
                    table ? Settings.apply(config, List.of("payoffs.table=" + TABLE)) : config, file, false);
            return single(
                    loaded, file, loaded.scenario().data().replications(), Recording.valueOf(recorded(directory)));
        }
        if (config.find("list").isPresent()) {
            config = config.with("list", new ScalarNode(DESIGN, true, config.origin()));
        }
        return of(config, file, table ? List.of("payoffs.table=" + TABLE) : List.of());
    }

    private static String recorded(Path directory) {
        return Files.exists(directory.resolve(ResultFiles.STRATEGIES))
                ? "FULL"
                : Files.exists(directory.resolve(ResultFiles.ROUNDS)) ? "ROUNDS" : "RUNS";
    }

    /** This plan with another number of replications. */
    public SweepPlan replicated(long count) {
        return new SweepPlan(
                name,
                tree.without("precision").with("replications", whole(count)),
                origin,
                scenarioFile,
                base,
                factors,
                design,
                rescale,
                count,
                seed,
                common,
                recording,
                null);
    }

    /** SHA-256 of what decides about the rows: design, values, seed, and the tables that are read. */
    public String hash() throws IOException {
        MapNode hashed = tree;
        if (design instanceof ListedPoints) {
            hashed = hashed.with("list", new ScalarNode(Hashes.of(designRows().toString()), true, tree.origin()));
        }
        Optional<Path> table = table();
        if (table.isEmpty()) {
            return Resolved.hash(hashed, design == null ? OUTSIDE_RUN_HASH : OUTSIDE_HASH);
        }
        String payoffs = design == null ? "payoffs" : "scenario.payoffs";
        ScalarNode content = new ScalarNode(Files.readString(table.get()), true, tree.origin());
        return Resolved.hash(
                Settings.set(hashed, payoffs + ".table", content), design == null ? OUTSIDE_RUN_HASH : OUTSIDE_HASH);
    }

    /** Name of the result directory. */
    public String directory() throws IOException {
        return name + "-" + hash().substring(0, HASH_LENGTH);
    }

    private Optional<Path> table() {
        return base.scenario().game() == null
                ? Optional.empty()
                : base.scenario().data().payoffs().table().map(scenarioFile::resolveSibling);
    }

    /** The points as design.csv has them. */
    Rows designRows() {
        var rows = new Rows().text("point");
        factors.forEach(factor -> rows.text(factor.id()));
        rows.end();
        for (long point = firstPoint(); point < firstPoint() + points(); point++) {
            rows.whole(point);
            for (int f = 0; f < factors.size(); f++) {
                rows.text(Factor.text(value(point, f)));
            }
            rows.end();
        }
        return rows;
    }

    /** Writes config.resolved.json, design.csv and the payoff table if there is one. */
    void write(Path directory) throws IOException {
        Files.writeString(directory.resolve(ResultFiles.CONFIG), Resolved.json(tree, origin.resolveSibling("")));
        if (design != null) {
            try (var out = new java.io.BufferedOutputStream(Files.newOutputStream(directory.resolve(DESIGN)))) {
                designRows().writeTo(out);
            }
        }
        Optional<Path> table = table();
        if (table.isPresent()) {
            Files.copy(table.get(), directory.resolve(TABLE), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    public String name() {
        return name;
    }

    public List<Factor> factors() {
        return factors;
    }

    /** How many points; they are numbered from {@link #firstPoint}. */
    public long points() {
        return design == null ? 1 : design.points();
    }

    public long firstPoint() {
        return design == null ? 0 : 1;
    }

    /** Of each point; with a precision the most there may be. */
    public long replications() {
        return replications;
    }

    /** How well means are to be known, if that decides about the number of replications. */
    @Nullable Precision precision() {
        return precision;
    }

    /** Whether runs of all points with the same replication share their chance. */
    public boolean sharesChance() {
        return common;
    }

    /** Whether the number of replications differs between points. */
    public boolean untilPrecise() {
        return precision != null;
    }

    /** Points times replications; with a precision the most there may be. */
    public long runs() {
        return Math.multiplyExact(points(), replications);
    }

    public long seed() {
        return seed;
    }

    public Recording recording() {
        return recording;
    }

    /** The scenario before any factor is set. */
    public Loaded base() {
        return base;
    }

    private Node value(long point, int factor) {
        if (design == null) {
            throw new IllegalStateException("a plan without design has no factors");
        }
        return design.value(point - firstPoint(), factor);
    }

    /**
     * The scenario of a point.
     *
     * @throws ConfigException if its values do not fit
     * @throws IllegalArgumentException if it would record other columns than the scenario without factors
     */
    Loaded scenario(long point) {
        if (design == null) {
            return base;
        }
        MapNode scenario = base.tree();
        for (int f = 0; f < factors.size(); f++) {
            Node value = value(point, f);
            if (value != OneAtATime.UNCHANGED) {
                scenario = factors.get(f).set(scenario, value);
            }
        }
        return checked(rescale ? new ParameterDraws(base, scenarioFile).addUp(scenario) : scenario);
    }

    private Loaded checked(MapNode scenario) {
        Loaded loaded = ScenarioReader.bind(scenario, scenarioFile, false);
        if (!RunRecorder.strategyColumns(loaded.scenario()).equals(RunRecorder.strategyColumns(base.scenario()))
                || !RunRecorder.runColumns(loaded.scenario()).equals(RunRecorder.runColumns(base.scenario()))) {
            throw new IllegalArgumentException("a factor must not add or remove actors, clubs, minerals or payoff"
                    + " components: all points of a sweep share the columns of one table");
        }
        return loaded;
    }

    /**
     * Binds the scenario with each factor at its levels or ends, or each of its values, alone; so that a misspelt path or value is found
     * before anything is run.
     */
    public void check() {
        if (precision != null) {
            precision.of(base.scenario());
        }
        if (rescale) {
            return; // the paths come from the scenario itself, and the ranges were checked when it was read
        }
        boolean laidOut = design instanceof Grid || design instanceof OneAtATime;
        for (Factor factor : factors) {
            if (!factor.bounded()) {
                continue;
            }
            int last = factor.levels() - 1;
            for (int level = 0; level <= last; level++) {
                if (level == 0 || level == last || laidOut || !factor.ranged()) {
                    MapNode scenario = factor.set(base.tree(), factor.level(level));
                    checked(scenario);
                }
            }
        }
        if (design instanceof ListedPoints) {
            for (long point = firstPoint(); point < firstPoint() + points(); point++) {
                scenario(point);
            }
        }
    }

    /** The chance of a run. */
    Streams streams(long point, long replication) {
        return new Streams(seed, common ? Streams.COMMON : point, replication);
    }

    /** Draws the parameters of each replication, where the scenario asks for that. */
    boolean drawn() {
        return base.scenario().data().draw() == ScenarioData.Draw.PARAMETERS;
    }

    /** The scenario of a replication with its own parameters. */
    Loaded drawn(Loaded loaded, Streams streams) {
        return new ParameterDraws(loaded, scenarioFile).draw(streams);
    }

    /** What the manifest says of the plan. */
    Map<String, Object> facts() throws IOException {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("kind", design == null ? "run" : "sweep");
        facts.put("plan", name);
        facts.put("scenario", base.scenario().name());
        facts.put("hash", hash());
        facts.put("seed", seed);
        facts.put("points", points());
        facts.put("replications", replications);
        if (precision != null) {
            facts.put("precision", precision.toString());
        }
        facts.put("record", recording.name().toLowerCase(java.util.Locale.ROOT));
        return facts;
    }
}
