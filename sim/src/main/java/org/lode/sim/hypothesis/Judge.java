package org.lode.sim.hypothesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lode.sim.analysis.Interval;
import org.lode.sim.analysis.Summary;
import org.lode.sim.chance.Draws;
import org.lode.sim.chance.Purpose;
import org.lode.sim.chance.Streams;
import org.lode.sim.hypothesis.Answer.Verdict;

/**
 * Turns what the runs brought into an answer. Intervals are of the percentile bootstrap; draws are resampled whole, with all
 * their seeds and arms (Davison and Hinkley 1997, Bootstrap methods and their application, section 3.8); without draws, seeds.
 */
public final class Judge {
    static final double LEVEL = 0.95;
    private static final int RESAMPLES = 2000;
    private static final Purpose BOOTSTRAP = Purpose.named("hypothesis bootstrap");

    private final long seed;

    /** @param seed of the resampling */
    public Judge(long seed) {
        this.seed = seed;
    }

    /** Answers one hypothesis. */
    public Answer answer(Experiment.Runs runs) {
        HypothesisData data = runs.hypothesis().data();
        Measure measure = data.measure();
        Cells configured = prepared(measure, runs.configured());
        Cells drawn = prepared(measure, runs.drawn());
        List<Figure> asked = new ArrayList<>();
        asked.add(new Figure(measure.effectName(), measure.unit(), measure::effect));
        measure.premise().ifPresent(premise -> asked.add(premise.figure()));
        asked.addAll(measure.figures());
        Cells judged = drawn.size() > 0 ? drawn : configured;
        List<Cells> clusters = drawn.size() > 0 ? drawn.byDraw() : configured.single();
        List<Interval> found = intervals(asked, judged, clusters, data.id());
        Interval effect = found.get(0);
        Interval central = intervals(asked.subList(0, 1), configured, configured.single(), data.id() + " configured")
                .get(0);
        Optional<Answer.Named> premise = measure.premise()
                .map(each ->
                        new Answer.Named(each.figure().name(), each.figure().unit(), found.get(1)));
        int first = premise.isPresent() ? 2 : 1;
        List<Answer.Named> figures = new ArrayList<>();
        for (int f = first; f < asked.size(); f++) {
            figures.add(new Answer.Named(asked.get(f).name(), asked.get(f).unit(), found.get(f)));
        }
        boolean claimed = measure.premise().map(Measure.Premise::claimed).orElse(false);
        Ruling ruling = ruling(data.decision(), effect, premise.map(Answer.Named::value), claimed);
        return new Answer(
                runs.hypothesis(),
                ruling.verdict(),
                ruling.why(),
                effect,
                central,
                share(measure, data.decision(), configured.single()),
                drawn.size() > 0 ? share(measure, data.decision(), drawn.byDraw()) : Double.NaN,
                premise,
                figures,
                hinges(measure, drawn.byDraw(), runs),
                drawn.byDraw().size(),
                judged.size(),
                runs.failures(),
                runs.placebos().map(placebos -> placebos(placebos, data, judged, drawn.size() > 0)));
    }

    private Answer.Placebos placebos(Experiment.Placebos placebos, HypothesisData data, Cells judged, boolean byDraw) {
        List<Answer.Beside> all = new ArrayList<>();
        for (Experiment.Beside beside : placebos.chosen() ? placebos.all() : List.<Experiment.Beside>of()) {
            Cells cells = prepared(data.measure(), byDraw ? beside.drawn() : beside.configured());
            all.add(beside(beside.placebo().id(), data, judged, cells, byDraw));
        }
        return new Answer.Placebos(placebos.chosen(), List.copyOf(all));
    }

    private Answer.Beside beside(String placebo, HypothesisData data, Cells judged, Cells cells, boolean byDraw) {
        Measure measure = data.measure();
        List<Figure> asked = new ArrayList<>();
        asked.add(new Figure(measure.effectName(), measure.unit(), measure::effect));
        measure.premise().ifPresent(premise -> asked.add(premise.figure()));
        List<Cells> clusters = byDraw ? cells.byDraw() : cells.single();
        List<Interval> found = intervals(asked, cells, clusters, data.id() + " " + placebo);
        Ruling ruling = ruling(
                data.decision(),
                found.get(0),
                found.size() > 1 ? Optional.of(found.get(1)) : Optional.empty(),
                measure.premise().map(Measure.Premise::claimed).orElse(false));
        Cells world = judged.with(cells);
        Cells other = cells.with(judged);
        Interval difference = new Paired(world, other, byDraw).difference(measure, data.id() + " " + placebo);
        return new Answer.Beside(placebo, ruling.verdict(), found.get(0), difference, world.size());
    }

    /** Cells of the same draws and seeds in two worlds, resampled together. */
    private final class Paired {
        private final Cells world;
        private final Cells other;
        private final List<Cells> ofWorld;
        private final List<Cells> ofOther;

        Paired(Cells world, Cells other, boolean byDraw) {
            this.world = world;
            this.other = other;
            ofWorld = byDraw ? world.byDraw() : world.single();
            ofOther = byDraw ? other.byDraw() : other.single();
        }

