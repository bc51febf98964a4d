package org.lode.sim.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lode.sim.run.Progress;

/** Looks for the patterns of a file: measures their figures and holds each against its band. */
public final class PatternCheck {
    private static final String UNMEASURED = "not measured yet";

    private final PatternsData data;
    private final Bench bench;

    /**
     * @param quick whether the small sizes are meant
     * @param seed of all chance
     * @param threads at least 1
     * @param progress told how many runs and games are done
     */
    public PatternCheck(PatternFile file, boolean quick, long seed, int threads, Progress progress) {
        data = file.data();
        bench = new Bench(
                file.scenario(), file.scenarioFile(), quick ? data.quick() : data.full(), seed, threads, progress);
    }

    /** One row per figure of a pattern, in the order of its bands. */
    public List<PatternRow> rows(String pattern) {
        Map<String, Band> bands = data.bands().getOrDefault(pattern, Map.of());
        Pattern measure = data.patterns().get(pattern);
        List<Figure> figures = measure == null
                ? bands.keySet().stream()
                        .map(id -> Figure.absent(id, UNMEASURED))
                        .toList()
                : measure.measure(bench);
        List<PatternRow> rows = new ArrayList<>();
        bands.forEach((id, band) -> figures.stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .ifPresent(figure -> rows.add(PatternRow.of(pattern, band, figure))));
        return rows;
    }

    /** What to print beside the rows that were asked for. */
    public List<String> notes() {
        return bench.notes();
    }
}
