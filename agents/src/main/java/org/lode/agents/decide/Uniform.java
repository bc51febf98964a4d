package org.lode.agents.decide;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.lode.agents.view.Situation;

/** Tosses a coin: every open strategy is equally likely, whatever it pays. The placebo that results are held against. */
public record Uniform() implements DecisionRule {
    @Override
    public int choose(Situation seen, RandomGenerator random) {
        return Menu.of(seen).uniform(random);
    }

    @Override
    public double[] chances(Situation seen) {
        double[] alike = new double[Menu.of(seen).size()];
        Arrays.fill(alike, 1);
        return Menu.of(seen).chances(seen, 1, alike);
    }
}
