package org.lode.games.solve;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lode.games.check.Regret;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;
import org.lode.games.form.Rational;

/**
 * Whether a solution of one support's equations is an equilibrium: its signs and the losses of unused strategies, decided from
 * a tight box, or exactly where the solution is made of simple fractions.
 *
 * @param equilibrium the equilibrium, if the verdict is yes; a profile of little regret or null if it is unclear
 */
record SupportDecision(Verdict verdict, @Nullable Equilibrium equilibrium) {
    /** Share of a player's range up to which a regret counts as none where signs cannot be decided. */
    static final double ACCEPTED = 1e-9;

    enum Verdict {
        YES,
        NO,
        UNCLEAR
    }

    private static final SupportDecision NO = new SupportDecision(Verdict.NO, null);

    /** Decides whether the solution in a box is an equilibrium with this very support. */
    static SupportDecision of(
            NormalForm game,
            List<List<Integer>> supports,
            SupportSystem system,
            double[] solution,
            double @Nullable [] box) {
        int sign = 1;
        int temptation = 0;
        if (box != null) {
            for (int i = 0; i < system.length; i++) {
                if (box[system.length + i] < 0) {
                    return NO;
                }
                sign = box[i] > 0 ? sign : 0;
            }
            temptation = system.temptation(box);
            if (temptation > 0) {
                return NO;
            }
        } else {
            sign = 0;
        }
        double[] flat = new double[Arrays.stream(game.shape()).sum()];
        int at = 0;
        int from = 0;
        for (int player = 0; player < game.players(); player++) {
            for (int s : supports.get(player)) {
                flat[from + s] = solution[at++];
            }
            from += game.strategies(player);
        }
        List<Rational> exact = Fractions.near(game.shape(), flat);
        if (exact != null) {
            SupportDecision decision = exactly(game, supports, exact);
            if (decision != null) {
                return decision;
            }
        }
        boolean proved = sign > 0 && temptation < 0;
        MixedProfile profile = profile(game, flat);
        if (proved && profile != null) {
            return new SupportDecision(Verdict.YES, Equilibrium.of(game, profile, Equilibrium.Standing.REGULAR));
        }
        boolean near = profile != null && Regret.share(game, profile) <= ACCEPTED && sign > 0;
        return new SupportDecision(
                Verdict.UNCLEAR,
                near && profile != null ? Equilibrium.of(game, profile, Equilibrium.Standing.CHECKED) : null);
    }

    /** Decides from fractions that solve the equations exactly; null if they do not. */
    private static @Nullable SupportDecision exactly(
            NormalForm game, List<List<Integer>> supports, List<Rational> exact) {
        List<Rational> payoffs = Fractions.payoffs(game, exact);
        boolean positive = true;
        boolean tied = false;
        int start = 0;
        boolean tempted = false;
        for (int player = 0; player < game.players(); player++) {
            Rational value = payoffs.get(start + supports.get(player).get(0));
            for (int s = 0; s < game.strategies(player); s++) {
                int order = payoffs.get(start + s).compareTo(value);
                if (supports.get(player).contains(s)) {
                    if (order != 0) {
                        return null;
                    }
                    positive &= exact.get(start + s).signum() > 0;
                } else {
                    tempted |= order > 0;
                    tied |= order == 0;
                }
            }
            start += game.strategies(player);
        }
        if (!positive || tempted) {
            return NO; // with a zero it belongs to a smaller support
        }
        return new SupportDecision(
                Verdict.YES,
                Equilibrium.exact(game, exact, tied ? Equilibrium.Standing.TIED : Equilibrium.Standing.REGULAR));
    }

    private static @Nullable MixedProfile profile(NormalForm game, double[] flat) {
        double[] clean = flat.clone();
        for (int i = 0; i < clean.length; i++) {
            if (clean[i] < -1e-9) {
                return null;
            }
            clean[i] = Math.max(0, clean[i]);
        }
        return MixedProfile.of(game.shape(), clean);
    }
}
