package org.lode.games.catalog;

import static org.lode.games.catalog.KnownGame.two;

import java.util.ArrayList;
import java.util.List;

/** Two-player games; the equilibria are the extreme points of the maximal Nash subsets. */
final class TwoPlayerGames {
    private TwoPlayerGames() {}

    static List<KnownGame> all() {
        List<KnownGame> games = new ArrayList<>(classics());
        games.addAll(experiments());
        games.addAll(degenerate());
        games.add(coordination(3));
        games.add(coordination(4));
        games.add(travellersDilemma(10));
        games.add(minimumEffort(4));
        games.add(seventyFive());
        return games;
    }

    private static List<KnownGame> classics() {
        return List.of(
                two("prisoners-dilemma", "Tucker (1950)", List.of("3,3 0,5", "5,0 1,1"), "0 1 | 0 1"),
                two(
                        "stag-hunt",
                        "Skyrms (2004), The Stag Hunt",
                        List.of("4,4 0,3", "3,0 3,3"),
                        "1 0 | 1 0",
                        "0 1 | 0 1",
                        "3/4 1/4 | 3/4 1/4"),
                two(
                        "chicken",
                        "Aumann (1974), Subjectivity and correlation in randomized strategies",
                        List.of("0,0 7,2", "2,7 6,6"),
                        "1 0 | 0 1",
                        "0 1 | 1 0",
                        "1/3 2/3 | 1/3 2/3"),
                two(
                        "battle-of-the-sexes",
                        "Luce and Raiffa (1957); payoffs of Nau, Canovas and Hansen (2004), section 3",
                        List.of("3,2 0,0", "0,0 2,3"),
                        "1 0 | 1 0",
                        "0 1 | 0 1",
                        "3/5 2/5 | 2/5 3/5"),
                two("matching-pennies", "von Neumann (1928)", List.of("1 -1", "-1 1"), "1/2 1/2 | 1/2 1/2"),
                two(
                        "rock-paper-scissors",
                        "von Neumann and Morgenstern (1944), section 18",
                        List.of("0 -1 1", "1 0 -1", "-1 1 0"),
                        "1/3 1/3 1/3 | 1/3 1/3 1/3"),
                two(
                        "rock-paper-scissors-well",
                        "folk variant, as in OpenSpiel (Lanctot et al. 2019): the well swallows rock and scissors",
                        List.of("0 -1 1 -1", "1 0 -1 1", "-1 1 0 -1", "1 -1 1 0"),
                        "0 1/3 1/3 1/3 | 0 1/3 1/3 1/3"),
                two(
                        "rock-paper-scissors-lizard-spock",
                        "Kass and Bryla; a cyclic tournament of five (Fisher and Ryan 1992: unique)",
                        List.of("0 -1 1 1 -1", "1 0 -1 -1 1", "-1 1 0 1 -1", "-1 1 -1 0 1", "1 -1 1 -1 0"),
                        "1/5 1/5 1/5 1/5 1/5 | 1/5 1/5 1/5 1/5 1/5"),
                two(
                        "hawk-dove",
                        "Maynard Smith and Price (1973), value 2, cost 4",
                        List.of("-1,-1 2,0", "0,2 1,1"),
                        "1 0 | 0 1",
                        "0 1 | 1 0",
                        "1/2 1/2 | 1/2 1/2"),
                two(
                        "snowdrift",
                        "Sugden (1986), benefit 4, cost 2",
                        List.of("3,3 2,4", "4,2 0,0"),
                        "1 0 | 0 1",
                        "0 1 | 1 0",
                        "2/3 1/3 | 2/3 1/3"),
                two(
                        "harmony",
                        "Rapoport and Guyer (1966), A taxonomy of 2 x 2 games",
                        List.of("4,4 3,2", "2,3 1,1"),
                        "1 0 | 1 0"),
                two(
                        "deadlock",
                        "Rapoport and Guyer (1966), A taxonomy of 2 x 2 games",
                        List.of("2,2 1,4", "4,1 3,3"),
                        "0 1 | 0 1"),
                two(
                        "inspection",
                        "von Stengel (2007), Algorithmic Game Theory, figure 3.1",
                        List.of("0,0 -10,10", "-1,0 -6,-90"),
                        "9/10 1/10 | 4/5 1/5"),
                two(
                        "shapley",
                        "Shapley (1964), Some topics in two-person games",
                        List.of("1,0 0,0 0,1", "0,1 1,0 0,0", "0,0 0,1 1,0"),
                        "1/3 1/3 1/3 | 1/3 1/3 1/3"),
                two(
                        "cournot",
                        "Cournot (1838), demand 12 - Q without costs, quantities 3, 4 and 6",
                        List.of("18,18 15,20 9,18", "20,15 16,16 8,12", "18,9 12,8 0,0"),
                        "0 1 0 | 0 1 0"),
                two(
                        "hotelling",
                        "Hotelling (1929), three places on a line, shares in quarters",
                        List.of("2,2 1,3 2,2", "3,1 2,2 3,1", "2,2 1,3 2,2"),
                        "0 1 0 | 0 1 0"),
                two(
                        "von-stengel",
                        "von Stengel (2002), Computing equilibria for two-person games, example 2.6",
                        List.of("3,3 3,2", "2,2 5,6", "0,3 6,1"),
                        "1 0 0 | 1 0",
                        "4/5 1/5 0 | 2/3 1/3",
                        "0 1/3 2/3 | 1/3 2/3"));
    }

