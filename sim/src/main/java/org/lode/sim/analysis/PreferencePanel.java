package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lode.sim.chance.Streams;
import org.lode.sim.stage.StageGame;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.World;

/**
 * Observed choices with what each open strategy would have paid: the world is led through the observed profiles, and in each
 * half-year every actor's open strategies are valued in the stage game against what the others played the half-year before, as
 * the default rule does. Payoffs are linear in the weights, so a stage game for each group of components, the others' weights 0,
 * gives the parts; chance is averaged out over replications.
 */
public final class PreferencePanel {
    private final Scenario scenario;
    private final PreferenceData data;
    private final int[][] observed;
    private final boolean[] watched;

    /**
     * A panel of a scenario.
     *
     * @throws IllegalArgumentException if actors, strategies, dates or components are unknown to the scenario
     */
    public PreferencePanel(Scenario scenario, PreferenceData data) {
        this.scenario = scenario;
        this.data = data;
        if (scenario.game() != null) {
            throw wrong("scenario (" + scenario.name() + ") must have payoffs.model market");
        }
        observed = new int[data.halfYears().size()][];
        watched = new boolean[scenario.choosers()];
        List<String> ids = scenario.actors().stream().map(actor -> actor.id()).toList();
        for (String actor : data.actors()) {
            int at = ids.indexOf(actor);
            if (at < 0 || at >= scenario.choosers()) {
                throw wrong("actor (" + actor + ") must be one that chooses in " + scenario.name());
            }
            watched[at] = true;
        }
        for (int r = 0; r < observed.length; r++) {
            var row = data.halfYears().get(r);
            if (!row.date().equals(scenario.date(r))) {
                throw wrong("date (" + row.date() + ") of row " + (r + 1) + " must be that of round " + r + " of "
                        + scenario.name() + ", " + scenario.date(r));
            }
            observed[r] = r == 0 ? scenario.startProfile() : observed[r - 1].clone();
            for (int i = 0; i < watched.length; i++) {
                if (watched[i]) {
                    observed[r][i] = strategy(i, row.play().get(ids.get(i)), r);
                }
            }
        }
        List<String> components =
                scenario.components().stream().map(one -> one.name()).toList();
        for (var group : data.groups()) {
            for (String component : group.components()) {
                if (!components.contains(component)) {
                    throw wrong("component (" + component + ") of group " + group.id() + " must be one of "
                            + String.join(", ", components));
                }
            }
        }
        for (int c = 0; c < components.size(); c++) {
            String component = components.get(c);
            int at = c;
            boolean weighs = scenario.actors().stream()
                    .limit(scenario.choosers())
                    .anyMatch(actor -> actor.weights().get(at) != 0);
            if (weighs
                    && data.groups().stream()
                            .noneMatch(group -> group.components().contains(component))) {
                throw wrong("component (" + component + ") has a weight and must be in a group");
            }
        }
    }

    private int strategy(int actor, @Nullable String id, int round) {
        var menu = scenario.actors().get(actor).menu();
        for (int s = 0; s < menu.size(); s++) {
            if (menu.get(s).id().equals(id)) {
                if (!open(actor, s, round)) {
                    throw wrong(
                            scenario.actors().get(actor).id() + ": " + id + " must be open in " + scenario.date(round));
                }
                return s;
            }
        }
        throw wrong("strategy (" + id + ") of " + scenario.actors().get(actor).id() + " in " + scenario.date(round)
                + " must be on its menu");
    }

    private boolean open(int actor, int strategy, int round) {
        return scenario.actors().get(actor).menu().get(strategy).open(scenario.date(round));
    }

    private static IllegalArgumentException wrong(String message) {
        return new IllegalArgumentException(message);
    }

    /** The choices, half-year by half-year, in the order of the scenario's actors. */
    public List<PreferenceChoice> choices(long seed, int replications) {
        if (replications < 1) {
            throw new IllegalArgumentException("replications (" + replications + ") must be at least 1");
        }
        int actors = scenario.choosers();
        double[][][][] parts = new double[observed.length][actors][][];
        int groups = data.groups().size();
        for (int r = 0; r < observed.length; r++) {
            for (int i = 0; i < actors; i++) {
                parts[r][i] = new double[scenario.actors().get(i).menu().size()][groups];
            }
        }
        for (int replication = 1; replication <= replications; replication++) {
            lead(new World(scenario, new Streams(seed, Streams.COMMON, replication)), parts, 1.0 / replications);
        }
        List<PreferenceChoice> choices = new ArrayList<>();
        for (int r = 0; r < observed.length; r++) {
            for (int i = 0; i < actors; i++) {
                if (watched[i]) {
                    choices.add(choice(r, i, parts[r][i]));
                }
            }
        }
        return choices;
    }

    private PreferenceChoice choice(int round, int actor, double[][] parts) {
        var menu = scenario.actors().get(actor).menu();
        List<String> open = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        int chosen = 0;
        int previous = PreferenceChoice.NONE;
        int before = round == 0 ? scenario.startProfile()[actor] : observed[round - 1][actor];
        for (int s = 0; s < menu.size(); s++) {
            if (open(actor, s, round)) {
                if (s == observed[round][actor]) {
                    chosen = open.size();
                }
                if (s == before) {
                    previous = open.size();
                }
                open.add(menu.get(s).id());
                rows.add(parts[s]);
            }
        }
        return new PreferenceChoice(
                round, scenario.actors().get(actor).id(), open, rows.toArray(double[][]::new), chosen, previous);
    }

    /** Leads one world through what was observed and adds what every strategy would have paid. */
    private void lead(World world, double[][][][] parts, double share) {
        StageGame[] games = games(world);
        StageGame whole = new StageGame(world);
        int[] last = scenario.startProfile();
        int[] deviation = new int[last.length];
        for (int r = 0; r < observed.length; r++) {
            world.begin(last);
            whole.refresh(last);
            for (int g = 0; g < games.length; g++) {
                games[g].refresh(last, whole.fallback());
                for (int i = 0; i < watched.length; i++) {
                    for (int s = 0; watched[i] && s < parts[r][i].length; s++) {
                        if (!open(i, s, r)) {
                            continue;
                        }
                        System.arraycopy(last, 0, deviation, 0, last.length);
                        deviation[i] = s;
                        parts[r][i][s][g] += share * games[g].payoff(i, deviation);
                    }
                }
            }
            world.advance(observed[r], last);
            last = observed[r];
        }
    }

    private StageGame[] games(World world) {
        StageGame[] games = new StageGame[data.groups().size()];
        for (int g = 0; g < games.length; g++) {
            List<String> inside = data.groups().get(g).components();
            games[g] = new StageGame(
                    world, c -> inside.contains(scenario.components().get(c).name()));
        }
        return games;
    }
}
