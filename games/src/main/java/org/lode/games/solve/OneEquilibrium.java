package org.lode.games.solve;

import java.util.List;
import java.util.SplittableRandom;
import org.lode.games.check.Regret;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;

/**
 * One equilibrium of a game of any number of players: the limit of the principal branch of logit quantal responses
 * (McKelvey and Palfrey 1995), polished to the rounding of the payoffs.
 *
 * <p>Where the branch cannot be followed, or leads to no profile of small regret, the payoffs are shaken a little and the
 * branch of that game leads near an equilibrium of this one. Nothing is reported whose regret in the game itself is not
 * within the tolerance. Payoffs are taken in each player's own range, so that units do not matter. Cost: some hundred passes over the table per player pair.
 */
public record OneEquilibrium() implements Solver {
    /** Accepted regret, as a share of a player's range: a few hundred roundings of a payoff. */
    private static final double TOLERANCE = 1e-13;
    /** Accepted where even that is missed: still far below any difference that payoffs mean. */
    private static final double LOOSE = 1e-10;

    private static final double LARGEST_LAMBDA = 1e8;
    private static final int MAX_STEPS = 3_000;
    private static final int SHAKES = 12;
    private static final long SEED = 20;

    @Override
    public String name() {
        return "one";
    }

    @Override
    public String refusal(NormalForm game) {
        return "";
    }

    /**
     * What the search came to.
     *
     * @param profile the profile of least regret that was met
     * @param regret its regret in the game, in payoff units
     * @param equilibrium whether the regret is within the rounding that the solver accepts
     */
    public record Approach(MixedProfile profile, double regret, boolean equilibrium) {}

    /**
     * Looks for one equilibrium with bounded work: the same answer for the same bound, whatever the machine.
     *
     * @param mostSteps steps along branches altogether, at least 1; each costs a few passes over the table per player pair
     */
    public static Approach approach(NormalForm game, int mostSteps) {
        if (mostSteps < 1) {
            throw new IllegalArgumentException("steps (" + mostSteps + ") must be at least 1");
        }
        int[] left = {mostSteps};
        NormalForm own = game.inOwnUnits();
        MixedProfile best = follow(own, own, left);
        double regret = Regret.share(own, best);
        SplittableRandom random = new SplittableRandom(SEED);
        double shake = 1e-4;
        for (int trial = 0; trial < SHAKES && left[0] > 0 && regret > LOOSE; trial++) {
            MixedProfile other = follow(own, shaken(own, shake, random), left);
            double otherRegret = Regret.share(own, other);
            if (otherRegret < regret) {
                best = other;
                regret = otherRegret;
            }
            shake *= 1.7;
        }
        return new Approach(best, Regret.of(game, best), regret <= LOOSE);
    }

    @Override
    public Solution solve(NormalForm game) {
        Approach found = approach(game, (1 + SHAKES) * MAX_STEPS);
        MixedProfile best = found.profile();
        String method = "limit of the principal branch of quantal responses, polished";
        if (!found.equilibrium()) {
            int[] pure = PureEnumeration.indexes(game);
            if (pure.length == 0) {
                return new Solution.Partial(
                        List.of(),
                        List.of(),
                        method,
                        "no equilibrium was found: the best profile met has a regret of " + found.regret());
            }
            best = MixedProfile.pure(game.shape(), game.profile(pure[0]));
            method = "pure profiles, since the branch of quantal responses led to none";
        }
        return new Solution.Partial(
                List.of(describe(game, best)), List.of(), method, "one equilibrium was looked for; there may be more");
    }

    private static Equilibrium describe(NormalForm game, MixedProfile profile) {
        if (profile.isPure()) {
            return Equilibrium.pure(game, profile.mode());
        }
        return Equilibrium.of(game, profile, Equilibrium.Standing.CHECKED);
    }

    /** Follows the branch of one game, and returns the profile of least regret in the other that was met. */
    private static MixedProfile follow(NormalForm game, NormalForm guide, int[] left) {
        MixedProfile best = MixedProfile.uniform(game.shape());
        double regret = Regret.share(game, best);
        if (regret <= TOLERANCE) {
            return best;
        }
        LogitBranch branch = new LogitBranch(guide);
        double range = game.range();
        double next = 4;
        boolean moving = true;
        for (int step = 0; step < MAX_STEPS && moving && regret > TOLERANCE; step++) {
            moving = branch.advance() && branch.lambda() * range < LARGEST_LAMBDA && --left[0] > 0;
            if (branch.lambda() * range >= next || !moving) {
                next = branch.lambda() * range * 3;
                MixedProfile here = MixedProfile.of(game.shape(), branch.profile());
                MixedProfile settled = Polish.settle(game, here);
                double settledRegret = Regret.share(game, settled);
                // Far from the branch it would be an equilibrium, but not the one that the branch leads to.
                if (settledRegret < regret && (settled.distance(here) < NEAR || !moving)) {
                    best = settled;
                    regret = settledRegret;
                }
            }
        }
        return best;
    }

    private static final double NEAR = 0.1;

    private static NormalForm shaken(NormalForm game, double size, SplittableRandom random) {
        double[] payoffs = game.payoffs();
        for (int i = 0; i < payoffs.length; i++) {
            payoffs[i] += size * game.range(i / game.profiles()) * (random.nextDouble() - 0.5);
        }
        return NormalForm.ofOwned(game.shape(), payoffs);
    }
}
