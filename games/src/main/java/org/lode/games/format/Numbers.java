package org.lode.games.format;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.lode.games.form.Payoff;
import org.lode.games.form.Rational;

/** Numbers as text and back, the same on every Java version. */
public final class Numbers {
    /** Longest number read: a fraction of two integers of this many digits takes no noticeable time or memory. */
    static final int MAX_LENGTH = 1000;
    /** Largest power of ten read, either way: it covers every double. */
    private static final int MAX_EXPONENT = 400;

    private static final double[] POWERS = new double[23];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10; // exact up to 10^22
        }
    }

    private Numbers() {}

    /**
     * Returns the shortest decimal that reads back as the same double; without a point for an integer below 2^53.
     *
     * <p>Double.toString would not do: it changed in Java 19.
     */
    public static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 0x1p53) {
            return value == 0 ? "0" : Long.toString((long) value);
        }
        return NumberOutput.toString(value, true).replace(".0E", "E");
    }

    /**
     * Reads an integer, decimal, number in scientific notation or fraction of integers.
     *
     * @throws NumberFormatException if it is none of them, or outside the range of doubles; the message is a full sentence
     */
    static Rational exact(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new NumberFormatException(
                    "a number of " + text.length() + " characters is longer than " + MAX_LENGTH);
        }
        int slash = text.indexOf('/');
        if (slash >= 0) {
            BigInteger denominator = integer(text.substring(slash + 1), text);
            if (denominator.signum() == 0) {
                throw new NumberFormatException("the fraction " + text + " has denominator 0");
            }
            return finite(new Rational(integer(text.substring(0, slash), text), denominator), text);
        }
        int point = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 'e' || c == 'E') {
                point = i;
            }
            if ((c < '0' || c > '9') && c != '-' && c != '+' && c != '.' && c != 'e' && c != 'E') {
                throw notANumber(text);
            }
        }
        try {
            int exponent = point == text.length() ? 0 : Integer.parseInt(text.substring(point + 1));
            if (Math.abs((long) exponent) > MAX_EXPONENT) {
                throw new NumberFormatException("the number " + text + " is outside the range of doubles");
            }
            return finite(Rational.of(new BigDecimal(text)), text);
        } catch (NumberFormatException e) {
            throw e.getMessage() != null && e.getMessage().startsWith("the ") ? e : notANumber(text);
        }
    }

    /**
     * Reads a payoff, exactly.
     *
     * @param player whose it is, counted from 0
     * @throws NumberFormatException if it is no number or one that arithmetic overflows; the message is a full sentence
     */
    static Rational payoff(String text, int player) {
        Rational value = exact(text);
        if (!Payoff.isSound(value.toDouble())) {
            throw new NumberFormatException(
                    "payoff (" + shown(text) + ") of player " + (player + 1) + " " + Payoff.RULE);
        }
        return value;
    }

    /**
     * Reads a plain integer or decimal of at most 15 digits, exactly as the nearest double; NaN if the text is not that
     * simple, and {@link #exact} must look.
     *
     * @param from first character
     * @param to after the last
     */
    static double simple(char[] text, int from, int to) {
        int i = from;
        boolean negative = text[i] == '-';
        if (negative || text[i] == '+') {
            i++;
        }
        long digits = 0;
        int count = 0;
        int decimals = -1;
        for (; i < to; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                count++;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (c == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return Double.NaN;
            }
            if (count > 15) {
                return Double.NaN;
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        double value = decimals > 0 ? digits / POWERS[decimals] : digits;
        return negative ? -value : value;
    }

    private static Rational finite(Rational value, String text) {
        if (Double.isInfinite(value.toDouble())) {
            throw new NumberFormatException("the number " + text + " is outside the range of doubles");
        }
        return value;
    }

    private static BigInteger integer(String text, String whole) {
        try {
            return new BigInteger(text);
        } catch (NumberFormatException e) {
            throw notANumber(whole);
        }
    }

    private static NumberFormatException notANumber(String text) {
        return new NumberFormatException(
                "expected a number such as 3, -0.25, 1e-3 or 2/3, found '" + shown(text) + "'");
    }

    /** Returns text fit for a one-line message. */
    static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= 40 ? line : line.substring(0, 37) + "...";
    }
}
