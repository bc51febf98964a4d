package org.lode.sim.analysis;

import java.util.Arrays;

/**
 * The cells of one metric in two tables.
 *
 * @param common rows of both that are pairs, as {@link RunTable#common} gives them
 * @param sameKeys whether all rows are in pairs
 */
record Samples(String metric, String[] a, String[] b, int[][] common, boolean sameKeys) {
    /** Whether all cells are numbers or empty. */
    boolean numeric() {
        return Arrays.stream(a).allMatch(Samples::isNumber) && Arrays.stream(b).allMatch(Samples::isNumber);
    }

    private static boolean isNumber(String cell) {
        return cell.isEmpty() || "+-.0123456789i".indexOf(cell.charAt(0)) >= 0 && !Double.isNaN(number(cell));
    }

    /** Whether all cells are the same, character by character, and so to the last bit. */
    boolean identical() {
        if (!sameKeys) {
            return false;
        }
        for (int i = 0; i < common[0].length; i++) {
            if (!a[common[0][i]].equals(b[common[1][i]])) {
                return false;
            }
        }
        return true;
    }

    /** NaN for a cell that is empty or not a number. */
    private static double number(String cell) {
        try {
            return switch (cell) {
                case "" -> Double.NaN;
                case "inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(cell);
            };
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The finite values of a column. */
    static double[] finite(String[] cells) {
        return Arrays.stream(cells)
                .mapToDouble(Samples::number)
                .filter(Double::isFinite)
                .toArray();
    }

    /** The differences, b less a, of the pairs in which both are finite. */
    double[] differences() {
        double[] differences = new double[common[0].length];
        int n = 0;
        for (int i = 0; i < differences.length; i++) {
            double difference = number(b[common[1][i]]) - number(a[common[0][i]]);
            if (Double.isFinite(difference)) {
                differences[n++] = difference;
            }
        }
        return Arrays.copyOf(differences, n);
    }
}
