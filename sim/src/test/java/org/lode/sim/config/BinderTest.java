package org.lode.sim.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a tree becomes records, and what is said where it cannot. */
class BinderTest {
    enum FloorMode {
        BORDER,
        CONTRACT_FOR_DIFFERENCE
    }

    interface Rule {}

    record LogitReply(double lambda) implements Rule {
        LogitReply {
            if (!(lambda >= 0)) {
                throw new IllegalArgumentException("lambda (" + (long) lambda + ") must be at least 0");
            }
        }
    }

    record BestReply(@Default("0") double inertia) implements Rule {}

    record Actor(
            String id,
            @Default("{rule: bestReply}") Rule rule,
            @Nullable Double weight) {}

    @Kind("scenario")
    record Scenario(
            @Min(1) @Max(200) int rounds,

            @In(Unit.USD_PER_KG) @Above(0) @Doc("what a member pays at least")
            double floor,

            @Default("true") boolean cheapTalk,
            @Default("border") FloorMode floorMode,
            @In(Unit.SHARE) @Min(0) @Max(1) @Default("{}") Map<String, Double> shares,
            @Default("[]") List<Actor> actors,
            @Default("2026-02-04") LocalDate start,
            @Default("2026-02") YearMonth month,
            @Default("7") long seed,
            Optional<String> title,
            @Nullable Raw lockin) {}

    private static final Binder BINDER =
            new Binder().family(Rule.class, "rule", List.of(LogitReply.class, BestReply.class));

    private static MapNode tree(String text) {
        return new ConfigFiles().parse(text, Path.of("a.yaml"));
    }

    private static Bound<Scenario> bind(String text) {
        return BINDER.bind(tree("kind: scenario\n" + text), Scenario.class);
    }

    private static void refuses(String text, String... messages) {
        assertThatThrownBy(() -> bind(text))
                .isInstanceOf(ConfigException.class)
                .hasMessage(String.join("\n", messages));
    }

    /** A scenario that is right but for one more line, its fourth. */
    private static void refusesLine(String line, String... messages) {
        refuses("rounds: 3\nfloor: 110\n" + line, messages);
    }

