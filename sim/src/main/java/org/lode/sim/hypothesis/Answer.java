package org.lode.sim.hypothesis;

import java.util.List;
import java.util.Optional;
import org.lode.sim.analysis.Interval;

/**
 * The answer to a hypothesis.
 *
 * @param verdict yes where the whole interval of the effect lies where the claim holds, no where none of it does
 * @param why what decided
 * @param effect over the draws of the parameters, with its interval; over the seeds where nothing was drawn
 * @param configured with the parameters as configured, over seeds
 * @param shareOfSeeds of the runs with the parameters as configured, in how many the claim holds
 * @param shareOfDraws of the draws, in how many it holds; NaN without draws
 * @param premise what must be above 0, if anything
 * @param figures further numbers, in the measure's order
 * @param hinges drawn parameters that go with the effect, the strongest first
 * @param draws that entered
 * @param cells pairs of draw and seed that entered
 * @param failures runs that did not end
 */
public record Answer(
        Hypothesis hypothesis,
        Verdict verdict,
        String why,
        Interval effect,
        Interval configured,
        double shareOfSeeds,
        double shareOfDraws,
        Optional<Named> premise,
        List<Named> figures,
        List<Hinge> hinges,
        int draws,
        int cells,
        List<Experiment.Failure> failures) {
    /** How an answer may end. */
    public enum Verdict {
        YES("yes"),
        NO("no"),
        INCONCLUSIVE("inconclusive");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** A figure with its interval. */
    public record Named(String name, String unit, Interval value) {}

    /**
     * A parameter on which the answer turns.
     *
     * @param correlation Spearman's, of the parameter with the effect of a draw
     * @param adjusted p-value after Holm's correction for all parameters looked at
     */
    public record Hinge(String parameter, double correlation, double adjusted) {}
}
