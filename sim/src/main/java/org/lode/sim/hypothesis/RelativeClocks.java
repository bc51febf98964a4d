package org.lode.sim.hypothesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lode.sim.config.Above;
import org.lode.sim.config.Doc;
import org.lode.sim.config.In;
import org.lode.sim.config.Max;
import org.lode.sim.config.Min;
import org.lode.sim.config.Unit;
import org.lode.sim.lockin.Regime;
import org.lode.sim.lockin.RegimePath;
import org.lode.sim.lockin.RegimeRule;

/**
 * Whether the race between two clocks tells the regime at the end. The West's clock strikes in the first of two rounds in a row
 * in which at least half of the minerals that stood below the target share of refining outside the dominant supplier at the start
 * are at or above it; the dominant supplier's when its rules cover half of trade. Which clocks were seen by a date, and which
 * first, predicts the regime at the end: the most frequent one among other runs with the same answer. Runs are held out in folds,
 * whole draws together. The effect is the share predicted rightly less that of always naming the other runs' most frequent
 * regime.
 *
 * @param target share of refining outside the dominant supplier
 * @param half share of trade under the dominant supplier's rules
 * @param seenBy years after the start until which clocks are looked at
 * @param folds at least 2
 */
public record RelativeClocks(
        @Doc("share outside that a mineral must reach") @In(Unit.SHARE) @Min(0) @Max(1) double target,

        @Doc("share of trade under the dominant supplier's rules") @In(Unit.SHARE) @Min(0) @Max(1) double half,

        @Doc("until when clocks are looked at, after the start") @In(Unit.YEARS) @Above(0)
        double seenBy,

        @Doc("parts of which each is predicted from the others") @Min(2) int folds)
        implements Measure {
    private static final int WEST = 0;
    private static final int HOME = 2;
    private static final int REGIME = 4;
    private static final int STATE = 5;
    private static final int RIGHT = 6;
    private static final int MAJORITY_RIGHT = 7;

    @Override
    public void check(List<String> arms) {
        Arms.require(arms, List.of("free"));
    }

    @Override
    public List<String> quantities() {
        return List.of("west", "westSeen", "home", "homeSeen", "regimeAtEnd", "clocks", "predicted", "majority");
    }

    @Override
    public void observe(RunSeries run, double[] into) {
        int rounds = run.rounds();
        int west = rounds;
        for (int t = 0; t + 1 < rounds && west == rounds; t++) {
            west = diversified(run, t) && diversified(run, t + 1) ? t : west;
        }
        int home = rounds;
        for (int t = 0; t < rounds && home == rounds; t++) {
            home = run.homeRules(t) >= half ? t : home;
        }
        RegimeRule rule = run.regimeRule();
        RegimePath path = new RegimePath(rule);
        for (int t = 0; t < rounds; t++) {
            path.add(rule.classify(run.hegemonTrack(t), run.pluralTrack(t), run.homeTrack(t), run.splitWedge(t)));
        }
        into[WEST] = run.years(west);
        into[WEST + 1] = west < rounds ? 1 : 0;
        into[HOME] = run.years(home);
        into[HOME + 1] = home < rounds ? 1 : 0;
        into[REGIME] = path.last().ordinal();
        int until = run.round("seenBy", seenBy);
        into[STATE] = west >= until && home >= until ? 0 : west < home ? 1 : west > home ? 2 : 3;
        into[RIGHT] = Double.NaN;
        into[MAJORITY_RIGHT] = Double.NaN;
    }

    private boolean diversified(RunSeries run, int round) {
        int below = 0;
        int above = 0;
        for (int m = 0; m < run.minerals(); m++) {
            if (1 - run.baseRefined(m) < target) {
                below++;
                above += 1 - run.homeRefined(round, m) >= target ? 1 : 0;
            }
        }
        return below > 0 && 2 * above >= below;
    }

    @Override
    public Cells prepare(Cells cells) {
        int[] fold = folds(cells);
        List<Cells.Cell> filled = new ArrayList<>();
        for (int c = 0; c < cells.size(); c++) {
            double[] row = cells.cells().get(c).arms()[0].clone();
            row[RIGHT] = mostFrequent(cells, fold, fold[c], row[STATE]) == row[REGIME] ? 1 : 0;
            row[MAJORITY_RIGHT] = mostFrequent(cells, fold, fold[c], Double.NaN) == row[REGIME] ? 1 : 0;
            filled.add(new Cells.Cell(
                    cells.cells().get(c).draw(), cells.cells().get(c).seed(), new double[][] {row}));
        }
        return new Cells(filled);
    }

    /** Whole draws into folds in turn; where there is one draw only, its seeds. */
    private int[] folds(Cells cells) {
        Map<Long, Integer> numbers = new TreeMap<>();
        boolean oneDraw = cells.byDraw().size() < 2;
        int[] fold = new int[cells.size()];
        for (int c = 0; c < fold.length; c++) {
            Cells.Cell cell = cells.cells().get(c);
            Integer number = numbers.computeIfAbsent(oneDraw ? cell.seed() : cell.draw(), key -> numbers.size());
            fold[c] = number % folds;
        }
        return fold;
    }

    /** The most frequent regime outside a fold, among runs with the same clocks where there are any; -1 if there are no runs. */
    private static int mostFrequent(Cells cells, int[] fold, int left, double state) {
        int[] same = new int[Regime.values().length];
        int[] all = new int[same.length];
        int found = 0;
        for (int c = 0; c < fold.length; c++) {
            if (fold[c] != left) {
                int regime = (int) cells.at(c, 0, REGIME);
                all[regime]++;
                if (cells.at(c, 0, STATE) == state) {
                    same[regime]++;
                    found++;
                }
            }
        }
        int[] counts = found > 0 ? same : all;
        int most = -1;
        for (int r = 0; r < counts.length; r++) {
            most = counts[r] > (most < 0 ? 0 : counts[most]) ? r : most;
        }
        return most;
    }

    @Override
    public String effectName() {
        return "share of final regimes predicted from the clocks, less that by the most frequent regime";
    }

    @Override
    public String unit() {
        return "share";
    }

    @Override
    public double effect(Cells cells) {
        return cells.mean(0, RIGHT) - cells.mean(0, MAJORITY_RIGHT);
    }

    /** More runs predicted rightly than wrongly: a single run cannot beat the majority. */
    @Override
    public double effectWithin(Cells few) {
        return few.mean(0, RIGHT) - 0.5;
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                new Figure("predicted from the clocks", "share", cells -> cells.mean(0, RIGHT)),
                new Figure("predicted by the most frequent regime", "share", cells -> cells.mean(0, MAJORITY_RIGHT)),
                new Figure("the West's clock seen", "share", cells -> cells.mean(0, WEST + 1)),
                new Figure("the dominant supplier's clock seen", "share", cells -> cells.mean(0, HOME + 1)),
                new Figure(
                        "the West's clock, median (Kaplan-Meier)",
                        "years",
                        cells -> Survival.of(cells, 0, WEST).median()),
                new Figure(
                        "the dominant supplier's clock, median (Kaplan-Meier)",
                        "years",
                        cells -> Survival.of(cells, 0, HOME).median()),
                new Figure(
                        "log hazard ratio, West over dominant supplier (log-rank)",
                        "1",
                        cells -> Survival.logRank(Survival.of(cells, 0, WEST), Survival.of(cells, 0, HOME))
                                .logHazardRatio()));
    }
}
