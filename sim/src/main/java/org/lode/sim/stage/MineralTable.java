package org.lode.sim.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lode.agents.payoff.BilateralComponent;
import org.lode.agents.payoff.MineralComponent;
import org.lode.agents.payoff.PayoffComponent;
import org.lode.agents.view.MarketOutcome;
import org.lode.sim.world.Lookahead;
import org.lode.sim.world.ProfileView;
import org.lode.sim.world.Scenario;

/**
 * One mineral's part of the stage game: a table over the distinct projections of the actors' strategies, filled a cell at a
 * time when asked for. A cell has a row for each actor that chooses, and one more for the hegemon under another government: its
 * discounted weighted flow, and its flow from each other actor per unit of what the profile multiplies it by (see {@link BilateralComponent}), each
 * once weighted by the chance that the hegemon's course survives to a date and once by the rest. Whoever
 * asks first gets its own row only, as it is mostly the one that considers to deviate; when another asks, all get theirs.
 */
final class MineralTable {
    /** In place of an actor: whoever chooses. */
    static final int ALL = -1;

    private static final int EMPTY = -1;
    private static final long NOBODY = -1;

    private final Lookahead ahead;
    private final int mineral;
    private final int choosers;
    private final int rows;
    private final int hegemon;
    /** Flows from other actors that a row has: of which component and from whom. */
    private final BilateralComponent[] pairComponent;

    private final int[] pairOther;
    private final int rowWidth;
    private final int width;
    private final long[] stride;
    private final int[] profile;
    private final int[][] memberOfClass;
    private final Flows flows;

    private long[] keys = new long[64];
    private int[] slots = new int[64];
    private int[] used = new int[32];
    private int[] filledFor = new int[32];
    private long commonKey = NOBODY;
    private long commonLapsed = NOBODY;
    private double[] cells = new double[0];
    private int count;

    /** @param preferences by row, of each component; set anew when a government changes */
    MineralTable(Scenario scenario, Lookahead ahead, int mineral, double[][] preferences) {
        this.ahead = ahead;
        this.mineral = mineral;
        this.choosers = scenario.choosers();
        this.hegemon = scenario.hegemon();
        this.rows = preferences.length;
        List<BilateralComponent> components = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (PayoffComponent component : scenario.components()) {
            if (component instanceof BilateralComponent pairs) {
                for (int k = 0; k < scenario.actors().size(); k++) {
                    if (concerns(pairs, k)) {
                        components.add(pairs);
                        others.add(k);
                    }
                }
            }
        }
        pairComponent = components.toArray(BilateralComponent[]::new);
        pairOther = others.stream().mapToInt(Integer::intValue).toArray();
        rowWidth = 2 * (1 + pairOther.length);
        width = rows * rowWidth;
        stride = new long[choosers];
        memberOfClass = new int[choosers][];
        long size = 1;
        for (int i = 0; i < choosers; i++) {
            stride[i] = size;
            int classes = ahead.classes(mineral, i);
            size = Math.multiplyExact(size, classes);
            memberOfClass[i] = new int[classes];
            for (int s = scenario.actors().get(i).menu().size() - 1; s >= 0; s--) {
                memberOfClass[i][ahead.classOf(mineral, i, s)] = s;
            }
        }
        profile = new int[choosers];
        flows = new Flows(scenario, preferences);
        Arrays.fill(slots, EMPTY);
    }

    /** Number of cells of the whole table. */
    long size() {
        long size = 1;
        for (int[] members : memberOfClass) {
            size *= members.length;
        }
        return size;
    }

    private boolean concerns(BilateralComponent component, int other) {
        return switch (component.others()) {
            case SUPPLIERS -> ahead.supplies(mineral, other);
            case USERS -> ahead.uses(mineral, other);
        };
    }

    /** Number of pairs of component and other actor whose flows a row has. */
    int pairs() {
        return pairOther.length;
    }

    /** What the profile shown multiplies a pair's flow to an actor by. */
    double factor(int pair, int actor, ProfileView shown) {
        return pairComponent[pair].factor(actor, pairOther[pair], mineral, shown);
    }

    /** Empties the table, as the world has moved. */
    void clear() {
        for (int at = 0; at < count; at++) {
            slots[used[at]] = EMPTY;
        }
        count = 0;
        commonKey = NOBODY;
        commonLapsed = NOBODY;
    }

    /** Says which two cells everybody will ask for, so that they are filled for all at once. */
    void common(long key, long lapsed) {
        commonKey = key;
        commonLapsed = lapsed;
    }

    /** The key of a profile's cell. */
    long key(int[] strategies) {
        long key = 0;
        for (int i = 0; i < choosers; i++) {
            key += stride[i] * ahead.classOf(mineral, i, strategies[i]);
        }
        return key;
    }

    /** What a change of one actor's strategy adds to a key. */
    long step(int actor, int from, int to) {
        return stride[actor] * (ahead.classOf(mineral, actor, to) - ahead.classOf(mineral, actor, from));
    }

