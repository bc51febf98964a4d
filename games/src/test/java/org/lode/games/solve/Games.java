package org.lode.games.solve;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.lode.games.form.NormalForm;
import org.lode.games.format.GambitFormat;

/** Small games on which solvers, this one or others, have erred. */
final class Games {
    private Games() {}

    static NormalForm read(String name) {
        try (Reader text = new InputStreamReader(
                Games.class.getResourceAsStream("/org/lode/games/faults/" + name), StandardCharsets.UTF_8)) {
            return GambitFormat.read(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
