package org.lode.sim.stage;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.lode.agents.payoff.BilateralComponent;
import org.lode.agents.payoff.MineralComponent;
import org.lode.agents.payoff.PayoffComponent;
import org.lode.agents.payoff.ProfileComponent;
import org.lode.games.form.Game;
import org.lode.games.form.NormalForm;
import org.lode.sim.world.Lookahead;
import org.lode.sim.world.Outlook;
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
 * minerals of small tables, of such tables times factors of the profile (hazards times exposures, shares of rivals times price
 * gaps), and terms of the profile alone. Institutions enter as they will be on average if the profile is held (see {@link Outlook}).
 * Cells are computed when asked for, so a reply rule pays for single deviations only.
 *
 * <p>The hegemon falls back to what its other government would do: its best reply to the last profile, found once a round; without
 * governments to the strategy that its file names. Belongs to one thread.
 */
public final class StageGame implements Game {
    /** Profiles in a table at most; beyond, rules and solvers that ask the oracle still work. */
    public static final long MOST_PROFILES = 1L << 20;

    private final Scenario scenario;
    private final World world;
    private final Lookahead ahead;
    private final MineralTable[] tables;
    private final Outlook outlook;
    /** By row: the actors that choose, then the hegemon under another government, if it has one; by component. */
    private final double[][] preferences;

    private final IntPredicate counted;
    private final ProfileComponent[] byProfile;
    private final int[] profileIndex;
    private final double[] reference;
    private final int[] lapsed;
    private int[] last;
    private int fallback;

    public StageGame(World world) {
        this(world, component -> true);
    }

    /**
     * A stage game in which some components alone count; games that share the components out among them add up to the whole.
     *
     * @param counted which components, by number
     */
    public StageGame(World world, IntPredicate counted) {
        this.counted = counted;
        this.world = world;
        this.scenario = world.scenario();
        ahead = new Lookahead(world);
        outlook = world.outlook(ahead);
        int n = scenario.choosers();
        boolean other = scenario.hegemon() >= 0
                && scenario.actors().get(scenario.hegemon()).governments().size() > 1;
        var components = scenario.components();
        preferences = new double[n + (other ? 1 : 0)][components.size()];
        tables = new MineralTable[scenario.mineralCount()];
        for (int m = 0; m < tables.length; m++) {
            tables[m] = new MineralTable(scenario, ahead, m, preferences);
        }
        byProfile = components.stream()
                .filter(ProfileComponent.class::isInstance)
                .map(ProfileComponent.class::cast)
                .toArray(ProfileComponent[]::new);
        profileIndex = Arrays.stream(byProfile).mapToInt(components::indexOf).toArray();
        reference = new double[n];
        lapsed = new int[n];
        last = scenario.startProfile();
        refresh(last);
    }

    /**
     * Forgets what was computed, as the world has moved on.
     *
     * @param last the profile of the round before, from which everybody is going to deviate
     */
    public void refresh(int[] last) {
        refresh(last, -1);
    }

    /**
     * As {@link #refresh(int[])}, where another game knows what the hegemon falls back to.
     *
     * @param known the strategy, or -1 to find it here
     */
    public void refresh(int[] last, int known) {
        this.last = last.clone();
        prefer();
        outlook.refresh();
        for (MineralTable table : tables) {
            table.clear();
            table.survival(outlook.survival());
        }
        fallback = known >= 0 ? known : findFallback();
        int[] gone = fallback(last);
        for (MineralTable table : tables) {
            table.common(table.key(last), table.key(gone));
        }
    }

    private void prefer() {
        int n = scenario.choosers();
        for (int row = 0; row < preferences.length; row++) {
            int actor = row < n ? row : scenario.hegemon();
            int types = scenario.actors().get(actor).governments().size();
            int rules = world.government(actor);
            List<Double> weights = scenario.actors().get(actor).weights(row < n ? rules : (rules + 1) % types);
            for (int c = 0; c < weights.size(); c++) {
                preferences[row][c] = counted.test(c) ? weights.get(c) : 0;
            }
        }
        for (int i = 0; i < n; i++) {
            reference[i] = 0;
            for (int c = 0; c < preferences[i].length; c++) {
                reference[i] += preferences[i][c] * world.base().flow(c, i);
            }
        }
    }