    /**
     * The place of a cell in {@link #cells}, computed if it is not there yet.
     *
     * @param actor whose numbers are asked for, or {@link #ALL}
     */
    int cell(long key, int actor) {
        int at = place(key);
        if (slots[at] == EMPTY) {
            if (2 * (count + 1) > keys.length) {
                grow();
                at = place(key);
            }
            if ((count + 1) * width > cells.length) {
                cells = Arrays.copyOf(cells, Math.max(16 * width, Math.multiplyExact(2, cells.length)));
            }
            keys[at] = key;
            slots[at] = count * width;
            used[count] = at;
            filledFor[count] = key == commonKey || key == commonLapsed ? ALL : actor;
            fill(key, slots[at], filledFor[count]);
            count++;
        } else {
            int filled = filledFor[slots[at] / width];
            if (filled != actor && filled != ALL) {
                filledFor[slots[at] / width] = ALL;
                fill(key, slots[at], ALL);
            }
        }
        return slots[at];
    }

    /** Where a key is, or would be, among the keys. */
    private int place(long key) {
        int mask = keys.length - 1;
        int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (slots[at] != EMPTY && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    double[] cells() {
        return cells;
    }

    /** Place, within a cell, of a row: flow while the course survives, flow once lapsed, then the same for each pair. */
    int offset(int row) {
        return row * rowWidth;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldSlots = slots;
        int[] oldUsed = used;
        keys = new long[oldKeys.length * 2];
        slots = new int[keys.length];
        used = new int[keys.length / 2 + 1];
        filledFor = Arrays.copyOf(filledFor, used.length);
        Arrays.fill(slots, EMPTY);
        for (int k = 0; k < count; k++) {
            int at = place(oldKeys[oldUsed[k]]);
            keys[at] = oldKeys[oldUsed[k]];
            slots[at] = oldSlots[oldUsed[k]];
            used[k] = at;
        }
    }

    private void fill(long key, int slot, int actor) {
        long rest = key;
        for (int i = choosers - 1; i >= 0; i--) {
            profile[i] = memberOfClass[i][(int) (rest / stride[i])];
            rest %= stride[i];
        }
        Arrays.fill(cells, slot, slot + width, 0);
        flows.into = slot;
        flows.only = actor;
        ahead.run(mineral, profile, flows);
    }

    /** Adds each date's flows, weighted by the actors' preferences, to a cell. */
    private final class Flows implements Lookahead.Visitor {
        private final MineralComponent[] byMineral;
        private final int[] mineralIndex;
        private final int[] pairIndex;
        private final double[][] preferences;
        private int into;
        /** The actor whose numbers are asked for, or {@link #ALL}. */
        private int only;

        Flows(Scenario scenario, double[][] preferences) {
            var components = scenario.components();
            this.preferences = preferences;
            List<MineralComponent> plain = components.stream()
                    .filter(MineralComponent.class::isInstance)
                    .map(MineralComponent.class::cast)
                    .toList();
            byMineral = plain.toArray(MineralComponent[]::new);
            mineralIndex = plain.stream().mapToInt(components::indexOf).toArray();
            pairIndex =
                    Arrays.stream(pairComponent).mapToInt(components::indexOf).toArray();
        }

        @Override
        public void visit(int node, boolean terminal, MarketOutcome outcome) {
            double kept = ahead.weight(node) * survival[node];
            double lapsed = ahead.weight(node) * (1 - survival[node]);
            for (int row = 0; row < rows; row++) {
                int actor = row < choosers ? row : hegemon;
                if (only == ALL || only == actor) {
                    visit(row, actor, terminal, outcome, kept, lapsed);
                }
            }
        }

        private void visit(int row, int actor, boolean terminal, MarketOutcome outcome, double kept, double lapsed) {
            int at = into + offset(row);
            double flow = 0;
            for (int c = 0; c < byMineral.length; c++) {
                double weight = preferences[row][mineralIndex[c]];
                if (weight != 0) {
                    double one = byMineral[c].flow(actor, outcome);
                    flow += weight * (terminal ? one - byMineral[c].oneOff(actor, outcome) : one);
                }
            }
            cells[at] += kept * flow;
            cells[at + 1] += lapsed * flow;
            for (int p = 0; p < pairOther.length; p++) {
                double weight = preferences[row][pairIndex[p]];
                double each = weight == 0 ? 0 : pairComponent[p].flow(actor, pairOther[p], outcome);
                if (each != 0) {
                    cells[at + 2 + 2 * p] += kept * weight * each;
                    cells[at + 3 + 2 * p] += lapsed * weight * each;
                }
            }
        }
    }

    private double[] survival = new double[0];

    /** Sets the chances that the hegemon's course survives to each date, as now believed. */
    void survival(double[] chances) {
        survival = chances;
    }
}
