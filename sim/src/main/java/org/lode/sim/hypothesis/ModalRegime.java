package org.lode.sim.hypothesis;

import java.util.ArrayList;
import java.util.List;
import org.lode.games.format.Numbers;
import org.lode.sim.config.Doc;
import org.lode.sim.config.In;
import org.lode.sim.config.Min;
import org.lode.sim.config.Unit;
import org.lode.sim.lockin.Regime;
import org.lode.sim.lockin.RegimePath;
import org.lode.sim.lockin.RegimeRule;

/**
 * How much more frequent one regime is than the next most frequent one. Of each run the regime that stands most of the time
 * between two dates is taken; the effect is the share of runs with the regime named less the largest share of another. The grid
 * of thresholds says whether the definition decides.
 *
 * @param regime id of a {@link Regime}
 * @param from years after the start
 * @param to years after the start, exclusive
 * @param theta adoption from which both sides count as blocs, to try
 * @param omega wedge from which prices count as split, to try
 * @param homeRatio how far the dominant supplier's track must outweigh the others, to try
 * @param trackRatio how far one Western track must outweigh the other, to try
 */
public record ModalRegime(
        @Doc("id of the regime") String regime,

        @Doc("window's start, after the scenario's") @In(Unit.YEARS) @Min(0) double from,

        @Doc("window's end, exclusive") @In(Unit.YEARS) @Min(0) double to,

        @Doc("thresholds tried") List<Double> theta,
        @Doc("thresholds tried") List<Double> omega,
        @Doc("thresholds tried") List<Double> homeRatio,
        @Doc("thresholds tried") List<Double> trackRatio)
        implements Measure {
    private static final Regime[] REGIMES = Regime.values();

    public ModalRegime {
        theta = List.copyOf(theta);
        omega = List.copyOf(omega);
        homeRatio = List.copyOf(homeRatio);
        trackRatio = List.copyOf(trackRatio);
        Regime.of(regime);
        if (!(from < to)) {
            throw new IllegalArgumentException("from (" + from + ") must be below to (" + to + ")");
        }
    }

    @Override
    public void check(List<String> arms) {
        Arms.require(arms, List.of("free"));
    }

    /** A rule with its place in the grid as name. */
    private record Named(String name, double theta, double omega, double home, double track) {}

    private List<Named> grid() {
        List<Named> grid = new ArrayList<>();
        for (double t : theta) {
            for (double o : omega) {
                for (double h : homeRatio) {
                    for (double r : trackRatio) {
                        grid.add(new Named(
                                "modal." + Numbers.text(t) + "." + Numbers.text(o) + "." + Numbers.text(h) + "."
                                        + Numbers.text(r),
                                t,
                                o,
                                h,
                                r));
                    }
                }
            }
        }
        return grid;
    }

    @Override
    public List<String> quantities() {
        List<String> names = new ArrayList<>();
        names.add("modal");
        grid().forEach(rule -> names.add(rule.name()));
        return names;
    }

    @Override
    public void observe(RunSeries run, double[] into) {
        RegimeRule own = run.regimeRule();
        into[0] = modal(run, own);
        int at = 1;
        for (Named rule : grid()) {
            into[at++] = modal(
                    run,
                    new RegimeRule(
                            own.fragmented(),
                            rule.theta(),
                            rule.omega(),
                            rule.home(),
                            rule.track(),
                            own.persistence()));
        }
    }

    private double modal(RunSeries run, RegimeRule rule) {
        RegimePath path = new RegimePath(rule);
        int first = run.round("from", from);
        int end = run.round("to", to);
        int[] stood = new int[REGIMES.length];
        for (int t = 0; t < end; t++) {
            Regime now = path.add(
                    rule.classify(run.hegemonTrack(t), run.pluralTrack(t), run.homeTrack(t), run.splitWedge(t)));
            if (t >= first) {
                stood[now.ordinal()]++;
            }
        }
        int most = 0;
        for (int r = 1; r < stood.length; r++) {
            most = stood[r] > stood[most] ? r : most;
        }
        return most;
    }

    @Override
    public String effectName() {
        return "share of runs in regime " + regime + " less the largest share of another";
    }

    @Override
    public String unit() {
        return "share";
    }

    @Override
    public double effect(Cells cells) {
        return margin(cells, 0);
    }

    private double margin(Cells cells, int quantity) {
        int named = Regime.of(regime).ordinal();
        double other = 0;
        for (int r = 0; r < REGIMES.length; r++) {
            other = r == named ? other : Math.max(other, share(cells, quantity, r));
        }
        return share(cells, quantity, named) - other;
    }

    private static double share(Cells cells, int quantity, int regime) {
        int count = 0;
        for (int c = 0; c < cells.size(); c++) {
            count += cells.at(c, 0, quantity) == regime ? 1 : 0;
        }
        return (double) count / cells.size();
    }

    @Override
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (Regime each : REGIMES) {
            figures.add(new Figure(
                    "share of runs in regime " + each.id(), "share", cells -> share(cells, 0, each.ordinal())));
        }
        int points = grid().size();
        figures.add(new Figure("share of the threshold grid in which it is the most frequent", "share", cells -> {
            int held = 0;
            for (int q = 1; q <= points; q++) {
                held += margin(cells, q) > 0 ? 1 : 0;
            }
            return (double) held / points;
        }));
        return figures;
    }
}