    @Test
    void keysFillTheComponentsOfTheirName() {
        Scenario scenario = bind("rounds: 30\nfloor: 110\ncheapTalk: false\nfloorMode: contractForDifference\n"
                        + "shares: {JP: 0.5, US: {value: 25, unit: '%'}}\nstart: 2026-07-01\nmonth: 2027-01\n"
                        + "seed: 9007199254740993\ntitle: 'NO'\nlockin:\n  metric: [1]\n"
                        + "actors:\n- {id: US, rule: {rule: logitReply, lambda: 2}}\n- {id: JP, weight: 0.5}\n")
                .value();
        assertThat(scenario.rounds()).isEqualTo(30);
        assertThat(scenario.floor()).isEqualTo(110.0);
        assertThat(scenario.cheapTalk()).isFalse();
        assertThat(scenario.floorMode()).isEqualTo(FloorMode.CONTRACT_FOR_DIFFERENCE);
        assertThat(scenario.shares()).containsExactly(Map.entry("JP", 0.5), Map.entry("US", 0.25));
        assertThat(scenario.start()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(scenario.month()).isEqualTo(YearMonth.of(2027, 1));
        assertThat(scenario.seed()).isEqualTo(9007199254740993L);
        assertThat(scenario.title()).contains("NO");
        assertThat(scenario.actors())
                .containsExactly(new Actor("US", new LogitReply(2), null), new Actor("JP", new BestReply(0), 0.5));
    }

    @Test
    void whatIsLeftOutTakesItsDefault() {
        Scenario scenario = bind("rounds: 3\nfloor: 110\n").value();
        assertThat(scenario)
                .isEqualTo(new Scenario(
                        3,
                        110,
                        true,
                        FloorMode.BORDER,
                        Map.of(),
                        List.of(),
                        LocalDate.of(2026, 2, 4),
                        YearMonth.of(2026, 2),
                        7,
                        Optional.empty(),
                        null));
    }

    @Test
    void aTypoIsReportedAsThatAndNotAsAMissingKey() {
        refuses("ruonds: 3\nfloor: 110\n", "a.yaml:2: unknown key 'ruonds' in scenario; did you mean 'rounds'?");
        refusesLine(
                "actors:\n- id: US\n  wieght: 1\n",
                "a.yaml:6: unknown key 'wieght' in actors.US; did you mean 'weight'?");
    }

    @Test
    void aKeyThatMeansNothingIsReportedWithThoseThatDo() {
        refusesLine(
                "actors:\n- {id: US, horoscope: good}\n",
                "a.yaml:5: unknown key 'horoscope' in actors.US; known: id, rule, weight");
    }

    @Test
    void missingKeysAreReportedAtTheirObject() {
        refuses("floor: 110\n", "a.yaml:1: missing key 'rounds' in scenario");
        refusesLine("actors:\n- weight: 1\n", "a.yaml:5: missing key 'id' in actors.0");
    }

    @Test
    void theKindMustFit() {
        assertThatThrownBy(() -> BINDER.bind(tree("kind: actor\nrounds: 3\nfloor: 1\n"), Scenario.class))
                .hasMessage("a.yaml:1: kind (actor) must be scenario");
        assertThatThrownBy(() -> BINDER.bind(tree("rounds: 3\nfloor: 1\n"), Scenario.class))
                .hasMessage("a.yaml:1: missing key 'kind'; it must be scenario");
    }

    @Test
    void boundsAreReportedWithNameValueAndRule() {
        refuses("rounds: 0\nfloor: 110\n", "a.yaml:2: rounds (0) must be at least 1");
        refuses("rounds: 201\nfloor: 110\n", "a.yaml:2: rounds (201) must be at most 200");
        refuses("rounds: 2\nfloor: 0\n", "a.yaml:3: floor (0) must be above 0");
        refusesLine("shares: {US: 1.5}\n", "a.yaml:4: US (1.5) must be at most 1");
        refusesLine("shares:\n  US: {value: 150, unit: '%'}\n", "a.yaml:5: US (150 %) must be at most 1 share");
    }

    @Test
    void whatIsNoWholeNumberIsRefusedAsACount() {
        refuses("rounds: 1.9\nfloor: 1\n", "a.yaml:2: rounds (1.9) must be a whole number of at most 64 bits");
        refuses("rounds: 1e99\nfloor: 1\n", "a.yaml:2: rounds (1e99) must be a whole number of at most 64 bits");
        refuses("rounds: {value: 2.5, unit: 1}\nfloor: 1\n", "a.yaml:2: rounds (2.5) must be a whole number");
        assertThat(bind("rounds: 1e2\nfloor: 1\n").value().rounds()).isEqualTo(100);
    }

    @Test
    void quotedNumbersAreNoNumbers() {
        refuses("rounds: \"3\"\nfloor: 1\n", "a.yaml:2: rounds (\"3\") must be a number, not text; write 3");
        refuses("rounds: 3\nfloor: '1.5'\n", "a.yaml:3: floor (\"1.5\") must be a number, not text; write 1.5");
    }

    @Test
    void onlyPlainNumbersAreNumbers() {
        for (String odd : List.of(".5", "+1", "1_000", "0x1F", ".inf", ".nan", "1:30", "many", "1.", "true")) {
            refuses(
                    "rounds: 3\nfloor: " + odd + "\n",
                    "a.yaml:3: floor (" + odd + ") must be a number such as 12, 0.5 or 1e-3");
        }
        refuses("rounds: 3\nfloor: 1e999\n", "a.yaml:3: floor (1e999) is too large for a number");
        refuses("rounds: 3\nfloor: [1]\n", "a.yaml:3: floor (a list) must be a number such as 12, 0.5 or 1e-3");
    }

    @Test
    void onlyTrueAndFalseAreBooleans() {
        for (String odd : List.of("NO", "yes", "on", "True", "1", "'true'")) {
            refusesLine(
                    "cheapTalk: " + odd + "\n",
                    "a.yaml:4: cheapTalk (" + odd.replace("'", "") + ") must be true or false");
        }
    }

    @Test
    void whatLooksLikeABooleanOrANumberIsNoText() {
        refusesLine("title: NO\n", "a.yaml:4: title (NO) must be text, not a boolean; write 'NO'");
        refusesLine("title: 2026\n", "a.yaml:4: title (2026) must be text, not a number; write '2026'");
        refusesLine("title: [a]\n", "a.yaml:4: title must be text, not a list");
    }

    @Test
    void wordsOutsideAChoiceAreRefused() {
        refusesLine(
                "floorMode: boarder\n",
                "a.yaml:4: floorMode (boarder) must be one of border, contractForDifference; did you mean 'border'?");
        refusesLine("floorMode: cfd\n", "a.yaml:4: floorMode (cfd) must be one of border, contractForDifference");
    }

    @Test
    void datesAreIsoDates() {
        refusesLine("start: 4 Feb\n", "a.yaml:4: start (4 Feb) must be a date such as 2026-02-04");
        refusesLine("start: 2026-02-30\n", "a.yaml:4: start (2026-02-30) must be a date such as 2026-02-04");
        refusesLine("month: 2026-13\n", "a.yaml:4: month (2026-13) must be a month such as 2026-02");
    }

    @Test
    void shapesMustFit() {
        refusesLine("actors: {id: US}\n", "a.yaml:4: actors (a map) must be a list");
        refusesLine("actors: [US]\n", "a.yaml:4: actors.0 (US) must be a map");
        refusesLine("shares: [1]\n", "a.yaml:4: shares (a list) must be a map");
    }

    @Test
    void membersOfAFamilyAreNamedByItsKey() {
        refusesLine(
                "actors:\n- {id: US, rule: {rule: logitRepyl, lambda: 2}}\n",
                "a.yaml:5: unknown rule 'logitRepyl'; did you mean 'logitReply'?");
        refusesLine(
                "actors:\n- {id: US, rule: {rule: oracle}}\n",
                "a.yaml:5: unknown rule 'oracle'; known: logitReply, bestReply");
        refusesLine(
                "actors:\n- {id: US, rule: {lambda: 2}}\n",
                "a.yaml:5: missing key 'rule' in actors.US.rule; one of: logitReply, bestReply");
        refusesLine(
                "actors:\n- {id: US, rule: {rule: bestReply, lambda: 2}}\n",
                "a.yaml:5: unknown key 'lambda' in actors.US.rule; known: rule, inertia");
        refusesLine("actors:\n- {id: US, rule: logitReply}\n", "a.yaml:5: missing key 'lambda' in actors.US.rule");
        assertThat(bind("rounds: 3\nfloor: 1\nactors: [{id: US, rule: bestReply}]\n")
                        .value()
                        .actors())
                .containsExactly(new Actor("US", new BestReply(0), null));
    }

    @Test
    void whatAConstructorRefusesIsReportedAtItsObject() {
        refusesLine(
                "actors:\n- id: US\n  rule:\n    rule: logitReply\n    lambda: -1\n",
                "a.yaml:6: lambda (-1) must be at least 0");
    }

    @Test
    void allProblemsOfAFileAreReportedTogether() {
        refuses(
                "rounds: 0\nfloor: x\ncheapTalk: NO\ntitel: a\n",
                "a.yaml:5: unknown key 'titel' in scenario; did you mean 'title'?",
                "a.yaml:2: rounds (0) must be at least 1",
                "a.yaml:3: floor (x) must be a number such as 12, 0.5 or 1e-3",
                "a.yaml:4: cheapTalk (NO) must be true or false");
    }

    @Test
    void aBlockKeptRawIsBoundLaterWithItsPathAndLines() {
        record Metric(@Min(0) double threshold) {}
        Raw raw =
                bind("rounds: 3\nfloor: 1\nlockin:\n  threshold: -2\n").value().lockin();
        assertThat(raw).isNotNull();
        assertThat(raw.path()).isEqualTo("lockin");
        assertThatThrownBy(() -> BINDER.bind(raw, Metric.class))
                .hasMessage("a.yaml:5: threshold (-2) must be at least 0");
        Raw typo = bind("rounds: 3\nfloor: 1\nlockin: {treshold: 2}\n").value().lockin();
        assertThat(typo).isNotNull();
        assertThatThrownBy(() -> BINDER.bind(typo, Metric.class))
                .hasMessage("a.yaml:4: unknown key 'treshold' in lockin; did you mean 'threshold'?");
    }

    @Test
    void aTypeThatNobodyCanBindIsAnErrorOfTheProgram() {
        record Odd(Thread thread) {}
        assertThatThrownBy(() -> BINDER.bind(tree("thread: 1\n"), Odd.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("type (java.lang.Thread) of thread must be one that Binder names");
    }

    @Test
    void theSchemaSaysWhatTheReaderReads() {
        SchemaKeys keys = BINDER.keys(Scenario.class);
        assertThat(keys.text()).isEqualTo("""
                        scenario: object
                          rounds: integer, at least 1, at most 200
                          floor: number [USD/kg], above 0: what a member pays at least
                          cheapTalk: boolean, default true
                          floorMode: choice, one of border, contractForDifference, default border
                          shares: map, default {}
                            *: number [share], at least 0, at most 1
                          actors: list, default []
                            *: object
                              id: text
                              rule: family, by rule, default {rule: bestReply}
                                logitReply: object
                                  lambda: number
                                bestReply: object
                                  inertia: number, default 0
                              weight: number, optional
                          start: date, default 2026-02-04
                          month: month, default 2026-02
                          seed: integer, default 7
                          title: text, optional
                          lockin: any, optional
                        """);
        assertThat(keys.find("rounds")).get().matches(SchemaKeys::required);
        assertThat(keys.find("title")).get().matches(key -> !key.required());
    }
}
