package org.lode.sim.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lode.sim.config.Doc;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Settings;
import org.lode.sim.lockin.Estimate;
import org.lode.sim.lockin.Regime;

/**
 * Whether it matters what actors want: the world beside two in which it cannot. A placebo replaces the rule of every actor that
 * is not scripted, on the same chance.
 *
 * @param uniform {@code KEY=VALUE} within each actor: everybody chooses at random
 * @param inertia the same: payoffs count for nothing, costs of moving are kept
 */
public record Placebos(
        @Doc("KEY=VALUE within each actor: choice at random")
        List<String> uniform,

        @Doc("KEY=VALUE within each actor: payoffs count for nothing, costs of moving are kept")
        List<String> inertia)
        implements Pattern {
    public Placebos {
        uniform = List.copyOf(uniform);
        inertia = List.copyOf(inertia);
    }

    @Override
    public List<String> figures() {
        return List.of("regimes-uniform", "regimes-inertia", "strategies-uniform", "strategies-inertia");
    }

    @Override
    public List<Figure> measure(Bench bench) {
        int n = bench.size().runs();
        List<Played> real = bench.runs(Change.NONE, n);
        List<Played> random = bench.runs(each(bench.tree(), uniform), n);
        List<Played> inert = bench.runs(each(bench.tree(), inertia), n);
        return List.of(
                Figure.of("regimes-uniform", regimes(bench, "uniform", real, random)),
                Figure.of("regimes-inertia", regimes(bench, "inertia", real, inert)),
                Figure.of("strategies-uniform", strategies(bench, "uniform", real, random)),
                Figure.of("strategies-inertia", strategies(bench, "inertia", real, inert)));
    }

    /** The change that makes some settings of every actor that replies to payoffs. */
    static Change each(MapNode scenario, List<String> settings) {
        List<String> set = new ArrayList<>();
        for (String id : repliers(scenario)) {
            settings.forEach(setting -> set.add("actors." + id + "." + setting));
        }
        return Change.set(set);
    }

    /** Ids of the actors whose rule has a precision. */
    static List<String> repliers(MapNode scenario) {
        List<String> ids = new ArrayList<>();
        ((org.lode.sim.config.ListNode) scenario.require("actors")).items().forEach(node -> {
            MapNode actor = (MapNode) node;
            if (Settings.find(actor, "rule.lambda").isPresent()) {
                ids.add(actor.text("id"));
            }
        });
        return ids;
    }

    private static Estimate regimes(Bench bench, String name, List<Played> real, List<Played> placebo) {
        int classes = Regime.values().length;
        return bench.estimator().of("regimes " + name, real.size(), runs -> {
            int[] one = new int[classes];
            int[] other = new int[classes];
            for (int r : runs) {
                one[real.get(r).regime().ordinal()]++;
                other[placebo.get(r).regime().ordinal()]++;
            }
            return distance(one, other);
        });
    }

    private static Estimate strategies(Bench bench, String name, List<Played> real, List<Played> placebo) {
        int actors = real.get(0).plays().length;
        return bench.estimator().of("strategies " + name, real.size(), runs -> {
            double sum = 0;
            for (int i = 0; i < actors; i++) {
                int menu = real.get(0).plays()[i].length;
                int[] one = new int[menu];
                int[] other = new int[menu];
                for (int r : runs) {
                    add(one, real.get(r).plays()[i]);
                    add(other, placebo.get(r).plays()[i]);
                }
                sum += distance(one, other);
            }
            return sum / actors;
        });
    }

    private static void add(int[] to, int[] counts) {
        for (int k = 0; k < to.length; k++) {
            to[k] += counts[k];
        }
    }

    /** Total variation distance of two sets of counts: half the sum of the differences of shares, 0..1. */
    static double distance(int[] one, int[] other) {
        double a = Arrays.stream(one).sum();
        double b = Arrays.stream(other).sum();
        double sum = 0;
        for (int k = 0; k < one.length; k++) {
            sum += Math.abs(one[k] / a - other[k] / b);
        }
        return sum / 2;
    }
}
