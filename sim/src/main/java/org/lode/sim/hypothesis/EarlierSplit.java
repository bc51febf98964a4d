package org.lode.sim.hypothesis;

import java.util.List;
import java.util.Optional;
import org.lode.sim.config.Doc;
import org.lode.sim.config.In;
import org.lode.sim.config.Max;
import org.lode.sim.config.Min;
import org.lode.sim.config.Unit;

/**
 * How much earlier the market splits where commitments to both tracks solidify. The arms differ only in how fast commitments grow
 * and fade; the split is read off prices and trade alone: the first of some rounds in a row in which the wedge and the modularity
 * of trade both reach their thresholds. The effect is the difference in years until then, loose less solid, where a split that
 * is not seen counts as at the end (restricted mean survival time: Royston and Parmar 2013, BMC Medical Research Methodology
 * 13).
 *
 * @param adoption of the Western tracks together and of the dominant supplier's from which both count as solid
 * @param wedge pool price over the dominant supplier's
 * @param modularity of trade, 0 to a half
 * @param rounds in a row that the split must last
 */
public record EarlierSplit(
        @Doc("adoption from which a side's track is solid") @In(Unit.SHARE) @Min(0) @Max(2) double adoption,

        @Doc("pool price over the dominant supplier's") @In(Unit.ONE) @Min(0) double wedge,

        @Doc("modularity of trade") @In(Unit.ONE) @Min(-1) @Max(1) double modularity,

        @Doc("rounds in a row that a split must last") @Min(1) int rounds)
        implements Measure {
    private static final int LOOSE = 0;
    private static final int SOLID = 1;
    private static final int SPLIT_TIME = 0;
    private static final int SOLID_TIME = 2;

    @Override
    public void check(List<String> arms) {
        Arms.require(arms, List.of("loose", "solid"));
    }

    @Override
    public List<String> quantities() {
        return List.of("split", "splitSeen", "bothSolid", "bothSolidSeen", "meanWedge", "meanModularity");
    }

    @Override
    public void observe(RunSeries run, double[] into) {
        int split = run.rounds();
        int solid = run.rounds();
        int lasted = 0;
        double wedges = 0;
        double modularities = 0;
        for (int t = 0; t < run.rounds(); t++) {
            boolean apart = run.wedge(t) >= wedge && run.modularity(t) >= modularity;
            lasted = apart ? lasted + 1 : 0;
            if (lasted == rounds && split == run.rounds()) {
                split = t - rounds + 1;
            }
            if (solid == run.rounds()
                    && run.hegemonTrack(t) + run.pluralTrack(t) >= adoption
                    && run.homeTrack(t) >= adoption) {
                solid = t;
            }
            wedges += run.wedge(t);
            modularities += run.modularity(t);
        }
        into[SPLIT_TIME] = run.years(split);
        into[SPLIT_TIME + 1] = split < run.rounds() ? 1 : 0;
        into[SOLID_TIME] = run.years(solid);
        into[SOLID_TIME + 1] = solid < run.rounds() ? 1 : 0;
        into[4] = wedges / run.rounds();
        into[5] = modularities / run.rounds();
    }

    private static double earlier(Cells cells, int quantity) {
        return cells.mean(LOOSE, quantity) - cells.mean(SOLID, quantity);
    }

    @Override
    public String effectName() {
        return "years by which the market splits earlier where both tracks solidify";
    }

    @Override
    public String unit() {
        return "years";
    }

    @Override
    public double effect(Cells cells) {
        return earlier(cells, SPLIT_TIME);
    }

    @Override
    public Optional<Premise> premise() {
        return Optional.of(new Premise(
                new Figure(
                        "years by which both tracks are solid earlier", "years", cells -> earlier(cells, SOLID_TIME)),
                false));
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                new Figure("split seen, loose", "share", cells -> cells.mean(LOOSE, SPLIT_TIME + 1)),
                new Figure("split seen, solid", "share", cells -> cells.mean(SOLID, SPLIT_TIME + 1)),
                new Figure(
                        "time of split, median, loose (Kaplan-Meier)",
                        "years",
                        cells -> Survival.of(cells, LOOSE, SPLIT_TIME).median()),
                new Figure(
                        "time of split, median, solid (Kaplan-Meier)",
                        "years",
                        cells -> Survival.of(cells, SOLID, SPLIT_TIME).median()),
                new Figure(
                        "log hazard ratio of a split, solid over loose (log-rank)",
                        "1",
                        cells -> Survival.logRank(
                                        Survival.of(cells, SOLID, SPLIT_TIME), Survival.of(cells, LOOSE, SPLIT_TIME))
                                .logHazardRatio()),
                new Figure("both tracks solid, loose", "share", cells -> cells.mean(LOOSE, SOLID_TIME + 1)),
                new Figure("both tracks solid, solid", "share", cells -> cells.mean(SOLID, SOLID_TIME + 1)),
                new Figure("mean wedge, loose", "1", cells -> cells.mean(LOOSE, 4)),
                new Figure("mean wedge, solid", "1", cells -> cells.mean(SOLID, 4)),
                new Figure("mean modularity, loose", "1", cells -> cells.mean(LOOSE, 5)),
                new Figure("mean modularity, solid", "1", cells -> cells.mean(SOLID, 5)));
    }
}
