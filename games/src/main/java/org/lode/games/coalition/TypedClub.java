package org.lode.games.coalition;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.lode.games.form.Payoff;

/**
 * A membership game whose actors fall into types, those of one type interchangeable: what anybody gets depends on its type, on
 * whether it is in, and on how many of each type are in. A membership is a vector of counts, so 54 actors of six types have some
 * hundred thousand memberships instead of 2^54. With one actor per type it is a {@link MembershipGame}; with one type a {@link
 * SymmetricClub}.
 *
 * <p>Memberships are numbered with the last type fastest. All payoffs are computed once, when the game is made: memory and
 * calls are twice the number of memberships times types.
 */
public final class TypedClub {
    /** Beyond this the tables take too much memory. */
    public static final int MOST_MEMBERSHIPS = 1 << 20;

    private final int[] sizes;
    private final int[] stride;
    private final int memberships;
    private final double[] inside;
    private final double[] outside;

    /** What an actor gets. */
    @FunctionalInterface
    public interface Oracle {
        /**
         * Returns the payoff of an actor of a type.
         *
         * @param member whether it is in; then {@code members[type]} is at least 1, else below the type's size
         * @param members how many of each type are in, the actor included; read only, and not kept
         */
        double payoff(int type, boolean member, int[] members);
    }

    /**
     * Tabulates a game.
     *
     * @param sizes actors of each type, each at least 1
     * @throws IllegalArgumentException if there are too many memberships or a payoff is not finite
     */
    public TypedClub(int[] sizes, Oracle oracle) {
        this.sizes = sizes.clone();
        this.stride = new int[sizes.length];
        if (memberships(sizes) > MOST_MEMBERSHIPS) {
            throw new IllegalArgumentException("memberships (" + (long) memberships(sizes) + ") must be at most "
                    + MOST_MEMBERSHIPS + "; actors that are alike may share a type");
        }
        int count = 1;
        for (int type = sizes.length - 1; type >= 0; type--) {
            stride[type] = count;
            count *= sizes[type] + 1;
        }
        memberships = count;
        inside = new double[memberships * sizes.length];
        outside = new double[memberships * sizes.length];
        for (int membership = 0; membership < memberships; membership++) {
            int[] members = members(membership);
            for (int type = 0; type < sizes.length; type++) {
                int at = membership * sizes.length + type;
                inside[at] = members[type] > 0 ? finite(oracle.payoff(type, true, members)) : Double.NaN;
                outside[at] = members[type] < sizes[type] ? finite(oracle.payoff(type, false, members)) : Double.NaN;
            }
        }
    }

    private static double finite(double payoff) {
        if (!Payoff.isSound(payoff)) {
            throw new IllegalArgumentException("payoff (" + payoff + ") " + Payoff.RULE);
        }
        return payoff;
    }

    /**
     * Returns how many memberships types of these sizes have; exact up to 2^53.
     *
     * @throws IllegalArgumentException if there is no type, or one without actors
     */
    public static double memberships(int[] sizes) {
        if (sizes.length == 0) {
            throw new IllegalArgumentException("types (0) must be at least 1");
        }
        double memberships = 1;
        for (int size : sizes) {
            if (size < 1) {
                throw new IllegalArgumentException("actors (" + size + ") of a type must be at least 1");
            }
            memberships *= size + 1.0;
        }
        return memberships;
    }

    /** Returns the number of types. */
    public int types() {
        return sizes.length;
    }

    /** Returns the number of memberships. */
    public int memberships() {
        return memberships;
    }

    /** Returns how many of each type are in, as a new array. */
    public int[] members(int membership) {
        int[] members = new int[sizes.length];
        for (int type = 0; type < sizes.length; type++) {
            members[type] = membership / stride[type] % (sizes[type] + 1);
        }
        return members;
    }

    /** Returns the number of the membership with so many of each type. */
    public int membership(int... members) {
        int membership = 0;
        for (int type = 0; type < sizes.length; type++) {
            if (members[type] < 0 || members[type] > sizes[type]) {
                throw new IllegalArgumentException(
                        "members (" + members[type] + ") of type " + type + " must be between 0 and " + sizes[type]);
            }
            membership += members[type] * stride[type];
        }
        return membership;
    }

