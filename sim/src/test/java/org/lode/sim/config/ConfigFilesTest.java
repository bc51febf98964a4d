package org.lode.sim.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How files extend and include one another. */
class ConfigFilesTest {
    @TempDir
    private Path dir;

    private Path write(String name, String text) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void refuses(Path file, String message) {
        assertThatThrownBy(() -> new ConfigFiles(List.of("actors"), List.of("rule")).read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessage(message.replace("DIR", dir.toString()));
    }

    private static String text(Node node) {
        return ((ScalarNode) node).text();
    }

    @Test
    void mapsMergeAndEachValueKeepsItsOrigin() throws IOException {
        Path base = write("base.yaml", "kind: scenario\nmarket:\n  floor: 1\n  cap: 2\nrounds: 30\n");
        Path child = write("sub/child.yaml", "extends: ../base.yaml\nmarket:\n  cap: 3\n  extra: 4\n");
        MapNode root = new ConfigFiles().read(child);
        assertThat(root.entries().keySet()).containsExactly("kind", "market", "rounds");
        assertThat(((MapNode) root.at("market")).entries().keySet()).containsExactly("floor", "cap", "extra");
        assertThat(root.at("market.floor").origin()).isEqualTo(new Origin(base.toString(), 3));
        assertThat(root.at("market.cap").origin()).isEqualTo(new Origin(child.toString(), 3));
        assertThat(text(root.at("market.cap"))).isEqualTo("3");
    }

    @Test
    void listsReplaceButListsOfItemsWithIdsMergeById() throws IOException {
        write("base.yaml", "dates: [1, 2, 3]\nactors:\n- {id: US, weight: 1}\n- {id: JP, weight: 2}\n");
        Path child = write(
                "child.yaml", "extends: base.yaml\ndates: [4]\nactors:\n- {id: EU, weight: 5}\n- {id: JP, bias: 7}\n");
        MapNode root = new ConfigFiles().read(child);
        assertThat(((ListNode) root.at("dates")).items()).hasSize(1);
        ListNode actors = (ListNode) root.at("actors");
        assertThat(List.of(actors.segment(0), actors.segment(1), actors.segment(2)))
                .containsExactly("US", "JP", "EU");
        assertThat(text(root.at("actors.JP.weight"))).isEqualTo("2");
        assertThat(text(root.at("actors.JP.bias"))).isEqualTo("7");
    }

    @Test
    void laterParentsLieOverEarlierOnes() throws IOException {
        write("a.yaml", "x: 1\ny: 1\nz: 1\n");
        write("b.yaml", "y: 2\nz: 2\n");
        MapNode root = new ConfigFiles().read(write("c.yaml", "extends: [a.yaml, b.yaml]\nz: 3\n"));
        assertThat(List.of(text(root.at("x")), text(root.at("y")), text(root.at("z"))))
                .containsExactly("1", "2", "3");
    }

    @Test
    void aNewValueKeepsTheUnitAndDropsWhatWasSaidOfTheOldOne() throws IOException {
        write(
                "base.yaml",
                "p: {value: 1, unit: USD/kg, source: F1, range: [0, 2]}\nq: {value: 1, unit: t, source: F2}\n");
        MapNode root = new ConfigFiles().read(write("c.yaml", "extends: base.yaml\np: 5\nq: {value: 6, source: F3}\n"));
        assertThat(((MapNode) root.at("p")).entries().keySet()).containsExactly("value", "unit");
        assertThat(text(root.at("p.value"))).isEqualTo("5");
        assertThat(text(root.at("q.unit"))).isEqualTo("t");
        assertThat(text(root.at("q.source"))).isEqualTo("F3");
    }

    @Test
    void anotherMemberOfAFamilyReplacesTheOldOneWithItsSettings() throws IOException {
        write("base.yaml", "choice: {rule: logitReply, lambda: 2}\nother: {rule: logitReply, lambda: 2}\n");
        Path child = write(
                "c.yaml", "extends: base.yaml\nchoice: {rule: bestReply}\nother: {rule: logitReply, tremble: 0.1}\n");
        MapNode root = new ConfigFiles(List.of(), List.of("rule")).read(child);
        assertThat(((MapNode) root.at("choice")).entries().keySet()).containsExactly("rule");
        assertThat(((MapNode) root.at("other")).entries().keySet()).containsExactly("rule", "lambda", "tremble");
    }

    @Test
    void listsMayIncludeFilesAndOverridesReachIntoThem() throws IOException {
        write("actors/us.yaml", "kind: actor\nid: US\nweight: 1\n");
        write("actors/jp.yaml", "kind: actor\nid: JP\nweight: 2\n");
        write("scenarios/base.yaml", "actors: [../actors/us.yaml, ../actors/jp.yaml]\n");
        Path child = write("scenarios/child.yaml", "extends: base.yaml\nactors:\n- {id: JP, weight: 9}\n");
        MapNode root = new ConfigFiles(List.of("actors"), List.of()).read(child);
        assertThat(text(root.at("actors.US.weight"))).isEqualTo("1");
        assertThat(text(root.at("actors.JP.weight"))).isEqualTo("9");
        assertThat(root.at("actors.US.weight").origin())
                .isEqualTo(new Origin(dir.resolve("actors/us.yaml").toString(), 3));
    }

    @Test
    void aValueMayNameAFileRelativeToItsOwn() throws IOException {
        write("minerals/ga.yaml", "id: ga\n");
        ConfigFiles files = new ConfigFiles();
        MapNode root = files.read(write("plans/p.yaml", "mineral: ../minerals/ga.yaml\n"));
        assertThat(files.read(root.at("mineral")).text("id")).isEqualTo("ga");
    }

    @Test
    void circlesAreRefusedByName() throws IOException {
        Path a = write("a.yaml", "x: 1\nextends: b.yaml\n");
        write("b.yaml", "extends: c.yaml\n");
        write("c.yaml", "extends: b.yaml\n");
        refuses(a, "DIR/c.yaml:1: files go round in a circle: DIR/b.yaml -> DIR/c.yaml -> DIR/b.yaml");
    }

    @Test
    void aMissingFileIsReportedAtTheLineThatNamesIt() throws IOException {
        refuses(write("a.yaml", "x: 1\nextends: gone.yaml\n"), "DIR/a.yaml:2: DIR/gone.yaml: no such file");
        refuses(write("b.yaml", "actors:\n- {id: US}\n- gone.yaml\n"), "DIR/b.yaml:3: DIR/gone.yaml: no such file");
        refuses(dir.resolve("none.yaml"), "DIR/none.yaml: no such file");
        refuses(dir, "DIR: not a file");
    }

    @Test
    void extendsMustNameFiles() throws IOException {
        refuses(write("a.yaml", "extends: {x: 1}\n"), "DIR/a.yaml:1: the name of a file expected, not a map");
        refuses(write("b.yaml", "extends: ''\n"), "DIR/b.yaml:1: the name of a file expected, not text");
    }

    @Test
    void kindsExtendOnlyTheirOwn() throws IOException {
        write("us.yaml", "kind: actor\n");
        refuses(
                write("a.yaml", "kind: scenario\nextends: us.yaml\n"),
                "DIR/a.yaml:2: kind scenario cannot extend kind actor (DIR/us.yaml:1)");
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        Path file = dir.resolve("a.yaml");
        Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xff, '\n'});
        refuses(file, "DIR/a.yaml: not text in UTF-8");
        Files.write(file, new byte[8 * 1024 * 1024 + 1]);
        refuses(file, "DIR/a.yaml: file size (8388609 bytes) must be at most 8388608 bytes");
        assertThat(new ConfigFiles().read(write("bom.yaml", "\uFEFFa: 1\n")).entries())
                .containsOnlyKeys("a");
    }
}
