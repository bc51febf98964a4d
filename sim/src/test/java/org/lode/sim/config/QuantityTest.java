package org.lode.sim.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Numbers with unit, source and range. */
class QuantityTest {
    record Price(
            @In(Unit.USD_PER_KG) @Min(0) @Max(1000) @Doc("price of the oxide")
            double price) {}

    record Rate(double rate) {}

    record Open(Quantity any) {}

    record Prices(@In(Unit.USD_PER_KG) @Min(0) Map<String, Double> floor) {}

    private static final String RIGHT = "price: {value: 110, unit: USD/kg, source: MP8K, range: [90, 130], note: spot}";

    private static MapNode tree(String text) {
        return new ConfigFiles().parse(text, Path.of("a.yaml"));
    }

    private static void refuses(Binder binder, String text, Class<?> type, String message) {
        assertThatThrownBy(() -> binder.bind(tree(text), type)).hasMessage(message);
    }

    private static void refuses(String text, String message) {
        refuses(new Binder(), text, Price.class, message);
    }

    @Test
    void aQuantityBindsToItsValueAndIsRemembered() {
        Bound<Price> bound = new Binder().bind(tree("\n" + RIGHT), Price.class);
        assertThat(bound.value().price()).isEqualTo(110.0);
        Quantity quantity = new Quantity(110, Unit.USD_PER_KG, "MP8K", 90, 130, "spot", new Origin("a.yaml", 2));
        assertThat(bound.provenance().parameters())
                .containsExactly(new Provenance.Parameter("price", quantity, "price of the oxide"));
        assertThat(bound.provenance().ranged()).hasSize(1);
    }

    @Test
    void unitsOfOneDimensionConvert() {
        Bound<Price> bound =
                new Binder().bind(tree("price: {value: 110000, unit: USD/t, range: [90000, 130000]}"), Price.class);
        assertThat(bound.value().price()).isEqualTo(110.0);
        Quantity quantity = bound.provenance().find("price").orElseThrow().quantity();
        assertThat(quantity.low()).isEqualTo(90.0);
        assertThat(quantity.high()).isEqualTo(130.0);
        assertThat(quantity.unit()).isEqualTo(Unit.USD_PER_KG);
    }

    @Test
    void aPlainNumberIsInTheDeclaredUnit() {
        Bound<Price> bound = new Binder().bind(tree("price: 12.5"), Price.class);
        assertThat(bound.value().price()).isEqualTo(12.5);
        assertThat(bound.provenance().ranged()).isEmpty();
        assertThat(bound.provenance().find("price").orElseThrow().quantity().source())
                .isNull();
    }

    @Test
    void anotherDimensionIsRefused() {
        refuses(
                "price:\n  value: 110\n  unit: t/yr\n",
                "a.yaml:3: unit of price (t/yr) is not allowed; allowed: USD/kg, USD/t, USD/lb");
        refuses(
                "price: {value: 110, unit: USD/kgg}",
                "a.yaml:1: unit of price (USD/kgg) is not allowed; allowed: USD/kg, USD/t, USD/lb");
        refuses("price: {value: 110}", "a.yaml:1: price has no unit; allowed: USD/kg, USD/t, USD/lb");
        refuses(
                new Binder(),
                "rate: {value: 1, unit: t/yr}",
                Rate.class,
                "a.yaml:1: unit of rate (t/yr) is not allowed; allowed: 1, share");
    }

    @Test
    void aNumberWithoutDeclaredUnitMayBeAQuantityOfUnitOne() {
        assertThat(new Binder()
                        .bind(tree("rate: {value: 2, unit: 1}"), Rate.class)
                        .value())
                .isEqualTo(new Rate(2));
        assertThat(new Binder().bind(tree("rate: {value: 2}"), Rate.class).value())
                .isEqualTo(new Rate(2));
    }

    @Test
    void aQuantityWithoutDeclaredUnitKeepsItsOwn() {
        Quantity any = new Binder()
                .bind(tree("any: {value: 3, unit: kt/yr}"), Open.class)
                .value()
                .any();
        assertThat(any.unit()).isEqualTo(Unit.KT_PER_YEAR);
        assertThat(any.value()).isEqualTo(3.0);
    }

    @Test
    void shippedFilesNameASourceForEveryNumberWithAUnit() {
        Binder strict = new Binder().requiringSources();
        refuses(
                strict,
                "price: 110",
                Price.class,
                "a.yaml:1: price (110) needs a source: {value, unit: USD/kg, source}");
        refuses(
                strict,
                "price: {value: 110, unit: USD/kg}",
                Price.class,
                "a.yaml:1: price (110) needs a source: {value, unit: USD/kg, source}");
        refuses(
                strict,
                "floor:\n  ndpr: {value: 110, unit: USD/kg, source: F1}\n  dy: 3\n",
                Prices.class,
                "a.yaml:3: dy (3) needs a source: {value, unit: USD/kg, source}");
        assertThat(strict.bind(tree(RIGHT), Price.class).value().price()).isEqualTo(110.0);
        assertThat(strict.bind(tree("rate: 2"), Rate.class).value().rate()).isEqualTo(2.0);
        MapNode set = Settings.apply(tree(RIGHT), List.of("price=120"));
        assertThat(strict.bind(set, Price.class).value().price()).isEqualTo(120.0);
    }

