package org.lode.sim.config;

import java.util.List;
import java.util.stream.Collectors;

/** The input is wrong: one or more problems, each printed as one line {@code FILE:LINE: message}. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 20;

    private final transient List<Problem> problems;

    /** Reports several problems at once; the message shows the first twenty. */
    public ConfigException(List<Problem> problems) {
        super(text(problems));
        this.problems = List.copyOf(problems);
    }

    /** Reports one problem. */
    public ConfigException(Origin origin, String message) {
        this(List.of(new Problem(origin, message)));
    }

    private static String text(List<Problem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("problems (0) must be at least 1");
        }
        String shown = problems.stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining("\n"));
        int more = problems.size() - SHOWN;
        return more > 0 ? shown + "\nand " + more + " more problems" : shown;
    }

    /** All problems, in the order in which they were found; never empty. */
    public List<Problem> problems() {
        return problems;
    }

    /** The file of the first problem. */
    public String file() {
        return problems.get(0).origin().file();
    }

    /** The line of the first problem, from 1; 0 where there is none. */
    public int line() {
        return problems.get(0).origin().line();
    }
}
