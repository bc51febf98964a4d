package org.lode.games.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lode.games.form.Payoff;

/**
 * A finite stochastic game (Shapley 1953; Fink 1964): in each state players choose, are paid, and the next state is drawn
 * by what they chose; payoffs of later periods are discounted. Immutable.
 *
 * <p>Profiles of a state are numbered with the last player's action fastest.
 */
public final class StochasticGame {
    private static final double SUM_TOLERANCE = 1e-9;

    private final List<String> players;
    private final List<String> states;
    private final List<List<List<String>>> actions;
    private final int[][] counts;
    private final double[][][] payoffs;
    private final double[][][] transitions;
    private final double[] discount;

    /**
     * Describes a game; everything is copied.
     *
     * @param players names
     * @param states names
     * @param actions names by state and player, at least one each
     * @param payoffs by state, player and profile, finite
     * @param transitions by state, next state and profile: probabilities that add up to 1 over next states
     * @param discount of each player, from 0 to below 1
     */
    public StochasticGame(
            List<String> players,
            List<String> states,
            List<List<List<String>>> actions,
            double[][][] payoffs,
            double[][][] transitions,
            double[] discount) {
        this.players = List.copyOf(players);
        this.states = List.copyOf(states);
        this.actions = actions.stream()
                .map(state -> state.stream().map(List::copyOf).toList())
                .toList();
        this.counts = new int[states.size()][];
        this.payoffs = new double[states.size()][][];
        this.transitions = new double[states.size()][][];
        this.discount = discount.clone();
        if (players.isEmpty() || states.isEmpty() || this.actions.size() != states.size()) {
            throw new IllegalArgumentException("players (" + players.size() + "), states (" + states.size()
                    + ") must be at least 1, and actions (" + actions.size() + ") given for each state");
        }
        check(discount.length, players.size(), "discount factors");
        for (int i = 0; i < discount.length; i++) {
            if (!(discount[i] >= 0 && discount[i] < 1)) {
                throw new IllegalArgumentException(
                        "discount factor of " + players.get(i) + " (" + discount[i] + ") must be from 0 to below 1");
            }
        }
        for (int s = 0; s < counts.length; s++) {
            check(this.actions.get(s).size(), players.size(), "lists of actions in state " + states.get(s));
            counts[s] = this.actions.get(s).stream().mapToInt(List::size).toArray();
            int profiles = Arrays.stream(counts[s]).reduce(1, Math::multiplyExact);
            if (profiles < 1) {
                throw new IllegalArgumentException("every player must have an action in state " + states.get(s)
                        + "; it has " + this.actions.get(s));
            }
            this.payoffs[s] = table(payoffs[s], players.size(), profiles, "payoffs in state " + states.get(s));
            this.transitions[s] = table(transitions[s], states.size(), profiles, "chances in state " + states.get(s));
            for (int i = 0; i < discount.length; i++) {
                for (double payoff : this.payoffs[s][i]) {
                    if (!Payoff.isSound(payoff)) {
                        throw new IllegalArgumentException("payoff of " + players.get(i) + " in state " + states.get(s)
                                + " (" + payoff + ") " + Payoff.RULE);
                    }
                }
            }
            for (int profile = 0; profile < profiles; profile++) {
                double sum = 0;
                for (double[] to : this.transitions[s]) {
                    if (!(to[profile] >= 0)) {
                        throw new IllegalArgumentException("chance (" + to[profile] + ") of a next state at profile "
                                + profile + " of state " + states.get(s) + " must be at least 0");
                    }
                    sum += to[profile];
                }
                if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
                    throw new IllegalArgumentException("chances of next states at profile " + profile + " of state "
                            + states.get(s) + " (sum " + sum + ") must add up to 1");
                }
            }
        }
        checkRanges();
    }

    /** Refuses players whose payoffs differ, but by so little that quotients by the range overflow. */
    private void checkRanges() {
        for (int i = 0; i < discount.length; i++) {
            double range = payoffRange(i) * (1 - discount[i]);
            if (range > 0 && range < Payoff.FINEST) {
                throw new IllegalArgumentException("payoffs of " + players.get(i) + " (range " + range
                        + ") must be equal or differ by 1e-100 or more");
            }
        }
    }

    /** A game without names: everything is numbered from 1. */
    public static StochasticGame of(
            int[][] counts, double[][][] payoffs, double[][][] transitions, double... discount) {
        List<List<List<String>>> actions = new ArrayList<>();
        for (int[] state : counts) {
            actions.add(Arrays.stream(state).mapToObj(StochasticGame::numbered).toList());
        }
        return new StochasticGame(
                numbered(discount.length), numbered(counts.length), actions, payoffs, transitions, discount);
    }

    private static List<String> numbered(int count) {
        List<String> names = new ArrayList<>();
        for (int k = 1; k <= count; k++) {
            names.add(Integer.toString(k));
        }
        return names;
    }

    private static void check(int found, int wanted, String what) {
        if (found != wanted) {
            throw new IllegalArgumentException(what + " (" + found + ") must be " + wanted);
        }
    }

    private static double[][] table(double[][] rows, int count, int profiles, String what) {
        check(rows.length, count, what);
        double[][] copy = new double[count][];
        for (int k = 0; k < count; k++) {
            check(rows[k].length, profiles, what);
            for (double value : rows[k]) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException(what + " (" + value + ") must be finite");
                }
            }
            copy[k] = rows[k].clone();
        }
        return copy;
    }

    public int players() {
        return players.size();
    }

    public int states() {
        return states.size();
    }

    /** Returns the number of actions of a player in a state. */
    public int actions(int state, int player) {
        return counts[state][player];
    }

    public String playerName(int player) {
        return players.get(player);
    }

    public String stateName(int state) {
        return states.get(state);
    }

    public String actionName(int state, int player, int action) {
        return actions.get(state).get(player).get(action);
    }

    /** Returns a player's discount factor. */
    public double discount(int player) {
        return discount[player];
    }

    /** Returns the range of a player's discounted payoffs: from the worst payoff for ever to the best; 0 if it has no stake. */
    public double payoffRange(int player) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double[][] state : payoffs) {
            for (double payoff : state[player]) {
                least = Math.min(least, payoff);
                most = Math.max(most, payoff);
            }
        }
        return (most - least) / (1 - discount[player]);
    }

    /** The number of actions of each player in a state; must not be written to. */
    int[] counts(int state) {
        return counts[state];
    }

    /** A player's payoffs by profile; must not be written to. */
    double[] payoffs(int state, int player) {
        return payoffs[state][player];
    }

    /** The chance of a next state by profile; must not be written to. */
    double[] transitions(int state, int to) {
        return transitions[state][to];
    }
}