    @Test
    void aRangeContainsItsValueAndLiesWithinTheBounds() {
        refuses(
                "price:\n  value: 150\n  unit: USD/kg\n  range: [90, 130]\n",
                "a.yaml:4: range [90, 130] of price must contain its value (150)");
        refuses(
                "price: {value: 110, unit: USD/kg, range: [130, 90]}",
                "a.yaml:1: range [130, 90] of price must contain its value (110)");
        refuses(
                "price: {value: 110, unit: USD/kg, range: 90}",
                "a.yaml:1: range of price (90) must be two numbers: [low, high]");
        refuses(
                "price: {value: 110, unit: USD/kg, range: [90, many]}",
                "a.yaml:1: range of price (many) must be a number such as 12, 0.5 or 1e-3");
        refuses(
                "price: {value: 110, unit: USD/kg, range: [-5, 130]}",
                "a.yaml:1: range of price (-5) must be at least 0");
    }

    @Test
    void aQuantitysKeysAreChecked() {
        refuses("price: {value: 1, unti: USD/kg}", "a.yaml:1: unknown key 'unti' in price; did you mean 'unit'?");
        refuses("price: {valeu: 1, unit: USD/kg}", "a.yaml:1: unknown key 'valeu' in price; did you mean 'value'?");
        refuses("price: {unit: USD/kg}", "a.yaml:1: missing key 'value' in price");
        refuses("price: {value: \"1\", unit: USD/kg}", "a.yaml:1: price (\"1\") must be a number, not text; write 1");
        refuses(
                "price: {value: 1, unit: USD/kg, source: 134}",
                "a.yaml:1: source (134) must be text, not a number; write '134'");
    }

    @Test
    void boundsHoldInTheDeclaredUnitAndTheMessageShowsBoth() {
        refuses("price: {value: 2000000, unit: USD/t}", "a.yaml:1: price (2000000 USD/t) must be at most 1000 USD/kg");
    }

    @Test
    void mapsHoldQuantitiesByName() {
        Bound<Prices> bound = new Binder()
                .bind(
                        tree("floor:\n  ndpr: {value: 110, unit: USD/kg}\n  dy: {value: 230000, unit: USD/t}\n"),
                        Prices.class);
        assertThat(bound.value().floor()).containsExactly(Map.entry("ndpr", 110.0), Map.entry("dy", 230.0));
        assertThat(bound.provenance().parameters())
                .extracting(Provenance.Parameter::path)
                .containsExactly("floor.ndpr", "floor.dy");
    }

    @Test
    void conversionsAreThoseOfTheUnitsDefinitions() {
        assertThat(Unit.PERCENT.convert(7, Unit.SHARE)).isEqualTo(0.07);
        assertThat(Unit.MONTHS.convert(3, Unit.YEARS)).isEqualTo(0.25);
        assertThat(Unit.YEARS.convert(2, Unit.DAYS)).isEqualTo(730.0);
        assertThat(Unit.QUARTERS.convert(2, Unit.MONTHS)).isEqualTo(6.0);
        assertThat(Unit.KT_PER_YEAR.convert(1.5, Unit.T_PER_YEAR)).isEqualTo(1500.0);
        assertThat(Unit.MT.convert(2, Unit.KT)).isEqualTo(2000.0);
        assertThat(Unit.USD_M.convert(250, Unit.USD_BN)).isEqualTo(0.25);
        // the international pound is 0.45359237 kg exactly
        assertThat(Unit.USD_PER_LB.convert(0.45359237, Unit.USD_PER_KG)).isCloseTo(1, within(1e-15));
        assertThat(Unit.USD_PER_KG_PER_YEAR.convert(2, Unit.USD_PER_T_PER_YEAR)).isEqualTo(2000.0);
        assertThatThrownBy(() -> Unit.YEARS.convert(1, Unit.ROUNDS))
                .hasMessage("unit (years) does not convert to rounds");
    }

    @Test
    void everyUnitHasItsOwnSymbolAndConvertsThereAndBack() {
        for (Unit unit : Unit.values()) {
            assertThat(Unit.of(unit.symbol())).contains(unit);
            for (Unit other : unit.alike()) {
                assertThat(other.convert(unit.convert(3, other), unit)).isCloseTo(3, within(1e-14));
            }
        }
    }
}
