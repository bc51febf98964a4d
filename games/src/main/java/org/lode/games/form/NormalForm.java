package org.lode.games.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A game as one flat table of payoffs.
 *
 * <p>The table is player-major: first the payoffs of player 0 at every profile, then those of player 1, and so on. Profiles
 * are numbered with the last player's strategy varying fastest, so profile (s0, .., sn) has the number ((s0 * k1 + s1) * k2 +
 * s2) .. Immutable; equal by shape, names and payoffs.
 *
 * <p>Fractions that no double holds (1/3, 0.1) may be kept beside the table, for solvers that compute exactly.
 */
public final class NormalForm implements Game {
    /** The largest number of payoffs (profiles times players) of a table: what one Java array can hold. */
    public static final long MAX_CELLS = Integer.MAX_VALUE - 8L;

    private final String title;
    private final List<String> playerNames;
    private final List<List<String>> strategyNames;
    private final int[] counts;
    private final int[] strides;
    private final int profiles;
    private final double[] payoffs;
    private final Rational @Nullable [] exact;
    private final double[] lowest; // payoff of each player
    private final double[] highest;

    private NormalForm(
            String title,
            List<String> playerNames,
            List<List<String>> strategyNames,
            int[] counts,
            double[] payoffs,
            Rational @Nullable [] exact) {
        this.title = title;
        this.playerNames = playerNames;
        this.strategyNames = strategyNames;
        this.counts = counts;
        this.profiles = profiles(counts);
        this.strides = new int[counts.length];
        int stride = 1;
        for (int player = counts.length - 1; player >= 0; player--) {
            strides[player] = stride;
            stride *= counts[player];
        }
        this.payoffs = payoffs;
        this.exact = exact;
        if (payoffs.length != (long) profiles * counts.length) {
            throw new IllegalArgumentException("payoffs (" + payoffs.length + ") must be " + counts.length
                    + " players times " + profiles + " profiles = " + (long) profiles * counts.length);
        }
        this.lowest = new double[counts.length];
        this.highest = new double[counts.length];
        for (int player = 0; player < counts.length; player++) {
            bound(player);
        }
    }

