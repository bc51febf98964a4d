package org.lode.sim.lockin;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a process is path dependent: it must be contingent, feed on itself, and end locked in without an outside shock (Vergne
 * and Durand 2010, The missing link between the theory and empirics of path dependence, Journal of Management Studies 47). Each leg
 * stands if the whole interval of its figure lies above a threshold, falls if it lies below, and is open otherwise.
 *
 * <ul>
 *   <li>contingency: chance that two histories end in different classes, above 0.05
 *   <li>self-reinforcement: what a shock to the walk has become over what it was, above 1
 *   <li>lock-in: the index of the reversal test at its last round, of the reversal that shakes most, above the test's threshold
 * </ul>
 *
 * @param legs in this order
 * @param answer yes if all stand, no if one falls, else inconclusive
 * @param hangsOn what would turn the answer, in words
 */
public record PathDependence(List<Leg> legs, Answer answer, List<String> hangsOn) {
    /** Chance of different ends below which nothing is contingent. */
    public static final double CONTINGENT = 1 - ReversalTest.NOT_CONTINGENT;
    /** What a shock must become of itself to feed on itself. */
    public static final double REINFORCED = 1;

    private static final List<Double> OTHER_THRESHOLDS = List.of(0.5, 0.6, 0.7, 0.9);

    public PathDependence {
        legs = List.copyOf(legs);
        hangsOn = List.copyOf(hangsOn);
    }

    public enum Answer {
        YES,
        NO,
        INCONCLUSIVE;

        /** As written in results. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One of the three conditions.
     *
     * @param figure what was measured, in words
     */
    public record Leg(String name, String figure, Estimate estimate, double threshold) {
        public Answer answer() {
            if (!estimate.defined()) {
                return Answer.INCONCLUSIVE;
            }
            return estimate.above(threshold) ? Answer.YES : estimate.below(threshold) ? Answer.NO : Answer.INCONCLUSIVE;
        }
    }

    /**
     * Judges from what the reversal test found.
     *
     * @param findings of {@link ReversalTest}; others are passed over
     */
    public static PathDependence of(Laboratory laboratory, ReversalTest test, List<Finding> findings) {
        List<Leg> legs = new ArrayList<>();
        Estimate contingency = contingency(laboratory);
        legs.add(new Leg("contingency", "chance that two histories end apart", contingency, CONTINGENT));
        Estimate gain = Estimate.none(0);
        for (Finding finding : of(findings, "amplification")) {
            gain = finding.subject().equals("all") ? finding.estimate() : gain;
        }
        legs.add(new Leg("self-reinforcement", "shock to the walk, after over before", gain, REINFORCED));
        String aspect = laboratory.process().aspects().get(0).name() + " ";
        List<Finding> last = of(findings, "L").stream()
                .filter(finding -> finding.subject().startsWith(aspect)
                        && finding.at() == test.rounds().get(test.rounds().size() - 1))
                .toList();
        Finding least = null;
        for (Finding finding : last) {
            boolean better = least == null
                    || !least.estimate().defined()
                    || finding.estimate().value() < least.estimate().value();
            least = better && (least == null || finding.estimate().defined()) ? finding : least;
        }
        Estimate index = least == null ? Estimate.none(0) : least.estimate();
        String reversal = least == null ? "no reversal" : least.subject().substring(aspect.length());
        legs.add(new Leg("lock-in", "index L of the reversal test, " + reversal, index, test.locked()));
        return new PathDependence(legs, answer(legs), hangsOn(legs, last, aspect));
    }

    private static List<Finding> of(List<Finding> findings, String measure) {
        return findings.stream()
                .filter(finding -> finding.metric().equals(LockInMetrics.name(ReversalTest.class))
                        && finding.measure().equals(measure))
                .toList();
    }

    /** Chance that two different paths end in different classes of the first aspect. */
    private static Estimate contingency(Laboratory laboratory) {
        List<Path> paths = laboratory.paths();
        int last = laboratory.rounds() - 1;
        int[] ends = paths.stream().mapToInt(path -> path.state(0, last)).toArray();
        int classes = laboratory.process().aspects().get(0).classes().size();
        int[] counts = new int[classes];
        int n = ends.length;
        Estimate estimate = laboratory.estimator().of("contingency", n, histories -> {
            java.util.Arrays.fill(counts, 0);
            for (int h : histories) {
                counts[ends[h]]++;
            }
            double same = 0;
            for (int count : counts) {
                same += (double) count * (count - 1);
            }
            return n > 1 ? 1 - same / ((double) n * (n - 1)) : Double.NaN;
        });
        if (estimate.defined() && estimate.value() == 0) {
            // All ended alike: with at most a share q elsewhere, two differ with a chance of at most 2 q (1 - q).
            double q = Math.min(0.5, laboratory.estimator().share(0, n).high());
            return new Estimate(0, 0, 2 * q * (1 - q), n, "exact");
        }
        return estimate;
    }

    private static Answer answer(List<Leg> legs) {
        boolean all = legs.stream().allMatch(leg -> leg.answer() == Answer.YES);
        boolean none = legs.stream().anyMatch(leg -> leg.answer() == Answer.NO);
        return all ? Answer.YES : none ? Answer.NO : Answer.INCONCLUSIVE;
    }

    private static List<String> hangsOn(List<Leg> legs, List<Finding> last, String aspect) {
        List<String> words = new ArrayList<>();
        Answer answer = answer(legs);
        for (int i = 0; i < legs.size(); i++) {
            for (Answer other : Answer.values()) {
                if (other != legs.get(i).answer() && answerWith(legs, i, other) != answer) {
                    words.add(legs.get(i).name() + ": were it " + other.id() + ", the answer would be "
                            + answerWith(legs, i, other).id());
                }
            }
        }
        Leg lock = legs.get(2);
        for (Finding finding : last) {
            var leg = new Leg(lock.name(), lock.figure(), finding.estimate(), lock.threshold());
            if (leg.answer() != lock.answer()) {
                words.add("reversal: by " + finding.subject().substring(aspect.length()) + " alone lock-in would be "
                        + leg.answer().id());
            }
        }
        for (double threshold : OTHER_THRESHOLDS) {
            var leg = new Leg(lock.name(), lock.figure(), lock.estimate(), threshold);
            if (leg.answer() != lock.answer()) {
                words.add("threshold: from L " + threshold + " on, lock-in would be "
                        + leg.answer().id());
            }
        }
        return words;
    }

    private static Answer answerWith(List<Leg> legs, int place, Answer answer) {
        boolean all = true;
        boolean none = false;
        for (int i = 0; i < legs.size(); i++) {
            Answer one = i == place ? answer : legs.get(i).answer();
            all &= one == Answer.YES;
            none |= one == Answer.NO;
        }
        return all ? Answer.YES : none ? Answer.NO : Answer.INCONCLUSIVE;
    }
}