    /** The best reply of the hegemon's other government to the last profile, its course taken as lasting; or what the file says. */
    private int findFallback() {
        int hegemon = scenario.hegemon();
        int row = scenario.choosers();
        if (hegemon < 0 || preferences.length == row) {
            return hegemon < 0 ? -1 : scenario.actors().get(hegemon).fallback();
        }
        var actor = scenario.actors().get(hegemon);
        int other = (world.government(hegemon) + 1) % actor.governments().size();
        int[] profile = last.clone();
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < actor.menu().size(); s++) {
            if (actor.considers(other, s) && actor.menu().get(s).open(world.date())) {
                profile[hegemon] = s;
                double worth = branch(row, hegemon, profile, true) + branch(row, hegemon, profile, false);
                if (worth > most) {
                    most = worth;
                    best = s;
                }
            }
        }
        return best < 0 ? actor.fallback() : best;
    }

    /** The strategy that the hegemon falls back to in this round, or -1. */
    public int fallback() {
        return fallback;
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
        double sum = branch(actor, actor, profile, true);
        sum += branch(actor, actor, fallback(profile), false);
        return scaled(actor, sum);
    }

    /** One branch's part of an actor's sum over dates, the profile held in it. */
    private double branch(int row, int actor, int[] profile, boolean surviving) {
        ProfileView view = outlook.view(surviving);
        view.show(profile);
        double sum = 0;
        for (MineralTable table : tables) {
            int cell = table.cell(table.key(profile), actor);
            sum += own(table, cell, row, surviving) + paired(table, cell, row, actor, view, surviving);
        }
        return sum + weight(surviving) * shown(row, actor, view);
    }

    /** Weight of a branch's dates, in discounted years. */
    double weight(boolean surviving) {
        return surviving ? outlook.kept() : outlook.gone();
    }

    double stake(int actor) {
        return scenario.stake(actor);
    }

    MineralTable[] tables() {
        return tables;
    }

    /** The view of a branch, to be shown profiles. */
    ProfileView view(boolean surviving) {
        return outlook.view(surviving);
    }

    /** From a sum over discounted years to the mean change against the base round, per unit of stake. */
    double scaled(int actor, double sum) {
        return (sum / (outlook.kept() + outlook.gone()) - reference[actor]) / scenario.stake(actor);
    }

    /** The profile with the hegemon at its fallback; re-used. */
    int[] fallback(int[] profile) {
        System.arraycopy(profile, 0, lapsed, 0, lapsed.length);
        if (fallback >= 0) {
            lapsed[scenario.hegemon()] = fallback;
        }
        return lapsed;
    }

    /** What one mineral's market pays a row by itself, over the dates of a branch. */
    double own(MineralTable table, int cell, int row, boolean surviving) {
        return table.cells()[cell + table.offset(row) + (surviving ? 0 : 1)];
    }

    /** What it pays per unit of the profile's factors, times these. */
    double paired(MineralTable table, int cell, int row, int actor, ProfileView view, boolean surviving) {
        double[] cells = table.cells();
        int at = cell + table.offset(row) + (surviving ? 2 : 3);
        double sum = 0;
        for (int p = 0; p < table.pairs(); p++) {
            double each = cells[at + 2 * p];
            if (each != 0) {
                sum += each * table.factor(p, actor, view);
            }
        }
        return sum;
    }

    /** What the profile that a view shows pays an actor beside the markets, USD bn a year. */
    double shown(int row, int actor, ProfileView view) {
        double sum = 0;
        for (int c = 0; c < byProfile.length; c++) {
            double weight = preferences[row][profileIndex[c]];
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
        double sum = 0;
        for (boolean surviving : new boolean[] {true, false}) {
            int[] played = surviving ? profile : fallback(profile).clone();
            ProfileView shown = outlook.view(surviving);
            shown.show(played);
            double[] total = {weight(surviving) * shown(actor, actor, shown)};
            for (int m = 0; m < tables.length; m++) {
                new Lookahead(world).run(m, played, (node, terminal, outcome) -> {
                    double weight =
                            ahead.weight(node) * (surviving ? outlook.survival()[node] : 1 - outlook.survival()[node]);
                    for (int c = 0; c < scenario.components().size(); c++) {
                        PayoffComponent component = scenario.components().get(c);
                        double flow = 0;
                        if (component instanceof MineralComponent mineral) {
                            flow = mineral.flow(actor, outcome) - (terminal ? mineral.oneOff(actor, outcome) : 0);
                        } else if (component instanceof BilateralComponent pairs) {
                            for (int k = 0; k < outcome.actors(); k++) {
                                flow += k == actor
                                        ? 0
                                        : pairs.factor(actor, k, outcome.mineral(), shown)
                                                * pairs.flow(actor, k, outcome);
                            }
                        }
                        total[0] += preferences[actor][c] * weight * flow;
                    }
                });
            }
            sum += total[0];
        }
        return scaled(actor, sum);
    }
}
