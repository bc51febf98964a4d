package org.lode.sim.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads configuration files into one tree: YAML, or JSON where the name ends in {@code .json}. {@code extends: FILE} or
 * a list of files, relative to the file that says so, lays the file over those it extends, later ones over earlier.
 *
 * @param includes top-level keys whose lists may name files in place of items: {@code actors: [../actors/us.yaml]}
 * @param familyKeys keys that name a member of a plug-in family ({@code rule}); a map that names another member
 *     replaces the map below it, instead of inheriting settings that the new member does not have
 */
public record ConfigFiles(List<String> includes, List<String> familyKeys) {
    private static final String EXTENDS = "extends";
    private static final int LARGEST = 8 * 1024 * 1024;

    public ConfigFiles {
        includes = List.copyOf(includes);
        familyKeys = List.copyOf(familyKeys);
    }

    /** A reader of files that name no others but by {@code extends}. */
    public ConfigFiles() {
        this(List.of(), List.of());
    }

    /**
     * Reads a file with all that it extends and includes.
     *
     * @throws ConfigException if a file is missing, unreadable or says what is refused
     */
    public MapNode read(Path file) {
        return read(file.normalize(), new Origin(file.toString(), 0), List.of());
    }

    /**
     * Reads the file that a value of another file names, relative to that file; where the value stands in no file
     * ({@code --set}), relative to the working directory.
     *
     * @throws ConfigException if the value is no path, or as {@link #read(Path)}
     */
    public MapNode read(Node reference) {
        return read(path(reference), reference.origin(), List.of());
    }

    /** Reads text as if it stood in {@code file}; what it extends is relative to that. */
    public MapNode parse(String text, Path file) {
        return complete(root(text, file), file.normalize(), List.of());
    }

    private MapNode read(Path file, Origin asker, List<Path> chain) {
        if (chain.contains(file)) {
            String circle = chain.subList(chain.indexOf(file), chain.size()).stream()
                    .map(Path::toString)
                    .collect(Collectors.joining(" -> "));
            throw new ConfigException(asker, "files go round in a circle: " + circle + " -> " + file);
        }
        return complete(root(text(file, asker), file), file, chain);
    }

    private MapNode complete(MapNode root, Path file, List<Path> chain) {
        List<Path> here = new ArrayList<>(chain);
        here.add(file);
        MapNode own = root.without(EXTENDS);
        for (String key : includes) {
            if (own.entries().get(key) instanceof ListNode list) {
                own = own.with(key, included(list, here));
            }
        }
        Problems problems = new Problems();
        checkIds(own, problems);
        problems.check();
        Node parents = root.entries().get(EXTENDS);
        if (parents == null) {
            return own;
        }
        Merge merge = new Merge(familyKeys);
        Node merged = null;
        List<Node> names = parents instanceof ListNode list ? list.items() : List.of(parents);
        for (Node name : names) {
            MapNode parent = read(path(name), name.origin(), here);
            checkKind(parent, own, name);
            merged = merged == null ? parent : merge.merge(merged, parent);
        }
        return merged == null ? own : (MapNode) merge.merge(merged, own);
    }

    private ListNode included(ListNode list, List<Path> chain) {
        List<Node> items = new ArrayList<>();
        for (Node item : list.items()) {
            items.add(item instanceof ScalarNode ? read(path(item), item.origin(), chain) : item);
        }
        return new ListNode(items, list.origin());
    }

    private static void checkKind(MapNode parent, MapNode child, Node name) {
        if (parent.entries().get("kind") instanceof ScalarNode below
                && child.entries().get("kind") instanceof ScalarNode above
                && !below.text().equals(above.text())) {
            throw new ConfigException(
                    name.origin(),
                    "kind " + above.text() + " cannot extend kind " + below.text() + " (" + below.origin() + ")");
        }
    }

    private static Path path(Node reference) {
        if (!(reference instanceof ScalarNode scalar) || scalar.text().isBlank()) {
            throw new ConfigException(reference.origin(), "the name of a file expected, not " + reference.what());
        }
        try {
            Path named = Path.of(scalar.text());
            return (reference.origin().isFile()
                            ? Path.of(reference.origin().file()).resolveSibling(named)
                            : named)
                    .normalize();
        } catch (java.nio.file.InvalidPathException e) {
            throw new ConfigException(reference.origin(), "'" + scalar.text() + "' is not the name of a file");
        }
    }

    private static String text(Path file, Origin asker) {
        String what = asker.file().equals(file.toString()) && !asker.isFile() ? "" : file + ": ";
        if (!Files.exists(file)) {
            throw new ConfigException(asker, what + "no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw new ConfigException(asker, what + "not a file");
        }
        try {
            long size = Files.size(file);
            if (size > LARGEST) {
                throw new ConfigException(
                        asker, what + "file size (" + size + " bytes) must be at most " + LARGEST + " bytes");
            }
            byte[] bytes = Files.readAllBytes(file);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ConfigException(asker, what + "not text in UTF-8");
        } catch (IOException e) {
            throw new ConfigException(asker, what + "cannot be read");
        }
    }

    private static MapNode root(String text, Path file) {
        String name = file.toString();
        Node root = name.endsWith(".json")
                ? JsonReader.read(text, line -> new Origin(name, line))
                : YamlReader.read(text, line -> new Origin(name, line));
        if (root instanceof MapNode map) {
            return map;
        }
        throw new ConfigException(root.origin(), "keys and values expected, not " + root.what());
    }

    private static void checkIds(Node node, Problems problems) {
        if (node instanceof MapNode map) {
            map.entries().values().forEach(value -> checkIds(value, problems));
        } else if (node instanceof ListNode list) {
            Map<String, Origin> seen = new HashMap<>();
            for (Node item : list.items()) {
                checkIds(item, problems);
                ListNode.id(item).ifPresent(id -> {
                    Origin here = ((MapNode) item).require("id").origin();
                    Origin earlier = seen.putIfAbsent(id, here);
                    if (earlier != null) {
                        problems.add(here, "repeated id '" + id + "'; it stands already at " + earlier);
                    }
                });
            }
        }
    }
}