    /** Finds a player's smallest and largest payoff, and refuses sizes whose arithmetic would overflow. */
    private void bound(int player) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int cell = player * profiles; cell < (player + 1) * profiles; cell++) {
            double payoff = payoffs[cell];
            if (!Payoff.isSound(payoff)) {
                throw new IllegalArgumentException("payoff (" + payoff + ") of player " + (player + 1) + " at profile "
                        + Arrays.toString(profile(cell % profiles)) + " " + Payoff.RULE);
            }
            low = Math.min(low, payoff);
            high = Math.max(high, payoff);
        }
        if (high > low && high - low < Payoff.FINEST) {
            throw new IllegalArgumentException("payoffs of player " + (player + 1) + " (from " + low + " to " + high
                    + ") must be equal or differ by 1e-100 or more");
        }
        lowest[player] = low;
        highest[player] = high;
    }

    /**
     * Returns a game without names.
     *
     * @param counts strategies of each player, each at least 1
     * @param payoffs player-major, profiles with the last player fastest; finite; copied
     */
    public static NormalForm of(int[] counts, double... payoffs) {
        return new NormalForm("", List.of(), List.of(), counts.clone(), payoffs.clone(), null);
    }

    /**
     * Returns a game without names that keeps its payoffs exactly.
     *
     * @param counts strategies of each player, each at least 1
     * @param payoffs player-major, profiles with the last player fastest; copied
     */
    public static NormalForm exact(int[] counts, Rational... payoffs) {
        double[] rounded = new double[payoffs.length];
        for (int cell = 0; cell < rounded.length; cell++) {
            rounded[cell] = payoffs[cell].toDouble();
        }
        return new NormalForm("", List.of(), List.of(), counts.clone(), rounded, payoffs.clone());
    }

    /**
     * Takes the array without copying it: for readers and expansions of large games, which hand it over and forget it.
     *
     * @param payoffs player-major, profiles with the last player fastest; finite; must not be changed afterwards
     */
    public static NormalForm ofOwned(int[] counts, double[] payoffs) {
        return new NormalForm("", List.of(), List.of(), counts.clone(), payoffs, null);
    }

    /** Returns the table of a game; the same object if it is one already. Asks for every payoff once. */
    public static NormalForm from(Game game) {
        if (game instanceof NormalForm table) {
            return table;
        }
        if (game instanceof SeparableGame sum) {
            return sum.expand();
        }
        int[] counts = game.shape();
        int profiles = profiles(counts);
        double[] payoffs = new double[counts.length * profiles];
        int[] profile = new int[counts.length];
        for (int index = 0; index < profiles; index++) {
            for (int player = 0; player < counts.length; player++) {
                payoffs[player * profiles + index] = game.payoff(player, profile);
            }
            advance(profile, counts);
        }
        return new NormalForm("", List.of(), List.of(), counts, payoffs, null).namedAs(game);
    }

    /**
     * Returns the number of profiles of a shape.
     *
     * @throws IllegalArgumentException if a count is below 1 or the table of payoffs would not fit one array
     */
    public static int profiles(int[] counts) {
        if (counts.length == 0) {
            throw new IllegalArgumentException("players (0) must be at least 1");
        }
        long profiles = 1;
        boolean tooMany = false;
        for (int player = 0; player < counts.length; player++) {
            if (counts[player] < 1) {
                throw new IllegalArgumentException(
                        "strategies (" + counts[player] + ") of player " + (player + 1) + " must be at least 1");
            }
            profiles = tooMany ? profiles : profiles * counts[player];
            tooMany |= profiles * counts.length > MAX_CELLS;
        }
        if (tooMany) {
            double size = counts.length;
            for (int count : counts) {
                size *= count;
            }
            throw new IllegalArgumentException("payoffs (" + (size < 1e18 ? Long.toString((long) size) : "over 10^18")
                    + ") must be at most " + MAX_CELLS + " to fit a table");
        }
        return (int) profiles;
    }

    /** Moves a profile to the next one, the last player fastest; returns false when it wraps to all zeros. */
    public static boolean advance(int[] profile, int[] counts) {
        for (int player = counts.length - 1; player >= 0; player--) {
            if (++profile[player] < counts[player]) {
                return true;
            }
            profile[player] = 0;
        }
        return false;
    }

    /** Returns this game with other names; empty lists number players and strategies instead. */
    public NormalForm named(String newTitle, List<String> players, List<List<String>> strategies) {
        if (!players.isEmpty() && players.size() != counts.length) {
            throw new IllegalArgumentException(
                    "player names (" + players.size() + ") must be as many as players (" + counts.length + ")");
        }
        if (!strategies.isEmpty()) {
            if (strategies.size() != counts.length) {
                throw new IllegalArgumentException("lists of strategy names (" + strategies.size()
                        + ") must be as many as players (" + counts.length + ")");
            }
            for (int player = 0; player < counts.length; player++) {
                if (strategies.get(player).size() != counts[player]) {
                    throw new IllegalArgumentException(
                            "strategy names (" + strategies.get(player).size() + ") of player " + (player + 1)
                                    + " must be as many as its strategies (" + counts[player] + ")");
                }
            }
        }
        return new NormalForm(
                newTitle,
                List.copyOf(players),
                strategies.stream().map(List::copyOf).toList(),
                counts,
                payoffs,
                exact);
    }

    /** Returns this game with the names of another of the same shape. */
    public NormalForm namedAs(Game game) {
        List<String> players = new ArrayList<>();
        List<List<String>> strategies = new ArrayList<>();
        for (int player = 0; player < counts.length; player++) {
            players.add(game.playerName(player));
            List<String> names = new ArrayList<>();
            for (int strategy = 0; strategy < counts[player]; strategy++) {
                names.add(game.strategyName(player, strategy));
            }
            strategies.add(names);
        }
        return named(game.title(), players, strategies);
    }

    @Override
    public int players() {
        return counts.length;
    }

    @Override
    public int strategies(int player) {
        return counts[player];
    }

    @Override
    public int[] shape() {
        return counts.clone();
    }

    @Override
    public double payoff(int player, int[] profile) {
        return payoffs[player * profiles + index(profile)];
    }

    /** Returns what a player gets at a profile given by its number. */
    public double payoff(int player, int index) {
        return payoffs[player * profiles + index];
    }

    /** Returns what a player gets at a profile, exactly: the fraction read, or else the value of the double. */
    public Rational exactPayoff(int player, int index) {
        int cell = player * profiles + index;
        return exact == null ? Rational.of(payoffs[cell]) : exact[cell];
    }

    /**
     * Returns by how much a player prefers one profile to another, both given by their numbers: the sign is exact, also where
     * doubles cannot tell the payoffs apart.
     */
    public double difference(int player, int index, int other) {
        int a = player * profiles + index;
        int b = player * profiles + other;
        if (exact == null || payoffs[a] != payoffs[b]) {
            return payoffs[a] - payoffs[b]; // rounding keeps the order, so only ties are in doubt
        }
        Rational difference = exact[a].minus(exact[b]);
        double rounded = difference.toDouble();
        return rounded == 0 ? difference.signum() * Double.MIN_VALUE : rounded;
    }

    /** Returns the largest difference between two payoffs of one player; 1 if every player is indifferent. */
    public double range() {
        double range = 0;
        for (int player = 0; player < counts.length; player++) {
            range = Math.max(range, highest[player] - lowest[player]);
        }
        return range > 0 ? range : 1;
    }

    /** Returns the largest difference between two payoffs of a player, the unit of its gains; 1 if it is indifferent. */
    public double range(int player) {
        double range = highest[player] - lowest[player];
        return range > 0 ? range : 1;
    }

    /** Returns the power of two that brings a player's range to at least 1 and below 2: its payoffs times it are exact. */
    public double unit(int player) {
        return Math.scalb(1.0, -Math.getExponent(range(player)));
    }

    /** Returns this game without names, each player's payoffs times its {@link #unit}, so that units do not matter. */
    public NormalForm inOwnUnits() {
        double[] scaled = payoffs.clone();
        for (int player = 0; player < counts.length; player++) {
            double unit = unit(player);
            for (int cell = player * profiles; cell < (player + 1) * profiles; cell++) {
                scaled[cell] *= unit;
            }
        }
        return ofOwned(counts, scaled);
    }

    /** Returns the largest payoff of a player in size, which bounds what rounding may do to its sums. */
    public double size(int player) {
        return Math.max(Math.abs(lowest[player]), Math.abs(highest[player]));
    }

    /** Returns whether fractions that no double holds are kept beside the table. */
    public boolean isExact() {
        return exact != null;
    }

    /** Returns the number of profiles. */
    public int profiles() {
        return profiles;
    }

    /** Returns by how much a profile's number changes with the next strategy of a player. */
    public int stride(int player) {
        return strides[player];
    }

    /** Returns the number of a profile. */
    public int index(int[] profile) {
        int index = 0;
        for (int player = 0; player < counts.length; player++) {
            Objects.checkIndex(profile[player], counts[player]);
            index += profile[player] * strides[player];
        }
        return index;
    }

    /** Returns the profile of a number, as a new array. */
    public int[] profile(int index) {
        int[] profile = new int[counts.length];
        for (int player = 0; player < counts.length; player++) {
            profile[player] = strategy(player, index);
        }
        return profile;
    }

    /** Returns a player's strategy in the profile of a number. */
    public int strategy(int player, int index) {
        return index / strides[player] % counts[player];
    }

    /** Copies the payoffs of one player, one per profile, into a buffer. */
    public void copyPayoffs(int player, double[] into, int offset) {
        System.arraycopy(payoffs, player * profiles, into, offset, profiles);
    }

    /** Copies part of the payoffs of one player, from a profile's number on, into the start of a buffer. */
    public void copyPayoffs(int player, int from, int length, double[] into) {
        Objects.checkFromIndexSize(from, length, profiles);
        System.arraycopy(payoffs, player * profiles + from, into, 0, length);
    }

    /** Returns the array itself, player-major; read only. */
    double[] table() {
        return payoffs;
    }

    /** Returns all payoffs, player-major, as a new array. */
    public double[] payoffs() {
        return payoffs.clone();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String playerName(int player) {
        return playerNames.isEmpty() ? Game.super.playerName(player) : playerNames.get(player);
    }

    @Override
    public String strategyName(int player, int strategy) {
        return strategyNames.isEmpty()
                ? Game.super.strategyName(player, strategy)
                : strategyNames.get(player).get(strategy);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NormalForm that
                && title.equals(that.title)
                && Arrays.equals(counts, that.counts)
                && names().equals(that.names())
                && Arrays.equals(payoffs, that.payoffs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts) * 31 + Arrays.hashCode(payoffs);
    }

    @Override
    public String toString() {
        return (title.isEmpty() ? "game" : title) + " of shape " + Arrays.toString(counts);
    }

    private List<List<String>> names() {
        List<List<String>> names = new ArrayList<>();
        for (int player = 0; player < counts.length; player++) {
            List<String> row = new ArrayList<>();
            row.add(playerName(player));
            for (int strategy = 0; strategy < counts[player]; strategy++) {
                row.add(strategyName(player, strategy));
            }
            names.add(row);
        }
        return names;
    }
}
