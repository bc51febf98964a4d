package org.lode.sim.replication;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.lode.games.dynamics.Adoption;
import org.lode.games.dynamics.RandomWalk;
import org.lode.sim.chance.Streams;
import org.lode.sim.config.Above;
import org.lode.sim.config.Doc;
import org.lode.sim.config.Min;
import org.lode.sim.lockin.ArthurMargin;
import org.lode.sim.lockin.Estimator;
import org.lode.sim.lockin.Finding;
import org.lode.sim.lockin.Laboratory;
import org.lode.sim.run.Progress;

/**
 * Competing technologies (Arthur 1989): the race between absorbing barriers as a closed form and as the lock-in metric sees it
 * when adopters are drawn one by one, Polya's urn, what returns to adoption make of a market, and the same question put to the
 * small states of a scenario that join clubs. Urns are not sampled: the law of adoption gives each chance, and chances are summed.
 *
 * @param up p, chance of an adopter of A
 * @param barrier lead at which either has won
 * @param races drawn
 * @param rounds adopters of each race
 * @param seed of all chance
 * @param draws from Polya's urn with one ball of each colour
 * @param adopters who choose by returns, from one adopter of each
 * @param increasing elasticity of appeal to the share, above 1
 * @param diminishing elasticity below 1
 * @param corner a market is locked in where the smaller share is below this
 * @param joining small states that join clubs
 */
public record Adopters(
        @Doc("p, chance of an adopter of A") @Above(0) double up,
        @Doc("lead at which either has won") @Min(1) int barrier,
        @Doc("races drawn") @Min(2) int races,
        @Doc("adopters of each race at most") @Min(1) int rounds,
        @Doc("seed of all chance") long seed,
        @Doc("draws from Polya's urn") @Min(1) int draws,
        @Doc("adopters who choose by returns") @Min(1) int adopters,
        @Doc("elasticity to the share, above 1") @Above(1) double increasing,
        @Doc("elasticity to the share, below 1") @Above(0) double diminishing,

        @Doc("locked in where the smaller share is below this") @Above(0)
        double corner,

        @Doc("small states that join clubs in a scenario") Joining joining)
        implements Replication {
    private static final double[] NO_APPEAL = {0, 0};

    @Override
    public Map<String, DoubleSupplier> figures(Path folder) {
        var figures = new Figures();
        var walk = Figures.once(() -> new RandomWalk(up, barrier, barrier));
        var fair = Figures.once(() -> new RandomWalk(0.5, barrier, barrier));
        Supplier<List<Finding>> race = Figures.once(this::race);
        figures.add("wins", () -> walk.get().winning())
                .add("time", () -> walk.get().duration())
                .add("wins-fair", () -> fair.get().winning())
                .add("time-fair", () -> fair.get().duration())
                .add("wins-drawn", () -> value(race.get(), "upFirst"))
                .add("time-drawn", () -> value(race.get(), "time"));
        Supplier<double[]> polya = Figures.once(() -> adopted(1, draws));
        figures.add("polya-least", () -> Arrays.stream(polya.get()).min().orElse(Double.NaN))
                .add("polya-most", () -> Arrays.stream(polya.get()).max().orElse(Double.NaN));
        figures.add("locked-increasing", () -> locked(adopted(increasing, adopters)))
                .add("locked-constant", () -> locked(adopted(1, adopters)))
                .add("locked-diminishing", () -> locked(adopted(diminishing, adopters)))
                .add("shared-diminishing", () -> shared(adopted(diminishing, adopters)));
        joining.figures(folder, figures);
        return figures.all();
    }

    private List<Finding> race() {
        var adoption = new Adoption(new double[] {up, 1 - up}, 0, 1);
        double[] chances = new double[2];
        adoption.probabilities(new double[2], chances);
        var process = new LawProcess(
                "walk",
                0,
                seed,
                (lead, chance, level) -> lead + (adoption.draw(chances, chance) == 0 ? 1 : -1),
                lead -> lead - 1,
                List.of());
        var estimator = new Estimator(0.95, 1, new Streams(seed, Streams.COMMON, 0));
        var scope = new Laboratory.Scope(rounds, races, 1);
        return new ArthurMargin("walk", barrier).measure(new Laboratory(process, scope, 1, estimator, Progress.NONE));
    }

    private static double value(List<Finding> findings, String measure) {
        return findings.stream()
                .filter(finding -> finding.measure().equals(measure))
                .mapToDouble(finding -> finding.estimate().value())
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Chance of each number of adopters of A that joined, after {@code n} chose from one of each, by the law of adoption. */
    private static double[] adopted(double elasticity, int n) {
        var adoption = new Adoption(NO_APPEAL, 1, elasticity);
        double[] now = {1};
        double[] shares = new double[2];
        for (int k = 0; k < n; k++) {
            double[] next = new double[k + 2];
            for (int x = 0; x <= k; x++) {
                shares[0] = (1 + x) / (2.0 + k);
                shares[1] = (1 + k - x) / (2.0 + k);
                adoption.probabilities(shares, shares);
                next[x + 1] += now[x] * shares[0];
                next[x] += now[x] * shares[1];
            }
            now = next;
        }
        return now;
    }

    private double locked(double[] distribution) {
        double sum = 0;
        for (int x = 0; x < distribution.length; x++) {
            double share = (1.0 + x) / (distribution.length + 1);
            sum += Math.min(share, 1 - share) < corner ? distribution[x] : 0;
        }
        return sum;
    }

    /** Chance that both shares are within a tenth of a half. */
    private static double shared(double[] distribution) {
        double sum = 0;
        for (int x = 0; x < distribution.length; x++) {
            double share = (1.0 + x) / (distribution.length + 1);
            sum += Math.abs(share - 0.5) < 0.1 ? distribution[x] : 0;
        }
        return sum;
    }
}
