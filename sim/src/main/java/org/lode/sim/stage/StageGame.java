package org.lode.sim.stage;

import java.util.Arrays;
import org.lode.agents.payoff.HazardComponent;
import org.lode.agents.payoff.MineralComponent;
import org.lode.agents.payoff.PayoffComponent;
import org.lode.agents.payoff.ProfileComponent;
import org.lode.games.form.Game;
import org.lode.games.form.NormalForm;
import org.lode.sim.world.Lookahead;
import org.lode.sim.world.ProfileView;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.World;

/**
 * The `market` payoff model: what each profile pays if it is held over the horizon from the present state, with a terminal
 * value, in expectation over the survival of the hegemon's course:
 *
 * <pre>V_i(s) = [sum_h d_h (pi_h u_ih(s) + (1 - pi_h) u_ih(s, hegemon at its fallback))] / (sum_h d_h x stake_i)</pre>
 *
 * <p>Within the look-ahead a mineral's path depends only on the strategies of the actors that touch it, so V is a sum over
 * minerals of small tables, hazards (set once per profile) times exposures, and terms of the profile alone. Cells are
 * computed when asked for, so a reply rule pays for single deviations only. Belongs to one thread.
 */
public final class StageGame implements Game {
    /** Profiles in a table at most; beyond, rules and solvers that ask the oracle still work. */
    public static final long MOST_PROFILES = 1L << 20;

    private final Scenario scenario;
    private final World world;
    private final Lookahead ahead;
    private final MineralTable[] tables;
    private final ProfileView view;
    private final double[][] weights;
    private final ProfileComponent[] byProfile;
    private final double[][] profileWeight;
    private final double[] survival;
    private final double[] reference;
    private final double[][][] hazard;
    private final boolean[][][] known;
    private final int[] lapsed;
    private final int[] shownAlone;
    private double kept;
    private double gone;

    public StageGame(World world) {
        this(world, weights(world.scenario()));
    }

