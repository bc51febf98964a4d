package org.lode.games.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;

/**
 * A game from the literature with all its equilibria.
 *
 * @param id short name, fit for a file
 * @param source where it comes from
 * @param game the game, named after its id
 * @param equilibria for two players the extreme equilibria; for more the isolated ones; empty if only their number is known
 * @param segments pairs of profiles: every profile between the two is an equilibrium, and with the isolated ones these are
 *     all; only for more than two players
 * @param count the number of extreme equilibria (two players), or of isolated ones
 */
public record KnownGame(
        String id,
        String source,
        NormalForm game,
        List<MixedProfile> equilibria,
        List<List<MixedProfile>> segments,
        int count) {
    public KnownGame {
        equilibria = List.copyOf(equilibria);
        segments = segments.stream().map(List::copyOf).toList();
        game = game.named(id, List.of(), List.of());
    }

    /**
     * Describes a two-player game.
     *
     * @param rows payoffs row by row, cells separated by blanks, a cell being {@code row's,column's}; or one number if the
     *     column gets what the row loses
     * @param equilibria probabilities as fractions, players separated by {@code |}
     */
    static KnownGame two(String id, String source, List<String> rows, String... equilibria) {
        NormalForm game = bimatrix(rows);
        return new KnownGame(id, source, game, profiles(game, equilibria), List.of(), equilibria.length);
    }

    static NormalForm bimatrix(List<String> rows) {
        int columns = rows.get(0).split(" ").length;
        double[] payoffs = new double[2 * rows.size() * columns];
        for (int i = 0; i < rows.size(); i++) {
            String[] cells = rows.get(i).split(" ");
            for (int j = 0; j < columns; j++) {
                String[] pair = cells[j].split(",");
                payoffs[i * columns + j] = Double.parseDouble(pair[0]);
                payoffs[(rows.size() + i) * columns + j] =
                        pair.length > 1 ? Double.parseDouble(pair[1]) : 0 - Double.parseDouble(pair[0]);
            }
        }
        return NormalForm.of(new int[] {rows.size(), columns}, payoffs);
    }

    /** Returns profiles written as fractions, players separated by bars. */
    static List<MixedProfile> profiles(NormalForm game, String... texts) {
        List<MixedProfile> profiles = new ArrayList<>();
        for (String text : texts) {
            profiles.add(MixedProfile.of(
                    game.shape(),
                    Arrays.stream(text.replace("|", " ").trim().split(" +"))
                            .mapToDouble(KnownGame::fraction)
                            .toArray()));
        }
        return profiles;
    }

    private static double fraction(String text) {
        String[] parts = text.split("/");
        return parts.length == 1
                ? Double.parseDouble(parts[0])
                : Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    }
}
