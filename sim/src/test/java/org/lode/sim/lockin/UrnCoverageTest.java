package org.lode.sim.lockin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lode.sim.chance.Streams;
import org.lode.sim.run.Progress;

/**
 * Whether the 95 % intervals of each metric cover the truth in 90 to 99 % of 200 urns. The truth is summed exactly over all draws
 * ({@link Urn}); an exact interval of a share may cover more, which is its guarantee.
 */
@Tag("slow")
class UrnCoverageTest {
    private static final int REPEATS = 200;
    private static final int ROUNDS = 15;
    private static final int HISTORIES = 40;
    private static final int PATHS = 120;

    private static final int AT = 7;
    private static final ReversalTest REVERSAL =
            new ReversalTest(List.of(AT), 2, 6, 9, 0.8, List.of("capacity"), "walk");
    private static final SwitchingCost SWITCHING = new SwitchingCost(0, 3, 2, 0.07);
    private static final Hysteresis HYSTERESIS = new Hysteresis(List.of(4, 8, 16));
    private static final ArthurMargin MARGIN = new ArthurMargin("walk", 5);
    private static final BasinShare BASIN = new BasinShare(AT, 2, 6, 9, 0.2);
    private static final EarlyHistory EARLY = new EarlyHistory(List.of(1), 19);
    private static final RelativeSpeed SPEED = new RelativeSpeed("west", 6, "china", 6, 1);
    private static final BifurcationIndex BIFURCATION = new BifurcationIndex("modularity", "wedge", "crossBloc");
    private static final Concentration CONCENTRATION = new Concentration("hhi", "largest", "cover", "gap");

    private static final Map<String, int[]> COVERED = new LinkedHashMap<>();

    /** What is checked: the finding's key, and the truth. */
    private static final Map<String, Double> TRUTH = truth();

    @BeforeAll
    static void fillTheUrns() {
        for (String key : TRUTH.keySet()) {
            COVERED.put(key, new int[2]);
        }
        for (int seed = 1; seed <= REPEATS; seed++) {
            var estimator = new Estimator(0.95, 400, new Streams(seed, Streams.COMMON, 0));
            var scope = new Laboratory.Scope(ROUNDS, PATHS, HISTORIES);
            var polya = new Laboratory(Urn.polya(2, 1, seed), scope, 2, estimator, Progress.NONE);
            List<Finding> findings = new ArrayList<>();
            for (LockInMetric metric :
                    List.of(REVERSAL, SWITCHING, MARGIN, BASIN, EARLY, SPEED, BIFURCATION, CONCENTRATION)) {
                findings.addAll(metric.measure(polya));
            }
            var ramped = new Urn(List.of(0.1, 0.9), 1, 1, 1, seed);
            findings.addAll(HYSTERESIS.measure(new Laboratory(ramped, scope, 2, estimator, Progress.NONE)));
            for (Finding finding : findings) {
                Double truth = TRUTH.get(key(finding));
                if (truth != null && !finding.subject().equals("all")) {
                    int[] covered = COVERED.get(key(finding));
                    covered[0] += finding.estimate().low() <= truth + 1e-12
                                    && truth - 1e-12 <= finding.estimate().high()
                            ? 1
                            : 0;
                    covered[1] += finding.estimate().method().equals("exact") ? 0 : 1;
                }
            }
        }
    }

    private static String key(Finding finding) {
        boolean last = finding.at() == ROUNDS - 1;
        return finding.metric() + " " + finding.measure()
                + (Double.isNaN(finding.at()) ? "" : last ? " last" : " " + (int) finding.at());
    }

    static List<String> everyNumber() {
        return List.copyOf(TRUTH.keySet());
    }

    @ParameterizedTest
    @MethodSource("everyNumber")
    void ninetyFivePercentIntervalsCoverTheTruthAsOftenAsTheySay(String number) {
        int[] covered = COVERED.get(number);
        double share = covered[0] / (double) REPEATS;
        assertThat(share).as(number + ": covered").isGreaterThanOrEqualTo(0.90);
        if (covered[1] > 0) {
            assertThat(share).as(number + ": covered").isLessThanOrEqualTo(0.995);
        }
    }

    @Test
    void everyMetricIsAmongThem() {
        assertThat(LockInMetrics.ALL)
                .allSatisfy(metric ->
                        assertThat(TRUTH.keySet()).anyMatch(key -> key.startsWith(LockInMetrics.name(metric) + " ")));
    }

