package org.lode.sim.lockin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lode.sim.chance.Streams;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.Raw;
import org.lode.sim.run.Placebo;
import org.lode.sim.run.Progress;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioReader.Loaded;

/**
 * What is measured of a scenario's lock-in: its {@code lockin} block with all that it leaves out filled in.
 *
 * @param process the scenario, with what may be forced and ramped
 * @param quick whether it is the short version: fewer histories, forks and rounds of the grid
 */
public record LockInPlan(ModelProcess process, LockInData data, List<LockInMetric> metrics, boolean quick) {
    private static final int QUICK_REPLICATIONS = 60;
    private static final int QUICK_HISTORIES = 8;
    private static final int QUICK_RESAMPLES = 400;
    private static final int QUICK_FORKS = 5;

    public LockInPlan {
        metrics = List.copyOf(metrics);
    }

    /**
     * The plan of a scenario.
     *
     * @param file where it was read from
     * @throws ConfigException if the block is wrong, with file and line
     * @throws IllegalArgumentException if it names what the scenario does not have
     */
    public static LockInPlan of(Loaded loaded, Path file, boolean quick) {
        Scenario scenario = loaded.scenario();
        Raw block = scenario.data().lockin().orElse(null);
        LockInData data = block == null
                ? LockInData.usual()
                : LockInData.binder().bind(block, LockInData.class).value();
        ModelProcess process;
        try {
            process = new ModelProcess(
                    loaded,
                    file,
                    data.reversals().isEmpty() ? Reversal.usual(scenario) : data.reversals(),
                    data.ramps().isEmpty() ? RampData.usual(scenario) : data.ramps());
        } catch (IllegalArgumentException e) {
            if (block == null) {
                throw e;
            }
            throw new ConfigException(block.node().origin(), block.path() + ": " + e.getMessage());
        }
        List<LockInMetric> metrics = data.metrics().isEmpty() ? usual(scenario, quick) : data.metrics();
        if (quick) {
            int replications = Math.min(data.replications(), QUICK_REPLICATIONS);
            data = new LockInData(
                    replications,
                    Math.min(data.histories(), QUICK_HISTORIES),
                    data.level(),
                    Math.min(data.resamples(), QUICK_RESAMPLES),
                    data.metrics(),
                    data.reversals(),
                    data.ramps());
        }
        return new LockInPlan(process, data, metrics, quick);
    }

    private static List<LockInMetric> usual(Scenario scenario, boolean quick) {
        int last = scenario.rounds();
        int forks = quick ? QUICK_FORKS : 15;
        boolean markets = scenario.mineralCount() > 0 && scenario.clubCount() > 0;
        List<LockInMetric> metrics = new ArrayList<>();
        if (markets) {
            metrics.add(new SwitchingCost(last / 3, 4, 4, 0.07));
        }
        metrics.add(new ReversalTest(
                grid(last, quick ? 4 : 8),
                4,
                10,
                forks,
                0.8,
                markets ? List.of("capacity", "membership") : List.of(),
                markets ? "lead" : ""));
        metrics.add(new Hysteresis(quick ? List.of(4, 8, 16) : List.of(8, 16, 32)));
        if (markets) {
            metrics.add(new ArthurMargin("walk", 10));
        }
        metrics.add(new BasinShare(last * 2 / 3, 2, 10, quick ? 3 : 9, 0.2));
        metrics.add(new EarlyHistory(early(last), quick ? 499 : 999));
        if (markets) {
            metrics.add(new RelativeSpeed("west", 0.5, "china", 0.5, 2));
            metrics.add(new BifurcationIndex("modularity", "wedge", "crossBloc"));
            metrics.add(new Concentration("hhi", "largest", "cover", "gap"));
        }
        return metrics;
    }

    /** Rounds from about the start to the last, evenly. */
    private static List<Integer> grid(int last, int points) {
        List<Integer> rounds = new ArrayList<>();
        for (int p = 1; p <= points; p++) {
            int round = Math.max(1, (int) Math.round((double) last * p / points));
            if (rounds.isEmpty() || round > rounds.get(rounds.size() - 1)) {
                rounds.add(round);
            }
        }
        return rounds;
    }

    private static List<Integer> early(int last) {
        List<Integer> rounds = new ArrayList<>();
        for (int round : new int[] {1, 2, 4, 6, 8, 12, 16, 20, 24, 28}) {
            if (round < last) {
                rounds.add(round);
            }
        }
        return rounds.isEmpty() ? List.of(1) : rounds;
    }

    /** The same plan for actors to whom payoffs do not matter. */
    public LockInPlan with(Placebo placebo) {
        return new LockInPlan(process.with(placebo), data, metrics, quick);
    }

    /** The metric's settings in this plan; empty if it is not measured. */
    public <M extends LockInMetric> Optional<M> metric(Class<M> type) {
        return metrics.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** About how many samples there will be, for showing progress. */
    public long samples() {
        long forked = metrics.stream()
                .filter(metric -> metric instanceof ReversalTest
                        || metric instanceof BasinShare
                        || metric instanceof SwitchingCost)
                .count();
        long ramped = metric(Hysteresis.class).isPresent() ? process.ramps().size() : 0;
        return data.replications() + data.histories() * (forked + ramped);
    }

    /** The same of one placebo, of which the headlines alone are measured: the reversal test and unforced paths. */
    public long placeboSamples() {
        return metric(ReversalTest.class).isPresent() ? data.replications() + data.histories() : 0;
    }

    /** A laboratory for it. */
    public Laboratory laboratory(int threads, Progress progress) {
        Scenario scenario = process.scenario();
        var streams = new Streams(scenario.data().seed(), Streams.COMMON, 0);
        return new Laboratory(
                process,
                new Laboratory.Scope(scenario.rounds(), data.replications(), data.histories()),
                threads,
                new Estimator(data.level(), data.resamples(), streams),
                progress);
    }
}
