package org.lode.sim.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lode.games.form.Game;
import org.lode.sim.chance.Streams;
import org.lode.sim.experiment.ComponentGames;
import org.lode.sim.results.CsvTable;
import org.lode.sim.results.ResultFiles;
import org.lode.sim.results.Rows;
import org.lode.sim.run.Simulation;
import org.lode.sim.run.Trace;
import org.lode.sim.stage.PayoffScale;
import org.lode.sim.world.Scenario;

/**
 * Why an actor played what it played in a round: against the best of its other open strategies, all others as they last played, as
 * a reply rule sees it. A row of {@code why.csv}.
 *
 * @param actor its id
 * @param round from 0
 * @param strategy what it played
 * @param next the best of the others that were open; empty if there was none
 * @param gain payoff of the first less that of the second, in units of the actor's scale; below 0 where it stayed with, or
 *     drew, what pays less
 * @param gainUsdBn the same in USD bn a year; NaN where payoffs are given as a game
 * @param component the payoff component with the largest difference in the direction of the gain; empty as there
 * @param componentGain its difference, in units of the scale: the choice would flip if it fell by the gain
 * @param rule name of the actor's decision rule
 */
public record Why(
        String actor,
        int round,
        String strategy,
        String next,
        double gain,
        double gainUsdBn,
        String component,
        double componentGain,
        String rule) {
    private static final List<String> HEADER =
            List.of("actor", "round", "strategy", "next", "gain", "gainUsdBn", "component", "componentGain", "rule");

    /**
     * Of every actor at each report round of a replication, those of a round in the order of the scenario. Of one that throws, the
     * rounds before: the failure itself is on record where replications are run.
     */
    public static List<Why> of(Scenario scenario, Streams streams) {
        List<Integer> rounds = scenario.reportRounds();
        List<Why> all = new ArrayList<>();
        double[] scale = PayoffScale.of(scenario);
        var watch = new Trace() {
            private @Nullable ComponentGames components;

            @Override
            public void chose(Simulation run) {
                if (rounds.contains(run.round())) {
                    if (components == null) {
                        components = new ComponentGames(run);
                    }
                    components.refresh(run);
                    for (int i = 0; i < scale.length; i++) {
                        all.add(of(run, i, scale[i], components));
                    }
                }
            }
        };
        if (!rounds.isEmpty()) {
            try {
                new Simulation(scenario).enter(streams, rounds.get(rounds.size() - 1) + 1, watch);
            } catch (RuntimeException failed) {
                return List.copyOf(all);
            }
        }
        return List.copyOf(all);
    }

    private static Why of(Simulation run, int actor, double scale, ComponentGames components) {
        Scenario scenario = run.scenario();
        Game stage = run.stage();
        int[] profile = new int[scenario.choosers()];
        for (int i = 0; i < profile.length; i++) {
            profile[i] = run.previous(i);
        }
        int played = run.strategy(actor);
        int next = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < stage.strategies(actor); s++) {
            profile[actor] = s;
            double payoff = s != played && run.open(actor, s) ? stage.payoff(actor, profile) : Double.NaN;
            if (payoff > most) {
                most = payoff;
                next = s;
            }
        }
        var self = scenario.actors().get(actor);
        String id = self.menu().get(played).id();
        String rule = self.rule() == null ? "" : self.rule().name();
        if (next < 0) {
            return new Why(self.id(), run.round(), id, "", Double.NaN, Double.NaN, "", Double.NaN, rule);
        }
        profile[actor] = played;
        double gain = stage.payoff(actor, profile) - most;
        String largest = "";
        double difference = 0;
        for (int c = 0; c < components.names().size(); c++) {
            profile[actor] = played;
            double here = components.payoff(c, actor, profile);
            profile[actor] = next;
            double towards = (here - components.payoff(c, actor, profile)) * (gain < 0 ? -1 : 1);
            if (towards > difference) {
                difference = towards;
                largest = components.names().get(c);
            }
        }
        return new Why(
                self.id(),
                run.round(),
                id,
                self.menu().get(next).id(),
                gain / scale,
                components.names().isEmpty() ? Double.NaN : gain * scenario.stake(actor),
                largest,
                largest.isEmpty() ? Double.NaN : (gain < 0 ? -difference : difference) / scale,
                rule);
    }

    /** The rows of {@code why.csv}. */
    public static Rows rows(List<Why> all) {
        Rows rows = new Rows().texts(HEADER).end();
        for (Why why : all) {
            rows.text(why.actor).whole(why.round).text(why.strategy).text(why.next);
            rows.number(why.gain).number(why.gainUsdBn).text(why.component).number(why.componentGain);
            rows.text(why.rule).end();
        }
        return rows;
    }

    /** Reads it back; none where a directory has no such file. */
    public static List<Why> read(Path directory) throws IOException {
        Path file = directory.resolve(ResultFiles.WHY);
        List<Why> all = new ArrayList<>();
        if (Files.exists(file)) {
            try (CsvTable table = CsvTable.open(file)) {
                while (table.next()) {
                    all.add(new Why(
                            table.text(table.column("actor")),
                            (int) table.number(table.column("round")),
                            table.text(table.column("strategy")),
                            table.text(table.column("next")),
                            table.number(table.column("gain")),
                            table.number(table.column("gainUsdBn")),
                            table.text(table.column("component")),
                            table.number(table.column("componentGain")),
                            table.text(table.column("rule"))));
                }
            }
        }
        return all;
    }
}
