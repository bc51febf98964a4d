package org.lode.games.coalition;

/**
 * Who is in a club and what that gives to everybody, members and outsiders: a payoff oracle over memberships. A
 * membership is a bit set of actors; {@code 0} is nobody. Unlike a characteristic function it says what outsiders get
 * too, so spillovers and free riding are seen.
 *
 * <p>Implementations must be pure functions, callable from several threads at once.
 */
public interface MembershipGame {
    /** Most actors for which all memberships are searched. */
    int MOST_ACTORS = 25;

    /** Returns the number of actors, 1 to {@value #MOST_ACTORS}. */
    int actors();

    /**
     * Returns what {@code actor} gets if exactly {@code members} are in the club.
     *
     * @param actor 0 to {@code actors() - 1}
     * @param members bit set below {@code 1L << actors()}
     */
    double payoff(int actor, long members);

    /** What an actor gets under a membership. */
    @FunctionalInterface
    interface Oracle {
        /** Returns {@code actor}'s payoff if exactly {@code members} are in. */
        double payoff(int actor, long members);
    }

    /** Makes a game of an oracle. */
    static MembershipGame of(int actors, Oracle oracle) {
        checkActors(actors);
        return new MembershipGame() {
            @Override
            public int actors() {
                return actors;
            }

            @Override
            public double payoff(int actor, long members) {
                return oracle.payoff(actor, members);
            }
        };
    }

    /** Refuses a number of actors that cannot be searched. */
    static void checkActors(int actors) {
        if (actors < 1 || actors > MOST_ACTORS) {
            throw new IllegalArgumentException("actors (" + actors + ") must be 1 to " + MOST_ACTORS);
        }
    }

    /** Whether {@code actor} is in {@code members}. */
    static boolean isMember(int actor, long members) {
        return (members >>> actor & 1) != 0;
    }

    /** Returns what {@code actor} gains by switching: leaving if it is a member, joining if it is not. */
    default double switchGain(int actor, long members) {
        return payoff(actor, members ^ 1L << actor) - payoff(actor, members);
    }
}
