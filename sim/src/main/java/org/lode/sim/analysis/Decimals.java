package org.lode.sim.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers for people: rounded, and the same characters on every Java. */
public final class Decimals {
    private Decimals() {}

    /** With a fixed number of decimals; {@code -} for what is not a number. */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "-" : value > 0 ? "inf" : "-inf";
        }
        String text =
                new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        return text.matches("-0(\\.0+)?") ? text.substring(1) : text;
    }

    /** With about three significant digits and thousands apart: 0.0123, 1.23, 12.3, 123, 12,300. */
    public static String three(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value) || size == 0) {
            return size == 0 ? "0" : fixed(value, 0);
        }
        if (size >= 1e12 || size < 1e-4) {
            BigDecimal rounded = new BigDecimal(value).round(new java.math.MathContext(3, RoundingMode.HALF_EVEN));
            int exponent = rounded.precision() - rounded.scale() - 1;
            return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
        }
        int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : size >= 0.09995 ? 3 : 4;
        return thousands(fixed(value, decimals));
    }

    /** A share as a whole percentage. */
    public static String percent(double share) {
        return fixed(100 * share, 0) + " %";
    }

    private static String thousands(String text) {
        int point = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
        var out = new StringBuilder(text);
        int first = text.startsWith("-") ? 1 : 0;
        for (int at = point - 3; at > first; at -= 3) {
            out.insert(at, ',');
        }
        return out.toString();
    }
}