    /** Returns what an actor of a type gets; NaN if there is none of that kind. */
    public double payoff(int type, boolean member, int membership) {
        return (member ? inside : outside)[membership * sizes.length + type];
    }

    /** Returns what one actor of a type gains by switching alone; NaN if there is none of that kind. */
    public double gain(int type, boolean member, int membership) {
        int count = membership / stride[type] % (sizes[type] + 1);
        if (member ? count == 0 : count == sizes[type]) {
            return Double.NaN;
        }
        int to = membership + (member ? -stride[type] : stride[type]);
        return payoff(type, !member, to) - payoff(type, member, membership);
    }

    /** Returns the sum of all actors' payoffs. */
    public double welfare(int membership) {
        int[] members = members(membership);
        double sum = 0;
        for (int type = 0; type < sizes.length; type++) {
            sum += members[type] == 0 ? 0 : members[type] * payoff(type, true, membership);
            int out = sizes[type] - members[type];
            sum += out == 0 ? 0 : out * payoff(type, false, membership);
        }
        return sum;
    }

    /** Whether no member leaves. */
    public boolean isInternallyStable(int membership, Ties ties, double tolerance) {
        return noneSwitches(true, membership, ties, tolerance);
    }

    /** Whether no outsider joins. */
    public boolean isExternallyStable(int membership, Ties ties, double tolerance) {
        return noneSwitches(false, membership, ties, tolerance);
    }

    private boolean noneSwitches(boolean member, int membership, Ties ties, double tolerance) {
        for (int type = 0; type < sizes.length; type++) {
            double gain = gain(type, member, membership);
            if (!Double.isNaN(gain) && ties.switches(member, gain, tolerance)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the memberships that nobody leaves or joins alone, ascending. */
    public int[] stable(Ties ties, double tolerance) {
        return IntStream.range(0, memberships)
                .filter(membership -> isInternallyStable(membership, ties, tolerance)
                        && isExternallyStable(membership, ties, tolerance))
                .toArray();
    }

    /**
     * Returns the Shapley value of an actor of each type in the game in which a coalition is worth what its members gain
     * together by forming the club, everybody else outside, over what they get when nobody is in. The values of all actors add
     * up to the worth of full membership. Exact: marginal worths are averaged over the count vectors of those who came before.
     */
    public double[] shapley() {
        double[] worth = new double[memberships];
        double[] alone = Arrays.copyOfRange(outside, 0, sizes.length);
        int actors = Arrays.stream(sizes).sum();
        double[] logFactorial = new double[actors + 1];
        for (int k = 1; k <= actors; k++) {
            logFactorial[k] = logFactorial[k - 1] + StrictMath.log(k);
        }
        for (int membership = 0; membership < memberships; membership++) {
            int[] members = members(membership);
            for (int type = 0; type < sizes.length; type++) {
                worth[membership] +=
                        members[type] == 0 ? 0 : members[type] * (payoff(type, true, membership) - alone[type]);
            }
        }
        double[] value = new double[sizes.length];
        for (int membership = 0; membership < memberships; membership++) {
            int[] members = members(membership);
            int before = Arrays.stream(members).sum();
            for (int type = 0; type < sizes.length; type++) {
                if (members[type] == sizes[type]) {
                    continue;
                }
                // Coalitions with these counts that lack the actor, times the chance that one of them comes before it.
                double log = logFactorial[before] + logFactorial[actors - 1 - before] - logFactorial[actors];
                for (int other = 0; other < sizes.length; other++) {
                    int size = sizes[other] - (other == type ? 1 : 0);
                    log += logFactorial[size] - logFactorial[members[other]] - logFactorial[size - members[other]];
                }
                value[type] += StrictMath.exp(log) * (worth[membership + stride[type]] - worth[membership]);
            }
        }
        return value;
    }
}
