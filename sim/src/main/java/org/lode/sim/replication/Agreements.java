package org.lode.sim.replication;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.lode.games.coalition.KnownClubs;
import org.lode.games.coalition.SymmetricClub;
import org.lode.games.coalition.Ties;
import org.lode.sim.config.Above;
import org.lode.sim.config.Doc;

/**
 * Self-enforcing agreements of Barrett (1994): which sizes the stability of memberships finds, and what signatories and others do
 * in a quadratic agreement of that size.
 *
 * @param linear numbers of actors of linear agreements, each 3 to 25
 * @param actors N of the quadratic agreement
 * @param scale a, total abatement at which benefits peak
 * @param benefit b, slope of marginal benefits
 * @param cost c, slope of marginal costs
 */
public record Agreements(
        @Doc("numbers of actors of the agreements with linear benefits")
        List<Integer> linear,

        @Doc("N, with quadratic benefits") int actors,

        @Doc("a, total abatement at which benefits peak") @Above(0)
        double scale,

        @Doc("b, slope of marginal benefits") @Above(0) double benefit,
        @Doc("c, slope of marginal costs") @Above(0) double cost)
        implements Replication {
    /** Relative to payoffs of some hundreds: beyond their rounding, far below any gain. */
    private static final double ROUNDING = 1e-9;

    public Agreements {
        linear = List.copyOf(linear);
    }

    @Override
    public Map<String, DoubleSupplier> figures(Path folder) {
        var figures = new Figures();
        for (int n : linear) {
            figures.add("linear-" + n, () -> Figures.only(linear(n).stableSizes(Ties.JOIN, 0)));
        }
        for (int n : linear) {
            figures.add("linear-third-" + n, () -> linear(n).switchGain(2, 0b111));
        }
        var size = Figures.once(
                () -> KnownClubs.barrettQuadratic(actors, scale, benefit, cost).stableSizes(Ties.KEEP, ROUNDING));
        var agreement = Figures.once(() -> KnownClubs.barrettQuadratic(actors, size.get()[0], scale, benefit, cost));
        return figures.add("quadratic", () -> Figures.only(size.get()))
                .add("signatory", () -> agreement.get().member())
                .add("other", () -> agreement.get().outsider())
                .add("signatoryPayoff", () -> agreement.get().memberPayoff())
                .add("otherPayoff", () -> agreement.get().outsiderPayoff())
                .add("total", () -> agreement.get().total())
                .all();
    }

    private SymmetricClub linear(int n) {
        return KnownClubs.barrettLinear(n, benefit, cost);
    }
}