        Interval difference(Measure measure, String key) {
            int n = ofWorld.size();
            double estimate = n == 0 ? Double.NaN : measure.effect(world) - measure.effect(other);
            double[] resampled = new double[RESAMPLES];
            var random = new Streams(seed, Streams.COMMON, 0).stream(BOOTSTRAP, key + " difference", 0);
            boolean known = n > 1 && !Double.isNaN(estimate);
            for (int b = 0; b < RESAMPLES && known; b++) {
                List<Cells.Cell> one = new ArrayList<>();
                List<Cells.Cell> two = new ArrayList<>();
                for (int k = 0; k < n; k++) {
                    int drawn = Draws.index(random, n);
                    one.addAll(ofWorld.get(drawn).cells());
                    two.addAll(ofOther.get(drawn).cells());
                }
                resampled[b] = measure.effect(new Cells(one)) - measure.effect(new Cells(two));
                known = !Double.isNaN(resampled[b]);
            }
            Arrays.sort(resampled);
            return new Interval(
                    estimate,
                    known ? Summary.quantile(resampled, (1 - LEVEL) / 2) : Double.NaN,
                    known ? Summary.quantile(resampled, (1 + LEVEL) / 2) : Double.NaN,
                    LEVEL,
                    "bootstrap");
        }
    }

    private static Cells prepared(Measure measure, Cells cells) {
        return cells.size() > 0 ? measure.prepare(cells) : cells;
    }

    /** A verdict and what decided. */
    record Ruling(Verdict verdict, String why) {}

    /**
     * Weighs an effect against the bounds, once the premise stands.
     *
     * @param claimed whether the premise is part of the claim
     */
    static Ruling ruling(
            HypothesisData.Decision decision, Interval effect, Optional<Interval> premise, boolean claimed) {
        if (premise.isPresent() && !(premise.get().low() > 0)) {
            boolean refuted = premise.get().high() <= 0;
            return refuted && claimed
                    ? new Ruling(Verdict.NO, "the premise, part of the claim, does not hold")
                    : new Ruling(
                            Verdict.INCONCLUSIVE,
                            refuted ? "the premise does not hold" : "whether the premise holds is open");
        }
        if (Double.isNaN(effect.low()) || Double.isNaN(effect.high())) {
            return new Ruling(Verdict.INCONCLUSIVE, "too few runs for an interval");
        }
        if (decision.holds(effect.low()) && decision.holds(effect.high())) {
            return new Ruling(Verdict.YES, "the whole interval is within the bounds");
        }
        boolean outside = effect.high() <= decision.low() || effect.low() >= decision.high();
        return outside
                ? new Ruling(Verdict.NO, "the whole interval is outside the bounds")
                : new Ruling(Verdict.INCONCLUSIVE, "the interval reaches across a bound");
    }

    private static double share(Measure measure, HypothesisData.Decision decision, List<Cells> groups) {
        int held = 0;
        for (Cells group : groups) {
            boolean stands = measure.premise()
                    .map(premise -> premise.figure().statistic().applyAsDouble(group) > 0)
                    .orElse(true);
            held += stands && decision.holds(measure.effectWithin(group)) ? 1 : 0;
        }
        return groups.isEmpty() ? Double.NaN : (double) held / groups.size();
    }

    private List<Interval> intervals(List<Figure> asked, Cells all, List<Cells> clusters, String key) {
        int n = clusters.size();
        double[][] resampled = new double[asked.size()][RESAMPLES];
        var random = new Streams(seed, Streams.COMMON, 0).stream(BOOTSTRAP, key, 0);
        for (int b = 0; b < RESAMPLES && n > 1; b++) {
            List<Cells.Cell> sample = new ArrayList<>();
            for (int k = 0; k < n; k++) {
                sample.addAll(clusters.get(Draws.index(random, n)).cells());
            }
            Cells cells = new Cells(sample);
            for (int f = 0; f < resampled.length; f++) {
                resampled[f][b] = asked.get(f).statistic().applyAsDouble(cells);
            }
        }
        List<Interval> intervals = new ArrayList<>();
        for (int f = 0; f < resampled.length; f++) {
            double estimate = n == 0 ? Double.NaN : asked.get(f).statistic().applyAsDouble(all);
            boolean known = n > 1 && !Double.isNaN(estimate);
            for (double value : resampled[f]) {
                known &= !Double.isNaN(value);
            }
            Arrays.sort(resampled[f]);
            intervals.add(new Interval(
                    estimate,
                    known ? Summary.quantile(resampled[f], (1 - LEVEL) / 2) : Double.NaN,
                    known ? Summary.quantile(resampled[f], (1 + LEVEL) / 2) : Double.NaN,
                    LEVEL,
                    "bootstrap"));
        }
        return intervals;
    }

    private static List<Answer.Hinge> hinges(Measure measure, List<Cells> draws, Experiment.Runs runs) {
        List<double[]> values = new ArrayList<>();
        List<Double> effects = new ArrayList<>();
        for (Cells draw : draws) {
            double[] drawn = runs.values().get(draw.cells().get(0).draw());
            double effect = measure.effectWithin(draw);
            if (drawn != null && Double.isFinite(effect)) {
                values.add(drawn);
                effects.add(effect);
            }
        }
        return RankTest.strongest(runs.parameters(), values, effects);
    }
}