    private static List<KnownGame> experiments() {
        return List.of(
                two(
                        "ochs-9",
                        "Ochs (1995), game 2 of McKelvey and Palfrey (1995)",
                        List.of("9,0 0,1", "0,1 1,0"),
                        "1/2 1/2 | 1/10 9/10"),
                two(
                        "ochs-4",
                        "Ochs (1995), game 3 of McKelvey and Palfrey (1995)",
                        List.of("4,0 0,1", "0,1 1,0"),
                        "1/2 1/2 | 1/5 4/5"),
                two(
                        "oneill",
                        "O'Neill (1987), Nonmetric test of the minimax theory",
                        List.of("5 -5 -5 -5", "-5 -5 5 5", "-5 5 -5 5", "-5 5 5 -5"),
                        "2/5 1/5 1/5 1/5 | 2/5 1/5 1/5 1/5"),
                two(
                        "lieberman",
                        "Lieberman (1960), Human behavior in a strictly determined 3 x 3 matrix game",
                        List.of("15 0 -2", "0 -15 -1", "1 2 0"),
                        "0 0 1 | 0 0 1"),
                two(
                        "selten-chmura-1",
                        "Selten and Chmura (2008), game 1",
                        List.of("10,8 0,18", "9,9 10,8"),
                        "1/11 10/11 | 10/11 1/11"));
    }

    private static List<KnownGame> degenerate() {
        return List.of(
                two(
                        "von-stengel-degenerate",
                        "von Stengel (2002), Computing equilibria for two-person games, section 2.6",
                        List.of("3,3 3,3", "2,2 5,6", "0,3 6,1"),
                        "1 0 0 | 1 0",
                        "1 0 0 | 2/3 1/3",
                        "0 1/3 2/3 | 1/3 2/3"),
                two(
                        "outside-option",
                        "Kohlberg and Mertens (1986), battle of the sexes with an outside option",
                        List.of("2,2 2,2", "3,1 0,0", "0,0 1,3"),
                        "0 1 0 | 1 0",
                        "1 0 0 | 0 1",
                        "1 0 0 | 2/3 1/3"),
                two(
                        "centipede",
                        "McKelvey and Palfrey (1992), four moves, reduced form, dimes",
                        List.of("4,1 4,1 4,1", "2,8 16,4 16,4", "2,8 8,32 64,16"),
                        "1 0 0 | 1 0 0",
                        "1 0 0 | 6/7 1/7 0",
                        "1 0 0 | 30/31 0 1/31",
                        "1 0 0 | 6/7 6/49 1/49"),
                two(
                        "selten-1975",
                        "Selten (1975), Reexamination of the perfectness concept, figure 2",
                        List.of("1,1 1,1", "0,2 0,3", "0,2 2,0"),
                        "1 0 0 | 1 0",
                        "1 0 0 | 1/2 1/2"),
                two(
                        "mini-ultimatum",
                        "Gale, Binmore and Samuelson (1995), Learning to be imperfect",
                        List.of("2,2 2,2", "3,1 0,0"),
                        "0 1 | 1 0",
                        "1 0 | 0 1",
                        "1 0 | 2/3 1/3"),
                two(
                        "chain-store",
                        "Selten (1978), The chain store paradox",
                        List.of("1,5 1,5", "2,2 0,0"),
                        "0 1 | 1 0",
                        "1 0 | 0 1",
                        "1 0 | 1/2 1/2"),
                two(
                        "morra",
                        "two-finger morra; Dresher (1961): weights between 4/7 and 3/5",
                        List.of("0 2 -3 0", "-2 0 0 3", "3 0 0 -4", "0 -3 4 0"),
                        "0 4/7 3/7 0 | 0 4/7 3/7 0",
                        "0 4/7 3/7 0 | 0 3/5 2/5 0",
                        "0 3/5 2/5 0 | 0 4/7 3/7 0",
                        "0 3/5 2/5 0 | 0 3/5 2/5 0"),
                two(
                        "no-stakes",
                        "the zero game, whose every profile is an equilibrium",
                        List.of("0,0 0,0", "0,0 0,0"),
                        "1 0 | 1 0",
                        "1 0 | 0 1",
                        "0 1 | 1 0",
                        "0 1 | 0 1"));
    }

