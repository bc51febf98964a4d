package org.lode.sim.run;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lode.agents.decide.DecisionRule;
import org.lode.agents.view.History;
import org.lode.agents.view.Situation;
import org.lode.games.form.Game;
import org.lode.sim.chance.Purpose;
import org.lode.sim.chance.Stream;
import org.lode.sim.chance.Streams;
import org.lode.sim.world.Outcome;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.World;

/**
 * One replication of a scenario, round by round: events strike, all choose at once, the world moves, the round is recorded.
 * May run any number of replications, one after another, each as if it were the first. Belongs to one thread.
 */
public final class Simulation {
    /** Stands for the strategy of an actor on which none is imposed. */
    public static final int FREE = -1;

    private static final int[] NOBODY = {};
    private static final Purpose CHOICE = Purpose.named("choice");
    private static final Purpose MASON = Purpose.named("mason");

    private final Scenario scenario;
    private final DecisionRule[] rules;
    private final long[] keys;
    private final Past past;
    private final Present present;
    private final Clock clock;
    private final Stream stream = new Stream();
    private int[] forced = NOBODY;
    private int[] profile;
    private int[] previous;
    private Streams streams = new Streams(0, 0, 0);
    private Trace trace = Trace.NONE;
    private @Nullable World world;
    private @Nullable Outcome outcome;
    private int round;

    public Simulation(Scenario scenario) {
        this.scenario = scenario;
        int actors = scenario.choosers();
        rules = new DecisionRule[actors];
        keys = new long[actors];
        for (int i = 0; i < actors; i++) {
            DecisionRule rule = scenario.actors().get(i).rule();
            if (rule == null) {
                throw new IllegalArgumentException(scenario.actors().get(i).id() + " has strategies but no rule");
            }
            rules[i] = rule;
            keys[i] = Streams.key(scenario.actors().get(i).id());
        }
        past = new Past(scenario);
        present = new Present(scenario, past);
        profile = new int[actors];
        previous = new int[actors];
        clock = new Clock(this::strike, this::choose, this::advance, this::record);
    }

    /** Runs a replication from its first round to its last. */
    public void run(Streams chance, Trace watching) {
        start(chance, watching);
        while (round < scenario.rounds()) {
            clock.tick();
        }
        trace.ended(this);
    }

    /**
     * Plays up to a round and stops as it begins: events have struck, nobody has chosen.
     *
     * @param at from 0; may lie beyond the scenario's last
     */
    public void enter(Streams chance, int at) {
        enter(chance, at, Trace.NONE);
    }

    /** As {@link #enter(Streams, int)}, watched on the way. */
    public void enter(Streams chance, int at, Trace watching) {
        if (at < 0) {
            throw new IllegalArgumentException("round (" + at + ") must be at least 0");
        }
        start(chance, watching);
        while (round < at) {
            clock.tick();
        }
        strike();
    }

    /** Stands at the start of round 0, to be played on by {@link #play}. */
    public void start(Streams chance) {
        start(chance, Trace.NONE);
    }

    /**
     * Plays one round, whether or not it lies beyond the scenario's last.
     *
     * @param imposed the strategy that each actor must play, whatever its rule or its menu's dates say; {@link #FREE} or a
     *     place beyond the array's end leaves it to its rule
     */
    public void play(int... imposed) {
        for (int i = 0; i < imposed.length; i++) {
            if (imposed[i] != FREE) {
                Objects.checkIndex(imposed[i], scenario.actors().get(i).menu().size());
            }
        }
        forced = imposed;
        clock.tick();
        forced = NOBODY;
    }

