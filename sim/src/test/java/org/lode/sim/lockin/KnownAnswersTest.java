package org.lode.sim.lockin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lode.games.dynamics.RandomWalk;
import org.lode.sim.chance.Streams;
import org.lode.sim.run.Progress;
import org.lode.sim.world.EntryExit;

/** Each metric on a process of which the literature says what it must find. */
class KnownAnswersTest {
    private static Laboratory laboratory(PathProcess process, int rounds, int replications, int histories) {
        var estimator = new Estimator(0.95, 200, new Streams(3, Streams.COMMON, 0));
        return new Laboratory(
                process, new Laboratory.Scope(rounds, replications, histories), 2, estimator, Progress.NONE);
    }

    private static Estimate one(List<Finding> findings, String measure) {
        return findings.stream()
                .filter(finding -> finding.measure().equals(measure))
                .findFirst()
                .orElseThrow()
                .estimate();
    }

    private static Estimate at(List<Finding> findings, String measure, double at) {
        return findings.stream()
                .filter(finding -> finding.measure().equals(measure) && finding.at() == at)
                .findFirst()
                .orElseThrow()
                .estimate();
    }

    /** Arthur (1989), barriers of 10 and p = .55: P(A) = .881499, E[T] = 76.2999. */
    @Test
    void arthursRaceIsWonAndLastsAsItShould() {
        assertThat(new RandomWalk(0.55, 10, 10).winning()).isCloseTo(0.881499, within(1e-6));
        assertThat(new RandomWalk(0.55, 10, 10).duration()).isCloseTo(76.2999, within(1e-4));
        int n = 1500;
        var findings = new ArthurMargin("walk", 10).measure(laboratory(Urn.constant(0.55, 1), 600, n, 1));
        Estimate up = one(findings, "upFirst");
        Estimate time = one(findings, "time");
        assertThat(one(findings, "undecided").value()).isZero();
        assertThat(up.value()).isCloseTo(0.881499, within(3 * Math.sqrt(0.8815 * 0.1185 / n)));
        assertThat(up.low()).isLessThan(0.881499);
        assertThat(up.high()).isGreaterThan(0.881499);
        assertThat(time.value()).isCloseTo(76.2999, within(3 * 57 / Math.sqrt(n))); // sd of the time is about 57
        assertThat(time.low()).isLessThan(76.2999);
        assertThat(time.high()).isGreaterThan(76.2999);
    }

    /** Polya's urn from one ball of each: the share after n draws is uniform on {1..n+1}/(n+2) (Polya 1930). */
    @Test
    void sharesOfPolyasUrnAreUniform() {
        int draws = 9;
        int n = 5000;
        var laboratory = laboratory(Urn.polya(1, 1, 5), draws, n, 1);
        int[] counts = new int[draws + 1];
        for (Path path : laboratory.paths()) {
            counts[(int) path.value(10, draws - 1) - 1]++;
        }
        double chi = 0;
        for (int count : counts) {
            double expected = n / (draws + 1.0);
            chi += (count - expected) * (count - expected) / expected;
        }
        assertThat(chi).isLessThan(21.67); // chi-squared with 9 degrees of freedom, 99 %
        assertThat(at(new Concentration("hhi", "largest", "cover", "gap").measure(laboratory), "hhi", draws - 1)
                        .value())
                .isCloseTo(exactHhi(draws), within(0.01));
    }

    private static double exactHhi(int draws) {
        double sum = 0;
        for (int x = 1; x <= draws + 1; x++) {
            double share = x / (draws + 2.0);
            sum += (share * share + (1 - share) * (1 - share)) / (draws + 1);
        }
        return sum;
    }

    /** Dixit (1989): w = 1, k = 4, l = 0, r = .025, sigma = .1 give P_H = 1.4667 and P_L = .7657. */
    @Test
    void dixitsBandIsTheWidthOfTheLoopAtRest() {
        EntryExit triggers = EntryExit.solve(1, 4, 0, 0.025, 0, 0.1);
        assertThat(triggers.high()).isCloseTo(1.4667, within(5e-5));
        assertThat(triggers.low()).isCloseTo(0.7657, within(5e-5));
        var findings =
                new Hysteresis(List.of(400, 800, 1600)).measure(laboratory(Worlds.dixit(triggers, 0.4, 2), 1, 1, 2));
        double step = 1.6 / 400;
        assertThat(one(findings, "widthAtRest").value()).isCloseTo(1.4667 - 0.7657, within(4 * step));
        // The loop is a rectangle of height 1, so its mean gap is the width over the range of the ramp.
        assertThat(one(findings, "areaAtRest").value()).isCloseTo((1.4667 - 0.7657) / 1.6, within(4 * step));
    }

