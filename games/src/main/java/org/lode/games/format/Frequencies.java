package org.lode.games.format;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/** How often each strategy was chosen: numbers separated by commas or blanks, players in order, strategies in order. */
public final class Frequencies {
    private Frequencies() {}

    /**
     * Reads one number per strategy.
     *
     * @param counts strategies of each player
     * @throws FormatException if there are more or fewer, or one is negative
     */
    public static double[] read(Reader reader, int[] counts) throws IOException {
        Scanner scanner = new Scanner(reader);
        double[] frequencies = new double[Arrays.stream(counts).sum()];
        for (int i = 0; i < frequencies.length; i++) {
            if (scanner.skip(true) < 0) {
                throw scanner.unexpected("frequency " + (i + 1) + " of " + frequencies.length + ", one per strategy");
            }
            scanner.word();
            try {
                frequencies[i] = Numbers.exact(scanner.wordText()).toDouble();
            } catch (NumberFormatException e) {
                throw scanner.atWord(String.valueOf(e.getMessage()));
            }
            if (frequencies[i] < 0) {
                throw scanner.atWord("frequency (" + scanner.wordText() + ") must be at least 0");
            }
        }
        if (scanner.skip(true) >= 0) {
            throw scanner.unexpected("the end of the file after " + frequencies.length + " frequencies");
        }
        return frequencies;
    }
}
