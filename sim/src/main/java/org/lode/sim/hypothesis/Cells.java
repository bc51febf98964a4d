package org.lode.sim.hypothesis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the runs of a hypothesis brought: for each pair of a parameter draw and a seed, the quantities of every arm. The arms of
 * a cell share their chance and their parameters.
 *
 * @param cells in the order of draws and seeds
 */
public record Cells(List<Cell> cells) {
    /**
     * One draw and seed.
     *
     * @param draw number of the parameter draw; 0 for the parameters as configured
     * @param seed number of the replication, from 1
     * @param arms quantities by arm; not to be changed
     */
    public record Cell(long draw, long seed, double[][] arms) {}

    public Cells {
        cells = List.copyOf(cells);
    }

    public int size() {
        return cells.size();
    }

    /** A quantity of an arm in a cell. */
    public double at(int cell, int arm, int quantity) {
        return cells.get(cell).arms()[arm][quantity];
    }

    /** Mean of a quantity of an arm over all cells; NaN for none. */
    public double mean(int arm, int quantity) {
        double sum = 0;
        for (int c = 0; c < cells.size(); c++) {
            sum += at(c, arm, quantity);
        }
        return sum / cells.size();
    }

    /** The cells whose draw and seed another table has too, in the order of this one. */
    public Cells with(Cells other) {
        Set<List<Long>> there = new HashSet<>();
        other.cells.forEach(cell -> there.add(List.of(cell.draw(), cell.seed())));
        return new Cells(cells.stream()
                .filter(cell -> there.contains(List.of(cell.draw(), cell.seed())))
                .toList());
    }

    /** The cells of each draw, in the order of their first appearance. */
    public List<Cells> byDraw() {
        Map<Long, List<Cell>> groups = new LinkedHashMap<>();
        for (Cell cell : cells) {
            groups.computeIfAbsent(cell.draw(), draw -> new ArrayList<>()).add(cell);
        }
        return groups.values().stream().map(Cells::new).toList();
    }

    /** Each cell by itself. */
    public List<Cells> single() {
        return cells.stream().map(cell -> new Cells(List.of(cell))).toList();
    }
}
