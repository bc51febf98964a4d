package org.lode.sim.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.lode.agents.decide.DecisionRule;
import org.lode.sim.config.Doc;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Min;
import org.lode.sim.config.Settings;
import org.lode.sim.lockin.Estimate;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioReader;

/**
 * Whether actors choose as governments do: neither by coin toss nor by clockwork, seldom, and for what pays.
 *
 * @param free settings of a rule, where it has them, under which payoffs alone decide
 * @param held settings under which payoffs and the costs of moving decide, in every round
 * @param patience rounds within which a reply that pays counts as taken
 * @param uniform as in the placebos
 * @param inertia as in the placebos
 */
public record Choice(
        @Doc("settings of a rule, where it has them, under which payoffs alone decide")
        Map<String, Double> free,

        @Doc("settings under which payoffs and costs of moving decide, in every round")
        Map<String, Double> held,

        @Doc("rounds within which a reply that pays counts as taken") @Min(1) int patience,

        @Doc("as in the placebos") List<String> uniform,
        @Doc("as in the placebos") List<String> inertia)
        implements Pattern {
    public Choice {
        uniform = List.copyOf(uniform);
        inertia = List.copyOf(inertia);
    }

    @Override
    public List<String> figures() {
        return List.of("entropy", "changes", "replies", "replies-uniform", "replies-inertia");
    }

    @Override
    public List<Figure> measure(Bench bench) {
        int n = bench.size().pairs();
        @Nullable DecisionRule[] alone = rules(bench, free);
        @Nullable DecisionRule[] costly = rules(bench, held);
        List<Thoughts> real = thoughts(bench, Change.NONE, alone, costly);
        List<Thoughts> random = thoughts(bench, Placebos.each(bench.tree(), uniform), alone, costly);
        List<Thoughts> inert = thoughts(bench, Placebos.each(bench.tree(), inertia), alone, costly);
        Estimate entropy = bench.estimator().of("entropy", n, runs -> {
            double sum = 0;
            int choices = 0;
            for (int r : runs) {
                sum += real.get(r).entropy();
                choices += real.get(r).choices();
            }
            return sum / choices;
        });
        return List.of(
                Figure.of("entropy", entropy),
                Figure.of(
                        "changes",
                        bench.estimator()
                                .of("changes", n, runs -> ratio(real, runs, Thoughts::changes, Thoughts::halfYears))),
                Figure.of("replies", bench.estimator().of("replies", n, runs -> taken(real, runs))),
                Figure.of(
                        "replies-uniform",
                        bench.estimator().of("replies uniform", n, runs -> taken(real, runs) - taken(random, runs))),
                Figure.of(
                        "replies-inertia",
                        bench.estimator().of("replies inertia", n, runs -> taken(real, runs) - taken(inert, runs))));
    }

    private static double taken(List<Thoughts> of, int[] runs) {
        return ratio(of, runs, Thoughts::taken, Thoughts::replies);
    }

    private static double ratio(
            List<Thoughts> of, int[] runs, ToIntFunction<Thoughts> above, ToIntFunction<Thoughts> below) {
        double sum = 0;
        double all = 0;
        for (int r : runs) {
            sum += above.applyAsInt(of.get(r));
            all += below.applyAsInt(of.get(r));
        }
        return all > 0 ? sum / all : Double.NaN;
    }

    private List<Thoughts> thoughts(
            Bench bench, Change change, @Nullable DecisionRule[] alone, @Nullable DecisionRule[] costly) {
        List<Thoughts> thoughts = new ArrayList<>();
        for (Played played : bench.thoughts(change, bench.size().pairs(), () -> new Mind(alone, costly, patience))) {
            if (played.thoughts() != null) {
                thoughts.add(played.thoughts());
            }
        }
        return thoughts;
    }

    /** By actor its own rule under other settings; null for those that do not reply to payoffs. */
    private static @Nullable DecisionRule[] rules(Bench bench, Map<String, Double> settings) {
        List<String> repliers = Placebos.repliers(bench.tree());
        MapNode tree = bench.tree();
        for (String id : repliers) {
            for (var setting : settings.entrySet()) {
                String path = "actors." + id + ".rule." + setting.getKey();
                tree = Settings.find(tree, path).isPresent()
                        ? Settings.set(tree, path, setting.getValue(), "choice")
                        : tree;
            }
        }
        Scenario scenario = ScenarioReader.bind(tree, bench.file(), false).scenario();
        @Nullable DecisionRule[] rules = new DecisionRule[scenario.choosers()];
        for (int i = 0; i < rules.length; i++) {
            var actor = scenario.actors().get(i);
            rules[i] = repliers.contains(actor.id()) ? actor.rule() : null;
        }
        return rules;
    }
}
