package org.lode.sim.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultDraftTest {
    /** No process has this id: Linux and macOS stop far below. */
    private static final String DEAD = "999999999";

    @TempDir
    private Path parent;

    private Path publish(String content) throws IOException {
        try (ResultDraft draft = ResultDraft.open(parent, "small-12345678")) {
            Files.writeString(draft.directory().resolve("runs.csv"), content);
            return draft.publish(Map.of("seed", 1));
        }
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> paths = Files.list(parent)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aDraftIsInvisibleUntilItIsPublished() throws IOException {
        try (ResultDraft draft = ResultDraft.open(parent, "small-12345678")) {
            Files.writeString(draft.directory().resolve("runs.csv"), "a\n");
            assertThat(draft.place()).doesNotExist();
            draft.publish(Map.of());
            assertThat(draft.place().resolve("runs.csv")).hasContent("a\n");
        }
        assertThat(entries()).containsExactly("small-12345678");
    }

    @Test
    void aDraftThatIsNotPublishedLeavesNothing() throws IOException {
        publish("old\n");
        try (ResultDraft draft = ResultDraft.open(parent, "small-12345678")) {
            Files.writeString(draft.directory().resolve("runs.csv"), "half");
        }
        assertThat(entries()).containsExactly("small-12345678");
        assertThat(parent.resolve("small-12345678/runs.csv")).hasContent("old\n");
    }

    @Test
    void publishingReplacesTheOldDirectoryWhole() throws IOException {
        Path place = publish("old\n");
        Files.writeString(place.resolve("note.txt"), "of the old one");
        publish("new\n");
        assertThat(entries()).containsExactly("small-12345678");
        assertThat(place.resolve("runs.csv")).hasContent("new\n");
        assertThat(place.resolve("note.txt")).doesNotExist();
    }

    @Test
    void leftoversOfAKilledProcessAreCleared() throws IOException {
        publish("old\n");
        Path dead = Files.createDirectory(parent.resolve(".small-12345678.tmp-" + DEAD));
        Files.writeString(dead.resolve("runs.csv"), "half");
        Path alive = Files.createDirectory(parent.resolve(".small-12345678.tmp-"
                + ProcessHandle.current().parent().orElseThrow().pid()));
        publish("new\n");
        assertThat(dead).doesNotExist();
        assertThat(alive).exists();
    }

    @Test
    void killedBetweenTheTwoMovesTheOldResultsComeBack() throws IOException {
        Path place = publish("old\n");
        Files.move(place, parent.resolve(".small-12345678.old-" + DEAD));
        ResultDraft.open(parent, "small-12345678").close();
        assertThat(place.resolve("runs.csv")).hasContent("old\n");
        assertThat(entries()).containsExactly("small-12345678");
    }

    @Test
    void somebodyElsesDirectoryIsNotReplaced() throws IOException {
        Path place = Files.createDirectory(parent.resolve("small-12345678"));
        Files.writeString(place.resolve("thesis.tex"), "years of work");
        assertThatThrownBy(() -> publish("new\n"))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("is not a result directory");
        assertThat(place.resolve("thesis.tex")).hasContent("years of work");
        assertThat(entries()).containsExactly("small-12345678");
    }

    @Test
    void theManifestProvesTheFiles() throws IOException {
        ResultDirectory results = ResultDirectory.open(publish("a,b\n1,2\n"));
        assertThat(results.fact("seed")).isEqualTo("1");
        assertThat(results.hashes()).containsOnlyKeys("runs.csv");
        assertThat(results.damage()).isEmpty();
        Files.writeString(results.path().resolve("runs.csv"), "a,b\n1,3\n");
        Files.writeString(results.path().resolve("more.csv"), "x\n");
        assertThat(results.damage())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("runs.csv: SHA-256 is "))
                .contains("more.csv: not in the manifest");
        Files.delete(results.path().resolve("runs.csv"));
        assertThat(results.damage()).contains("runs.csv: missing");
    }

    @Test
    void whatIsNoResultDirectoryIsNotOpened() {
        assertThatThrownBy(() -> ResultDirectory.open(parent.resolve("none")))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("no such directory");
        assertThatThrownBy(() -> ResultDirectory.open(parent)).hasMessageContaining("it has no manifest.json");
    }
}
