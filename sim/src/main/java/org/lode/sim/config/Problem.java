package org.lode.sim.config;

/**
 * One thing that is wrong with the input.
 *
 * @param origin where it stands
 * @param message what was found and what is allowed; line breaks and control characters in what was found become
 *     blanks, and a very long message is cut, so that it is always one line to print
 */
public record Problem(Origin origin, String message) {
    private static final int LONGEST = 1000;

    public Problem {
        message = oneLine(message);
    }

    static String oneLine(String text) {
        String line = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return line.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
    }

    @Override
    public String toString() {
        return origin + ": " + message;
    }
}
