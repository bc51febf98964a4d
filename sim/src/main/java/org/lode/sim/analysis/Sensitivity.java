package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lode.sim.results.Rows;

/**
 * The sensitivity indices of a sweep's metrics, of the kind that its design is made for.
 *
 * @param effects by metric, then factor, then index
 * @param levels the curves of a one-at-a-time design; else empty
 * @param notes what was left out, and why
 */
public record Sensitivity(
        Layout.Index index, List<Effect> effects, List<OneAtATimeCurves.Level> levels, List<String> notes) {
    public Sensitivity {
        effects = List.copyOf(effects);
        levels = List.copyOf(levels);
        notes = List.copyOf(notes);
    }

    /**
     * Computes the indices.
     *
     * @throws IllegalArgumentException if the design does not support them
     */
    public static Sensitivity of(SweepTable table, Layout layout, List<Response> responses, Resampling resampling) {
        List<Effect> effects = new ArrayList<>();
        List<OneAtATimeCurves.Level> levels = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (layout.index() == Layout.Index.PRCC) {
            for (int f = 0; f < table.factors().size(); f++) {
                if (!table.numeric(f)) {
                    notes.add("factor " + table.factors().get(f) + " has words and no ranks: left out");
                }
            }
        }
        for (Response response : responses) {
            if (!response.varies()) {
                notes.add(response.name() + " is the same at all points: left out");
                continue;
            }
            List<Effect> found = switch (layout.index()) {
                case SOBOL -> SobolIndices.of(table, layout, response, resampling);
                case MORRIS -> MorrisEffects.of(table, response, resampling);
                case PRCC -> PartialRanks.of(table, response, resampling.level());
                case OAT -> {
                    var curves = OneAtATimeCurves.of(table, response, resampling.level());
                    levels.addAll(curves);
                    yield OneAtATimeCurves.swings(table, response, curves);
                }
            };
            incomplete(table, layout, response, found, notes);
            effects.addAll(found);
        }
        return new Sensitivity(layout.index(), effects, levels, notes);
    }

    private static void incomplete(
            SweepTable table, Layout layout, Response response, List<Effect> found, List<String> notes) {
        int missing = 0;
        for (int p = 0; p < table.points(); p++) {
            missing += response.complete(p) ? 0 : 1;
        }
        if (missing > 0) {
            boolean blocks = layout.index() == Layout.Index.SOBOL || layout.index() == Layout.Index.MORRIS;
            String kept = blocks
                    ? "; " + (found.isEmpty() ? 0 : found.get(0).n())
                            + (layout.index() == Layout.Index.SOBOL
                                    ? " whole blocks are left"
                                    : " whole trajectories are left")
                    : "";
            notes.add(response.name() + " has no value in some replication at " + missing + " of " + table.points()
                    + " points" + kept + ": what is left is not a random part");
        }
    }

    /** The metrics, in order. */
    public List<String> metrics() {
        return effects.stream().map(Effect::metric).distinct().toList();
    }

    /** The indices of one metric by factor, those of the metric as a whole under an empty name. */
    public Map<String, Map<String, Effect>> of(String metric) {
        Map<String, Map<String, Effect>> byFactor = new LinkedHashMap<>();
        for (Effect effect : effects) {
            if (effect.metric().equals(metric)) {
                byFactor.computeIfAbsent(effect.factor(), name -> new LinkedHashMap<>())
                        .put(effect.index(), effect);
            }
        }
        return byFactor;
    }

    /** The index that factors are ordered by. */
    public String main() {
        return switch (index) {
            case SOBOL -> "total";
            case MORRIS -> "muStar";
            case PRCC -> "prcc";
            case OAT -> "swing";
        };
    }

    /** The factors of one metric, the one that matters most first. */
    public List<String> ordered(String metric) {
        Map<String, Map<String, Effect>> all = of(metric);
        return all.keySet().stream()
                .filter(factor -> !factor.isEmpty())
                .sorted(Comparator.comparingDouble(factor -> {
                    Effect effect = all.getOrDefault(factor, Map.of()).get(main());
                    double size =
                            effect == null ? 0 : Math.abs(effect.interval().estimate());
                    return Double.isNaN(size) ? 0 : -size;
                }))
                .toList();
    }

    /** All indices as rows. */
    public Rows rows() {
        var rows = new Rows()
                .texts(List.of("metric", "factor", "index", "estimate", "low", "high", "level", "method", "p", "n"))
                .end();
        for (Effect effect : effects) {
            Interval interval = effect.interval();
            boolean bare = interval.method().isEmpty();
            rows.text(effect.metric()).text(effect.factor()).text(effect.index());
            rows.number(interval.estimate()).number(interval.low()).number(interval.high());
            rows.number(bare ? Double.NaN : interval.level()).text(interval.method());
            rows.number(effect.p()).whole(effect.n()).end();
        }
        return rows;
    }

    /** The curves as rows; only a header where there are none. */
    public Rows curveRows() {
        var rows = new Rows()
                .texts(List.of("metric", "factor", "value", "mean", "low", "high", "difference"))
                .texts(List.of("differenceLow", "differenceHigh", "level", "n"))
                .end();
        for (OneAtATimeCurves.Level level : levels) {
            rows.text(level.metric()).text(level.factor()).text(level.level());
            Interval value = level.value();
            Interval difference = level.difference();
            rows.number(value.estimate()).number(value.low()).number(value.high());
            rows.number(difference.estimate()).number(difference.low()).number(difference.high());
            rows.number(value.level()).whole(level.n()).end();
        }
        return rows;
    }

    /** A table for each metric. */
    public List<String> text(int width) {
        List<String> lines = new ArrayList<>();
        for (String metric : metrics()) {
            Map<String, Map<String, Effect>> all = of(metric);
            List<String> names = new ArrayList<>();
            all.forEach((factor, found) -> found.keySet().forEach(name -> {
                if (!factor.isEmpty() && !names.contains(name)) {
                    names.add(name);
                }
            }));
            boolean tested = index == Layout.Index.PRCC;
            List<String> header = new ArrayList<>(List.of("factor"));
            names.forEach(name -> header.add(">" + name));
            if (tested) {
                header.add(">p");
            }
            var table = new TextTable(header.toArray(String[]::new));
            for (String factor : ordered(metric)) {
                List<String> row = new ArrayList<>(List.of(factor));
                for (String name : names) {
                    Effect effect = all.getOrDefault(factor, Map.of()).get(name);
                    row.add(effect == null ? "-" : cell(effect));
                    if (tested && effect != null) {
                        row.add(effect.p() < 0.0001 ? "<0.0001" : Decimals.fixed(effect.p(), 4));
                    }
                }
                table.row(row);
            }
            lines.add(metric + heading(all));
            lines.addAll(table.lines(width, "  "));
            lines.add("");
        }
        notes.forEach(note -> lines.add("note: " + note));
        return lines;
    }

    private String heading(Map<String, Map<String, Effect>> all) {
        Map<String, Effect> whole = all.getOrDefault("", Map.of());
        Effect variance = whole.get("parameterVariance");
        Effect seeds = whole.get("seedShare");
        return (variance == null ? "" : ": variance over parameters " + cell(variance))
                + (seeds == null
                        ? ""
                        : (variance == null ? ": " : "; ") + "seeds make "
                                + Decimals.percent(seeds.interval().estimate()) + " of a run's variance");
    }

    private String cell(Effect effect) {
        boolean share = effect.index().equals("first")
                || effect.index().equals("total")
                || effect.index().equals("prcc");
        Interval interval = effect.interval();
        String estimate = number(interval.estimate(), share);
        return Double.isNaN(interval.low())
                ? estimate
                : estimate + " [" + number(interval.low(), share) + ", " + number(interval.high(), share) + "]";
    }

    private static String number(double value, boolean share) {
        return share ? Decimals.fixed(value, 3) : Decimals.three(value);
    }
}
