package org.lode.sim.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the reader refuses, and the words it says so in. */
class YamlReaderTest {
    private static MapNode read(String text) {
        return new ConfigFiles().parse(text, Path.of("a.yaml"));
    }

    private static MapNode json(String text) {
        return new ConfigFiles().parse(text, Path.of("a.json"));
    }

    private static void refuses(String text, String... messages) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ConfigException.class)
                .hasMessage(String.join("\n", messages));
    }

    private static void refusesJson(String text, String message) {
        assertThatThrownBy(() -> json(text)).isInstanceOf(ConfigException.class).hasMessage(message);
    }

    @Test
    void everyNodeKnowsItsLine() {
        MapNode root = read("a: 1\nb:\n  - id: x\n    c: two\n  - {id: y, c: 'three'}\nd:\n  e:\n    f: true\n");
        assertThat(root.at("a").origin()).hasToString("a.yaml:1");
        assertThat(root.at("b.x").origin()).hasToString("a.yaml:3");
        assertThat(root.at("b.x.c").origin()).hasToString("a.yaml:4");
        assertThat(root.at("b.y.c").origin()).hasToString("a.yaml:5");
        assertThat(root.at("d.e").origin()).hasToString("a.yaml:7");
        assertThat(root.at("d.e.f").origin()).hasToString("a.yaml:8");
    }

    @Test
    void anchorsAndAliasesAreRefused() {
        refuses(
                "a: &x 1\nb: *x\n",
                "a.yaml:1: anchor '&x' is refused; use extends",
                "a.yaml:2: alias '*x' is refused; write the value out");
    }

    @Test
    void mergeKeysAreRefused() {
        refuses("a: 1\nb:\n  <<: {c: 2}\n", "a.yaml:3: merge key '<<' is refused; use extends");
    }

    @Test
    void nullsAreRefused() {
        refuses("a: 1\nb: ~\n", "a.yaml:2: 'b' has no value (~); give one or leave the key out");
        refuses("a:\nb: 1\n", "a.yaml:1: 'a' has no value; give one or leave the key out");
        refuses("a: null\n", "a.yaml:1: 'a' has no value (null); give one or leave the key out");
        refuses("a:\n  - 1\n  -\n", "a.yaml:3: item 2 of 'a' has no value; give one or leave the key out");
        refuses("~: 1\n", "a.yaml:1: a key must be text, not null");
    }

    @Test
    void octalsAreRefused() {
        refuses("a: 012\n", "a.yaml:1: 'a' (012) is octal to some readers; write 12, or '012' for text");
        refuses("a: -007\n", "a.yaml:1: 'a' (-007) is octal to some readers; write -7, or '-007' for text");
        refuses("a: 0o17\n", "a.yaml:1: 'a' (0o17) is octal to some readers; write 17, or '0o17' for text");
        assertThat(read("a: 0\nb: -0\nc: '012'\nd: 0.5\n").entries()).hasSize(4);
    }

    @Test
    void keysThatAreBooleansInYaml11AreRefused() {
        refuses("NO: 1\n", "a.yaml:1: key NO is a boolean to some readers; write 'NO'");
        assertThat(read("'NO': 1\n").at("NO")).isInstanceOf(ScalarNode.class);
    }

    @Test
    void secondDocumentsAreRefused() {
        refuses("---\na: 1\n---\nb: 2\n", "a.yaml:3: a second document starts here; a file holds one");
        assertThat(read("---\na: 1\n").entries()).hasSize(1);
    }

    @Test
    void repeatedKeysAreRefused() {
        refuses("a: 1\nb: 2\na: 3\n", "a.yaml:3: repeated key 'a'; it stands already on line 1");
        refuses("a: {b: 1, b: 2}\n", "a.yaml:1: repeated key 'b'; it stands already on line 1");
    }

    @Test
    void repeatedIdsAreRefused() {
        refuses("actors:\n- id: US\n- id: JP\n- id: US\n", "a.yaml:4: repeated id 'US'; it stands already at a.yaml:2");
    }

    @Test
    void tabsAreRefused() {
        refuses("a:\n\tb: 1\n", "a.yaml:2: tab found; indent with spaces");
    }

    @Test
    void tagsAndDirectivesAreRefused() {
        refuses(
                "a: !!str 1\n",
                "a.yaml:1: tag 'tag:yaml.org,2002:str' is refused; quote text, and write numbers plainly");
        refuses("%YAML 1.1\n---\na: 1\n", "a.yaml:1: directive '%YAML' is refused; leave it out");
    }

    @Test
    void keysThatAreNotTextAreRefused() {
        refuses("[1, 2]: 3\n", "a.yaml:1: a key must be text");
    }

    @Test
    void whatIsNotYamlIsRefusedAtItsLine() {
        refuses("a: 1\nb: [1, 2\n", "a.yaml:3: this is not YAML: expected ',' or ']', but got <stream end>");
        refuses("a: 1\n  b: 2\n", "a.yaml:2: this is not YAML: mapping values are not allowed here");
        refuses("a: 1\nb: \u0007\n", "a.yaml:2: character U+0007 is refused");
    }

    @Test
    void whatHoldsNoKeysIsRefused() {
        refuses("", "a.yaml:1: there is nothing here; expected keys and values");
        refuses("# only a remark\n", "a.yaml:1: there is nothing here; expected keys and values");
        refuses("- a\n", "a.yaml:1: keys and values expected, not a list");
        refuses("just words\n", "a.yaml:1: keys and values expected, not text");
    }

    @Test
    void bottomlessNestingIsRefused() {
        refuses("a: " + "[".repeat(60) + "]".repeat(60), "a.yaml:1: nested deeper than 50 levels");
        refuses("a: " + "[".repeat(100_000), "a.yaml:1: nested deeper than 50 levels");
        refusesJson("{\"a\":\n" + "[".repeat(900), "a.json:2: nested deeper than 50 levels");
    }

    @Test
    void severalProblemsAreReportedTogetherUpToTwenty() {
        refuses(
                "a: ~\nb: 012\n",
                "a.yaml:1: 'a' has no value (~); give one or leave the key out",
                "a.yaml:2: 'b' (012) is octal to some readers; write 12, or '012' for text");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 23; i++) {
            many.append('k').append(i).append(": ~\n");
        }
        assertThatThrownBy(() -> read(many.toString())).satisfies(e -> {
            assertThat(e.getMessage().lines()).hasSize(21);
            assertThat(e).hasMessageEndingWith("\nand 3 more problems");
            assertThat(((ConfigException) e).problems()).hasSize(23);
            assertThat(((ConfigException) e).file()).isEqualTo("a.yaml");
            assertThat(((ConfigException) e).line()).isEqualTo(1);
        });
    }

    @Test
    void aMessageIsOneLineHoweverOddTheInput() {
        assertThat(new Problem(new Origin("a.yaml", 1), "x (1\n2\u20283\r\t4) y"))
                .hasToString("a.yaml:1: x (1 2 3 4) y");
        assertThat(new Problem(new Origin("a.yaml", 1), "x".repeat(5000)).message())
                .hasSize(1003);
    }

    @Test
    void jsonReadsIntoTheSameTreeAndRefusesTheSame() {
        MapNode root = json("{\n  \"a\": 1.5,\n  \"b\": [\n    {\"id\": \"x\", \"c\": \"1\"}\n  ]\n}\n");
        assertThat(root.at("a")).isEqualTo(new ScalarNode("1.5", false, new Origin("a.json", 2)));
        assertThat(root.at("b.x.c")).isEqualTo(new ScalarNode("1", true, new Origin("a.json", 4)));
        refusesJson("{\"a\":\nnull}", "a.json:1: 'a' has no value (null); give one or leave the key out");
        refusesJson("{\"a\": 1,\n\"a\": 2}", "a.json:2: repeated key 'a'; it stands already on line 1");
        refusesJson("{\"a\": 1}\n{}", "a.json:2: a second document starts here; a file holds one");
        refusesJson("", "a.json:1: there is nothing here; expected keys and values");
        assertThatThrownBy(() -> json("{\"a\": 1,\n\"b\": 012}"))
                .hasMessageStartingWith("a.json:2: this is not JSON: ");
    }
}
