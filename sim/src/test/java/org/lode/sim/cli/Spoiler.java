package org.lode.sim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Edits a YAML text and keeps its line numbers: keys deleted or renamed, values replaced, one after another. Knows the style of
 * the shipped files: block maps and lists, quantities and small items in braces on one line.
 */
final class Spoiler {
    private final List<String> lines;

    Spoiler(String text) {
        lines = new ArrayList<>(List.of(text.split("\n", -1)));
    }

    /** Where a key stands in its line, and its value if that is on the same line. */
    private record Place(int key, int value, int end, boolean inBraces) {}

    private Place find(int line, String key) {
        String text = lines.get(line - 1);
        Matcher found = Pattern.compile("(?:^|[\\s{,])(" + Pattern.quote(key) + "):(?=\\s|$)")
                .matcher(text);
        if (!found.find()) {
            throw new AssertionError("no key " + key + " in line " + line + ": " + text);
        }
        int start = found.start(1);
        int value = found.end();
        while (value < text.length() && text.charAt(value) == ' ') {
            value++;
        }
        boolean inBraces = !text.substring(0, start).matches("\\s*(- )?");
        return new Place(start, value, end(text, value, inBraces), inBraces);
    }

    private static int end(String text, int from, boolean inBraces) {
        int depth = 0;
        char quote = 0;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '\'' || c == '"') && (at == from || " {[,".indexOf(text.charAt(at - 1)) >= 0)) {
                quote = c;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                if (depth == 0) {
                    return at;
                }
                depth--;
            } else if (c == ',' && depth == 0 && inBraces) {
                return at;
            }
        }
        return text.length();
    }

    /** The text as it is now. */
    String text() {
        return String.join("\n", lines);
    }

    private void set(int line, String text) {
        lines.set(line - 1, text);
    }

    /** Renames a key. */
    void rename(int line, String key, String to) {
        String text = lines.get(line - 1);
        int at = find(line, key).key();
        set(line, text.substring(0, at) + to + text.substring(at + key.length()));
    }

    /** Replaces the value of a key; the value stands on the key's line. */
    void replace(int line, String key, String value) {
        String text = lines.get(line - 1);
        Place place = find(line, key);
        set(line, text.substring(0, place.value()) + value + text.substring(place.end()));
    }

    /** Replaces a part of the value of a key, such as the unit of a quantity. */
    void replaceWithin(int line, String key, String inner, String value) {
        String text = lines.get(line - 1);
        Place outer = find(line, key);
        Matcher found = Pattern.compile("[{, ]" + Pattern.quote(inner) + ": ").matcher(text);
        if (!found.find(outer.value())) {
            throw new AssertionError("no " + inner + " in the value of " + key + ": " + text);
        }
        int end = end(text, found.end(), true);
        set(line, text.substring(0, found.end()) + value + text.substring(end));
    }

    /** Deletes a key and its value, which may go on over the next lines. */
    void delete(int line, String key) {
        String text = lines.get(line - 1);
        Place place = find(line, key);
        if (place.inBraces()) {
            String before = text.substring(0, place.key()).replaceAll(",\\s*$", "");
            String after = text.substring(place.end());
            boolean first = before.endsWith("{");
            set(line, before + (first ? after.replaceAll("^,\\s*", "") : after));
            return;
        }
        set(line, text.substring(0, place.key()).stripTrailing());
        for (int next = line; next < lines.size(); next++) {
            String below = lines.get(next);
            int indent = below.length() - below.stripLeading().length();
            if (!below.isBlank() && indent <= place.key()) {
                break;
            }
            lines.set(next, "");
        }
    }
}
