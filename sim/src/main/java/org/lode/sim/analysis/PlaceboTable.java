package org.lode.sim.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lode.sim.experiment.Beside;
import org.lode.sim.results.CsvTable;
import org.lode.sim.results.Headlines;
import org.lode.sim.results.Headlines.Headline;
import org.lode.sim.results.ResultFiles;
import org.lode.sim.results.Rows;
import org.lode.sim.run.Placebo;
import org.lode.sim.world.Scenario;

/**
 * {@code placebo.csv} of a run: each headline, the same with each placebo, and the difference of the pairs. Of the strategies that
 * an actor may end with, the one that most replications end with is a headline; of the regimes, those that some run is in.
 */
public final class PlaceboTable implements Beside.Sink {
    static final double LEVEL = 0.95;
    private static final List<String> HEADER =
            List.of("headline", "placebo", "value", "with", "difference", "low", "high", "n", "method");

    private final List<Headline> headlines;
    /** By headline: sum over the replications of the world itself. */
    private final double[] sums;
    /** By placebo and headline. */
    private final Pairs[][] pairs;

    /**
     * A headline beside a placebo.
     *
     * @param headline see {@link Headlines}
     * @param placebo its id
     * @param value mean over replications
     * @param with the same with the placebo
     * @param difference the first less the second
     * @param low lower end of its 95 % interval; NaN for fewer than two pairs
     * @param high upper end
     * @param n pairs
     * @param method {@code student}, or {@code agresti-min} of shares
     */
    public record Row(
            String headline,
            String placebo,
            double value,
            double with,
            double difference,
            double low,
            double high,
            long n,
            String method) {
        /** Whether the interval of the difference leaves out 0. */
        public boolean differs() {
            return low > 0 || high < 0;
        }
    }

    /** Sums over the pairs of one headline with one placebo. */
    private static final class Pairs {
        private long n;
        private double world;
        private double placebo;
        private double mean;
        private double squares;
        private long only;
        private long without;

        /** Welford's update, so that the spread of a small difference of large numbers is not lost. */
        void add(double one, double other) {
            n++;
            world += one;
            placebo += other;
            double difference = one - other;
            double before = difference - mean;
            mean += before / n;
            squares += before * (difference - mean);
            only += one > other ? 1 : 0;
            without += one < other ? 1 : 0;
        }

        Interval interval(boolean chance) {
            return chance
                    ? Intervals.matched(only, without, n, LEVEL)
                    : Intervals.student(mean, StrictMath.sqrt(squares / Math.max(1, n - 1)), n, LEVEL);
        }
    }

    public PlaceboTable(Scenario scenario) {
        headlines = Headlines.of(scenario);
        sums = new double[headlines.size()];
        pairs = new Pairs[Placebo.values().length][headlines.size()];
        for (Pairs[] row : pairs) {
            for (int h = 0; h < row.length; h++) {
                row[h] = new Pairs();
            }
        }
    }

    @Override
    public void add(Beside beside) {
        for (int h = 0; h < sums.length; h++) {
            sums[h] += beside.world()[h];
            for (int p = 0; p < pairs.length; p++) {
                double[] placebo = beside.placebos().get(p);
                if (placebo.length > 0) {
                    pairs[p][h].add(beside.world()[h], placebo[h]);
                }
            }
        }
    }

    /** The table so far. */
    public List<Row> table() {
        List<Row> table = new ArrayList<>();
        for (int h = 0; h < sums.length; h++) {
            if (shown(h)) {
                for (Placebo placebo : Placebo.values()) {
                    Pairs of = pairs[placebo.ordinal()][h];
                    Interval difference = of.interval(headlines.get(h).chance());
                    table.add(new Row(
                            headlines.get(h).name(),
                            placebo.id(),
                            of.world / of.n,
                            of.placebo / of.n,
                            difference.estimate(),
                            difference.low(),
                            difference.high(),
                            of.n,
                            difference.method()));
                }
            }
        }
        return table;
    }

    private boolean shown(int h) {
        String name = headlines.get(h).name();
        if (name.startsWith("regime.")) {
            boolean seen = sums[h] > 0;
            for (Pairs[] placebo : pairs) {
                seen |= placebo[h].placebo > 0;
            }
            return seen;
        }
        return !name.startsWith("plays.") || modal(h);
    }

    /** Whether a strategy is its actor's most frequent; of several the first. */
    private boolean modal(int h) {
        String name = headlines.get(h).name();
        String actor = name.substring(0, name.indexOf('.', "plays.".length()) + 1);
        for (int other = 0; other < sums.length; other++) {
            boolean more = sums[other] > sums[h] || sums[other] == sums[h] && other < h;
            if (more && headlines.get(other).name().startsWith(actor)) {
                return false;
            }
        }
        return true;
    }

    /** The rows of the file. */
    public static Rows rows(List<Row> table) {
        Rows rows = new Rows().texts(HEADER).end();
        for (Row row : table) {
            rows.text(row.headline).text(row.placebo).number(row.value).number(row.with);
            rows.number(row.difference).number(row.low).number(row.high).whole(row.n);
            rows.text(row.method).end();
        }
        return rows;
    }

    /** Reads the file of a directory; none where it has none. */
    public static List<Row> read(Path directory) throws IOException {
        Path file = directory.resolve(ResultFiles.PLACEBO);
        List<Row> table = new ArrayList<>();
        if (Files.exists(file)) {
            try (CsvTable csv = CsvTable.open(file)) {
                while (csv.next()) {
                    table.add(new Row(
                            csv.text(csv.column("headline")),
                            csv.text(csv.column("placebo")),
                            csv.number(csv.column("value")),
                            csv.number(csv.column("with")),
                            csv.number(csv.column("difference")),
                            csv.number(csv.column("low")),
                            csv.number(csv.column("high")),
                            (long) csv.number(csv.column("n")),
                            csv.text(csv.column("method"))));
                }
            }
        }
        return table;
    }
}
