package org.lode.sim.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that a misspelt word was meant to be. */
public final class Nearest {
    private static final int LISTED = 30;

    private Nearest() {}

    /** The closest of {@code known}, at most two slips away (three in long words, one in words of two letters). */
    public static Optional<String> of(String word, Collection<String> known) {
        int limit = word.length() <= 2 ? 1 : word.length() >= 10 ? 3 : 2;
        String best = null;
        int least = limit + 1;
        for (String candidate : known) {
            int distance = candidate.equalsIgnoreCase(word) ? 0 : distance(word, candidate);
            if (distance < least && distance < Math.max(word.length(), candidate.length())) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The end of a message: what was probably meant, or else what there is. */
    public static String hint(String word, Collection<String> known) {
        return of(word, known).map(near -> "; did you mean '" + near + "'?").orElseGet(() -> "; " + listing(known));
    }

    private static String listing(Collection<String> known) {
        if (known.isEmpty()) {
            return "there are none";
        }
        List<String> names = new ArrayList<>(known);
        return names.size() <= LISTED
                ? "known: " + String.join(", ", names)
                : "known: " + String.join(", ", names.subList(0, LISTED)) + ", ...";
    }

    /** Slips between two words: letters left out, added, changed or swapped with their neighbour (Damerau 1964). */
    static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int changed = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(changed, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
