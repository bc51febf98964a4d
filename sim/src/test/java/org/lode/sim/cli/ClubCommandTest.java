package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lode.games.coalition.KnownClubs;
import org.lode.games.coalition.SymmetricClub;

class ClubCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int lode(String... args) {
        return Lode.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("club.csv"), text).toString();
    }

    /** Barrett's (1994) quadratic agreement of ten: every club of four is stable and no other. */
    private static String barrett() {
        SymmetricClub club = KnownClubs.barrettQuadratic(10, 100, 1, 0.25);
        StringBuilder text = new StringBuilder("members,a,b,c,d,e,f,g,h,i,j\n");
        for (long members = 0; members < 1024; members++) {
            StringBuilder names = new StringBuilder();
            StringBuilder payoffs = new StringBuilder();
            for (int actor = 0; actor < 10; actor++) {
                names.append(
                        (members >>> actor & 1) == 0 ? "" : (names.length() > 0 ? ";" : "") + (char) ('a' + actor));
                payoffs.append(',').append(club.payoff(actor, members));
            }
            text.append(names).append(payoffs).append('\n');
        }
        return text.toString();
    }

    @Test
    void everyStableMembershipIsALine() throws IOException {
        assertThat(lode("club", file(barrett()))).isZero();
        assertThat(out.toString().lines())
                .hasSize(210) // ten choose four
                .contains("STABLE,a;b;c;d", "STABLE,g;h;i;j")
                .allMatch(line -> line.matches("STABLE,[a-j](;[a-j]){3}"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void nobodyInIsAnEmptyList() throws IOException {
        assertThat(lode("club", file("members,a\n,1\na,0\n"))).isZero();
        assertThat(out.toString().lines()).containsExactly("STABLE,");
    }

    @Test
    void theIndifferentDoAsTold() throws IOException {
        String tie = file("members,a\n,1\na,1\n");
        assertThat(lode("club", tie, "--ties", "keep")).isZero();
        assertThat(out.toString().lines()).containsExactly("STABLE,", "STABLE,a");
        out.getBuffer().setLength(0);
        assertThat(lode("club", tie, "--ties", "join")).isZero();
        assertThat(out.toString().lines()).containsExactly("STABLE,a");
    }

    @Test
    void aWrongTableIsOneLineWithItsPlace() throws IOException {
        String path = file("members,a\n,1\na,nan\n");
        assertThat(lode("club", path)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .containsExactly("lode: " + path + ":3: payoff of a (nan) must be a finite number");
    }

    @Test
    void aMissingFileIsWrongInput() {
        assertThat(lode("club", folder.resolve("none.csv").toString())).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("none.csv: no such file");
    }

    /** A made-up club of fifteen: costs above benefits for most, any trade. */
    private record Fifteen(double[] cost, double[] benefit, double[] spillover, double[][] trade) {
        static Fifteen of(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] numbers = new double[3][15];
            double[][] trade = new double[15][15];
            for (int i = 0; i < 15; i++) {
                numbers[0][i] = Math.round(80 * random.nextDouble()) / 10.0;
                numbers[1][i] = Math.round(40 * random.nextDouble()) / 10.0;
                numbers[2][i] = Math.round(90 * random.nextDouble()) / 10.0;
                for (int j = 0; j < 15; j++) {
                    trade[i][j] = i == j ? 0 : Math.round(200 * random.nextDouble()) / 10.0;
                }
            }
            return new Fifteen(numbers[0], numbers[1], numbers[2], trade);
        }

        String csv() {
            StringBuilder text = new StringBuilder("actor,cost,benefit,spillover");
            for (int i = 0; i < 15; i++) {
                text.append(",N").append(i);
            }
            for (int i = 0; i < 15; i++) {
                text.append("\nN" + i + "," + cost[i] + "," + benefit[i] + "," + spillover[i]);
                for (int j = 0; j < 15; j++) {
                    text.append(",").append(trade[i][j]);
                }
            }
            return text.append("\n").toString();
        }

        double payoff(int i, int members, double tariff) {
            double sum = 0;
            boolean in = (members >> i & 1) == 1;
            for (int j = 0; j < 15; j++) {
                boolean other = (members >> j & 1) == 1;
                sum += j != i && other ? spillover[j] / 14 : 0;
                sum += in && !other ? tariff * trade[j][i] : 0;
                sum -= !in && other ? tariff * trade[i][j] : 0;
            }
            return in ? sum + benefit[i] - cost[i] : sum;
        }

        List<String> stable(double tariff) {
            List<String> found = new ArrayList<>();
            for (int members = 0; members < 1 << 15; members++) {
                boolean stays = true;
                StringBuilder names = new StringBuilder();
                double welfare = 0;
                for (int i = 0; i < 15; i++) {
                    stays &= payoff(i, members ^ 1 << i, tariff) <= payoff(i, members, tariff) + 1e-9;
                    names.append((members >> i & 1) == 1 ? (names.length() > 0 ? ";N" : "N") + i : "");
                    welfare += stays ? payoff(i, members, tariff) : 0;
                }
                if (stays) {
                    found.add(names + String.format(Locale.ROOT, " %.6f", welfare));
                }
            }
            return found;
        }

        double closedForm() {
            double most = 0;
            for (int i = 0; i < 15; i++) {
                most = Math.max(
                        most, (cost[i] - benefit[i]) / Arrays.stream(trade[i]).sum());
            }
            return most;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void fifteenActorsAgreeWithBruteForce(long seed) throws IOException {
        Fifteen club = Fifteen.of(seed);
        assertThat(lode("club", file(club.csv()), "--format", "csv", "--tariff", "0,0.01,0.02,0.04,0.2"))
                .isZero();
        List<String> lines = out.toString().lines().toList();
        String[] least = lines.get(1).split(",", -1);
        assertThat(least[0]).isEqualTo("tStar");
        assertThat(Double.parseDouble(least[1])).isCloseTo(club.closedForm(), within(1e-12));
        for (String tariff : List.of("0", "0.01", "0.02", "0.04", "0.2")) {
            List<String> printed = lines.stream()
                    .map(line -> line.split(",", -1))
                    .filter(cells -> cells[0].equals("stable") && cells[1].equals(tariff))
                    .map(cells -> cells[2] + String.format(Locale.ROOT, " %.6f", Double.parseDouble(cells[4])))
                    .toList();
            assertThat(printed).as(tariff).isEqualTo(club.stable(Double.parseDouble(tariff)));
        }
        assertThat(club.stable(club.closedForm() + 1e-4)).anyMatch(line -> line.startsWith("N0;N1;N2;N3;N4;N5;N6;N7;"));
        assertThat(club.stable(club.closedForm() - 1e-4)).noneMatch(line -> line.split(";").length == 15);
    }

    private static final String THREE = "actor,cost,benefit,A,B,C\nA,5,2,,10,20\nB,1,2,10,,10\nC,3,1,20,20,0\n";

    @Test
    void aClubIsPrintedAtNoTariffAndAtTheLeastOfAll() throws IOException {
        assertThat(lode("club", file(THREE))).isZero();
        assertThat(out.toString())
                .contains("t* = 0.1 of the value of trade; it keeps A.")
                .contains("At a tariff of 0: 1 of 8 memberships are stable.", "At a tariff of 0.1: ")
                .containsPattern("stable +1 +1 +0 +1 +0 +B\\n")
                .containsPattern("near +2 +-1 +2 +1 +0 +C leaves for 2 +B C\\n")
                .containsPattern("full +3 +-4 +5 +1 +0 +A B C\\n");
    }

    @Test
    void jsonNamesWhoSwitchesAndWhatItTakesToKeepThem() throws IOException {
        assertThat(lode("club", file(THREE), "--format", "json", "--tariff", "0", "--near", "1"))
                .isZero();
        JsonNode tree = new JsonMapper().readTree(out.toString());
        assertThat(tree.path("tStar").asDouble()).isCloseTo(0.1, within(1e-12));
        assertThat(tree.at("/binding/0").asText()).isEqualTo("A");
        assertThat(tree.at("/looks/0/stable/0/members").toString()).isEqualTo("[\"B\"]");
        JsonNode near = tree.at("/looks/0/near/0"); // nobody in: B joins for 1
        assertThat(near.path("actor").asText() + near.path("switch").asText()).isEqualTo("Bjoins");
        assertThat(near.path("gain").asDouble()).isEqualTo(1);
        assertThat(near.path("toOutsiders").asDouble()).isEqualTo(1);
        assertThat(tree.at("/looks/0/full/0/toMembers").asDouble()).isEqualTo(5);
        assertThat(tree.at("/looks/0/full/0/fromMembers").asDouble()).isEqualTo(1);
    }

    @Test
    void whereNoTariffKeepsAllThatIsSaid() throws IOException {
        assertThat(lode("club", file("actor,cost,benefit,A,B\nA,5,2,,0\nB,1,2,10,\n")))
                .isZero();
        assertThat(out.toString()).contains("none; no tariff keeps A, which exports nothing.");
    }

    @Test
    void aTableOfPayoffsHasTheReportWhenAskedFor() throws IOException {
        assertThat(lode("club", file("members,a,b\n,0,0\na,1,0\nb,0,-1\na;b,2,-2\n"), "--format", "csv"))
                .isZero();
        assertThat(out.toString().lines())
                .contains("stable,,a,1,1,0,1,0,,,", "near,,,0,0,0,0,1,a,joins,1", "full,,a;b,2,0,2,2,0,,,");
        assertThat(lode("club", file("members,a\n,1\na,0\n"), "--tariff", "1")).isEqualTo(2);
    }

    @Test
    void aWrongClubIsOneLineWithItsPlace() throws IOException {
        String path = file(THREE.replace("B,1,2", "B,1,two"));
        assertThat(lode("club", path)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .containsExactly("lode: " + path + ":3: benefit of B (two) must be a finite number");
        assertThat(lode("club", file(THREE), "--tariff", "-1")).isEqualTo(2);
    }
}
