package org.lode.sim.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The units that configurations may use. Units of one dimension convert into each other; a year has 365 days, twelve
 * months, four quarters. A round's length is a setting, so rounds and steps convert into nothing else.
 */
public enum Unit {
    ONE("1", Dimension.NUMBER, 1, 1),
    SHARE("share", Dimension.SHARE, 1, 1),
    PERCENT("%", Dimension.SHARE, 1, 100),
    PER_YEAR("1/yr", Dimension.RATE, 1, 1),
    PERCENT_PER_YEAR("%/yr", Dimension.RATE, 1, 100),
    SHARE_PER_YEAR("share/yr", Dimension.RATE, 1, 1),
    PER_ROOT_YEAR("1/sqrt(yr)", Dimension.VOLATILITY, 1, 1),
    USD_PER_KG("USD/kg", Dimension.PRICE, 1, 1),
    USD_PER_T("USD/t", Dimension.PRICE, 1, 1000),
    USD_PER_LB("USD/lb", Dimension.PRICE, 100_000_000, 45_359_237),
    KG("kg", Dimension.MASS, 1, 1000),
    T("t", Dimension.MASS, 1, 1),
    KT("kt", Dimension.MASS, 1000, 1),
    MT("Mt", Dimension.MASS, 1_000_000, 1),
    KG_PER_YEAR("kg/yr", Dimension.FLOW, 1, 1000),
    T_PER_YEAR("t/yr", Dimension.FLOW, 1, 1),
    KT_PER_YEAR("kt/yr", Dimension.FLOW, 1000, 1),
    MT_PER_YEAR("Mt/yr", Dimension.FLOW, 1_000_000, 1),
    USD("USD", Dimension.MONEY, 1, 1_000_000_000),
    USD_M("USD m", Dimension.MONEY, 1, 1000),
    USD_BN("USD bn", Dimension.MONEY, 1, 1),
    USD_M_PER_YEAR("USD m/yr", Dimension.MONEY_FLOW, 1, 1000),
    USD_BN_PER_YEAR("USD bn/yr", Dimension.MONEY_FLOW, 1, 1),
    USD_PER_T_PER_YEAR("USD/(t/yr)", Dimension.CAPITAL_INTENSITY, 1, 1),
    USD_PER_KG_PER_YEAR("USD/(kg/yr)", Dimension.CAPITAL_INTENSITY, 1000, 1),
    DAYS("days", Dimension.TIME, 1, 365),
    MONTHS("months", Dimension.TIME, 1, 12),
    QUARTERS("quarters", Dimension.TIME, 1, 4),
    YEARS("years", Dimension.TIME, 1, 1),
    ROUNDS("rounds", Dimension.ROUNDS, 1, 1),
    STEPS("steps", Dimension.STEPS, 1, 1);

    private enum Dimension {
        NUMBER,
        SHARE,
        RATE,
        VOLATILITY,
        PRICE,
        MASS,
        FLOW,
        MONEY,
        MONEY_FLOW,
        CAPITAL_INTENSITY,
        TIME,
        ROUNDS,
        STEPS
    }

    private final String symbol;
    private final Dimension dimension;
    private final double numerator;
    private final double denominator;

    Unit(String symbol, Dimension dimension, double numerator, double denominator) {
        this.symbol = symbol;
        this.dimension = dimension;
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** How configurations write this unit. */
    public String symbol() {
        return symbol;
    }

    /** The unit that is written so, if there is one. */
    public static Optional<Unit> of(String symbol) {
        return Arrays.stream(values())
                .filter(unit -> unit.symbol.equals(symbol))
                .findFirst();
    }

    /** The units that convert into this one, itself included. */
    public List<Unit> alike() {
        return Arrays.stream(values()).filter(this::convertsTo).toList();
    }

    public boolean convertsTo(Unit other) {
        return dimension == other.dimension;
    }

    /**
     * Converts {@code value} from this unit; 7 % is exactly the 0.07 that a file would say.
     *
     * @throws IllegalArgumentException if the units measure different things
     */
    public double convert(double value, Unit to) {
        if (!convertsTo(to)) {
            throw new IllegalArgumentException("unit (" + symbol + ") does not convert to " + to.symbol);
        }
        return to == this ? value : value * (numerator * to.denominator) / (denominator * to.numerator);
    }

    @Override
    public String toString() {
        return symbol;
    }
}