    /** A lag makes a loop at any rate, but none at rest: no hysteresis (Goecke 2002). */
    @Test
    void theLoopOfALagClosesAtRest() {
        var findings = new Hysteresis(List.of(16, 32, 64)).measure(laboratory(Worlds.lag(0.4, 0.02), 1, 1, 40));
        assertThat(at(findings, "area", 16).value()).isGreaterThan(0.1);
        Estimate rest = one(findings, "areaAtRest");
        assertThat(rest.value()).isCloseTo(0, within(0.02));
        assertThat(rest.low()).isLessThan(0.005);
    }

    /** Kandori, Mailath and Rob (1993) with 2 on A, 1 on B and six players: four errors to B, two back; A is the larger basin. */
    @Test
    void conventionsTakeAsManyErrorsAsTheTreesSay() {
        var metric = new BasinShare(1, 1, 120, 21, 0.2);
        var toB = metric.measure(laboratory(new Conventions(6, true, 1), 1, 1, 30));
        var toA = metric.measure(laboratory(new Conventions(6, false, 1), 1, 1, 30));
        assertThat(one(toB, "resistance").value()).isEqualTo(4);
        assertThat(one(toA, "resistance").value()).isEqualTo(2);
        assertThat(at(toB, "stays", 3).value()).isEqualTo(1);
        assertThat(at(toB, "stays", 6).value()).isZero();
        // From k in A: none or one goes to B, three or more to A; with two, one of the four in B replies first, or one
        // of the two.
        double basin = 42.0 / 64 + 15.0 / 64 * 2 / 3;
        Estimate a = one(toB, "basin");
        assertThat(a.low()).isLessThan(basin);
        assertThat(a.high()).isGreaterThan(basin);
        Estimate b = one(toA, "basin");
        assertThat(b.low()).isLessThan(1 - basin);
        assertThat(b.high()).isGreaterThan(1 - basin);
    }

    /** What a switch costs a firm that must sink k to earn P - w a year: Dixit's entry at P_H pays back in k / (P_H - w). */
    @Test
    void theCostOfASwitchIsWhatIsSunkAndItsMultipleThePayback() {
        EntryExit triggers = EntryExit.solve(1, 4, 0, 0.025, 0, 0.1);
        var findings = new SwitchingCost(0, 1, 3, 0).measure(laboratory(new Entrant(triggers.high(), 1, 4), 1, 1, 5));
        assertThat(one(findings, "cost").value()).isCloseTo(4, within(1e-12));
        assertThat(one(findings, "gain").value()).isCloseTo(triggers.high() - 1, within(1e-12));
        assertThat(one(findings, "multiple").value()).isCloseTo(4 / 0.4667, within(1e-3));
    }

    /** The first draw of Polya's urn decides the majority for good with chance 3/4: 1 - H(3/4) = .1887 bit in the limit. */
    @Test
    void theFirstDrawTellsAFifthOfABitAboutTheEnd() {
        var findings = new EarlyHistory(List.of(1, 40), 199).measure(laboratory(Urn.polya(1, 1, 9), 401, 1500, 1));
        Estimate information = at(findings, "information", 1);
        assertThat(information.low()).isLessThan(0.1887);
        assertThat(information.high()).isGreaterThan(0.1887);
        assertThat(at(findings, "information", 40).value()).isGreaterThan(0.4);
        assertThat(at(findings, "p", 1).value()).isEqualTo(1.0 / 200);
        var none = new EarlyHistory(List.of(1), 199).measure(laboratory(Worlds.memoryless(3, 0.6), 30, 300, 1));
        assertThat(at(none, "p", 1).value()).isGreaterThan(0.05);
        assertThat(at(none, "information", 1).value()).isLessThan(0.02);
    }

    /** Two clocks that count successes of a coin: the first to five wins with the chance of a best of nine. */
    @Test
    void theFasterClockStrikesFirstAsOftenAsABestOfNine() {
        double p = 0.6;
        double wins = 0;
        for (int k = 5; k <= 9; k++) {
            double ways = 1;
            for (int j = 1; j <= k; j++) {
                ways = ways * (9 - k + j) / j;
            }
            wins += ways * Math.pow(p, k) * Math.pow(1 - p, 9 - k);
        }
        var findings =
                new RelativeSpeed("west", 5, "china", 5, 1).measure(laboratory(Urn.constant(p, 11), 40, 2000, 1));
        assertThat(one(findings, "firstAhead").value()).isCloseTo(wins, within(3 * Math.sqrt(0.25 / 2000)));
        assertThat(one(findings, "neither").value()).isZero();
        // The fifth success comes after 5 / p throws on average, and rounds are counted from 0.
        assertThat(one(findings, "time").value()).isCloseTo(5 / p - 1, within(0.2));
    }

    /** Two blocs that trade with themselves alone: modularity a half, nothing crosses. */
    @Test
    void aSplitWorldHasAnIndexOfOneAndAMixedOneOfNone() {
        assertThat(BifurcationIndex.index(0.5, Double.POSITIVE_INFINITY, 0)).isEqualTo(1);
        assertThat(BifurcationIndex.index(0, 1, 1)).isZero();
        assertThat(BifurcationIndex.index(0.25, 2, 0.5)).isEqualTo(0.5);
    }
}
