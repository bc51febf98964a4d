package org.lode.sim.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lode.agents.actor.Actor;
import org.lode.agents.instrument.Instrument;
import org.lode.sim.analysis.Decimals;
import org.lode.sim.world.MineralData;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioData;
import org.lode.sim.world.ScenarioReader;

/**
 * A draft of a scenario's ODD protocol: overview, design concepts, details (Grimm et al. 2020, The ODD protocol for
 * describing agent-based and other simulation models, Journal of Artificial Societies and Social Simulation 23). What the
 * configuration knows is filled in; the author adds the question.
 */
public final class OddProtocol {
    private final StringBuilder out = new StringBuilder();
    private final Scenario scenario;
    private final ScenarioData data;
    private final ScenarioReader.Loaded loaded;

    private OddProtocol(ScenarioReader.Loaded loaded) {
        this.loaded = loaded;
        scenario = loaded.scenario();
        data = scenario.data();
    }

    /** The protocol in Markdown. */
    public static String of(ScenarioReader.Loaded loaded) {
        var protocol = new OddProtocol(loaded);
        protocol.overview();
        protocol.concepts();
        protocol.details();
        return protocol.out.toString();
    }

    private void overview() {
        out.append("# ODD protocol of the scenario `").append(scenario.name()).append("`\n\n");
        section("1. Purpose and patterns");
        paragraph("The model simulates how states choose among critical-minerals strategies from " + data.start()
                + " on, and which order of clubs and trade results. It serves to compare conditions, not to forecast. Patterns"
                + " it is held against: prices and the dominant supplier's shares in the base round, and the closed forms of"
                + " floors, tariffs and controls.");
        section("2. Entities, state variables, and scales");
        paragraph("Actors (" + scenario.choosers() + " that choose, "
                + (scenario.actors().size() - scenario.choosers())
                + " passive): commitments to clubs, trust and hostility toward each other, perceived hazards of a cut-off,"
                + " contracts and stocks by mineral.");
        table(List.of("actor", "role", "strategies", "decision rule"), actorRows());
        paragraph(
                "Minerals (" + scenario.mineralCount() + "): prices in the dominant supplier's channel and in the pool,"
                        + " capacity by producer and stage with its pipeline, unit costs, demand, private inventories, recycling.");
        table(List.of("mineral", "stages", "producers", "world demand, t/yr", "price at home, USD/kg"), mineralRows());
        var clubs = new ArrayList<String>();
        data.clubs().forEach(club -> clubs.add("`" + club.id() + "` (" + club.name() + ")"));
        paragraph("Clubs: " + String.join("; ", clubs)
                + ". State: adoption, and whether somebody leads. Global state: credibility of the hegemon, rule power of"
                + " both systems, the truce.");
        paragraph("Scales: " + data.rounds() + " rounds of " + data.monthsPerRound() + " months in "
                + data.stepsPerRound() + " market steps each; countries and groups of countries, no distances.");
        section("3. Process overview and scheduling");
        paragraph(
                "Each round, in this order: (1) dated events and hazards strike; (2) all actors choose at once, from the"
                        + " strategies open at that date; (3) for each step and mineral the market clears, and investment, stocks,"
                        + " contracts, learning and substitution follow; (4) commitments, adoption, trust, hostility, credibility and"
                        + " rule power are brought up to date; (5) the round is recorded and its regime named.");
    }

