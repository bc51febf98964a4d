package org.lode.games.catalog;

import java.util.ArrayList;
import java.util.List;

/** All games of the catalogue. */
public final class Catalog {
    /** Two-player games first; ids are unique. */
    public static final List<KnownGame> ALL = all();

    private Catalog() {}

    /**
     * Returns the game of an id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static KnownGame named(String id) {
        return ALL.stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("game (" + id + ") must be one of the catalogue: "
                        + String.join(", ", ALL.stream().map(KnownGame::id).toList())));
    }

    private static List<KnownGame> all() {
        List<KnownGame> all = new ArrayList<>(TwoPlayerGames.all());
        all.addAll(ManyPlayerGames.all());
        return List.copyOf(all);
    }
}
