package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.Origin;
import org.lode.sim.config.Problem;

class LodeTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int lode(String... args) {
        return Lode.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private int report(Throwable thrown, String... args) {
        return new Failures(new PrintWriter(err, true), args).report(thrown);
    }

    @Test
    void helpGoesToStdoutAndIsDone() {
        assertThat(lode("--help")).isEqualTo(0);
        assertThat(out.toString()).startsWith("Usage: lode").contains("help", "Exit codes:");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theVersionIsTheOneTheBuildWrote() {
        assertThat(lode("--version")).isEqualTo(0);
        assertThat(out.toString()).matches("lode \\d+\\.\\d+\\.\\d+\\S* \\(Java .+\\)\\R");
    }

    @Test
    void noCommandShowsTheUsageAndIsWrongInput() {
        assertThat(lode()).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("Usage: lode");
    }

    @Test
    void anUnknownCommandIsOneLineWithASuggestion() {
        assertThat(lode("hepl")).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("lode: ")
                .contains("hepl", "help");
    }

    @Test
    void anUnknownOptionIsOneLineNamingIt() {
        assertThat(lode("--sed=1")).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("--sed");
    }

    @Test
    void aMissingFileIsWrongInputEvenWhenWrapped() {
        var missing = new UncheckedIOException(new NoSuchFileException("steel.yaml"));
        assertThat(report(missing)).isEqualTo(2);
        assertThat(err.toString()).isEqualToIgnoringNewLines("lode: steel.yaml: no such file or directory");
    }

    @Test
    void everyProblemOfAConfigurationIsALineOfItsOwn() {
        var wrong = new ConfigException(List.of(
                new Problem(new Origin("steel.yaml", 6), "rounds (0) must be at least 1"),
                new Problem(new Origin("steel.yaml", 9), "unknown key: sed")));
        assertThat(report(wrong)).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly("steel.yaml:6: rounds (0) must be at least 1", "steel.yaml:9: unknown key: sed");
    }

    @Test
    void aFullDiskIsAFailure() {
        assertThat(report(new IOException("No space left on device"))).isEqualTo(1);
        assertThat(err.toString()).isEqualToIgnoringNewLines("lode: cannot read or write: No space left on device");
    }

    @Test
    void aCheckOfOurOwnIsWrongInputButOneOfTheJdkIsAnInternalError() {
        assertThat(report(new IllegalArgumentException("rounds (0) must be at least 1")))
                .isEqualTo(2);
        assertThat(err.toString()).isEqualToIgnoringNewLines("lode: rounds (0) must be at least 1");

        Throwable fromTheJdk = org.assertj.core.api.Assertions.catchThrowable(() -> Integer.parseInt("ten"));
        assertThat(report(fromTheJdk)).isEqualTo(1);
        assertThat(err.toString()).contains("lode: internal error: NumberFormatException");
    }

    @Test
    void anInternalErrorIsOneLineAndItsTraceIsKeptOnlyWhenAsked() throws IOException {
        assertThat(report(new IllegalStateException("two\nlines"))).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "lode: internal error: IllegalStateException: two; lines (--verbose keeps the stack trace)");

        err.getBuffer().setLength(0);
        assertThat(report(new IllegalStateException("gone"), "run", "--verbose"))
                .isEqualTo(1);
        List<String> lines = err.toString().lines().toList();
        assertThat(lines).singleElement().asString().contains("gone", "stack trace in ");
        Path log = Path.of(lines.get(0).replaceAll(".*stack trace in (.*)\\)", "$1"));
        assertThat(Files.readString(log)).contains("IllegalStateException: gone", "LodeTest");
        Files.delete(log);
    }

    @Test
    void runningOutOfMemorySaysHowToGetMore() {
        assertThat(report(new OutOfMemoryError("Java heap space"))).isEqualTo(1);
        assertThat(err.toString()).contains("LODE_JAVA_OPTS").hasLineCount(1);
    }
}
