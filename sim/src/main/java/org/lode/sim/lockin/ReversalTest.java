package org.lode.sim.lockin;

import java.util.ArrayList;
import java.util.List;
import org.lode.sim.config.Above;
import org.lode.sim.config.Default;
import org.lode.sim.config.Doc;
import org.lode.sim.config.Max;
import org.lode.sim.config.Min;

/**
 * Lock-in as what survives a reversal. At a round of each history, forks with fresh chance go on unforced, and others have a
 * reversal forced on them for some rounds; all are judged when that is long over. With the target of a history the class in which
 * most of its unforced forks end,
 *
 * <pre>
 *   P  = share of the forced forks that end in their history's target
 *   P0 = share of the unforced forks of the other histories that do: what chance alone would give
 *   L  = (P - P0) / (1 - P0), and nothing can be said ("not contingent") where P0 &gt; 0.95
 * </pre>
 *
 * <p>0 in a memoryless world, however uneven its classes, and 1 where each history is caught in a well of its own; below 0 where the
 * reversal drives histories out for good. The form is Cohen's kappa (1960, A coefficient of agreement for nominal scales,
 * Educational and Psychological Measurement 20). Where targets are spread as forks are, P0 is the sum of squared shares, which is
 * reported too; where they are not, the sum of squares would take an uneven memoryless world for a locked one. Chance must be
 * fresh: with the same keys any process that forgets slowly seems to come back. The same keys serve effect sizes only.
 *
 * <p>Lock-in as the ex-post inability to shake off a path: Vergne and Durand (2010), The missing link between the theory and
 * empirics of path dependence, Journal of Management Studies 47; David (1985), Clio and the economics of QWERTY, American
 * Economic Review 75. Cost: (2 + reversals) x (1 + forks) x (forced + after) rounds per history and round of the grid.
 *
 * @param rounds at which to fork, ascending
 * @param forced rounds of forcing (k)
 * @param after rounds from its end to the judgement
 * @param forks per history, round and reversal; an odd number avoids ties about the target
 * @param locked L from which on a round counts as locked in
 * @param left series of which is reported what the reversal leaves
 * @param walk series whose shock is followed for self-reinforcement; empty for none
 */
public record ReversalTest(
        @Doc("rounds at which histories are forked") @Default("[2, 6, 12, 18, 24, 30]")
        List<Integer> rounds,

        @Doc("rounds of forcing") @Min(1) @Max(1000) @Default("4")
        int forced,

        @Doc("rounds from the end of forcing to the judgement") @Min(1) @Max(1000) @Default("10")
        int after,

        @Doc("forks of a history per round and reversal") @Min(2) @Max(10000) @Default("15")
        int forks,

        @Doc("index from which on a history counts as locked in") @Above(0) @Max(1) @Default("0.8")
        double locked,

        @Doc("series of which is reported what a reversal leaves") @Default("[capacity, membership]")
        List<String> left,

        @Doc("series whose shock is followed for self-reinforcement; '' for none") @Default("lead")
        String walk)
        implements LockInMetric {
    /** P0 above which hardly anything is left to chance, so that nothing can be locked in. */
    public static final double NOT_CONTINGENT = 0.95;

    public ReversalTest {
        rounds = List.copyOf(rounds);
        left = List.copyOf(left);
        int before = -1;
        for (int round : rounds) {
            if (round <= before) {
                throw new IllegalArgumentException("rounds " + rounds + " must be at least 0 and ascend");
            }
            before = round;
        }
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("rounds must name at least one");
        }
    }

    @Override
    public List<Finding> measure(Laboratory laboratory) {
        PathProcess process = laboratory.process();
        List<Integer> reversals = new ArrayList<>();
        for (int f = 0; f < process.forcings().size(); f++) {
            if (process.forcings().get(f).reversal()) {
                reversals.add(f);
            }
        }
        if (reversals.isEmpty()) {
            return List.of();
        }
        List<ReversalSample> samples =
                laboratory.histories(history -> ReversalSample.of(this, process, reversals, history));
        return new ReversalFindings(this, process, reversals, samples, laboratory.estimator()).all();
    }
}
