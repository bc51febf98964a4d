package org.lode.games.solve;

import java.util.ArrayList;
import java.util.List;
import org.lode.games.check.Regret;
import org.lode.games.form.Game;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;

/**
 * A logit quantal response equilibrium: players choose better strategies more often, by odds exp(lambda * difference), and
 * know that the others do (McKelvey and Palfrey 1995, Quantal response equilibria for normal form games, Games and Economic
 * Behavior 10). It is not a Nash equilibrium; its regret says how far from one it is.
 *
 * @param lambda precision, per unit of payoff, at least 0
 * @param profile the choice probabilities
 * @param residual the largest error of the equations, in log-odds
 * @param regret the most that a player could gain by deviating, in payoff units
 */
public record QuantalResponse(double lambda, MixedProfile profile, double residual, double regret) {
    /** Steps along the branch before giving up: paths met in practice take some hundreds. */
    private static final int MAX_STEPS = 20_000;

    /**
     * Returns the equilibrium at a precision on the branch that starts at lambda 0, at the branch's first pass.
     *
     * @param lambda precision, per unit of payoff, at least 0 and finite
     * @throws ArithmeticException if the branch cannot be followed so far
     */
    public static QuantalResponse at(Game game, double lambda) {
        if (!(lambda >= 0) || Double.isInfinite(lambda)) {
            throw new IllegalArgumentException("lambda (" + lambda + ") must be at least 0 and finite");
        }
        NormalForm table = NormalForm.from(game);
        LogitBranch branch = new LogitBranch(table);
        double[] before = branch.save();
        for (int step = 0; branch.lambda() < lambda; step++) {
            before = branch.save();
            if (step == MAX_STEPS || !branch.advance()) {
                throw lost(lambda, branch);
            }
        }
        if (!branch.pin(lambda, before)) {
            throw lost(lambda, branch);
        }
        return of(table, branch);
    }

    /**
     * Returns points along the branch from lambda 0 until a precision is first passed, one per step of the tracer; the last
     * one lies at that precision exactly. Lambda may fall between them, where the branch turns.
     *
     * @throws ArithmeticException if the branch cannot be followed so far
     */
    public static List<QuantalResponse> path(Game game, double lambda) {
        if (!(lambda >= 0) || Double.isInfinite(lambda)) {
            throw new IllegalArgumentException("lambda (" + lambda + ") must be at least 0 and finite");
        }
        NormalForm table = NormalForm.from(game);
        LogitBranch branch = new LogitBranch(table);
        List<QuantalResponse> path = new ArrayList<>();
        path.add(of(table, branch));
        while (branch.lambda() < lambda) {
            double[] before = branch.save();
            if (path.size() > MAX_STEPS || !branch.advance()) {
                throw lost(lambda, branch);
            }
            if (branch.lambda() >= lambda && !branch.pin(lambda, before)) {
                throw lost(lambda, branch);
            }
            path.add(of(table, branch));
        }
        return List.copyOf(path);
    }

    private static ArithmeticException lost(double lambda, LogitBranch branch) {
        return new ArithmeticException(
                "the branch of quantal responses was followed to lambda " + branch.lambda() + ", not to " + lambda);
    }

    static QuantalResponse of(NormalForm game, LogitBranch branch) {
        MixedProfile profile = MixedProfile.of(game.shape(), branch.profile());
        return new QuantalResponse(branch.lambda(), profile, branch.residual(), Regret.of(game, profile));
    }
}
