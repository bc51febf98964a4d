package org.lode.sim.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lode.agents.actor.Actor;
import org.lode.agents.instrument.Strategy;
import org.lode.sim.analysis.Decimals;
import org.lode.sim.analysis.TextTable;
import org.lode.sim.config.Provenance;
import org.lode.sim.config.Quantity;
import org.lode.sim.world.ActorData;
import org.lode.sim.world.MineralData;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioData;
import org.lode.sim.world.ScenarioReader;

/** A scenario in words and tables: who plays with what, the minerals, the clubs, the payoffs, every parameter. */
public final class Description {
    private static final YearMonth EARLY = YearMonth.of(1900, 1);
    private static final YearMonth LATE = YearMonth.of(2999, 12);

    private final Scenario scenario;
    private final List<Provenance.Parameter> parameters;
    private final Menus menus;

    public Description(ScenarioReader.Loaded loaded) {
        scenario = loaded.scenario();
        parameters = loaded.parameters().parameters();
        menus = new Menus(scenario);
    }

    /** The whole description but the parameters, for a terminal of that many columns. */
    public List<String> text(int width) {
        List<String> lines = new ArrayList<>();
        ScenarioData data = scenario.data();
        lines.add(scenario.name() + ": " + span());
        lines.addAll(TextTable.wrap(
                data.replications() + " replications, seed " + data.seed() + ", payoff model "
                        + lower(data.payoffs().model()) + ", foresight of "
                        + data.foresight().horizon() + " rounds and "
                        + Decimals.three(data.foresight().terminal())
                        + " years of terminal flow at "
                        + Decimals.percent(data.foresight().discount())
                        + " a year; equilibria reported for rounds " + scenario.reportRounds() + "; "
                        + parameters.size() + " parameters, " + ranged() + " with ranges.",
                width));
        actors(lines, width);
        minerals(lines, width);
        clubs(lines, width);
        components(lines, width);
        return lines;
    }

    private String span() {
        ScenarioData data = scenario.data();
        YearMonth end = scenario.date(scenario.rounds()).minusMonths(1);
        return data.rounds() + " rounds of " + data.monthsPerRound() + " months, " + data.start() + " to " + end;
    }

    private long ranged() {
        return parameters.stream().filter(p -> p.quantity().hasRange()).count();
    }

    private void actors(List<String> lines, int width) {
        lines.add("");
        lines.add("Actors and strategies (settings that are not neutral; * at the start)");
        for (int i = 0; i < scenario.actors().size(); i++) {
            Actor actor = scenario.actors().get(i);
            ActorData data = scenario.actorData().get(i);
            String rule =
                    actor.rule() == null ? "chooses nothing" : actor.rule().toString();
            lines.add("");
            lines.addAll(TextTable.wrap(
                    actor.id() + "  " + actor.name() + " (" + lower(data.role()) + "), stake "
                            + Decimals.three(scenario.stake(i)) + " USD bn a year; " + rule,
                    width));
            for (int s = 0; s < actor.menu().size(); s++) {
                Strategy strategy = actor.menu().get(s);
                String mark = s == actor.start() ? "*" : " ";
                String fallback = s == actor.fallback() ? ", fallback" : "";
                lines.addAll(indented(
                        " " + mark + " ", strategy.id() + ": " + strategy.name() + dates(strategy) + fallback, width));
                lines.addAll(indented("       ", menus.text(strategy), width));
            }
        }
    }