    private static Map<String, Double> truth() {
        Map<String, Double> truth = new LinkedHashMap<>();
        Urn urn = Urn.polya(2, 1, 0); // even odds would make chance agreement degenerate: its slope is 0 there
        reversal(urn, truth);
        switching(urn, truth);
        margin(urn, truth);
        early(urn, truth);
        speed(truth, urn);
        double[] last = urn.after(urn.start(), ROUNDS, urn.own());
        double index = 0;
        for (int x = 0; x < last.length; x++) {
            int a = urn.a() + x;
            int b = urn.b() + ROUNDS - x;
            index += last[x] * BifurcationIndex.index(Urn.value(3, a, b), Urn.value(4, a, b), Urn.value(5, a, b));
        }
        truth.put("bifurcationIndex index last", index);
        truth.put("bifurcationIndex modularity last", urn.mean(last, 3));
        truth.put("bifurcationIndex crossBloc last", urn.mean(last, 5));
        truth.put("concentration hhi last", urn.mean(last, 6));
        truth.put("concentration cr1 last", urn.mean(last, 7));
        truth.put("concentration nMinusOne last", urn.mean(last, 8));
        truth.put("concentration gap last", urn.mean(last, 9));
        loops(truth);
        return truth;
    }

    /** Chance that most of {@code n} forks end where one does with chance {@code u}; of equal numbers the first counts. */
    private static double mostly(int n, double u) {
        double sum = 0;
        double ways = 1;
        for (int k = 0; k <= n; k++) {
            sum += 2 * k >= n ? ways * Math.pow(u, k) * Math.pow(1 - u, n - k) : 0;
            ways = ways * (n - k) / (k + 1);
        }
        return sum;
    }

    private static double agree(double target, double end) {
        return target * end + (1 - target) * (1 - end);
    }

    private static void reversal(Urn urn, Map<String, Double> truth) {
        double[] now = urn.after(urn.start(), AT, urn.own());
        int forks = REVERSAL.forks();
        double p = 0;
        double targets = 0;
        double ends = 0;
        double stays = 0;
        double erring = 0;
        double basin = 0;
        for (int x = 0; x < now.length; x++) {
            double[] here = Urn.sure(x, AT);
            double u = urn.leads(urn.after(here, 8, urn.own()));
            double q = urn.leads(urn.after(urn.after(here, 2, Urn.flood()), 6, urn.own()));
            double e = urn.leads(urn.after(urn.after(here, 2, (a, b) -> a <= b ? 1 : 0), 6, urn.own()));
            double s = urn.leads(urn.after(urn.after(here, 2, (a, b) -> 0.5), 6, urn.own()));
            double target = mostly(forks, u);
            p += now[x] * agree(target, q);
            targets += now[x] * target;
            ends += now[x] * u;
            erring += now[x] * agree(target, e);
            basin += now[x] * agree(target, s);
            stays += now[x] * agree(target, u);
        }
        double p0 = agree(targets, ends);
        truth.put("reversalTest P 7", p);
        truth.put("reversalTest P0 7", p0);
        truth.put("reversalTest squares 7", agree(ends, ends));
        truth.put("reversalTest L 7", (p - p0) / (1 - p0));
        double[] free = urn.after(now, 8, urn.own());
        double[] early = urn.after(now, 2, Urn.flood());
        double[] late = urn.after(early, 6, urn.own());
        truth.put("reversalTest left.capacity 7", urn.mean(late, 12) / urn.mean(free, 12));
        double shock = urn.mean(early, 0) - urn.mean(urn.after(now, 2, urn.own()), 0);
        truth.put("reversalTest amplification", (urn.mean(late, 0) - urn.mean(free, 0)) / shock);
        truth.put("basinShare basin 7", basin);
        truth.put("basinShare stays 0", stays);
        truth.put("basinShare stays 1", erring);
    }

    private static void switching(Urn urn, Map<String, Double> truth) {
        double cost = 0;
        double gain = 0;
        double weight = 1;
        for (int t = 1; t <= 5; t++) {
            double free = urn.mean(urn.after(urn.start(), t, urn.own()), 2);
            double switched = urn.mean(urn.after(urn.start(), t, Urn.flood()), 2);
            cost += t <= 3 ? weight * (free - switched) : 0;
            gain += t > 3 ? (switched - free) / 2 : 0;
            weight /= 1.07;
        }
        truth.put("switchingCost cost 0", cost);
        truth.put("switchingCost gain 0", gain);
        truth.put("switchingCost multiple 0", cost / gain);
    }

