package org.lode.games.format;

/** Text that is not what its format says, with the place. The message is one line and starts with {@code line:column}. */
public final class FormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final long line;
    private final long column;

    /**
     * Describes what is wrong.
     *
     * @param line counted from 1
     * @param column counted from 1
     * @param message what was found and what was expected
     */
    public FormatException(long line, long column, String message) {
        super(line + ":" + column + ": " + message);
        this.line = line;
        this.column = column;
    }

    public long line() {
        return line;
    }

    public long column() {
        return column;
    }
}
