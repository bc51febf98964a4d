package org.lode.sim.run;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Settings;
import org.lode.agents.view.History;
import org.lode.agents.view.Situation;
import org.lode.games.form.Game;
import org.lode.games.form.NormalForm;
import org.lode.sim.stage.PayoffScale;
import org.lode.sim.stage.StageGame;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.World;

/**
 * What the actors know in the round at hand; one object serves them in turn. Replies are the base profile and its single
 * deviations, asked for once; the stage game looks at the world anew only in rounds in which somebody asks.
 */
final class Present implements Situation {
    private final Scenario scenario;
    private final int actors;
    private final String[][] ids;
    private final int[] fallbacks;
    private final Past past;
    /** Of the reduced and table models; null for the market's. */
    private final @Nullable Game fixed;
    /** Replies to the previous profile, by actor; NaN while unknown. */
    private final double[][] replies;

    private final int[] deviation;
    private @Nullable World world;
    private @Nullable StageGame market;
    private @Nullable NormalForm table;
    private int[] previous;
    private int actor;
    private boolean stale;
    /** Worked out when a rule first asks for a payoff: some never do. */
    private double @Nullable [] scale;

    Present(Scenario scenario, Past past) {
        this.scenario = scenario;
        this.past = past;
        actors = scenario.choosers();
        fixed = scenario.game();
        previous = scenario.startProfile();
        deviation = new int[actors];
        ids = new String[actors][];
        fallbacks = new int[actors];
        replies = new double[actors][];
        for (int i = 0; i < actors; i++) {
            var menu = scenario.actors().get(i).menu();
            ids[i] = new String[menu.size()];
            for (int s = 0; s < ids[i].length; s++) {
                ids[i][s] = menu.get(s).id();
            }
            fallbacks[i] = scenario.actors().get(i).fallback();
            replies[i] = new double[menu.size()];
        }
    }

    /** Moves to another world, whose stage game is made when somebody asks. */
    void enter(World another) {
        world = another;
        market = null;
        table = null;
        stale = true;
    }

    /** Turns to the round that the world stands in; {@code last} is read while the round lasts. */
    void refresh(int[] last) {
        previous = last;
        stale = true;
        table = null;
        for (double[] row : replies) {
            Arrays.fill(row, Double.NaN);
        }
    }

    /** Turns to another actor. */
    Present of(int another) {
        actor = another;
        return this;
    }

    private World world() {
        if (world == null) {
            throw new IllegalStateException("the run has not started");
        }
        return world;
    }

    /** The stage game as an oracle, up to date. */
    Game oracle() {
        if (fixed != null) {
            return fixed;
        }
        if (market == null) {
            market = new StageGame(world());
        }
        if (stale) {
            market.refresh(previous);
            stale = false;
        }
        return market;
    }

    private double[] scale() {
        double[] known = scale;
        if (known == null) {
            known = PayoffScale.of(scenario);
            scale = known;
        }
        return known;
    }

    @Override
    public int actor() {
        return actor;
    }

    @Override
    public int actors() {
        return actors;
    }

    @Override
    public int round() {
        return world().round();
    }

    @Override
    public int strategies(int of) {
        return ids[of].length;
    }

    @Override
    public String strategyId(int of, int strategy) {
        return ids[of][strategy];
    }

    @Override
    public boolean open(int of, int strategy) {
        return world().open(of, strategy);
    }

    @Override
    public int previous(int of) {
        return previous[of];
    }

    @Override
    public double reply(int strategy) {
        double[] row = replies[actor];
        if (Double.isNaN(row[strategy])) {
            System.arraycopy(previous, 0, deviation, 0, actors);
            deviation[actor] = strategy;
            row[strategy] = payoff(actor, deviation);
        }
        return row[strategy];
    }

    @Override
    public double payoff(int of, int[] profile) {
        return oracle().payoff(of, profile) / scale()[of];
    }

    /** The stage game in units of each actor's scale: a table where one is not too large, else an oracle. */
    @Override
    public Game stage() {
        return new ScaledGame(table(), scale());
    }

    /** The stage game as a table, shared by all actors of the round, where one is not too large; else the oracle. */
    Game table() {
        Game game = oracle();
        if (fixed != null || !(game instanceof StageGame stage)) {
            return game;
        }
        if (table == null) {
            long profiles = 1;
            for (String[] menu : ids) {
                profiles = Math.min(2 * StageGame.MOST_PROFILES, profiles * menu.length);
            }
            if (profiles > StageGame.MOST_PROFILES) {
                return game;
            }
            table = stage.table();
        }
        return table;
    }

    @Override
    public int steps(int strategy) {
        var menu = scenario.actors().get(actor).menu();
        return menu.get(strategy).steps(menu.get(previous[actor]));
    }

    @Override
    public double abandoned(int strategy) {
        var menu = scenario.actors().get(actor).menu();
        Settings before = menu.get(previous[actor]).settings();
        Settings after = menu.get(strategy).settings();
        double sum = 0;
        for (int g = 0; g < scenario.clubCount(); g++) {
            double left = part(before, g) - part(after, g);
            sum += left > 0 ? left * world().commitment(actor, g) : 0;
        }
        return sum;
    }

    private static double part(Settings settings, int club) {
        return Math.max(settings.of(Instrument.JOIN, club), settings.of(Instrument.LEAD, club));
    }

    @Override
    public History history() {
        return past;
    }

    @Override
    public double credibility() {
        return world().credibility();
    }

    @Override
    public int hegemon() {
        return scenario.hegemon();
    }

    @Override
    public int fallback(int of) {
        return of == scenario.hegemon() && oracle() instanceof StageGame stage ? stage.fallback() : fallbacks[of];
    }
}
