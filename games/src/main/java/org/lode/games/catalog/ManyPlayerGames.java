package org.lode.games.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.lode.games.form.Game;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;

/** Games of three and more players; strategy 0 is the one named first in the comment. */
final class ManyPlayerGames {
    private ManyPlayerGames() {}

    static List<KnownGame> all() {
        return List.of(
                mcKelveyMcLennan(),
                irrational(),
                seltensHorse(),
                jordan(),
                volunteers(3, 4, "1/2"),
                volunteers(4, 8, "1/2"),
                thresholdGood(),
                marketEntry(),
                congestion(),
                minimumEffort(),
                unanimity(),
                coordination(),
                commons(3),
                commons(4),
                weakestLinkOfTwo(),
                publicGoodOfFive());
    }

    /** Builds a game of equally many strategies each from a payoff of (player, profile). */
    private static NormalForm game(int players, int strategies, ToDoubleBiFunction<Integer, int[]> payoff) {
        return NormalForm.from(new Game() {
            @Override
            public int players() {
                return players;
            }

            @Override
            public int strategies(int player) {
                return strategies;
            }

            @Override
            public double payoff(int player, int[] profile) {
                return payoff.applyAsDouble(player, profile);
            }
        });
    }

    private static KnownGame known(String id, String source, NormalForm game, List<MixedProfile> equilibria) {
        return new KnownGame(id, source, game, equilibria, List.of(), equilibria.size());
    }

    /** Returns the profile of a two-strategy game in which each player plays strategy 0 with some probability. */
    private static MixedProfile first(double... probabilities) {
        double[] flat = new double[2 * probabilities.length];
        for (int player = 0; player < probabilities.length; player++) {
            flat[2 * player] = probabilities[player];
            flat[2 * player + 1] = 1 - probabilities[player];
        }
        int[] counts = new int[probabilities.length];
        Arrays.fill(counts, 2);
        return MixedProfile.of(counts, flat);
    }

    /** Adds the profiles in which some players mix alike and the others all play 0 (pure 1) or 1 (pure 0). */
    private static void addMixtures(List<MixedProfile> to, int players, int mixing, double probability, double others) {
        for (int set = 0; set < 1 << players; set++) {
            if (Integer.bitCount(set) == mixing) {
                double[] p = new double[players];
                for (int player = 0; player < players; player++) {
                    p[player] = (set >> player & 1) != 0 ? probability : others;
                }
                to.add(first(p));
            }
        }
    }

    private static int zeros(int[] profile, int except) {
        int count = 0;
        for (int player = 0; player < profile.length; player++) {
            count += player != except && profile[player] == 0 ? 1 : 0;
        }
        return count;
    }

    private static KnownGame mcKelveyMcLennan() {
        double[][] payoffs = {{9, 8, 12}, {0, 0, 0}, {0, 0, 0}, {3, 4, 6}, {0, 0, 0}, {3, 4, 6}, {9, 8, 2}, {0, 0, 0}};
        NormalForm game = game(3, 2, (player, s) -> payoffs[4 * s[0] + 2 * s[1] + s[2]][player]);
        return known(
                "mckelvey-mclennan",
                "McKelvey and McLennan (1997), The maximal number of regular totally mixed Nash equilibria: nine equilibria",
                game,
                KnownGame.profiles(
                        game,
                        "1 0 | 1 0 | 1 0",
                        "1 0 | 0 1 | 0 1",
                        "0 1 | 1 0 | 0 1",
                        "0 1 | 0 1 | 1 0",
                        "0 1 | 1/4 3/4 | 1/3 2/3",
                        "1/3 2/3 | 1 0 | 1/4 3/4",
                        "1/2 1/2 | 1/2 1/2 | 1 0",
                        "2/5 3/5 | 1/2 1/2 | 1/3 2/3",
                        "1/2 1/2 | 2/5 3/5 | 1/4 3/4"));
    }

