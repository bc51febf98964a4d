package org.lode.sim.config;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single values strictly, and writes numbers. */
final class Scalars {
    private static final Set<String> OLD_BOOLEANS = Set.of("yes", "no", "on", "off");
    private static final Pattern NUMBER_LIKE = Pattern.compile(
            "[-+]?(\\.?[0-9][0-9_]*(\\.[0-9_]*)?([eE][-+]?[0-9]+)?|0x[0-9a-fA-F_]+|\\.(inf|nan))",
            Pattern.CASE_INSENSITIVE);
    private static final double EXACT_WHOLE = 0x1p53;

    private Scalars() {}

    /** Whether YAML 1.1 takes this word for a boolean (the single letters are left alone: Y is also yttrium). */
    static boolean isOldBoolean(String text) {
        return OLD_BOOLEANS.contains(text.toLowerCase(Locale.ROOT));
    }

    /** The text of a node, or null after reporting why it is none. */
    static @Nullable String text(Node node, String name, Problems problems) {
        if (!(node instanceof ScalarNode scalar)) {
            problems.add(node.origin(), name + " must be text, not " + node.what());
            return null;
        }
        String text = scalar.text();
        if (!scalar.quoted()) {
            boolean isBoolean = isOldBoolean(text) || text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
            if (isBoolean || NUMBER_LIKE.matcher(text).matches()) {
                String kind = isBoolean ? "boolean" : "number";
                problems.add(
                        node.origin(), name + " (" + text + ") must be text, not a " + kind + "; write '" + text + "'");
                return null;
            }
        }
        return text;
    }

    /** True or false, or null after reporting why it is neither. */
    static @Nullable Boolean bool(Node node, String name, Problems problems) {
        if (node instanceof ScalarNode scalar && scalar.isBoolean()) {
            return scalar.text().equals("true");
        }
        problems.add(node.origin(), name + found(node) + " must be true or false");
        return null;
    }

    /** A finite number, or null after reporting why it is none. */
    static @Nullable Double number(Node node, String name, Problems problems) {
        if (node instanceof ScalarNode scalar) {
            if (scalar.isNumber()) {
                double value = Double.parseDouble(scalar.text());
                if (Double.isFinite(value)) {
                    return value;
                }
                problems.add(node.origin(), name + found(node) + " is too large for a number");
                return null;
            }
            if (scalar.quoted() && new ScalarNode(scalar.text(), false, scalar.origin()).isNumber()) {
                problems.add(
                        node.origin(),
                        name + " (\"" + scalar.text() + "\") must be a number, not text; write " + scalar.text());
                return null;
            }
        }
        problems.add(node.origin(), name + found(node) + " must be a number such as 12, 0.5 or 1e-3");
        return null;
    }

    /** What was found, in parentheses: the text of a scalar, the kind of anything else. */
    static String found(Node node) {
        return node instanceof ScalarNode scalar ? " (" + scalar.text() + ")" : " (" + node.what() + ")";
    }

    /** The shortest text that reads back as the same number, the same on every JDK; whole numbers have no point. */
    static String print(double value) {
        return value == StrictMath.rint(value) && Math.abs(value) < EXACT_WHOLE
                ? Long.toString((long) value)
                : NumberOutput.toString(value, true);
    }
}
