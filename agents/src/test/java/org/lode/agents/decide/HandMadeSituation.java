package org.lode.agents.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lode.agents.view.History;
import org.lode.agents.view.Situation;
import org.lode.games.form.Game;

/** A situation over a given game, with the past and the open strategies that a test sets. */
final class HandMadeSituation implements Situation, History {
    private final Game game;
    private final int actor;
    private final boolean[][] closed;
    private final List<int[]> past = new ArrayList<>();
    private int[] start;
    private int hegemon = -1;
    private int fallback = -1;
    private String[][] ids;
    private final double[] abandoned;

    HandMadeSituation(Game game, int actor) {
        this.game = game;
        this.actor = actor;
        this.start = new int[game.players()];
        this.abandoned = new double[game.strategies(actor)];
        this.closed = new boolean[game.players()][];
        this.ids = new String[game.players()][];
        for (int i = 0; i < closed.length; i++) {
            closed[i] = new boolean[game.strategies(i)];
            ids[i] = new String[game.strategies(i)];
            for (int s = 0; s < ids[i].length; s++) {
                ids[i][s] = "s" + s;
            }
        }
    }

    /** What all play before the first round. */
    HandMadeSituation starting(int... profile) {
        start = profile;
        return this;
    }

    /** Adds a past round. */
    HandMadeSituation played(int... profile) {
        past.add(profile.clone());
        return this;
    }

    HandMadeSituation closed(int of, int... strategies) {
        for (int strategy : strategies) {
            closed[of][strategy] = true;
        }
        return this;
    }

    /** What the deciding actor's strategies give up, in its menu's order. */
    HandMadeSituation abandoning(double... embedding) {
        System.arraycopy(embedding, 0, abandoned, 0, abandoned.length);
        return this;
    }

    HandMadeSituation ids(int of, String... names) {
        ids[of] = names;
        return this;
    }

    HandMadeSituation hegemon(int index, int retreat) {
        hegemon = index;
        fallback = retreat;
        return this;
    }

    /** Everything that a rule could change, as text. */
    String state() {
        return Arrays.toString(start)
                + past.stream().map(Arrays::toString).toList()
                + Arrays.deepToString(closed)
                + Arrays.deepToString(ids)
                + Arrays.toString(abandoned);
    }

    @Override
    public int actor() {
        return actor;
    }

    @Override
    public int actors() {
        return game.players();
    }

    @Override
    public int round() {
        return past.size();
    }

    @Override
    public int rounds() {
        return past.size();
    }

    @Override
    public int strategies(int of) {
        return game.strategies(of);
    }

    @Override
    public String strategyId(int of, int strategy) {
        return ids[of][strategy];
    }

    @Override
    public boolean open(int of, int strategy) {
        return !closed[of][strategy];
    }

    @Override
    public int previous(int of) {
        return past.isEmpty() ? start[of] : past.get(past.size() - 1)[of];
    }

    @Override
    public double reply(int strategy) {
        int[] profile = new int[actors()];
        for (int i = 0; i < profile.length; i++) {
            profile[i] = previous(i);
        }
        profile[actor] = strategy;
        return game.payoff(actor, profile);
    }

    @Override
    public double payoff(int of, int[] profile) {
        return game.payoff(of, profile);
    }

    @Override
    public Game stage() {
        return game;
    }

    @Override
    public int steps(int strategy) {
        return strategy == previous(actor()) ? 0 : 1;
    }

    @Override
    public double abandoned(int strategy) {
        return abandoned[strategy];
    }

    @Override
    public History history() {
        return this;
    }

    @Override
    public double credibility() {
        return 1;
    }

    @Override
    public int hegemon() {
        return hegemon;
    }

    @Override
    public int fallback(int of) {
        return of == hegemon ? fallback : -1;
    }

    @Override
    public int strategy(int round, int of) {
        return past.get(round)[of];
    }

    @Override
    public double payoff(int round, int of) {
        return game.payoff(of, past.get(round));
    }

    @Override
    public double forgone(int round, int of, int strategy) {
        if (closed[of][strategy]) {
            return Double.NaN;
        }
        int[] profile = past.get(round).clone();
        profile[of] = strategy;
        return game.payoff(of, profile);
    }
}
