package org.lode.sim.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lode.agents.instrument.Instrument;
import org.lode.games.form.Game;
import org.lode.games.form.NormalForm;
import org.lode.sim.analysis.Decimals;
import org.lode.sim.analysis.OpenGame;
import org.lode.sim.config.Above;
import org.lode.sim.config.Doc;
import org.lode.sim.config.In;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Min;
import org.lode.sim.config.Node;
import org.lode.sim.config.ScalarNode;
import org.lode.sim.config.Settings;
import org.lode.sim.config.Unit;
import org.lode.sim.run.ParameterDraws;
import org.lode.sim.run.Simulation;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioReader.Loaded;

/**
 * Whether there are routes to choose between: how often the first stage game, over draws of the parameters, has several strict
 * equilibria in pure strategies, on different tracks.
 *
 * @param margin by which each is strict, in units of the actor's payoff scale
 * @param actors that must be on other tracks
 * @param by paths of parameters by whose thirds the share is printed too
 */
public record SeveralEquilibria(
        @Doc("margin by which each is strict, in units of the actor's scale") @In(Unit.ONE) @Above(0)
        double margin,

        @Doc("actors that must be on other tracks") @Min(1) int actors,

        @Doc("parameters by whose thirds the share is printed too")
        List<String> by)
        implements Pattern {
    private static final int PARTS = 3;

    public SeveralEquilibria {
        by = List.copyOf(by);
    }

    private record Draw(boolean several, double[] values) {}

    @Override
    public List<String> figures() {
        return List.of("several");
    }

    @Override
    public List<Figure> measure(Bench bench) {
        List<Draw> drawn = bench.each(bench.size().draws(), number -> {
            Loaded loaded = new ParameterDraws(bench.base(), bench.file()).draw(bench.streams(number));
            var run = new Simulation(loaded.scenario());
            run.enter(bench.streams(number), 0);
            double[] values =
                    by.stream().mapToDouble(path -> value(loaded.tree(), path)).toArray();
            return new Draw(several(loaded, run), values);
        });
        for (int b = 0; b < by.size(); b++) {
            thirds(bench, by.get(b), b, drawn);
        }
        int found = (int) drawn.stream().filter(Draw::several).count();
        return List.of(Figure.of("several", bench.estimator().share(found, drawn.size())));
    }

    private boolean several(Loaded loaded, Simulation run) {
        Scenario scenario = loaded.scenario();
        Game whole = run.stage();
        var open = new OpenGame(whole, run::open);
        NormalForm table = open.table();
        double[] margins = new double[table.players()];
        for (int i = 0; i < margins.length; i++) {
            margins[i] = margin * scale(loaded, open, i);
        }
        List<Integer> strict = StrictEquilibria.of(table, margins);
        return StrictEquilibria.differ(
                table, strict, (player, s) -> track(scenario, player, open.whole(player, s)), actors);
    }

    /** The club that a strategy belongs to most; -1 if to none. */
    private static int track(Scenario scenario, int actor, int strategy) {
        var settings = scenario.actors().get(actor).menu().get(strategy).settings();
        int most = -1;
        double weight = 0;
        for (int g = 0; g < scenario.clubCount(); g++) {
            double part = Math.max(settings.of(Instrument.JOIN, g), settings.of(Instrument.LEAD, g));
            if (part > weight) {
                weight = part;
                most = g;
            }
        }
        return most;
    }

    /** What a payoff of 1 means to an actor: as its file says, else as its payoffs around the starting profile spread. */
    private static double scale(Loaded loaded, OpenGame game, int actor) {
        String id = loaded.scenario().actors().get(actor).id();
        Optional<Node> written = Settings.find(loaded.tree(), "actors." + id + ".scale");
        return written.isPresent()
                ? number(written.get())
                : PayoffSpread.scale(game, game.positions(i -> loaded.scenario().startProfile()[i]), actor);
    }

    private static double value(MapNode tree, String path) {
        return Settings.find(tree, path).map(SeveralEquilibria::number).orElse(Double.NaN);
    }

    private static double number(Node node) {
        Node number = node instanceof MapNode quantity ? quantity.require("value") : node;
        return Double.parseDouble(((ScalarNode) number).text());
    }

    private void thirds(Bench bench, String path, int place, List<Draw> drawn) {
        if (Double.isNaN(drawn.get(0).values()[place])) {
            bench.note("equilibria by " + path + ": absent, the scenario has none");
            return;
        }
        List<Integer> order = IntStream.range(0, drawn.size())
                .boxed()
                .sorted(Comparator.comparingDouble(d -> drawn.get(d).values()[place]))
                .toList();
        List<String> parts = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            int from = part * order.size() / PARTS;
            int to = (part + 1) * order.size() / PARTS;
            if (to > from) {
                double[] values = order.subList(from, to).stream()
                        .mapToDouble(d -> drawn.get(d).values()[place])
                        .toArray();
                long several = order.subList(from, to).stream()
                        .filter(d -> drawn.get(d).several())
                        .count();
                parts.add(Decimals.three((double) several / (to - from)) + " at a mean of "
                        + Decimals.three(Arrays.stream(values).average().orElseThrow()));
            }
        }
        bench.note("equilibria by " + path + ": share with several " + String.join(", ", parts));
    }
}
