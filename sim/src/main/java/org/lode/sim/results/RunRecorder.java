package org.lode.sim.results;

import java.util.List;
import org.lode.sim.run.Simulation;
import org.lode.sim.run.Trace;
import org.lode.sim.world.Scenario;

/** Turns one replication after another into rows. Belongs to one thread. */
public final class RunRecorder implements Trace {
    /** First columns of each file. */
    static final List<String> RUN_KEYS = List.of("point", "replication", "status");

    static final List<String> ROUND_KEYS = List.of("point", "replication", "round", "date", "regime");
    static final List<String> STRATEGY_KEYS =
            List.of("point", "replication", "round", "date", "actor", "strategy", "payoff");

    private final Recording recording;
    private final RunMeter meter;
    private final Rows run = new Rows();
    private final Rows rounds = new Rows();
    private final Rows strategies = new Rows();
    private long point;
    private long replication;

    /**
     * The rows of one replication, each with its line ends.
     *
     * @param run one row of runs.csv
     * @param rounds rows of rounds.csv; empty where they are not kept
     * @param strategies rows of strategies.csv; empty where they are not kept
     */
    public record Recorded(byte[] run, byte[] rounds, byte[] strategies) {}

    public RunRecorder(Scenario scenario, Recording recording) {
        this.recording = recording;
        meter = new RunMeter(scenario);
    }

    /** Says of which replication the next run is. */
    public RunRecorder of(long nextPoint, long nextReplication) {
        point = nextPoint;
        replication = nextReplication;
        return this;
    }

    /** The header of runs.csv. */
    public static List<String> runColumns(Scenario scenario) {
        return joined(RUN_KEYS, RunMeter.columns(scenario));
    }

    /** The header of rounds.csv. */
    public static List<String> roundColumns(Scenario scenario) {
        return joined(ROUND_KEYS, RoundRows.columns(scenario));
    }

    /** The header of strategies.csv. */
    public static List<String> strategyColumns(Scenario scenario) {
        return joined(STRATEGY_KEYS, StrategyRows.columns(scenario));
    }

    private static List<String> joined(List<String> keys, List<String> others) {
        return java.util.stream.Stream.concat(keys.stream(), others.stream()).toList();
    }

    @Override
    public void started(Simulation simulation) {
        run.clear();
        rounds.clear();
        strategies.clear();
        meter.started(simulation);
    }

    @Override
    public void played(Simulation simulation) {
        meter.played(simulation);
        if (recording.rounds()) {
            RoundRows.add(rounds, point, replication, meter.regime(), simulation);
        }
        if (recording.strategies()) {
            StrategyRows.add(strategies, point, replication, simulation);
        }
    }

    @Override
    public void ended(Simulation simulation) {
        run.whole(point).whole(replication).text("ok");
        meter.addTo(run, simulation);
        run.end();
    }

    /** The rows of the run that has ended. */
    public Recorded recorded() {
        return new Recorded(run.bytes(), rounds.bytes(), strategies.bytes());
    }
}
