package org.lode.sim.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads the plain part of YAML, in which no two readers differ: maps, lists, quoted text, plain scalars. Anchors,
 * aliases, merge keys, tags, nulls, octals, tabs, repeated keys and second documents are refused, each with its line.
 */
final class YamlReader {
    private static final int DEEPEST = 50;
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Pattern OCTAL = Pattern.compile("[-+]?0o?[0-9_]+");

    private final ParserImpl parser;
    private final IntFunction<Origin> origins;
    private final Problems problems = new Problems();

    private YamlReader(String text, IntFunction<Origin> origins) {
        this.parser = new ParserImpl(new StreamReader(text), new LoaderOptions());
        this.origins = origins;
    }

    /**
     * Reads one document.
     *
     * @param origins gives the origin of a line, counted from 1
     * @throws ConfigException with every problem of the text, or with the first where the text is not YAML at all
     */
    static Node read(String text, IntFunction<Origin> origins) {
        checkTabs(text, origins);
        try {
            return new YamlReader(text, origins).document();
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
            throw new ConfigException(origins.apply(line + 1), "this is not YAML: " + oneLine(e.getProblem()));
        } catch (ReaderException e) {
            long line = text.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            String found = String.format("U+%04X", e.getCodePoint());
            throw new ConfigException(origins.apply((int) line), "character " + found + " is refused");
        } catch (YAMLException e) {
            throw new ConfigException(origins.apply(1), "this is not YAML: " + oneLine(e.getMessage()));
        }
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "unreadable" : message.strip().replaceAll("\\s+", " ");
    }

    private static void checkTabs(String text, IntFunction<Origin> origins) {
        Problems problems = new Problems();
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\t') {
                problems.add(origins.apply(line), "tab found; indent with spaces");
            } else if (text.charAt(i) == '\n') {
                line++;
            }
        }
        problems.check();
    }

    private Node document() {
        parser.getEvent(); // start of the stream
        Event event = parser.getEvent();
        if (event.is(Event.ID.StreamEnd)) {
            throw new ConfigException(origins.apply(1), "there is nothing here; expected keys and values");
        }
        if (event instanceof DocumentStartEvent start && start.getVersion() != null) {
            problems.add(at(event), "directive '%YAML' is refused; leave it out");
        }
        Event first = parser.getEvent();
        Node root = node(first, at(first), "the document", 0);
        parser.getEvent(); // end of the document
        Event next = parser.getEvent();
        if (!next.is(Event.ID.StreamEnd)) {
            problems.add(at(next), "a second document starts here; a file holds one");
        }
        problems.check();
        return root;
    }

    private Origin at(Event event) {
        return origins.apply(
                event.getStartMark() == null ? 1 : event.getStartMark().getLine() + 1);
    }

    private Node node(Event event, Origin origin, String name, int depth) {
        if (depth > DEEPEST) {
            throw new ConfigException(origin, "nested deeper than " + DEEPEST + " levels");
        }
        if (event instanceof AliasEvent alias) {
            problems.add(origin, "alias '*" + alias.getAnchor() + "' is refused; write the value out");
            return new ScalarNode("", true, origin);
        }
        if (((NodeEvent) event).getAnchor() != null) {
            problems.add(origin, "anchor '&" + ((NodeEvent) event).getAnchor() + "' is refused; use extends");
        }
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar, origin, name);
        }
        checkTag(((CollectionStartEvent) event).getTag(), origin);
        return event instanceof MappingStartEvent ? map(origin, depth) : list(origin, name, depth);
    }

    private void checkTag(@Nullable String tag, Origin origin) {
        if (tag != null) {
            problems.add(origin, "tag '" + tag + "' is refused; quote text, and write numbers plainly");
        }
    }

    private ScalarNode scalar(ScalarEvent event, Origin origin, String name) {
        checkTag(event.getTag(), origin);
        String text = event.getValue();
        if (event.isPlain()) {
            if (NULLS.contains(text)) {
                String found = text.isEmpty() ? "" : " (" + text + ")";
                problems.add(origin, name + " has no value" + found + "; give one or leave the key out");
            } else if (OCTAL.matcher(text).matches() && text.length() > (text.startsWith("0") ? 1 : 2)) {
                String digits = text.replaceFirst("^([-+]?)0o?[0_]*(?=[0-9])", "$1");
                problems.add(
                        origin,
                        name + " (" + text + ") is octal to some readers; write " + digits + ", or '" + text
                                + "' for text");
            }
        }
        return new ScalarNode(text, !event.isPlain(), origin);
    }

    private MapNode map(Origin origin, int depth) {
        Map<String, Node> entries = new LinkedHashMap<>();
        Event event = parser.getEvent();
        while (!event.is(Event.ID.MappingEnd)) {
            Origin line = at(event);
            String key = key(event, line, depth);
            Node value = node(parser.getEvent(), line, "'" + key + "'", depth + 1);
            Node earlier = entries.putIfAbsent(key, value);
            if (earlier != null) {
                problems.add(
                        line,
                        "repeated key '" + key + "'; it stands already on line "
                                + earlier.origin().line());
            }
            event = parser.getEvent();
        }
        return new MapNode(entries, origin);
    }

    private String key(Event event, Origin line, int depth) {
        if (!(event instanceof ScalarEvent scalar)) {
            problems.add(line, "a key must be text");
            node(event, line, "the key", depth + 1);
            return "";
        }
        String key = scalar.getValue();
        if (scalar.getAnchor() != null) {
            problems.add(line, "anchor '&" + scalar.getAnchor() + "' is refused; use extends");
        }
        checkTag(scalar.getTag(), line);
        if (scalar.isPlain() && key.equals("<<")) {
            problems.add(line, "merge key '<<' is refused; use extends");
        } else if (scalar.isPlain() && NULLS.contains(key)) {
            problems.add(line, "a key must be text, not null");
        } else if (scalar.isPlain() && Scalars.isOldBoolean(key)) {
            problems.add(line, "key " + key + " is a boolean to some readers; write '" + key + "'");
        }
        return key;
    }

    private ListNode list(Origin origin, String name, int depth) {
        List<Node> items = new ArrayList<>();
        Event event = parser.getEvent();
        while (!event.is(Event.ID.SequenceEnd)) {
            items.add(node(event, at(event), "item " + (items.size() + 1) + " of " + name, depth + 1));
            event = parser.getEvent();
        }
        return new ListNode(items, origin);
    }
}
