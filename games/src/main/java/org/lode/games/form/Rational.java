package org.lode.games.form;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact fraction in lowest terms with a positive denominator.
 *
 * @param numerator any integer
 * @param denominator positive, without a common factor with the numerator
 */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {
    public static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);
    public static final Rational ONE = new Rational(BigInteger.ONE, BigInteger.ONE);

    /** Reduces the fraction; refuses a zero denominator. */
    public Rational {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("denominator (0) must not be 0");
        }
        BigInteger factor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            factor = factor.negate();
        }
        if (!factor.equals(BigInteger.ONE)) {
            numerator = numerator.divide(factor);
            denominator = denominator.divide(factor);
        }
    }

    public static Rational of(long numerator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.ONE);
    }

    public static Rational of(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** Returns the value of a finite double, exactly. */
    public static Rational of(double value) {
        return of(new BigDecimal(value));
    }

    /** Returns the value of a decimal, exactly. */
    public static Rational of(BigDecimal value) {
        return value.scale() > 0
                ? new Rational(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : new Rational(value.toBigIntegerExact(), BigInteger.ONE);
    }

    public Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational minus(Rational other) {
        return plus(new Rational(other.numerator.negate(), other.denominator));
    }

    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** Returns this divided by another, which must not be 0. */
    public Rational over(Rational other) {
        return new Rational(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public int signum() {
        return numerator.signum();
    }

    /** Returns the nearest double. */
    public double toDouble() {
        if (numerator.bitLength() <= 53 && denominator.bitLength() <= 53) {
            return (double) numerator.longValue() / denominator.longValue(); // one rounding: correct
        }
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), java.math.MathContext.DECIMAL128)
                .doubleValue();
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** Returns {@code 2/3}, or {@code 5} for an integer. */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
