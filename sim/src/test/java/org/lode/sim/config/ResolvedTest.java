package org.lode.sim.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is written about a run's inputs. */
class ResolvedTest {
    private static final String TEXT = "rounds: 30\nname: '30'\nflag: true\nsmall: 2e-3\nwhole: 1.50e1\n"
            + "floor: {value: 110, unit: USD/kg, source: MP8K, range: [90, 130]}\n"
            + "actors:\n- {id: US, weight: 0.1}\nknots: [0.3, 1]\n";

    private static MapNode tree(String text) {
        return new ConfigFiles().parse(text, Path.of("configs/a.yaml"));
    }

    @Test
    void everyValueIsWrittenWithWhereItCameFrom() {
        assertThat(Resolved.json(tree(TEXT), Path.of("configs"))).isEqualTo("""
                        {
                          "config" : {
                            "rounds" : 30,
                            "name" : "30",
                            "flag" : true,
                            "small" : 0.002,
                            "whole" : 15,
                            "floor" : {
                              "value" : 110,
                              "unit" : "USD/kg",
                              "source" : "MP8K",
                              "range" : [ 90, 130 ]
                            },
                            "actors" : [ {
                              "id" : "US",
                              "weight" : 0.1
                            } ],
                            "knots" : [ 0.3, 1 ]
                          },
                          "origins" : {
                            "rounds" : "a.yaml:1",
                            "name" : "a.yaml:2",
                            "flag" : "a.yaml:3",
                            "small" : "a.yaml:4",
                            "whole" : "a.yaml:5",
                            "floor" : "a.yaml:6",
                            "actors.US.id" : "a.yaml:8",
                            "actors.US.weight" : "a.yaml:8",
                            "knots" : "a.yaml:9"
                          }
                        }
                        """);
    }

    @Test
    void whatWasWrittenReadsBackAsTheSameConfiguration() {
        MapNode root = tree(TEXT);
        MapNode back = new ConfigFiles().parse(Resolved.json(root, null), Path.of("r.json"));
        MapNode config = (MapNode) back.require("config");
        assertThat(Resolved.hash(config, Set.of())).isEqualTo(Resolved.hash(root, Set.of()));
    }

    @Test
    void numbersAreWrittenShortest() {
        // Double.toString of JDK 17 says 1.9999999999999998E23
        assertThat(Scalars.print(2e23)).isEqualTo("2.0E23");
        assertThat(Scalars.print(0.1)).isEqualTo("0.1");
        assertThat(Scalars.print(-3)).isEqualTo("-3");
        assertThat(Scalars.print(1.0 / 3)).isEqualTo("0.3333333333333333");
    }

    @Test
    void theHashCountsValuesAndUnitsAlone() {
        String hash = Resolved.hash(tree(TEXT), Set.of());
        assertThat(hash).hasSize(64).isEqualTo(Resolved.hash(tree("\n# moved\n" + TEXT), Set.of()));
        assertThat(Resolved.hash(tree(TEXT.replace("MP8K", "F2").replace("[90, 130]", "[1, 200]")), Set.of()))
                .isEqualTo(hash);
        assertThat(Resolved.hash(tree(TEXT.replace("110", "111")), Set.of())).isNotEqualTo(hash);
        assertThat(Resolved.hash(tree(TEXT.replace("USD/kg", "USD/t")), Set.of()))
                .isNotEqualTo(hash);
        assertThat(Resolved.hash(tree(TEXT.replace("name: '30'", "name: 30")), Set.of()))
                .isNotEqualTo(hash);
    }

    @Test
    void excludedPathsDoNotCount() {
        String other = TEXT.replace("rounds: 30", "rounds: 31").replace("weight: 0.1", "weight: 0.2");
        Set<String> excluded = Set.of("rounds", "actors.US.weight");
        assertThat(Resolved.hash(tree(other), excluded)).isEqualTo(Resolved.hash(tree(TEXT), excluded));
        assertThat(Resolved.hash(tree(other), Set.of("rounds")))
                .isNotEqualTo(Resolved.hash(tree(TEXT), Set.of("rounds")));
    }

    @Test
    void theHashIsTheSameOnEveryMachine() {
        // sha256sum of {"a":0.1,"b":{"value":2,"unit":"t"}}
        assertThat(Resolved.hash(tree("a: 1e-1\nb: {value: 2.0, unit: t, source: x}\n"), Set.of()))
                .isEqualTo("d1010494f32a0c970c2aacc06f061e472291ed5370a5217fca4857a2c974196b");
    }
}
