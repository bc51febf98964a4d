package org.lode.sim.config;

/**
 * Where a value was written.
 *
 * @param file the file as it was named, or a description such as {@code --set rounds=3}
 * @param line line in the file, from 1; 0 where there are no lines
 */
public record Origin(String file, int line) {
    static final Origin DEFAULT = new Origin("default", 0);

    private static final String SET = "--set ";

    /** The origin of a value given on the command line as {@code --set KEY=VALUE}. */
    static Origin setting(String keyAndValue) {
        return new Origin(SET + Problem.oneLine(keyAndValue), 0);
    }

    /** Whether the value stands in a file, rather than on the command line or in a record's defaults. */
    public boolean isFile() {
        return line > 0;
    }

    @Override
    public String toString() {
        return line > 0 ? file + ":" + line : file;
    }
}
