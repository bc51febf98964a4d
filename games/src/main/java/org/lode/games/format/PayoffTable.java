package org.lode.games.format;

import org.jspecify.annotations.Nullable;
import org.lode.games.form.NormalForm;
import org.lode.games.form.Rational;

/** A table of payoffs being read: doubles, and beside them exact fractions once one of them is no double. */
final class PayoffTable {
    /** Games of more payoffs than this are computed in doubles only, so fractions are not kept. */
    private static final int MAX_EXACT = 1 << 18;

    private final int[] counts;
    private final double[] payoffs;
    private Rational @Nullable [] exact;

    PayoffTable(int[] counts) {
        this.counts = counts;
        long cells = (long) NormalForm.profiles(counts) * counts.length;
        long most = Runtime.getRuntime().maxMemory() / Double.BYTES / 10 * 9;
        if (cells > most) {
            throw new IllegalArgumentException("payoffs (" + cells + ") must be at most " + most
                    + " to fit the memory that Java may use; -Xmx gives it more");
        }
        this.payoffs = new double[(int) cells];
    }

    /** Puts the number that was scanned last into a cell. */
    void put(int cell, Scanner scanner, int length) {
        double value = length == 0 ? Double.NaN : Numbers.simple(scanner.wordBuffer(), 0, length);
        if (value == Math.rint(value) && exact == null) { // integers are exact; NaN is not equal
            payoffs[cell] = value;
            return;
        }
        if (payoffs.length > MAX_EXACT && !Double.isNaN(value)) {
            payoffs[cell] = value;
            return;
        }
        try {
            put(cell, Numbers.payoff(scanner.wordText(), cell / NormalForm.profiles(counts)));
        } catch (NumberFormatException e) {
            throw scanner.atWord(String.valueOf(e.getMessage()));
        }
    }

    void put(int cell, Rational value) {
        payoffs[cell] = value.toDouble();
        if (exact == null
                && payoffs.length <= MAX_EXACT
                && !Rational.of(payoffs[cell]).equals(value)) {
            exact = new Rational[payoffs.length];
            for (int i = 0; i < payoffs.length; i++) {
                exact[i] = Rational.of(payoffs[i]);
            }
        }
        if (exact != null) {
            exact[cell] = value;
        }
    }

    NormalForm game() {
        return exact == null ? NormalForm.ofOwned(counts, payoffs) : NormalForm.exact(counts, exact);
    }
}
