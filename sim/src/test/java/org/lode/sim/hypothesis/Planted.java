package org.lode.sim.hypothesis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lode.sim.chance.Draws;
import org.lode.sim.chance.Purpose;
import org.lode.sim.chance.Streams;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Origin;
import org.lode.sim.hypothesis.HypothesisData.Arm;
import org.lode.sim.hypothesis.HypothesisData.Decision;
import org.lode.sim.hypothesis.HypothesisData.Size;
import org.lode.sim.run.Placebo;

/** Tables of quantities with a known truth, for the code that judges the runs of the model. */
final class Planted {
    private static final Purpose NOISE = Purpose.named("planted noise");

    private final Measure measure;
    private final List<String> arms;
    private final Decision decision;

    /** What a cell's arms hold, from the cell's own noise and the draw's parameters. */
    interface World {
        /**
         * @param random of the cell
         * @param parameters of the draw, standard normal
         * @return arm x quantity
         */
        double[][] cell(RandomGenerator random, double[] parameters);
    }

    Planted(Measure measure, List<String> arms, Decision decision) {
        this.measure = measure;
        this.arms = arms;
        this.decision = decision;
    }

    static Decision above(double bound) {
        return new Decision(Optional.of(bound), Optional.empty());
    }

    static Decision below(double bound) {
        return new Decision(Optional.empty(), Optional.of(bound));
    }

    /** The answer of forty draws with two seeds each and twenty parameters of which a world may use any. */
    Answer answer(World world) {
        return answer(world, 40, 2, 20);
    }

    Answer answer(World world, int draws, int seeds, int parameters) {
        return new Judge(1).answer(runs(world, draws, seeds, parameters));
    }

    /** The answer of a world beside that of another, which stands in for its uniform placebo. */
    Answer answer(World world, World placebo) {
        Experiment.Runs own = runs(world, 40, 2, 20);
        Experiment.Runs other = runs(placebo, 40, 2, 20);
        var beside = new Experiment.Beside(Placebo.UNIFORM, other.configured(), other.drawn());
        return new Judge(1)
                .answer(new Experiment.Runs(
                        own.hypothesis(),
                        own.configured(),
                        own.drawn(),
                        own.parameters(),
                        own.values(),
                        List.of(),
                        Optional.of(new Experiment.Placebos(true, List.of(beside)))));
    }

    private Experiment.Runs runs(World world, int draws, int seeds, int parameters) {
        List<String> names = new ArrayList<>();
        for (int p = 0; p < parameters; p++) {
            names.add("parameter" + p);
        }
        Map<Long, double[]> values = new LinkedHashMap<>();
        List<Cells.Cell> drawn = new ArrayList<>();
        List<Cells.Cell> configured = new ArrayList<>();
        for (long draw = 0; draw <= draws; draw++) {
            double[] drawnValues = new double[parameters];
            RandomGenerator random = new Streams(7, draw, 0).stream(NOISE, "parameters", 0);
            for (int p = 0; p < parameters && draw > 0; p++) {
                drawnValues[p] = Draws.normal(random);
            }
            if (draw > 0) {
                values.put(draw, drawnValues);
            }
            for (long seed = 1; seed <= (draw == 0 ? 30 : seeds); seed++) {
                double[][] cell = world.cell(new Streams(7, draw, seed).stream(NOISE, "cell", 0), drawnValues);
                (draw == 0 ? configured : drawn).add(new Cells.Cell(draw, seed, cell));
            }
        }
        var data = new HypothesisData(
                "P",
                "planted",
                "Planted.",
                "test",
                "none",
                List.of(),
                List.of(),
                arms.stream().map(id -> new Arm(id, List.of(), List.of())).toList(),
                measure,
                decision,
                new Size(draws, seeds, 30),
                new Size(draws, seeds, 30));
        var nothing = new MapNode(Map.of(), new Origin("test", 0));
        var hypothesis = new Hypothesis(data, nothing, Path.of("planted.yaml"), nothing, Path.of("none.yaml"));
        return new Experiment.Runs(
                hypothesis, new Cells(configured), new Cells(drawn), names, values, List.of(), Optional.empty());
    }
}