    private static KnownGame irrational() {
        double[][] payoffs = {{3, 0, 2}, {1, 0, 0}, {0, 2, 0}, {0, 1, 0}, {0, 1, 0}, {0, 3, 0}, {1, 0, 0}, {2, 0, 3}};
        NormalForm game = game(3, 2, (player, s) -> payoffs[4 * s[0] + 2 * s[1] + s[2]][player]);
        double r = (StrictMath.sqrt(601) - 23) / 4; // 2 r^2 + 23 r = 9
        return known(
                "irrational",
                "Nau, Canovas and Hansen (2004), On the geometry of Nash equilibria and correlated equilibria, section 4",
                game,
                List.of(first((3 - 2 * r) / (4 - r), (2 - r) / (r + 3), r)));
    }

    /** D or C, d or c, L or R: two segments of equilibria, only one of them sensible. */
    private static KnownGame seltensHorse() {
        NormalForm game = game(3, 2, (player, s) -> {
            double[] payoffs = s[0] == 0
                    ? (s[2] == 0 ? new double[] {3, 3, 2} : new double[] {0, 0, 0})
                    : s[1] == 1 ? new double[] {1, 1, 1} : s[2] == 0 ? new double[] {4, 4, 0} : new double[] {0, 0, 1};
            return payoffs[player];
        });
        return new KnownGame(
                "seltens-horse",
                "Selten (1975), Reexamination of the perfectness concept, figure 1",
                game,
                List.of(),
                List.of(List.of(first(1, 0, 1), first(1, 2.0 / 3, 1)), List.of(first(0, 0, 0), first(0, 0, 0.25))),
                0);
    }

    /** Player 1 wants to match 2, 2 to match 3, and 3 not to match 1. */
    private static KnownGame jordan() {
        NormalForm game = game(3, 2, (player, s) -> (s[player] == s[(player + 1) % 3]) == (player < 2) ? 1 : 0);
        return known(
                "jordan",
                "Jordan (1993), Three problems in learning mixed-strategy Nash equilibria",
                game,
                List.of(first(0.5, 0.5, 0.5)));
    }

    /**
     * Volunteer or not, at cost 1, for something worth some units to everybody. Any k &gt;= 2 players may mix so that the
     * chance that all others of the k stay away is cost over worth, while the rest stay away; or one volunteers.
     */
    private static KnownGame volunteers(int players, int worth, String atAll) {
        NormalForm game =
                game(players, 2, (player, s) -> s[player] == 0 ? worth - 1.0 : zeros(s, player) > 0 ? worth : 0);
        List<MixedProfile> equilibria = new ArrayList<>();
        addMixtures(equilibria, players, 1, 1, 0);
        addMixtures(equilibria, players, 2, 1 - 1.0 / worth, 0);
        for (int mixing = 3; mixing <= players; mixing++) {
            double away = mixing == 3 ? StrictMath.sqrt(1.0 / worth) : StrictMath.cbrt(1.0 / worth);
            addMixtures(equilibria, players, mixing, 1 - away, 0);
        }
        return known(
                "volunteers-" + players,
                "Diekmann (1985), Volunteer's dilemma; all mix with " + atAll + ", and so may any subset",
                game,
                equilibria);
    }

    /** Contribute or not, at cost 3/8, to a good worth 1 that needs two of three. */
    private static KnownGame thresholdGood() {
        NormalForm game = game(3, 2, (player, s) -> (zeros(s, -1) >= 2 ? 8 : 0) - (s[player] == 0 ? 3 : 0));
        List<MixedProfile> equilibria = new ArrayList<>();
        equilibria.add(first(0, 0, 0));
        addMixtures(equilibria, 3, 2, 1, 0);
        addMixtures(equilibria, 3, 3, 0.25, 0);
        addMixtures(equilibria, 3, 3, 0.75, 0);
        addMixtures(equilibria, 3, 2, 0.625, 1);
        return known(
                "threshold-good",
                "Palfrey and Rosenthal (1984), Participation and the provision of discrete public goods, w = 2, N = 3, c = 3/8",
                game,
                equilibria);
    }

    /** Enter or stay out: one entrant earns 3, two 1 each, three lose 1 each. */
    private static KnownGame marketEntry() {
        NormalForm game = game(3, 2, (player, s) -> s[player] == 0 ? 3 - 2.0 * zeros(s, player) : 0);
        List<MixedProfile> equilibria = new ArrayList<>();
        addMixtures(equilibria, 3, 2, 1, 0);
        addMixtures(equilibria, 3, 3, 0.75, 0);
        addMixtures(equilibria, 3, 2, 0.5, 1);
        return known("market-entry", "Selten and Guth (1982), linear market entry, three firms", game, equilibria);
    }

