package org.lode.games.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.lode.games.form.NormalForm;

/**
 * A two-player game played for ever with perfect monitoring and a public lottery: which payoffs subgame-perfect
 * equilibria in pure actions give (Abreu, Pearce and Stacchetti 1990), by the algorithm of Abreu and Sannikov (2014), which
 * keeps at most four continuation payoffs per action profile. Payoffs are per period: (1 - delta) times the discounted
 * sum.
 */
public final class RepeatedGame {
    /** As a share of a player's range of payoffs. */
    private static final double SETTLED = 1e-11;

    private static final double NEAR = 1e-13;
    private static final int ROUNDS = 100_000;
    private static final int HALVINGS = 45;

    private final NormalForm game;
    private final double[][] gain; // by player and profile: what the best deviation adds
    private final double[] minmax;
    private final double[] unit; // what payoffs are multiplied by inside

    /** Describes the stage game, of two players. */
    public RepeatedGame(NormalForm game) {
        if (game.players() != 2) {
            throw new IllegalArgumentException("players (" + game.players() + ") must be 2 for the payoff set");
        }
        this.unit = new double[] {game.unit(0), game.unit(1)};
        this.game = game.inOwnUnits();
        this.gain = new double[2][game.profiles()];
        this.minmax = new double[2];
        for (int i = 0; i < 2; i++) {
            minmax[i] = Double.POSITIVE_INFINITY;
            for (int other = 0; other < this.game.strategies(1 - i); other++) {
                double best = Double.NEGATIVE_INFINITY;
                for (int own = 0; own < this.game.strategies(i); own++) {
                    best = Math.max(best, this.game.payoff(i, profile(i, own, other)));
                }
                minmax[i] = Math.min(minmax[i], best);
                for (int own = 0; own < this.game.strategies(i); own++) {
                    int profile = profile(i, own, other);
                    gain[i][profile] = best - this.game.payoff(i, profile);
                }
            }
        }
    }

    private int profile(int player, int own, int other) {
        return own * game.stride(player) + other * game.stride(1 - player);
    }

    /** A corner of the set of equilibrium payoffs. */
    public record Payoffs(double first, double second) {}

    /**
     * Returns the corners of the set of equilibrium payoffs, anticlockwise from the smallest payoff of the first player;
     * empty if there is no equilibrium in pure actions.
     *
     * @param delta discount factor, from 0 to below 1
     */
    public List<Payoffs> payoffSet(double delta) {
        return set(delta).vertices().stream()
                .map(p -> new Payoffs(p.x() / unit[0], p.y() / unit[1]))
                .toList();
    }

    private Polygon set(double delta) {
        if (!(delta >= 0 && delta < 1)) {
            throw new IllegalArgumentException("delta (" + delta + ") must be from 0 to below 1");
        }
        List<Polygon.Point> stage = new ArrayList<>();
        for (int a = 0; a < game.profiles(); a++) {
            stage.add(new Polygon.Point(game.payoff(0, a), game.payoff(1, a)));
        }
        Polygon set = Polygon.hull(stage, NEAR);
        double[] threat = minmax.clone();
        for (int round = 0; round < ROUNDS; round++) {
            threat[0] = Math.max(threat[0], set.leastX());
            threat[1] = Math.max(threat[1], set.leastY());
            Polygon next = step(set, threat, delta);
            if (next.isEmpty()) {
                return next;
            }
            double change = Math.max(set.beyond(next), next.beyond(set));
            set = next;
            if (change <= SETTLED * (1 - delta)) {
                return set;
            }
        }
        throw new ArithmeticException("the payoff set did not settle in " + ROUNDS + " rounds");
    }

    /** One step of the operator R: what each profile gives with the continuations that keep both from deviating. */
    private Polygon step(Polygon set, double[] threat, double delta) {
        double near = NEAR;
        List<Polygon.Point> points = new ArrayList<>();
        for (int a = 0; a < game.profiles(); a++) {
            double x = game.payoff(0, a);
            double y = game.payoff(1, a);
            if (delta == 0) {
                if (gain[0][a] <= 0 && gain[1][a] <= 0) {
                    points.add(new Polygon.Point(x, y));
                }
                continue;
            }
            double leastX = threat[0] + (1 - delta) / delta * gain[0][a];
            double leastY = threat[1] + (1 - delta) / delta * gain[1][a];
            if (x >= leastX - near && y >= leastY - near) {
                points.add(new Polygon.Point(x, y)); // played for ever
                continue;
            }
            for (Polygon.Point w : set.above(leastX, leastY, near).vertices()) {
                boolean binding = Math.abs(w.x() - leastX) <= 10 * near || Math.abs(w.y() - leastY) <= 10 * near;
                if (binding) {
                    points.add(new Polygon.Point((1 - delta) * x + delta * w.x(), (1 - delta) * y + delta * w.y()));
                }
            }
        }
        return Polygon.hull(points, near);
    }

    /** Whether a profile can be played in every period of an equilibrium, with the worst equilibria as punishments. */
    public boolean sustains(double delta, int... profile) {
        int a = game.index(profile);
        Polygon set = set(delta);
        if (set.isEmpty()) {
            return false;
        }
        double[] worst = {set.leastX(), set.leastY()};
        for (int i = 0; i < 2; i++) {
            if (delta * (game.payoff(i, a) - worst[i]) < (1 - delta) * gain[i][a] - 1e-10) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the smallest discount factor at which a profile can be played in every period, to about 1e-9, by halving (the
     * set of payoffs grows with the discount factor where there is a public lottery); empty if there is none up to 0.9999.
     */
    public OptionalDouble smallestDiscount(int... profile) {
        if (sustains(0, profile)) {
            return OptionalDouble.of(0);
        }
        double fails = 0;
        double holds = 0.9999;
        if (!sustains(holds, profile)) {
            return OptionalDouble.empty();
        }
        for (int k = 0; k < HALVINGS && holds - fails > 1e-10; k++) {
            double middle = (fails + holds) / 2;
            if (sustains(middle, profile)) {
                holds = middle;
            } else {
                fails = middle;
            }
        }
        return OptionalDouble.of(holds);
    }

    /**
     * Returns the smallest discount factor at which a profile is sustained by the threat of playing an equilibrium of the
     * stage game for ever (Friedman 1971); empty if that threat is too mild for any.
     *
     * @param equilibrium each player's payoff in the stage equilibrium
     */
    public OptionalDouble smallestDiscountByReversion(double[] equilibrium, int... profile) {
        int a = game.index(profile);
        double least = 0;
        for (int i = 0; i < 2; i++) {
            double loss = game.payoff(i, a) - equilibrium[i] * unit[i];
            if (gain[i][a] > 0) {
                if (loss <= 0) {
                    return OptionalDouble.empty();
                }
                least = Math.max(least, gain[i][a] / (gain[i][a] + loss));
            }
        }
        return OptionalDouble.of(least);
    }
}