    private List<List<String>> actorRows() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < scenario.actors().size(); i++) {
            Actor actor = scenario.actors().get(i);
            rows.add(List.of(
                    actor.id() + ", " + actor.name(),
                    Description.lower(scenario.actorData().get(i).role()),
                    String.join(
                            ", ",
                            actor.menu().stream().map(strategy -> strategy.id()).toList()),
                    actor.rule() == null ? "none" : actor.rule().toString()));
        }
        return rows;
    }

    private List<List<String>> mineralRows() {
        List<List<String>> rows = new ArrayList<>();
        for (int m = 0; m < scenario.mineralCount(); m++) {
            MineralData mineral = scenario.mineral(m);
            rows.add(List.of(
                    mineral.name(),
                    String.join(", ", mineral.stages()),
                    Integer.toString(mineral.producers().size()),
                    Decimals.three(mineral.demand().world()),
                    Decimals.three(mineral.price().home())));
        }
        return rows;
    }

    private void concepts() {
        section("4. Design concepts");
        concept(
                "Basic principles",
                "Strategic interaction in normal form; a dominant supplier with a competitive fringe; entry and exit under"
                        + " uncertainty (Dixit 1989); adoption with increasing returns (Arthur 1989; Katz and Shapiro"
                        + " 1985).");
        concept("Emergence", "Prices, shares, memberships, the regime and its lock-in. Nothing scripts the regime.");
        concept("Adaptation", "Actors change strategy by their decision rule: " + rules() + ".");
        var components = new ArrayList<String>();
        scenario.components().forEach(component -> components.add("`" + component.name() + "`"));
        concept(
                "Objectives",
                components.isEmpty()
                        ? "Payoffs come from the "
                                + Description.lower(data.payoffs().model()) + " model."
                        : "A weighted sum, per unit of the actor's stake, of " + String.join(", ", components) + ".");
        concept(
                "Learning",
                "Beliefs about hazards and about the hegemon's credibility; some decision rules learn as well.");
        concept(
                "Prediction",
                "Each profile is held over " + data.foresight().horizon() + " rounds, with "
                        + Decimals.three(data.foresight().terminal()) + " years of terminal flow, discounted at "
                        + Decimals.percent(data.foresight().discount())
                        + " a year, over the chance that the hegemon's course survives; shocks at their means.");
        concept("Sensing", "Actors see the state and the last profile, and not what others choose in the same round.");
        concept("Interaction", "Through markets, controls, floors, contracts, clubs, trust and hostility.");
        concept(
                "Stochasticity",
                "Demand, outages, elections, budgets, courts, the truce, joining, revision and choice; random streams are"
                        + " keyed by replication, entity, purpose and round. Parameters are "
                        + (data.draw() == ScenarioData.Draw.PARAMETERS
                                ? "drawn from their ranges in each replication."
                                : "fixed."));
        concept("Collectives", "Clubs, with leaders, members, rules, and commitments that grow faster than they fade.");
        concept(
                "Observation",
                "Each round: regime, strategies, payoffs by component, prices, shares, adoption, credibility; in rounds "
                        + scenario.reportRounds() + " the equilibria of the stage game.");
    }

    private String rules() {
        Map<String, List<String>> byRule = new LinkedHashMap<>();
        for (Actor actor : scenario.actors()) {
            if (actor.rule() != null) {
                byRule.computeIfAbsent(actor.rule().toString(), rule -> new ArrayList<>())
                        .add(actor.id());
            }
        }
        var texts = new ArrayList<String>();
        byRule.forEach((rule, ids) -> texts.add("`" + rule + "` (" + String.join(", ", ids) + ")"));
        return String.join("; ", texts);
    }

    private void details() {
        section("5. Initialization");
        var start = new ArrayList<String>();
        scenario.actors().stream()
                .filter(actor -> !actor.passive())
                .forEach(actor -> start.add(
                        actor.id() + " `" + actor.menu().get(actor.start()).id() + "`"));
        paragraph("The world of " + data.start()
                + ", calibrated so that the base round clears at observed prices. Strategies"
                + " before round 0: " + String.join(", ", start) + ". Seed " + data.seed() + ", " + data.replications()
                + " replications.");
        section("6. Input data");
        long sourced = loaded.parameters().parameters().stream()
                .filter(parameter -> parameter.quantity().source() != null)
                .count();
        paragraph("No time series drives the model. It has "
                + loaded.parameters().parameters().size() + " parameters, " + sourced + " with a source and "
                + loaded.parameters().ranged().size()
                + " with a range; `lode describe --parameters` lists them. Dated events: "
                + data.events().size() + ".");
        section("7. Submodels");
        paragraph(
                "Market clearing, capacity and expectations, contracts, institutions and beliefs, payoffs, foresight and"
                        + " decisions are described with their equations in the model document. Instruments used in this scenario:");
        List<List<String>> rows = new ArrayList<>();
        for (Instrument instrument : Instrument.values()) {
            boolean used = scenario.actors().stream()
                    .flatMap(actor -> actor.menu().stream())
                    .anyMatch(strategy -> !strategy.settings().isNeutral(instrument));
            if (used) {
                rows.add(List.of("`" + instrument.key() + "`", instrument.unit(), instrument.effect()));
            }
        }
        table(List.of("instrument", "unit", "effect"), rows);
    }

    private void section(String title) {
        out.append("## ").append(title).append("\n\n");
    }

    private void concept(String name, String text) {
        paragraph("**" + name + ".** " + text);
    }

    private void paragraph(String text) {
        out.append(text).append("\n\n");
    }

    private void table(List<String> header, List<List<String>> rows) {
        out.append("| ").append(String.join(" | ", header)).append(" |\n|");
        out.append("---|".repeat(header.size())).append('\n');
        for (List<String> row : rows) {
            out.append("| ")
                    .append(String.join(
                            " | ",
                            row.stream().map(cell -> cell.replace("|", "\\|")).toList()))
                    .append(" |\n");
        }
        out.append('\n');
    }
}
