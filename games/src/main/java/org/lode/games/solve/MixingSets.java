package org.lode.games.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lode.games.check.BestReplies;
import org.lode.games.form.NormalForm;
import org.lode.games.form.Rational;

/**
 * Sets of equilibria in which one player's mixture varies and the others' stay: polytopes, by their extreme points, in
 * fractions.
 *
 * <p>The player mixes strategies that are equally good; every other player's gains are linear in that mixture. So the set is
 * given by linear equations and inequalities, and a segment by its two ends.
 */
final class MixingSets {
    /** Choices of tight inequalities tried for the extreme points of one set. */
    private static final int MOST_CHOICES = 100_000;

    private MixingSets() {}

    /** Returns the sets of more than one point in which all but one player play one strategy for sure. */
    static Set<List<List<Rational>>> pure(NormalForm game, int most) {
        Set<List<List<Rational>>> sets = new LinkedHashSet<>();
        for (int player = 0; player < game.players(); player++) {
            for (int index = 0; index < game.profiles() && sets.size() < most; index++) {
                if (game.strategy(player, index) == 0) {
                    int[] profile = game.profile(index);
                    if (BestReplies.of(game, player, profile).size() > 1) {
                        List<List<Rational>> set = through(game, player, exact(game, profile));
                        if (set.size() > 1) {
                            sets.add(set);
                        }
                    }
                }
            }
        }
        return sets;
    }

    /**
     * Returns the extreme points of the equilibria that differ from a profile in one player's mixture only: one point if there
     * is one, none if there are none or too many.
     *
     * @param profile flat, in fractions; the player's own part does not matter
     */
    static List<List<Rational>> through(NormalForm game, int player, List<Rational> profile) {
        int start = start(game, player);
        Rational[] payoffs = org.lode.games.form.ExactExpectation.payoffs(game, player, profile);
        Rational best = Arrays.stream(payoffs).max(Rational::compareTo).orElseThrow();
        List<Integer> mixed = new ArrayList<>();
        for (int s = 0; s < payoffs.length; s++) {
            if (payoffs[s].compareTo(best) == 0) {
                mixed.add(s);
            }
        }
        List<Rational[]> equal = new ArrayList<>();
        List<Rational[]> least = new ArrayList<>();
        constrain(game, player, profile, mixed, equal, least);
        List<List<Rational>> points = new ArrayList<>();
        for (Rational[] mixture : extremes(equal, least, mixed.size())) {
            List<Rational> point = new ArrayList<>(profile);
            for (int s = 0; s < payoffs.length; s++) {
                int at = mixed.indexOf(s);
                point.set(start + s, at < 0 ? Rational.ZERO : mixture[at]);
            }
            points.add(List.copyOf(point));
        }
        return points;
    }

    /** Collects what the mixture must keep: it adds up to 1, and nobody else gains; rows of coefficients, then the right side. */
    private static void constrain(
            NormalForm game,
            int player,
            List<Rational> profile,
            List<Integer> mixed,
            List<Rational[]> equal,
            List<Rational[]> least) {
        int k = mixed.size();
        Rational[] sum = new Rational[k + 1];
        Arrays.fill(sum, Rational.ONE);
        equal.add(sum);
        for (int i = 0; i < k; i++) {
            Rational[] row = new Rational[k + 1];
            Arrays.fill(row, Rational.ZERO);
            row[i] = Rational.ONE;
            least.add(row);
        }
        List<List<Rational>> against = new ArrayList<>(); // what all earn when the player plays one of its strategies
        for (int s : mixed) {
            List<Rational> pure = new ArrayList<>(profile);
            for (int other = 0; other < game.strategies(player); other++) {
                pure.set(start(game, player) + other, other == s ? Rational.ONE : Rational.ZERO);
            }
            against.add(Fractions.payoffs(game, pure));
        }
        for (int other = 0; other < game.players(); other++) {
            int from = start(game, other);
            int used = 0;
            while (profile.get(from + used).signum() == 0) {
                used++;
            }
            for (int s = 0; other != player && s < game.strategies(other); s++) {
                Rational[] row = new Rational[k + 1];
                row[k] = Rational.ZERO;
                boolean zero = true;
                for (int i = 0; i < k; i++) {
                    row[i] =
                            against.get(i).get(from + used).minus(against.get(i).get(from + s));
                    zero &= row[i].signum() == 0;
                }
                if (!zero) {
                    (profile.get(from + s).signum() > 0 ? equal : least).add(row);
                }
            }
        }
    }

    /** Returns the extreme points of the polytope, each once. */
    private static List<Rational[]> extremes(List<Rational[]> equal, List<Rational[]> least, int unknowns) {
        List<Rational[]> points = new ArrayList<>();
        int[] left = {MOST_CHOICES};
        choose(equal, least, unknowns, 0, new ArrayList<>(), points, left);
        return left[0] > 0 ? points : List.of();
    }

    /** Tries every choice of inequalities that, made tight, leaves one point with the equations. */
    private static void choose(
            List<Rational[]> equal,
            List<Rational[]> least,
            int unknowns,
            int next,
            List<Rational[]> tight,
            List<Rational[]> points,
            int[] left) {
        if (--left[0] < 0) {
            return;
        }
        List<Rational[]> equations = new ArrayList<>();
        equal.forEach(row -> equations.add(row.clone()));
        tight.forEach(row -> equations.add(row.clone()));
        Rational[] point = ExactGame.unique(equations, unknowns);
        if (point != null) {
            boolean allowed = least.stream().allMatch(row -> value(row, point).signum() >= 0);
            if (allowed && points.stream().noneMatch(each -> Arrays.equals(each, point))) {
                points.add(point);
            }
            return;
        }
        for (int i = next; i < least.size() && tight.size() < unknowns - 1; i++) {
            tight.add(least.get(i));
            choose(equal, least, unknowns, i + 1, tight, points, left);
            tight.remove(tight.size() - 1);
        }
    }

    private static Rational value(Rational[] row, Rational[] point) {
        Rational sum = Rational.ZERO;
        for (int i = 0; i < point.length; i++) {
            sum = sum.plus(row[i].times(point[i]));
        }
        return sum.minus(row[point.length]);
    }

    private static List<Rational> exact(NormalForm game, int[] profile) {
        List<Rational> exact = new ArrayList<>();
        for (int player = 0; player < profile.length; player++) {
            for (int s = 0; s < game.strategies(player); s++) {
                exact.add(s == profile[player] ? Rational.ONE : Rational.ZERO);
            }
        }
        return exact;
    }

    private static int start(NormalForm game, int player) {
        int start = 0;
        for (int other = 0; other < player; other++) {
            start += game.strategies(other);
        }
        return start;
    }
}