    private static List<String> indented(String indent, String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String line : TextTable.wrap(text, width - indent.length())) {
            lines.add((lines.isEmpty() ? indent : " ".repeat(indent.length())) + line);
        }
        return lines;
    }

    /** When a strategy is open, empty if always. */
    static String dates(Strategy strategy) {
        String from = strategy.from().equals(EARLY) ? "" : "from " + strategy.from();
        String until = strategy.until().equals(LATE) ? "" : "until " + strategy.until();
        String both = (from + " " + until).strip();
        return both.isEmpty() ? "" : " [" + both + "]";
    }

    private void minerals(List<String> lines, int width) {
        lines.add("");
        lines.add("Minerals (prices of the base round, shares of world capacity)");
        lines.add("");
        var table = new TextTable(
                "id", ">home USD/kg", ">pool USD/kg", ">demand t/yr", ">mined", ">refined", "dominant", "producers");
        for (int m = 0; m < scenario.mineralCount(); m++) {
            MineralData mineral = scenario.mineral(m);
            String dominant = mineral.dominant().orElse("-");
            table.row(
                    mineral.id(),
                    Decimals.three(mineral.price().home()),
                    Decimals.three(mineral.price().pool()),
                    Decimals.three(mineral.demand().world()),
                    hostShare(mineral, 0, dominant),
                    hostShare(mineral, 1, dominant),
                    dominant,
                    Integer.toString(mineral.producers().size()));
        }
        lines.addAll(table.lines(width, "  "));
    }

    /** Share of a stage's capacity that stands on the host's soil. */
    static String hostShare(MineralData mineral, int stage, String host) {
        double all = 0;
        double hosted = 0;
        for (MineralData.Producer producer : mineral.producers()) {
            double capacity = producer.capacity().getOrDefault(mineral.stages().get(stage), 0.0);
            all += capacity;
            hosted += producer.host().equals(host) ? capacity : 0;
        }
        return all > 0 && !host.equals("-") ? Decimals.percent(hosted / all) : "-";
    }

    private void clubs(List<String> lines, int width) {
        lines.add("");
        lines.add("Clubs");
        lines.add("");
        var table = new TextTable("id", "track", ">leaderless", ">coordination", ">leader pays", "name");
        for (ScenarioData.Club club : scenario.data().clubs()) {
            table.row(
                    club.id(),
                    lower(club.track()),
                    Decimals.three(club.leaderless()),
                    Decimals.three(club.coordination()),
                    Decimals.three(club.leaderPays()),
                    club.name());
        }
        lines.addAll(table.lines(width, "  "));
    }

    private void components(List<String> lines, int width) {
        if (scenario.components().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Payoff components and their weights by actor");
        lines.add("");
        var header = new ArrayList<String>();
        header.add("component");
        scenario.actors().stream().limit(scenario.choosers()).forEach(actor -> header.add(">" + actor.id()));
        var table = new TextTable(header.toArray(String[]::new));
        for (int c = 0; c < scenario.components().size(); c++) {
            var row = new ArrayList<String>();
            row.add(scenario.components().get(c).name());
            for (int i = 0; i < scenario.choosers(); i++) {
                row.add(Decimals.three(scenario.actors().get(i).weights().get(c)));
            }
            table.row(row);
        }
        lines.addAll(table.lines(width, "  "));
    }

    /** Every parameter with value, unit, range, where it is written, and its source below. */
    public List<String> parametersText(int width) {
        List<String> lines = new ArrayList<>();
        for (Provenance.Parameter parameter : parameters) {
            Quantity quantity = parameter.quantity();
            String range =
                    quantity.hasRange() ? " [" + number(quantity.low()) + ", " + number(quantity.high()) + "]" : "";
            lines.add(parameter.path() + " = " + number(quantity.value()) + " " + quantity.unit() + range + "  ("
                    + quantity.origin() + ")");
            for (@Nullable String more : new String[] {parameter.doc(), quantity.source(), quantity.note()}) {
                if (more != null) {
                    lines.addAll(indented("    ", more, width));
                }
            }
        }
        return lines;
    }

    /** Rows of path, value, unit, low, high, source, origin and meaning; the first is the header. */
    public List<List<String>> parameterRows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("path", "value", "unit", "low", "high", "source", "origin", "meaning"));
        for (Provenance.Parameter parameter : parameters) {
            Quantity quantity = parameter.quantity();
            rows.add(List.of(
                    parameter.path(),
                    number(quantity.value()),
                    quantity.unit().symbol(),
                    quantity.hasRange() ? number(quantity.low()) : "",
                    quantity.hasRange() ? number(quantity.high()) : "",
                    orEmpty(quantity.source()),
                    quantity.origin().toString(),
                    orEmpty(parameter.doc())));
        }
        return rows;
    }

    /** The same as a tree of maps, lists, text and numbers. */
    public Map<String, Object> tree(boolean onlyParameters) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("scenario", scenario.name());
        if (!onlyParameters) {
            tree.put("start", scenario.data().start().toString());
            tree.put("rounds", scenario.rounds());
            tree.put("monthsPerRound", scenario.data().monthsPerRound());
            tree.put("actors", actorTrees());
            tree.put("minerals", mineralTrees());
            tree.put(
                    "clubs",
                    scenario.data().clubs().stream()
                            .map(club -> entries("id", club.id(), "name", club.name(), "track", lower(club.track())))
                            .toList());
            tree.put(
                    "components",
                    scenario.components().stream()
                            .map(component -> component.name())
                            .toList());
        }
        var names = parameterRows().get(0);
        tree.put(
                "parameters",
                parameters.stream()
                        .map(parameter -> {
                            Quantity quantity = parameter.quantity();
                            Map<String, Object> entry = entries(
                                    names.get(0),
                                    parameter.path(),
                                    names.get(1),
                                    quantity.value(),
                                    names.get(2),
                                    quantity.unit().symbol());
                            if (quantity.hasRange()) {
                                entry.put("range", List.of(quantity.low(), quantity.high()));
                            }
                            if (quantity.source() != null) {
                                entry.put("source", quantity.source());
                            }
                            entry.put("origin", quantity.origin().toString());
                            if (parameter.doc() != null) {
                                entry.put("meaning", parameter.doc());
                            }
                            return entry;
                        })
                        .toList());
        return tree;
    }

    private List<Map<String, Object>> actorTrees() {
        List<Map<String, Object>> trees = new ArrayList<>();
        for (int i = 0; i < scenario.actors().size(); i++) {
            Actor actor = scenario.actors().get(i);
            Map<String, Object> tree = entries("id", actor.id(), "name", actor.name());
            tree.put("role", lower(scenario.actorData().get(i).role()));
            tree.put("stake", scenario.stake(i));
            if (actor.rule() != null) {
                tree.put("rule", actor.rule().toString());
                tree.put("start", actor.menu().get(actor.start()).id());
            }
            Map<String, Object> weights = new LinkedHashMap<>();
            for (int c = 0; c < actor.weights().size(); c++) {
                weights.put(scenario.components().get(c).name(), actor.weights().get(c));
            }
            tree.put("weights", weights);
            tree.put(
                    "strategies",
                    actor.menu().stream()
                            .map(strategy -> {
                                Map<String, Object> entry = entries("id", strategy.id(), "name", strategy.name());
                                entry.put("from", strategy.from().toString());
                                entry.put("until", strategy.until().toString());
                                entry.put(
                                        "settings",
                                        menus.of(strategy).stream()
                                                .map(Description::settingTree)
                                                .toList());
                                return entry;
                            })
                            .toList());
            trees.add(tree);
        }
        return trees;
    }

    private static Map<String, Object> settingTree(Menus.Setting setting) {
        Map<String, Object> tree = entries("instrument", setting.instrument().key());
        if (!setting.mineral().isEmpty()) {
            tree.put("mineral", setting.mineral());
        }
        if (!setting.target().isEmpty()) {
            tree.put("target", setting.target());
        }
        tree.put("value", setting.value());
        tree.put("unit", setting.instrument().unit());
        return tree;
    }

    private List<Map<String, Object>> mineralTrees() {
        List<Map<String, Object>> trees = new ArrayList<>();
        for (int m = 0; m < scenario.mineralCount(); m++) {
            MineralData mineral = scenario.mineral(m);
            Map<String, Object> tree = entries("id", mineral.id(), "name", mineral.name());
            mineral.dominant().ifPresent(dominant -> tree.put("dominant", dominant));
            tree.put("stages", mineral.stages());
            tree.put("homePrice", mineral.price().home());
            tree.put("poolPrice", mineral.price().pool());
            tree.put("demand", mineral.demand().world());
            tree.put(
                    "producers",
                    mineral.producers().stream()
                            .map(producer -> {
                                Map<String, Object> entry = entries(
                                        "id", producer.id(), "host", producer.host(), "owner", producer.owner());
                                entry.put("capacity", producer.capacity());
                                entry.put("unitCost", producer.unitCost());
                                return entry;
                            })
                            .toList());
            trees.add(tree);
        }
        return trees;
    }

    private static Map<String, Object> entries(Object... keysAndValues) {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            entries.put((String) keysAndValues[at], keysAndValues[at + 1]);
        }
        return entries;
    }

    static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        return org.lode.games.format.Numbers.text(value);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
