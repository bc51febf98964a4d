package org.lode.sim.hypothesis;

import java.util.List;
import java.util.Optional;

/**
 * What a hypothesis is about: which quantities of a run matter, and which number of many runs says whether it holds. A member is
 * a record of its settings.
 */
public interface Measure {
    /**
     * Refuses arms that the measure cannot read.
     *
     * @param arms ids of the arms, in the file's order
     * @throws IllegalArgumentException with what is wrong
     */
    void check(List<String> arms);

    /** Names of the quantities of one run. */
    List<String> quantities();

    /**
     * Reads the quantities off a run.
     *
     * @param into of the length of {@link #quantities}, overwritten
     * @throws IllegalArgumentException if the run is too short for the settings
     */
    void observe(RunSeries run, double[] into);

    /** Fills in what takes all cells at once to know, such as predictions from the others; the cells themselves by default. */
    default Cells prepare(Cells cells) {
        return cells;
    }

    /** What the number is, with its unit. */
    String effectName();

    String unit();

    /** The number that the hypothesis is judged by. */
    double effect(Cells cells);

    /** The same of a few cells, of one seed or draw, to ask whether the hypothesis holds there. */
    default double effectWithin(Cells few) {
        return effect(few);
    }

    /**
     * What must be above 0 for the question to make sense, or for the claim to hold at all.
     *
     * @param figure the number
     * @param claimed whether it is part of the claim: then the answer is no where it is not above 0, else inconclusive
     */
    record Premise(Figure figure, boolean claimed) {}

    default Optional<Premise> premise() {
        return Optional.empty();
    }

    /** Further numbers for the reader. */
    List<Figure> figures();
}