    private static void margin(Urn urn, Map<String, Double> truth) {
        double[] now = urn.start();
        double up = 0;
        double down = 0;
        double time = 0;
        for (int t = 1; t <= ROUNDS; t++) {
            for (double one : now) {
                time += one; // still open as the round is played
            }
            now = urn.after(now, 1, urn.own());
            for (int x = 0; x < now.length; x++) {
                int lead = urn.a() - urn.b() + 2 * x - t;
                if (Math.abs(lead) >= 5) {
                    up += lead > 0 ? now[x] : 0;
                    down += lead < 0 ? now[x] : 0;
                    now[x] = 0;
                }
            }
        }
        truth.put("arthurMargin upFirst", up);
        truth.put("arthurMargin downFirst", down);
        truth.put("arthurMargin undecided", 1 - up - down);
        truth.put("arthurMargin time", time);
        double[] last = urn.after(urn.start(), ROUNDS, urn.own());
        double margin = 0;
        for (int x = 0; x < last.length; x++) {
            margin += last[x] * Math.max(0, 5 - Math.abs(urn.a() - urn.b() + 2 * x - ROUNDS));
        }
        truth.put("arthurMargin margin last", margin);
    }

    private static void early(Urn urn, Map<String, Double> truth) {
        double information = 0;
        double first = urn.leads(urn.after(urn.start(), 1, urn.own()));
        double end = urn.leads(urn.after(urn.start(), ROUNDS, urn.own()));
        for (int x = 0; x <= 1; x++) {
            double here = x == 1 ? first : 1 - first;
            double leads = urn.leads(urn.after(Urn.sure(x, 1), ROUNDS - 1, urn.own()));
            for (int y = 0; y <= 1; y++) {
                double both = here * (y == 1 ? leads : 1 - leads);
                double there = y == 1 ? end : 1 - end;
                information += both * Math.log(both / (here * there)) / Math.log(2);
            }
        }
        truth.put("earlyHistory information 1", information);
    }

    private static void speed(Map<String, Double> truth, Urn urn) {
        double ahead = 0;
        double meanFirst = 0;
        double meanSecond = 0;
        double[] now = urn.start();
        for (int t = 0; t < ROUNDS; t++) {
            double[] next = urn.after(now, 1, urn.own());
            for (int x = 0; x < now.length; x++) {
                int a = urn.a() + x;
                int b = urn.b() + t - x;
                ahead += a == 5 && b < 6 ? now[x] * urn.chance(a, a + b) : 0;
            }
            for (int x = 0; x < next.length; x++) {
                meanFirst += urn.a() + x < 6 ? next[x] : 0; // the clock has not struck in round t
                meanSecond += urn.b() + (t + 1) - x < 6 ? next[x] : 0;
            }
            now = next;
        }
        truth.put("relativeSpeed firstAhead", ahead);
        truth.put("relativeSpeed lead", meanSecond - meanFirst);
    }

    /** The expected share moves linearly, so that loops of expectations are the expected loops. */
    private static void loops(Map<String, Double> truth) {
        double[] areas = new double[3];
        int[] steps = {4, 8, 16};
        for (int r = 0; r < 3; r++) {
            int n = steps[r];
            double moved = 1;
            double held = 1;
            double all = 2;
            double[] up = new double[n + 1];
            double[] down = new double[n + 1];
            for (int t = 0; t <= 2 * n; t++) {
                int level = t <= n ? t : 2 * n - t;
                moved += (0.1 + 0.8 * level / n + moved / all) / 2;
                held += (0.1 + held / all) / 2;
                all++;
                double effect = (moved - held) / all;
                if (t <= n) {
                    up[level] = effect;
                }
                if (t >= n) {
                    down[level] = effect;
                }
            }
            for (int level = 0; level <= n; level++) {
                areas[r] += (level == 0 || level == n ? 0.5 : 1) * (down[level] - up[level]) / n;
            }
            truth.put("hysteresis area " + n, areas[r]);
        }
        // Through rates 1/4, 1/8, 1/16, at zero.
        truth.put("hysteresis areaAtRest", areas[0] / 3 - 2 * areas[1] + 8 * areas[2] / 3);
    }
}
