package org.lode.sim.stage;

import java.util.Arrays;
import java.util.List;
import org.lode.agents.payoff.HazardComponent;
import org.lode.agents.payoff.MineralComponent;
import org.lode.agents.view.MarketOutcome;
import org.lode.sim.world.Lookahead;
import org.lode.sim.world.Scenario;

/**
 * One mineral's part of the stage game: a table over the distinct projections of the actors' strategies, filled a cell at a
 * time when asked for. A cell holds for each actor that chooses its discounted weighted flow, and per unit of hazard of
 * each supplier, once weighted by the chance that the hegemon's course survives to each date and once by the rest. Whoever
 * asks first gets its own numbers only, as it is mostly the one that considers to deviate; when another asks, all get theirs.
 */
final class MineralTable {
    /** In place of an actor: whoever chooses. */
    static final int ALL = -1;

    private static final int EMPTY = -1;
    private static final long NOBODY = -1;

    private final Lookahead ahead;
    private final int mineral;
    private final int choosers;
    private final int[] supplier;
    private final int[] supplierNumber;
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

    MineralTable(Scenario scenario, Lookahead ahead, int mineral, double[][] weights) {
        this.ahead = ahead;
        this.mineral = mineral;
        this.choosers = scenario.choosers();
        int actors = scenario.actors().size();
        supplierNumber = new int[actors];
        Arrays.fill(supplierNumber, -1);
        int suppliers = 0;
        for (int k = 0; k < actors; k++) {
            if (ahead.supplies(mineral, k)) {
                supplierNumber[k] = suppliers++;
            }
        }
        supplier = new int[suppliers];
        for (int k = 0; k < actors; k++) {
            if (supplierNumber[k] >= 0) {
                supplier[supplierNumber[k]] = k;
            }
        }
        width = choosers * 2 * (1 + suppliers);
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
        flows = new Flows(scenario, weights);
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

    int[] suppliers() {
        return supplier;
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

    /** Place, within a cell, of an actor's numbers: surviving, lapsed, then the same for each supplier. */
    int offset(int actor) {
        return actor * 2 * (1 + supplier.length);
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
        flows.first = actor == ALL ? 0 : actor;
        flows.end = actor == ALL ? choosers : actor + 1;
        ahead.run(mineral, profile, flows);
    }

    /** Adds each date's flows, weighted by the actors' preferences, to a cell. */
    private final class Flows implements Lookahead.Visitor {
        private final MineralComponent[] byMineral;
        private final double[][] mineralWeight;
        private final HazardComponent[] byHazard;
        private final double[][] hazardWeight;
        private int into;
        /** The actors whose numbers are asked for: from the first to before the end. */
        private int first;

        private int end;

        Flows(Scenario scenario, double[][] weights) {
            var components = scenario.components();
            List<MineralComponent> plain = components.stream()
                    .filter(MineralComponent.class::isInstance)
                    .map(MineralComponent.class::cast)
                    .toList();
            List<HazardComponent> hazards = components.stream()
                    .filter(HazardComponent.class::isInstance)
                    .map(HazardComponent.class::cast)
                    .toList();
            byMineral = plain.toArray(MineralComponent[]::new);
            byHazard = hazards.toArray(HazardComponent[]::new);
            mineralWeight = new double[choosers][byMineral.length];
            hazardWeight = new double[choosers][byHazard.length];
            for (int i = 0; i < choosers; i++) {
                for (int c = 0; c < byMineral.length; c++) {
                    mineralWeight[i][c] = weights[i][components.indexOf(byMineral[c])];
                }
                for (int c = 0; c < byHazard.length; c++) {
                    hazardWeight[i][c] = weights[i][components.indexOf(byHazard[c])];
                }
            }
        }

        @Override
        public void visit(int node, boolean terminal, MarketOutcome outcome) {
            double kept = ahead.weight(node) * survival[node];
            double lapsed = ahead.weight(node) * (1 - survival[node]);
            for (int i = first; i < end; i++) {
                int at = into + offset(i);
                double flow = 0;
                for (int c = 0; c < byMineral.length; c++) {
                    double weight = mineralWeight[i][c];
                    if (weight != 0) {
                        double one = byMineral[c].flow(i, outcome);
                        flow += weight * (terminal ? one - byMineral[c].oneOff(i, outcome) : one);
                    }
                }
                cells[at] += kept * flow;
                cells[at + 1] += lapsed * flow;
                for (int c = 0; c < byHazard.length; c++) {
                    double weight = hazardWeight[i][c];
                    for (int k = 0; k < supplier.length && weight != 0; k++) {
                        double exposed = byHazard[c].flow(i, supplier[k], outcome);
                        if (exposed != 0) {
                            cells[at + 2 + 2 * k] += kept * weight * exposed;
                            cells[at + 3 + 2 * k] += lapsed * weight * exposed;
                        }
                    }
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