    /**
     * Stands where another run stands between two rounds, with chance of its own from there on; the other is not touched.
     *
     * @param other of this scenario, or of one that differs in values alone: same actors, menus, clubs, minerals and
     *     producers. What was built and joined stays; what this scenario says holds from the next round on.
     * @param chance the other's own to go on as it would, or a {@link Streams#branch} of it
     */
    public void follow(Simulation other, Streams chance) {
        if (!Arrays.equals(scenario.shape(), other.scenario.shape())) {
            throw new IllegalArgumentException("menus " + Arrays.toString(scenario.shape())
                    + " must be those of the run" + " to follow, " + Arrays.toString(other.scenario.shape()));
        }
        start(chance, Trace.NONE);
        world().fork(other.world(), chance);
        past.copyFrom(other.past);
        round = other.round;
        System.arraycopy(other.previous, 0, previous, 0, previous.length);
        System.arraycopy(other.profile, 0, profile, 0, profile.length);
    }

    /** The streams that this run draws from. */
    public Streams streams() {
        return streams;
    }

    private void start(Streams chance, Trace watching) {
        streams = chance;
        trace = watching;
        world = new World(scenario, chance);
        outcome = null;
        round = 0;
        System.arraycopy(scenario.startProfile(), 0, previous, 0, previous.length);
        System.arraycopy(previous, 0, profile, 0, profile.length);
        past.clear();
        present.enter(world);
        clock.restart(chance.reset(stream, MASON, 0, 0).nextLong());
        trace.started(this);
    }

    // The four phases, in the order in which the clock calls them.

    private void strike() {
        world().begin(previous);
        present.refresh(previous);
        trace.entered(this);
    }

    private void choose() {
        for (int i = 0; i < rules.length; i++) {
            boolean free = i >= forced.length || forced[i] == FREE;
            profile[i] =
                    free ? rules[i].choose(present.of(i), streams.reset(stream, CHOICE, keys[i], round)) : forced[i];
        }
        past.add(profile, present);
        trace.chose(this);
    }

    private void advance() {
        outcome = world().advance(profile, previous);
    }

    private void record() {
        trace.played(this);
        int[] spare = previous;
        previous = profile;
        profile = spare;
        round++;
    }

    public Scenario scenario() {
        return scenario;
    }

    /** The running world, not to be changed; it is ahead by one round once the round was played. */
    public World world() {
        if (world == null) {
            throw new IllegalStateException("the run has not started");
        }
        return world;
    }

    /** The round at hand, from 0. */
    public int round() {
        return round;
    }

    /** First month of the round at hand. */
    public YearMonth date() {
        return scenario.date(round);
    }

    /** What an actor chose in the round at hand, once all have. */
    public int strategy(int actor) {
        return profile[actor];
    }

    /** What an actor played in the round before, or what it starts with. */
    public int previous(int actor) {
        return previous[actor];
    }

    /** What all chose in the round at hand, as a copy. */
    public int[] profile() {
        return profile.clone();
    }

    /** What the round at hand brought, once it was played; overwritten by the next. */
    public Outcome outcome() {
        if (outcome == null) {
            throw new IllegalStateException("no round has been played");
        }
        return outcome;
    }

    /** The stage game of the round at hand, from when it begins until it is played: an oracle; ask for single payoffs. */
    public Game stage() {
        return named(present.oracle());
    }

    /** The same as a table, where it is not too large; else the oracle. */
    public Game stageTable() {
        return named(present.table());
    }

    private Game named(Game game) {
        return scenario.game() == null ? game : new NamedGame(game, scenario);
    }

    /** What an actor knows in the round at hand, from when it begins until it is played; one object serves all in turn. */
    public Situation situation(int actor) {
        return present.of(actor);
    }

    /** What was played so far, the round at hand included once all have chosen. */
    public History history() {
        return past;
    }

    /** Whether an actor may choose a strategy in the round at hand. */
    public boolean open(int actor, int strategy) {
        return present.open(actor, strategy);
    }

    /**
     * What an actor got in the round at hand, once it was played: for the market model the weighted sum of its components, USD bn
     * a year against the base round; for the others the stage game's payoff.
     */
    public double payoff(int actor) {
        Game game = scenario.game();
        return game != null ? game.payoff(actor, profile) : outcome().payoff(actor);
    }
}
