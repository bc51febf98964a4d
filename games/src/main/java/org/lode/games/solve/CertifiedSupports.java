package org.lode.games.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lode.games.check.Regret;
import org.lode.games.form.NormalForm;

/**
 * All equilibria of a small game of any number of players, support by support, proved by interval arithmetic.
 *
 * <p>Supports that the signs of payoff differences exclude are skipped. On each of the others the solutions of the indifference
 * equations are isolated in boxes with exactly one each, everything else is excluded (see {@link SupportSearch}), and each
 * solution's signs and the losses of unused strategies are decided (see {@link SupportDecision}). Where one player alone mixes,
 * it is indifferent whatever it does, and the set is found in fractions (see {@link MixingSets}).
 *
 * <p>All supports get a little work first, those still open then more and more, until a budget is spent; so the same game gives
 * the same answer on any machine, and what is cheap comes first. The list is complete only if every support was decided and,
 * when all equilibria are regular, their indices add up to 1. Supports are searched in parallel and joined in order.
 */
public record CertifiedSupports() implements Solver {
    private static final int MAX_SUPPORTS = 200_000;
    private static final int MAX_STRATEGIES = 20;
    /** Boxes of each support in the first round, and by how much more in each round after it. */
    private static final int FIRST_BOXES = 500;

    private static final int GROWTH = 6;
    /** Supports opened at once. */
    private static final int CHUNK = 1 << 11;
    /** Multiplications, roughly, of a whole search: some ten seconds on two processors. */
    private static final double BUDGET = 6e9;

    private static final int SAMPLES = 60;
    private static final long SEED = 11;

    @Override
    public String name() {
        return "intervals";
    }

    @Override
    public String refusal(NormalForm game) {
        double supports = Supports.count(game.shape());
        int most = 0;
        for (int player = 0; player < game.players(); player++) {
            most = Math.max(most, game.strategies(player));
        }
        return supports <= MAX_SUPPORTS && most <= MAX_STRATEGIES
                ? ""
                : "solver intervals takes games of at most " + MAX_SUPPORTS + " supports, not "
                        + String.format(java.util.Locale.ROOT, "%.3g", supports)
                        + "; solver one finds an equilibrium of larger games, and pure all pure ones";
    }

    /** A support whose equations have to be searched. */
    private record Open(List<List<Integer>> supports, SupportSystem system, SupportSearch search) {
        int run(int boxes) {
            return system.excludesInterior() ? 0 : search.run(boxes);
        }

        boolean matters() {
            return !system.excludesInterior()
                    && (search.isOpen()
                            || search.isStuck()
                            || !search.solutions().isEmpty());
        }
    }

    @Override
    public Solution solve(NormalForm game) {
        require(game);
        List<List<List<Integer>>> supports = Supports.all(game.shape());
        List<List<List<Integer>>> mixed =
                supports.stream().filter(each -> mixing(each) > 1).toList();
        List<Open> kept = new ArrayList<>();
        int unseen = mixed.size() - search(game, mixed, kept);
        List<Open> open = kept.stream().filter(each -> each.search.isOpen()).toList();
        List<Open> stuck = kept.stream().filter(each -> each.search.isStuck()).toList();
        for (List<Open> undecided : List.of(open, stuck)) {
            undecided.stream().parallel().forEach(each -> each.search.sample(SAMPLES, SEED));
        }
        Findings findings = new Findings(game);
        for (List<List<Integer>> each : supports) {
            if (mixing(each) == 0) {
                int[] profile =
                        each.stream().mapToInt(support -> support.get(0)).toArray();
                if (Regret.of(game, profile) == 0) {
                    findings.add(Equilibrium.pure(game, profile), 1);
                }
            }
        }
        decide(game, kept, findings);
        findings.describe(
                stuck.stream().map(Open::supports).toList(),
                stuck.stream().map(Open::search).toList());
        return findings.solution(mixed.size(), unseen + open.size(), stuck.size());
    }

    /**
     * Searches in rounds of more and more boxes, until all is decided or the next round would break the budget.
     *
     * @param kept filled with the supports on which something was found or is left
     * @return how many supports were looked at
     */
    private static int search(NormalForm game, List<List<List<Integer>>> supports, List<Open> kept) {
        double left = BUDGET;
        int seen = 0;
        while (seen < supports.size() && left > BUDGET / 2) {
            List<Open> chunk = supports.subList(seen, Math.min(seen + CHUNK, supports.size())).parallelStream()
                    .map(each -> open(game, each))
                    .toList();
            double[] spent = chunk.parallelStream()
                    .mapToDouble(each -> each.system.cost() * (1 + each.run(FIRST_BOXES)))
                    .toArray();
            left -= Arrays.stream(spent).sum();
            chunk.stream().filter(Open::matters).forEach(kept::add);
            seen += chunk.size();
        }
        List<Open> open = kept.stream().filter(each -> each.search.isOpen()).toList();
        for (int boxes = FIRST_BOXES * GROWTH; !open.isEmpty(); boxes *= GROWTH) {
            double cost = open.stream().mapToDouble(each -> each.system.cost()).sum();
            int each = (int) Math.min(boxes, left / cost);
            if (each == 0) {
                break;
            }
            double[] spent = open.parallelStream()
                    .mapToDouble(one -> one.system.cost() * one.run(each))
                    .toArray();
            left -= Arrays.stream(spent).sum();
            open = open.stream().filter(one -> one.search.isOpen()).toList();
        }
        return seen;
    }

    private static void decide(NormalForm game, List<Open> kept, Findings findings) {
        List<List<Findings.Decided>> decided = kept.parallelStream()
                .map(each -> each.search.solutions().stream()
                        .map(solution -> {
                            IntervalNewton newton = each.search.newton();
                            SupportDecision decision = SupportDecision.of(
                                    game, each.supports, each.system, solution, newton.enclosure(solution));
                            return new Findings.Decided(decision, newton.index(solution));
                        })
                        .toList())
                .toList();
        decided.forEach(list -> list.forEach(findings::add));
    }

    private static Open open(NormalForm game, List<List<Integer>> supports) {
        SupportSystem system = new SupportSystem(game, supports);
        return new Open(supports, system, new SupportSearch(system));
    }

    private static long mixing(List<List<Integer>> supports) {
        return supports.stream().filter(support -> support.size() > 1).count();
    }
}