    /**
     * A stage game under other preferences.
     *
     * @param weights actor by component, for the actors that choose
     */
    public StageGame(World world, double[][] weights) {
        this.world = world;
        this.scenario = world.scenario();
        this.weights = weights;
        ahead = new Lookahead(world);
        view = world.view();
        tables = new MineralTable[scenario.mineralCount()];
        for (int m = 0; m < tables.length; m++) {
            tables[m] = new MineralTable(scenario, ahead, m, weights);
        }
        var components = scenario.components();
        byProfile = components.stream()
                .filter(ProfileComponent.class::isInstance)
                .map(ProfileComponent.class::cast)
                .toArray(ProfileComponent[]::new);
        int n = scenario.choosers();
        profileWeight = new double[n][byProfile.length];
        reference = new double[n];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < byProfile.length; c++) {
                profileWeight[i][c] = weights[i][components.indexOf(byProfile[c])];
            }
            for (int c = 0; c < components.size(); c++) {
                reference[i] += weights[i][c] * world.base().flow(c, i);
            }
        }
        survival = new double[ahead.nodes()];
        lapsed = new int[n];
        shownAlone = new int[n];
        int actors = scenario.actors().size();
        hazard = new double[n][actors][];
        known = new boolean[n][actors][];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < actors; k++) {
                int menu = Math.max(1, scenario.actors().get(k).menu().size());
                hazard[i][k] = new double[menu];
                known[i][k] = new boolean[menu];
            }
        }
        refresh();
    }

    /** The preferences that a scenario gives its actors: actor by component. */
    public static double[][] weights(Scenario scenario) {
        double[][] weights = new double[scenario.choosers()][];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = scenario.actors().get(i).weights().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }
        return weights;
    }

    /** Forgets what was computed, as the world has moved on. */
    public void refresh() {
        kept = 0;
        gone = 0;
        for (int h = 0; h < survival.length; h++) {
            survival[h] = scenario.hegemon() < 0 ? 1 : ahead.survival(h);
            kept += ahead.weight(h) * survival[h];
            gone += ahead.weight(h) * (1 - survival[h]);
        }
        for (MineralTable table : tables) {
            table.clear();
            table.survival(survival);
        }
        for (boolean[][] row : known) {
            for (boolean[] flags : row) {
                Arrays.fill(flags, false);
            }
        }
    }

    @Override
    public int players() {
        return scenario.choosers();
    }

    @Override
    public int strategies(int player) {
        return scenario.actors().get(player).menu().size();
    }

    @Override
    public String title() {
        return scenario.name() + " " + world.date();
    }

    @Override
    public String playerName(int player) {
        return scenario.actors().get(player).id();
    }

    @Override
    public String strategyName(int player, int strategy) {
        return scenario.actors().get(player).menu().get(strategy).id();
    }

    @Override
    public double payoff(int actor, int[] profile) {
        int[] fallback = fallback(profile);
        double sum = 0;
        for (MineralTable table : tables) {
            int surviving = table.cell(table.key(profile), actor);
            sum += part(table, surviving, actor, profile, true);
            int lapsing = table.cell(table.key(fallback), actor);
            sum += part(table, lapsing, actor, fallback, false);
        }
        sum += kept * perProfile(actor, profile);
        sum += gone * perProfile(actor, fallback);
        return scaled(actor, sum);
    }

    /**
     * Says that everybody is going to ask for a profile, from which each then deviates alone. Saves computing it twice; changes no
     * payoff.
     */
    public void common(int[] profile) {
        int[] fallback = fallback(profile);
        for (MineralTable table : tables) {
            table.common(table.key(profile), table.key(fallback));
        }
    }

    double stake(int actor) {
        return scenario.stake(actor);
    }

    MineralTable[] tables() {
        return tables;
    }

    /** Weight of the dates while the hegemon's course survives, and of those after it has lapsed, in discounted years. */
    double kept() {
        return kept;
    }

    double gone() {
        return gone;
    }

    /** From a sum over discounted years to the mean change against the base round, per unit of stake. */
    double scaled(int actor, double sum) {
        return (sum / (kept + gone) - reference[actor]) / scenario.stake(actor);
    }

    /** The profile with the hegemon at its fallback; re-used. */
    int[] fallback(int[] profile) {
        System.arraycopy(profile, 0, lapsed, 0, lapsed.length);
        int hegemon = scenario.hegemon();
        if (hegemon >= 0 && scenario.actors().get(hegemon).fallback() >= 0) {
            lapsed[hegemon] = scenario.actors().get(hegemon).fallback();
        }
        return lapsed;
    }

    /** One mineral's part of an actor's sum over dates, of those while the course survives or of the others. */
    double part(MineralTable table, int cell, int actor, int[] profile, boolean surviving) {
        double[] cells = table.cells();
        int at = cell + table.offset(actor) + (surviving ? 0 : 1);
        double sum = cells[at];
        int[] suppliers = table.suppliers();
        for (int k = 0; k < suppliers.length; k++) {
            double exposed = cells[at + 2 + 2 * k];
            if (exposed != 0) {
                sum += hazard(actor, suppliers[k], profile) * exposed;
            }
        }
        return sum;
    }

    private double hazard(int actor, int supplier, int[] profile) {
        return hazard(actor, supplier, supplier < profile.length ? profile[supplier] : 0);
    }

    /** A hazard depends on the supplier's strategy alone, the slow state given. */
    double hazard(int actor, int supplier, int strategy) {
        if (!known[actor][supplier][strategy]) {
            Arrays.fill(shownAlone, 0);
            if (supplier < shownAlone.length) {
                shownAlone[supplier] = strategy;
            }
            view.show(shownAlone);
            hazard[actor][supplier][strategy] = view.hazard(actor, supplier);
            known[actor][supplier][strategy] = true;
        }
        return hazard[actor][supplier][strategy];
    }

    private double perProfile(int actor, int[] profile) {
        show(profile);
        return shown(actor);
    }

    void show(int[] profile) {
        view.show(profile);
    }

    /** What the profile that was last shown pays an actor beside the markets. */
    double shown(int actor) {
        double sum = 0;
        for (int c = 0; c < byProfile.length; c++) {
            double weight = profileWeight[actor][c];
            if (weight != 0) {
                sum += weight * byProfile[c].flow(actor, view);
            }
        }
        return sum;
    }

    /**
     * The whole stage game as a table.
     *
     * @throws IllegalArgumentException if it has more than {@link #MOST_PROFILES} profiles
     */
    public NormalForm table() {
        int[][] menus = new int[players()][];
        for (int i = 0; i < menus.length; i++) {
            menus[i] = new int[strategies(i)];
            Arrays.setAll(menus[i], s -> s);
        }
        return table(menus).namedAs(this);
    }

    /**
     * The stage game as a table over some of each actor's strategies.
     *
     * @param menus by actor, the strategies that the table has, at least one each
     * @return the table, without names
     * @throws IllegalArgumentException if it has more than {@link #MOST_PROFILES} profiles
     */
    public NormalForm table(int[][] menus) {
        long size = 1;
        for (int[] menu : menus) {
            size *= menu.length;
            if (size > MOST_PROFILES) {
                throw new IllegalArgumentException(tooLarge(shape()));
            }
        }
        return new StageTable(this, scenario, menus).expand();
    }

    /** What to say when a table would be too large. */
    public static String tooLarge(int[] shape) {
        double size = 1;
        for (int strategies : shape) {
            size *= strategies;
        }
        return "the stage game has " + (size < 1e15 ? Long.toString((long) size) : Double.toString(size))
                + " profiles, a table at most " + MOST_PROFILES
                + "; the reply rules (logitReply, bestReply, levelK, ...) and `--solver one` ask for single deviations and"
                + " need no table";
    }

    /**
     * The same payoff without tables, every mineral's path run anew: what tests hold the tables against.
     *
     * @param actor who is paid
     */
    double bruteForce(int actor, int[] profile) {
        int[] fallback = fallback(profile).clone();
        double sum = 0;
        for (int m = 0; m < tables.length; m++) {
            double[] total = new double[1];
            for (boolean surviving : new boolean[] {true, false}) {
                int[] played = surviving ? profile : fallback;
                ProfileView shown = world.view();
                shown.show(played);
                new Lookahead(world).run(m, played, (node, terminal, outcome) -> {
                    double weight = ahead.weight(node) * (surviving ? survival[node] : 1 - survival[node]);
                    for (int c = 0; c < scenario.components().size(); c++) {
                        PayoffComponent component = scenario.components().get(c);
                        double flow = 0;
                        if (component instanceof MineralComponent mineral) {
                            flow = mineral.flow(actor, outcome) - (terminal ? mineral.oneOff(actor, outcome) : 0);
                        } else if (component instanceof HazardComponent exposed) {
                            for (int k = 0; k < outcome.actors(); k++) {
                                flow += shown.hazard(actor, k) * exposed.flow(actor, k, outcome);
                            }
                        }
                        total[0] += weights[actor][c] * weight * flow;
                    }
                });
            }
            sum += total[0];
        }
        sum += kept * perProfile(actor, profile) + gone * perProfile(actor, fallback);
        return scaled(actor, sum);
    }
}
