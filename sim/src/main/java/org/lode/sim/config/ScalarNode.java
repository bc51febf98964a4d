package org.lode.sim.config;

import java.util.regex.Pattern;

/**
 * A single value, as text.
 *
 * @param text the value without quotes, escapes resolved
 * @param quoted whether it was written in quotes (or as a block of text), hence is text whatever it looks like
 */
public record ScalarNode(String text, boolean quoted, Origin origin) implements Node {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    /** Whether this is a number as JSON writes it, not in quotes. */
    public boolean isNumber() {
        return !quoted && NUMBER.matcher(text).matches();
    }

    /** Whether this is true or false, not in quotes. */
    public boolean isBoolean() {
        return !quoted && (text.equals("true") || text.equals("false"));
    }

    @Override
    public String what() {
        return isNumber() ? "a number" : isBoolean() ? "a boolean" : "text";
    }
}
