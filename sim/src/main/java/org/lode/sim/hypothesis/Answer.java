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
 * @param placebos the same question asked of placebos; empty where none were run
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
        List<Experiment.Failure> failures,
        Optional<Placebos> placebos) {
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

    /**
     * The answers of the placebos.
     *
     * @param chosen whether anybody chooses in any arm
     * @param all one for each placebo; none where nobody chooses
     */
    public record Placebos(boolean chosen, List<Beside> all) {}

    /**
     * What a placebo answers to the same question.
     *
     * @param placebo its id
     * @param verdict by the same rule
     * @param effect with its interval
     * @param difference the answer's effect less the placebo's, over the draws and seeds that both have
     * @param pairs of draw and seed that both have
     */
    public record Beside(String placebo, Verdict verdict, Interval effect, Interval difference, int pairs) {
        /** Whether the interval of the difference leaves out 0. */
        public boolean otherEffect() {
            return difference.low() > 0 || difference.high() < 0;
        }
    }

    /** Ids of the placebos that give the same answer. */
    public List<String> sameAnswer() {
        return placebos.map(Placebos::all).orElse(List.of()).stream()
                .filter(beside -> beside.verdict() == verdict)
                .map(Beside::placebo)
                .toList();
    }

    /** How the answer stands beside the placebos', in a few words; empty where none were run. */
    public String besidePlacebos() {
        if (placebos.isEmpty()) {
            return "";
        }
        if (!placebos.get().chosen()) {
            return "nobody chooses in this experiment";
        }
        List<String> same = sameAnswer();
        return same.isEmpty()
                ? "differs from the answer of every placebo"
                : "does not differ from the answer of placebo " + String.join(" and ", same);
    }
}