    /** Two roads whose delay is 2 and 3 times their users. */
    private static KnownGame congestion() {
        NormalForm game = game(3, 2, (player, s) -> {
            int others = zeros(s, player);
            return s[player] == 0 ? -2.0 * (1 + others) : -3.0 * (3 - others);
        });
        List<MixedProfile> equilibria = new ArrayList<>();
        addMixtures(equilibria, 3, 1, 0, 1);
        addMixtures(equilibria, 3, 3, 0.7, 0);
        addMixtures(equilibria, 3, 2, 0.4, 1);
        return known(
                "congestion",
                "Rosenthal (1973), A class of games possessing pure-strategy equilibria; linear delays",
                game,
                equilibria);
    }

    /** High or low effort: four for the smallest effort, less one's own. */
    private static KnownGame minimumEffort() {
        NormalForm game = game(3, 2, (player, s) -> (zeros(s, -1) == 3 ? 4 : 0) - (s[player] == 0 ? 1 : 0));
        return known(
                "minimum-effort-3",
                "Van Huyck, Battalio and Beil (1990), three players, two efforts",
                game,
                List.of(first(1, 1, 1), first(0, 0, 0), first(0.5, 0.5, 0.5)));
    }

    private static KnownGame unanimity() {
        NormalForm game = game(3, 2, (player, s) -> s[0] == s[1] && s[1] == s[2] ? 1 : 0);
        return known(
                "unanimity",
                "Schelling (1960), coordination of three on one of two",
                game,
                List.of(first(1, 1, 1), first(0, 0, 0), first(0.5, 0.5, 0.5)));
    }

    /** One if all three match: equal mixtures of the same strategies, and the six ways to miss each other altogether. */
    private static KnownGame coordination() {
        NormalForm game = game(3, 3, (player, s) -> s[0] == s[1] && s[1] == s[2] ? 1 : 0);
        int[] counts = {3, 3, 3};
        List<MixedProfile> equilibria = new ArrayList<>();
        for (int set = 1; set < 8; set++) {
            double[] flat = new double[9];
            for (int i = 0; i < 9; i++) {
                flat[i] = (set >> i % 3 & 1) == 0 ? 0 : 1.0 / Integer.bitCount(set);
            }
            equilibria.add(MixedProfile.of(counts, flat));
        }
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        for (int[] order : orders) {
            equilibria.add(MixedProfile.pure(counts, order));
        }
        return known(
                "coordination-333",
                "Schelling (1960), coordination of three on one of three: 13 equilibria",
                game,
                equilibria);
    }

    /** Spare or use a common: everybody loses 2 for each who uses it, who gains 3. */
    private static KnownGame commons(int players) {
        NormalForm game = game(players, 2, (player, s) -> (s[player] == 1 ? 3 : 0) - 2.0 * (players - zeros(s, -1)));
        return known(
                "commons-" + players,
                "Hardin (1968), The tragedy of the commons, " + players + " players",
                game,
                List.of(first(new double[players])));
    }

    /** Two of three players are needed; the third, a bystander, wants the outcome that the first picks. */
    private static KnownGame weakestLinkOfTwo() {
        NormalForm game = game(
                3,
                2,
                (player, s) -> player == 2
                        ? (s[2] == s[0] ? 1 : 0)
                        : (s[0] == 0 && s[1] == 0 ? 4 : 0) + (s[player] == 1 ? 3 : 0));
        return known(
                "stag-hunt-and-bettor",
                "Skyrms (2004), a stag hunt of two on which a third player bets",
                game,
                List.of(first(1, 1, 1), first(0, 0, 0), first(0.75, 0.75, 1)));
    }

    /** Linear public good: five players, each contribution returns 2/5 of itself to everybody. */
    private static KnownGame publicGoodOfFive() {
        NormalForm game = game(5, 2, (player, s) -> 2.0 * zeros(s, -1) - (s[player] == 0 ? 5 : 0));
        return known(
                "public-good-5",
                "Isaac and Walker (1988), five players, return 2/5",
                game,
                List.of(first(0, 0, 0, 0, 0)));
    }
}
