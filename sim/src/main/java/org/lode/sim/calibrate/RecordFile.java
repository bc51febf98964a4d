package org.lode.sim.calibrate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lode.sim.config.Binder;
import org.lode.sim.config.Bound;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.ListNode;
import org.lode.sim.config.MapNode;
import org.lode.sim.config.Nearest;
import org.lode.sim.config.Node;
import org.lode.sim.config.Problem;
import org.lode.sim.config.Provenance;
import org.lode.sim.config.ScalarNode;
import org.lode.sim.world.ActorData;
import org.lode.sim.world.ScenarioReader;

/** Reads the record and holds it against its codes and against the menus of the time; refuses with file and line. */
public final class RecordFile {
    private RecordFile() {}

    /** The binder of the record and of each actor's part of it. */
    public static Binder binder() {
        return new Binder();
    }

    /**
     * Reads the record with every actor's part.
     *
     * @throws ConfigException with every problem found
     */
    public static RecordData read(Path file) {
        return bind(ScenarioReader.tree(file), file, false).value();
    }

    /**
     * Binds a tree that was read from {@code file}.
     *
     * @param strict whether every number with a unit needs a source
     * @throws ConfigException with every problem found
     */
    public static Bound<RecordData> bind(MapNode tree, Path file, boolean strict) {
        Binder binder = strict ? binder().requiringSources() : binder();
        Bound<RecordData> bound = binder.bind(tree, RecordData.class);
        RecordData data = bound.value();
        List<Problem> problems = new ArrayList<>();
        for (Node item : ((ListNode) tree.require("actors")).items()) {
            MapNode actor = (MapNode) item;
            for (Node row : ((ListNode) actor.require("halfYears")).items()) {
                codes((MapNode) row, "membership", data.memberships().keySet(), problems);
                codes((MapNode) row, "buying", data.buying().keySet(), problems);
                codes((MapNode) row, "instruments", data.instruments().keySet(), problems);
            }
        }
        for (int i = 0; i < data.actors().size(); i++) {
            MapNode actor =
                    (MapNode) ((ListNode) tree.require("actors")).items().get(i);
            strategies(actor, data.actors().get(i), file, problems);
        }
        check(problems);
        return bound;
    }

    /** Checks one actor's part on its own: its codes are known only to the record, and are checked with it. */
    public static Provenance actor(MapNode tree, Path file, boolean strict) {
        Binder binder = strict ? binder().requiringSources() : binder();
        Bound<ActorRecord> bound = binder.bind(tree, ActorRecord.class);
        List<Problem> problems = new ArrayList<>();
        strategies(tree, bound.value(), file, problems);
        check(problems);
        return bound.provenance();
    }

    private static void check(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private static void codes(MapNode row, String key, Set<String> known, List<Problem> problems) {
        row.find(key).ifPresent(list -> {
            for (Node item : ((ListNode) list).items()) {
                String code = ((ScalarNode) item).text();
                String head = code.contains(":") ? code.substring(0, code.indexOf(':')) : code;
                if (!known.contains(head)) {
                    problems.add(new Problem(
                            item.origin(), "unknown code '" + head + "' of " + key + Nearest.hint(head, known)));
                }
            }
        });
    }

    private static void strategies(MapNode tree, ActorRecord actor, Path file, List<Problem> problems) {
        List<Node> rows = ((ListNode) tree.require("halfYears")).items();
        ActorData menu = null;
        if (actor.menu().isPresent()) {
            Node written = tree.require("menu");
            Path beside = written.origin().isFile() ? Path.of(written.origin().file()) : file;
            Path menuFile = beside.resolveSibling(actor.menu().get()).normalize();
            if (!Files.isRegularFile(menuFile)) {
                problems.add(
                        new Problem(written.origin(), "menu (" + actor.menu().get() + ") is no file"));
                return;
            }
            menu = ScenarioReader.binder()
                    .bind(ScenarioReader.tree(menuFile), ActorData.class)
                    .value();
            if (!menu.id().equals(actor.id())) {
                problems.add(new Problem(written.origin(), "menu (" + menu.id() + ") must be that of " + actor.id()));
                return;
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            ActorRecord.HalfYear row = actor.halfYears().get(r);
            MapNode node = (MapNode) rows.get(r);
            strategy(node, "strategy", row.strategy(), row, actor, menu, problems);
            if (row.rival().isPresent()) {
                strategy(node, "rival", row.rival().get(), row, actor, menu, problems);
            }
        }
    }

    /** A strategy must be known; where there is a menu it must also have been open, to the government of the time too. */
    private static void strategy(
            MapNode node,
            String key,
            String id,
            ActorRecord.HalfYear row,
            ActorRecord actor,
            @Nullable ActorData menu,
            List<Problem> problems) {
        Node at = node.require(key);
        if (menu == null) {
            if (actor.menu().isEmpty() && !actor.proposed().containsKey(id)) {
                problems.add(unknown(at, id, actor.proposed().keySet()));
            }
            return;
        }
        Map<String, ActorData.StrategyData> known = new LinkedHashMap<>();
        menu.strategies().forEach(strategy -> known.put(strategy.id(), strategy));
        ActorData.StrategyData strategy = known.get(id);
        if (strategy == null) {
            problems.add(unknown(at, id, known.keySet()));
        } else if (row.date().isBefore(strategy.from()) || row.date().isAfter(strategy.until())) {
            problems.add(new Problem(
                    at.origin(),
                    key + " (" + id + ") of " + actor.id() + " must be open in " + row.date() + "; it is from "
                            + strategy.from() + " to " + strategy.until()));
        } else if (!considered(menu, row, id)) {
            problems.add(new Problem(
                    at.origin(),
                    key + " (" + id + ") of " + actor.id() + " must be one that the government of " + row.date()
                            + " considers"));
        }
    }

    private static boolean considered(ActorData menu, ActorRecord.HalfYear row, String id) {
        if (menu.governments().isEmpty()) {
            return true;
        }
        ActorData.Governments governments = menu.governments().get();
        String type = governments.terms().get(0).type();
        for (ActorData.Term term : governments.terms()) {
            type = term.from().isAfter(row.date()) ? type : term.type();
        }
        String governing = type;
        return governments.types().stream()
                .filter(one -> one.id().equals(governing))
                .allMatch(one -> one.strategies().isEmpty() || one.strategies().contains(id));
    }

    private static Problem unknown(Node at, String id, Set<String> known) {
        return new Problem(at.origin(), "unknown strategy '" + id + "'" + Nearest.hint(id, known));
    }
}
