package org.lode.games.solve;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lode.games.form.NormalForm;
import org.lode.games.form.Rational;

/**
 * All equilibria of a two-player game, exactly, degenerate or not.
 *
 * <p>Enumerates the vertices of both best-reply polytopes and pairs those that together have every label: the extreme
 * equilibria. The maximal sets of pairs that all match are the maximal Nash subsets, whose convex hulls make up all
 * equilibria (Avis, Rosenberg, Savani and von Stengel 2010, Enumeration of Nash equilibria for two-player games, Economic
 * Theory 42). Fractions throughout. Cost: proportional to the vertices, which grow exponentially with the strategies.
 */
public record VertexEnumeration() implements Solver {
    /** Labels are the bits of a long; beyond some twenty strategies each the vertices are too many anyway. */
    private static final int MAX_LABELS = 62;

    private static final int MAX_EQUILIBRIA = 100_000;

    @Override
    public String name() {
        return "vertices";
    }

    @Override
    public String refusal(NormalForm game) {
        if (game.players() != 2) {
            return "solver vertices takes two players, not " + game.players() + "; solver all takes any number";
        }
        int labels = game.strategies(0) + game.strategies(1);
        return labels <= MAX_LABELS
                ? ""
                : "solver vertices takes " + MAX_LABELS + " strategies in all, not " + labels
                        + "; solver pure, lemke-howson or one takes more";
    }

    @Override
    public Solution solve(NormalForm game) {
        require(game);
        int m = game.strategies(0);
        int n = game.strategies(1);
        Rational[][] first = ExactGame.payoffs(game, 0);
        Rational[][] second = ExactGame.payoffs(game, 1);
        // Player 0's strategies live where player 1's payoffs bound them, and the other way round.
        BigInteger[][][] matrices = {ExactGame.positive(second), ExactGame.positive(first)};
        IntStream sides = IntStream.range(0, 2);
        List<ReplyPolytope> polytopes = (m + n > 10 ? sides.parallel() : sides)
                .mapToObj(side -> ReplyPolytope.of(matrices[side]))
                .toList();
        long[] xs = polytopes.get(0).vertices();
        long[] ys = polytopes.get(1).vertices();
        for (int i = 0; i < ys.length; i++) { // label bits of player 0 first on both sides
            ys[i] = (ys[i] & (1L << n) - 1) << m | ys[i] >>> n;
        }
        Arrays.sort(ys);
        List<long[]> pairs = pairs(xs, ys, m, n);
        boolean complete = polytopes.get(0).isComplete() && polytopes.get(1).isComplete();
        return solution(game, first, second, pairs, complete);
    }

    /** Returns the pairs of vertices that together have every label. */
    private static List<long[]> pairs(long[] xs, long[] ys, int m, int n) {
        long all = (1L << m + n) - 1;
        long[] degenerate = Arrays.stream(ys).filter(y -> Long.bitCount(y) != n).toArray();
        List<long[]> pairs = new ArrayList<>();
        for (long x : xs) {
            long missing = all & ~x;
            if (Long.bitCount(x) == m) {
                if (Arrays.binarySearch(ys, missing) >= 0) {
                    pairs.add(new long[] {x, missing});
                }
                for (long y : degenerate) {
                    if ((missing & ~y) == 0) {
                        pairs.add(new long[] {x, y});
                    }
                }
            } else {
                for (long y : ys) {
                    if ((missing & ~y) == 0) {
                        pairs.add(new long[] {x, y});
                    }
                }
            }
            if (pairs.size() > MAX_EQUILIBRIA) {
                return pairs;
            }
        }
        return pairs;
    }

