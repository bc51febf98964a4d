package org.lode.sim.analysis;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is asked of a run: a number as it stands ({@code chainCostMean}), or whether something holds, as 1 or 0
 * ({@code chainCostMean>1.1}, {@code regimeModal=dual-track}).
 *
 * @param text as written
 * @param column of runs.csv; {@code regime} means {@code regimeModal} where there is no such column
 * @param relation one of {@code = != < <= > >=}; empty for the number itself
 * @param operand what the cell is compared with: a number, or a word for {@code =} and {@code !=}
 */
public record Measure(String text, String column, String relation, String operand) {
    private static final Pattern FORM = Pattern.compile("\\s*([^<>=!]+?)\\s*(?:(<=|>=|!=|<|>|=)\\s*(.*?)\\s*)?");

    /**
     * Reads what was written.
     *
     * @param columns those of the table
     * @throws IllegalArgumentException if it has another form, names no column, or orders a word
     */
    public static Measure of(String text, List<String> columns) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "metric (" + text
                            + ") must be a column of runs.csv, or a column, one of = != < <= > >=, and what it is compared with");
        }
        String column = parts.group(1);
        if (!columns.contains(column) && column.equals("regime") && columns.contains("regimeModal")) {
            column = "regimeModal";
        }
        if (!columns.contains(column)) {
            throw new IllegalArgumentException(
                    "metric (" + column + ") must be a column of runs.csv: " + String.join(", ", columns));
        }
        String relation = parts.group(2) == null ? "" : parts.group(2);
        String operand = parts.group(3) == null ? "" : parts.group(3);
        if (!relation.isEmpty() && operand.isEmpty()) {
            throw new IllegalArgumentException("metric (" + text + ") must say what " + column + " is compared with");
        }
        if (relation.contains("<") || relation.contains(">")) {
            if (!isNumber(operand)) {
                throw new IllegalArgumentException(
                        "metric (" + text + "): " + operand + " must be a number after " + relation);
            }
        }
        return new Measure(text.strip(), column, relation, operand);
    }

    /** Whether it is a number as it stands. */
    boolean plain() {
        return relation.isEmpty();
    }

    /** Whether it asks for one word among several. */
    boolean word() {
        return (relation.equals("=") || relation.equals("!=")) && !isNumber(operand);
    }

    /**
     * The value of a cell: NaN for an empty one, unless it is compared with a word.
     *
     * @throws NumberFormatException if the cell must be a number and is not
     */
    double of(String cell) {
        if (word()) {
            return cell.equals(operand) == relation.equals("=") ? 1 : 0;
        }
        if (cell.isEmpty()) {
            return Double.NaN;
        }
        double value = number(cell);
        double bound = plain() ? 0 : number(operand);
        return switch (relation) {
            case "=" -> value == bound ? 1 : 0;
            case "!=" -> value != bound ? 1 : 0;
            case "<" -> value < bound ? 1 : 0;
            case "<=" -> value <= bound ? 1 : 0;
            case ">" -> value > bound ? 1 : 0;
            case ">=" -> value >= bound ? 1 : 0;
            default -> value;
        };
    }

    static boolean isNumber(String cell) {
        try {
            return !Double.isNaN(number(cell));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    static double number(String cell) {
        return switch (cell) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(cell);
        };
    }
}