    /** One for a match: an equal mixture of any strategies, the same ones, is an equilibrium (Schelling 1960). */
    private static KnownGame coordination(int n) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            StringBuilder row = new StringBuilder();
            for (int j = 0; j < n; j++) {
                row.append(j == 0 ? "" : " ").append(i == j ? "1,1" : "0,0");
            }
            rows.add(row.toString());
        }
        List<String> equilibria = new ArrayList<>();
        for (int set = 1; set < 1 << n; set++) {
            StringBuilder mixture = new StringBuilder();
            for (int i = 0; i < n; i++) {
                mixture.append((set >> i & 1) == 0 ? "0 " : "1/" + Integer.bitCount(set) + " ");
            }
            equilibria.add(mixture + "| " + mixture);
        }
        return two(
                "coordination-" + n,
                "Schelling (1960), pure coordination; 2^n - 1 equilibria (Quint and Shubik 1997)",
                rows,
                equilibria.toArray(String[]::new));
    }

    /** Claims from 2 to the largest; the lower is paid to both, with a reward and a fine of 2: everybody claims 2. */
    private static KnownGame travellersDilemma(int largest) {
        List<String> rows = new ArrayList<>();
        StringBuilder lowest = new StringBuilder();
        for (int a = 2; a <= largest; a++) {
            StringBuilder row = new StringBuilder();
            for (int b = 2; b <= largest; b++) {
                int low = Math.min(a, b);
                row.append(b == 2 ? "" : " ")
                        .append(low + 2 * Integer.signum(b - a))
                        .append(',')
                        .append(low + 2 * Integer.signum(a - b));
            }
            rows.add(row.toString());
            lowest.append(a == 2 ? "1 " : "0 ");
        }
        return two("travellers-dilemma", "Basu (1994), claims from 2 to " + largest, rows, lowest + "| " + lowest);
    }

    /**
     * Four for each unit of the smaller effort, less one's own: both at one effort, or both mixing two efforts with weight 1/4
     * on the higher, where efforts between the two tie.
     */
    private static KnownGame minimumEffort(int efforts) {
        List<String> rows = new ArrayList<>();
        List<String> equilibria = new ArrayList<>();
        for (int a = 0; a < efforts; a++) {
            StringBuilder row = new StringBuilder();
            for (int b = 0; b < efforts; b++) {
                int low = 4 * Math.min(a, b);
                row.append(b == 0 ? "" : " ").append(low - a).append(',').append(low - b);
                if (b >= a) {
                    StringBuilder mixture = new StringBuilder();
                    for (int e = 0; e < efforts; e++) {
                        mixture.append(a == b && e == a ? "1 " : e == a ? "3/4 " : e == b ? "1/4 " : "0 ");
                    }
                    equilibria.add(mixture + "| " + mixture);
                }
            }
            rows.add(row.toString());
        }
        return two(
                "minimum-effort-2",
                "Van Huyck, Battalio and Beil (1990), two players; mixtures as in Anderson, Goeree and Holt (2001)",
                rows,
                equilibria.toArray(String[]::new));
    }

    private static KnownGame seventyFive() {
        int[][] first = {
            {-81, 36, -126, 126, -36, 90},
            {-180, 72, -333, 297, -153, 270},
            {20, -3, 42, -33, 17, -30},
            {-30, 17, -33, 42, -3, 20},
            {270, -153, 297, -333, 72, -180},
            {90, -36, 126, -126, 36, -81}
        };
        int[][] second = {
            {72, 36, 17, -3, -36, -153},
            {-180, -81, -30, 20, 90, 270},
            {297, 126, 42, -33, -126, -333},
            {-333, -126, -33, 42, 126, 297},
            {270, 90, 20, -30, -81, -180},
            {-153, -36, -3, 17, 36, 72}
        };
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            StringBuilder row = new StringBuilder();
            for (int j = 0; j < 6; j++) {
                row.append(j == 0 ? "" : " ").append(first[i][j]).append(',').append(second[i][j]);
            }
            rows.add(row.toString());
        }
        return new KnownGame(
                "von-stengel-75",
                "von Stengel (1999), New maximal numbers of equilibria in bimatrix games; payoffs of Savani and von Stengel"
                        + " (2006): 75 equilibria of a 6 x 6 game",
                KnownGame.bimatrix(rows),
                List.of(),
                List.of(),
                75);
    }
}
