package org.lode.agents.decide;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.lode.agents.instrument.Range;
import org.lode.agents.view.Situation;
import org.lode.games.form.NormalForm;
import org.lode.games.solve.PureEnumeration;

/**
 * Plays its part of a pure Nash equilibrium of the stage game over open strategies, selected in one of three ways.
 *
 * <p>What is left tied goes to the first equilibrium in the order of profiles and not to a draw, because actors with this rule
 * must select alike to coordinate. Where there is no pure equilibrium the actor draws from its quantal response at {@code lambda},
 * as {@link Qre} does. Cost: the table of the whole stage game; selection by risk compares all
 * pairs of the first {@value #MOST_COMPARED} equilibria.
 *
 * @param selection which equilibrium, if there are several
 * @param lambda precision of the quantal response where no equilibrium is pure, per unit of payoff, at least 0; take it high
 */
public record Nash(Selection selection, double lambda) implements DecisionRule {
    private static final int MOST_COMPARED = 1000;

    /** How one of several equilibria is selected. */
    public enum Selection {
        /**
         * The one that risk-dominates the most others: of two, the one whose product of losses from deviating alone to the
         * other is larger (Harsanyi and Selten 1988 for two actors; the product over all who differ, Guth 1992).
         */
        RISK_DOMINANCE,
        /** The one with the largest sum of payoffs, which is the payoff-dominant one where there is one. */
        PAYOFF_DOMINANCE,
        /** The one in which the fewest actors leave what they played last (Schelling 1960: precedent makes focal). */
        FOCAL_POINT
    }

    public Nash {
        Objects.requireNonNull(selection, "selection");
        Range.atLeast("lambda", lambda, 0);
    }

    @Override
    public boolean needsTable() {
        return true;
    }

    @Override
    public int choose(Situation seen, RandomGenerator random) {
        Menu menu = Menu.of(seen);
        if (menu.size() == 1) {
            return menu.at(0);
        }
        NormalForm stage = OpenStage.table(seen, name());
        int[] equilibria = PureEnumeration.indexes(stage);
        if (equilibria.length == 0) {
            return Qre.draw(stage, menu, seen.actor(), lambda, random);
        }
        int selected = equilibria[0];
        double best = score(seen, stage, equilibria, 0);
        int compared =
                selection == Selection.RISK_DOMINANCE ? Math.min(equilibria.length, MOST_COMPARED) : equilibria.length;
        for (int at = 1; at < compared; at++) {
            double score = score(seen, stage, equilibria, at);
            if (score > best) {
                best = score;
                selected = equilibria[at];
            }
        }
        return menu.at(stage.strategy(seen.actor(), selected));
    }

    private double score(Situation seen, NormalForm stage, int[] equilibria, int at) {
        return switch (selection) {
            case RISK_DOMINANCE -> wins(stage, equilibria, at);
            case PAYOFF_DOMINANCE -> sum(stage, equilibria[at]);
            case FOCAL_POINT -> stayers(seen, stage, equilibria[at]);
        };
    }

    private static double wins(NormalForm stage, int[] equilibria, int at) {
        int wins = 0;
        for (int with = 0; with < Math.min(equilibria.length, MOST_COMPARED); with++) {
            int other = equilibria[with];
            if (other != equilibria[at] && loss(stage, equilibria[at], other) > loss(stage, other, equilibria[at])) {
                wins++;
            }
        }
        return wins;
    }

    /** Product over the actors that differ of what each loses by deviating alone from one equilibrium toward the other. */
    private static double loss(NormalForm stage, int from, int to) {
        double product = 1;
        for (int actor = 0; actor < stage.players(); actor++) {
            int step = stage.strategy(actor, to) - stage.strategy(actor, from);
            if (step != 0) {
                product *= stage.payoff(actor, from) - stage.payoff(actor, from + step * stage.stride(actor));
            }
        }
        return product;
    }

    private static double sum(NormalForm stage, int equilibrium) {
        double sum = 0;
        for (int actor = 0; actor < stage.players(); actor++) {
            sum += stage.payoff(actor, equilibrium);
        }
        return sum;
    }

    private static double stayers(Situation seen, NormalForm stage, int equilibrium) {
        int stayers = 0;
        for (int actor = 0; actor < stage.players(); actor++) {
            if (Menu.of(seen, actor).at(stage.strategy(actor, equilibrium)) == seen.previous(actor)) {
                stayers++;
            }
        }
        return stayers;
    }
}
