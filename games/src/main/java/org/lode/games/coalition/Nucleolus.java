package org.lode.games.coalition;

/**
 * The nucleolus (Schmeidler 1969): the shares that make the sorted excesses v(S) - x(S) lexicographically smallest. At
 * most n - 1 linear programs, each fixing at least one more independent coalition (Kopelowitz 1967, with the
 * dual-support test of Fromen 1997 and Benedek, Fliege and Nguyen 2021). Independence is decided exactly; the shares
 * are right to about 1e-10 of the largest worth. Cost: a scan of 2^n coalitions per pivot, 15 players in well under a
 * second, 20 in seconds.
 */
public final class Nucleolus {
    private Nucleolus() {}

    /**
     * Returns the nucleolus over imputations: everybody gets at least its own worth.
     *
     * @throws IllegalArgumentException if single players' worths sum to more than the grand coalition's
     */
    public static double[] of(CharacteristicFunction game) {
        double alone = 0;
        for (int i = 0; i < game.players(); i++) {
            alone += game.worth(1 << i);
        }
        double grand = game.worth(game.grand());
        if (alone > grand + 1e-9 * Math.max(1, Math.abs(grand))) {
            throw new IllegalArgumentException("worths of single players (sum " + alone
                    + ") must not exceed the grand coalition's (" + grand + ")");
        }
        return solve(game, true);
    }

    /** Returns the prenucleolus: the same without the floor for single players; it always exists. */
    public static double[] prenucleolus(CharacteristicFunction game) {
        return solve(game, false);
    }

    private static double[] solve(CharacteristicFunction game, boolean individuallyRational) {
        ExcessProgram program = new ExcessProgram(TabledWorth.of(game), individuallyRational);
        while (!program.finished()) {
            program.solveStage();
        }
        return program.shares();
    }
}