    private static Solution solution(
            NormalForm game, Rational[][] first, Rational[][] second, List<long[]> pairs, boolean complete) {
        int m = game.strategies(0);
        int n = game.strategies(1);
        boolean tooMany = pairs.size() > MAX_EQUILIBRIA;
        // Order by the strategies, first pure before mixed as the labels allow: most zeros of the first player first.
        Map<Long, Rational[]> xs = new TreeMap<>();
        Map<Long, Rational[]> ys = new TreeMap<>();
        for (long[] pair : pairs) {
            xs.computeIfAbsent(pair[0], x -> strategy(second, ~x, x >>> m, m, n));
            ys.computeIfAbsent(pair[1], y -> strategy(first, ~y >>> m, y, n, m));
        }
        List<long[]> ordered = new ArrayList<>(pairs);
        ordered.sort((a, b) -> {
            int order = Arrays.compare(xs.get(b[0]), xs.get(a[0]));
            return order != 0 ? order : Arrays.compare(ys.get(b[1]), ys.get(a[1]));
        });
        List<List<Integer>> components = new ArrayList<>();
        boolean allSubsets = NashSubsets.of(ordered, components);
        boolean[] inContinuum = new boolean[ordered.size()];
        components.forEach(component -> component.forEach(i -> inContinuum[i] = true));
        List<Equilibrium> equilibria = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            long[] pair = ordered.get(i);
            boolean regular = Long.bitCount(pair[0]) == m && Long.bitCount(pair[1]) == n;
            List<Rational> exact = new ArrayList<>(Arrays.asList(xs.get(pair[0])));
            exact.addAll(Arrays.asList(ys.get(pair[1])));
            boolean pure = exact.stream().allMatch(each -> each.signum() == 0 || each.equals(Rational.ONE));
            Equilibrium.Standing standing = inContinuum[i]
                    ? Equilibrium.Standing.EXTREME
                    : !regular
                            ? Equilibrium.Standing.TIED
                            : pure ? Equilibrium.Standing.STRICT : Equilibrium.Standing.REGULAR;
            equilibria.add(Equilibrium.exact(game, exact, standing));
        }
        String method = "vertices of both best-reply polytopes, in fractions";
        if (!complete) {
            return new Solution.Partial(
                    equilibria,
                    components,
                    method,
                    "the search stopped after " + ReplyPolytope.MAX_BASES + " bases of a polytope");
        }
        if (tooMany || !allSubsets) {
            return new Solution.Partial(
                    equilibria,
                    components,
                    method,
                    tooMany
                            ? "there are more than " + MAX_EQUILIBRIA + " extreme equilibria"
                            : "all extreme equilibria are listed, but only the first " + components.size()
                                    + " maximal Nash subsets");
        }
        return new Solution.Complete(equilibria, components, method);
    }

    /** Returns the vertex with some zeros and some tight replies, as probabilities. */
    private static Rational[] strategy(Rational[][] opponent, long support, long replies, int own, int other) {
        List<Integer> mixed = bits(support, own);
        List<Integer> tight = bits(replies, other);
        Rational[] strategy = ExactGame.equalizing(opponent, mixed, tight);
        if (strategy == null) {
            throw new IllegalStateException("a vertex is the only point with its labels");
        }
        return strategy;
    }

    static List<Integer> bits(long mask, int count) {
        List<Integer> bits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if ((mask >>> i & 1) != 0) {
                bits.add(i);
            }
        }
        return bits;
    }

    /** The maximal sets of strategies of both players of which every pair is an equilibrium. */
    private static final class NashSubsets {
        private static final int MAX_SUBSETS = 10_000;

        /** Adds each maximal Nash subset of more than one pair as positions in the list; returns false if there are more. */
        static boolean of(List<long[]> pairs, List<List<Integer>> into) {
            Map<Long, Map<Long, Integer>> replies = new LinkedHashMap<>();
            for (int i = 0; i < pairs.size(); i++) {
                replies.computeIfAbsent(pairs.get(i)[0], x -> new LinkedHashMap<>())
                        .put(pairs.get(i)[1], i);
            }
            // Closed sets of y: intersections of the neighbourhoods of x's, built up one x at a time.
            Map<List<Long>, Boolean> closed = new LinkedHashMap<>();
            for (Map<Long, Integer> row : replies.values()) {
                List<Long> all = List.copyOf(row.keySet());
                List<List<Long>> more = new ArrayList<>();
                more.add(all);
                for (List<Long> set : closed.keySet()) {
                    List<Long> common = set.stream().filter(row::containsKey).toList();
                    if (!common.isEmpty()) {
                        more.add(common);
                    }
                }
                for (List<Long> set : more) {
                    closed.putIfAbsent(set.stream().sorted().toList(), true);
                }
                if (closed.size() > MAX_SUBSETS) {
                    return false;
                }
            }
            for (List<Long> ys : closed.keySet()) {
                List<Integer> positions = new ArrayList<>();
                int members = 0;
                for (Map<Long, Integer> row : replies.values()) {
                    if (row.keySet().containsAll(ys)) {
                        members++;
                        ys.forEach(y -> positions.add(row.get(y)));
                    }
                }
                if (members * ys.size() > 1) {
                    positions.sort(null);
                    into.add(positions);
                }
            }
            into.sort((a, b) -> java.util.Arrays.compare(
                    a.stream().mapToInt(i -> i).toArray(),
                    b.stream().mapToInt(i -> i).toArray()));
            return true;
        }
    }
}
