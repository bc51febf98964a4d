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
 * @param regretShare the largest gain as a share of the range of that player's own payoffs
 */
public record QuantalResponse(double lambda, MixedProfile profile, double residual, double regret, double regretShare) {
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
     * Points along the branch from lambda 0 on, one per step of the tracer. Lambda may fall between them, where it turns.
     *
     * @param points in order, at least one
     * @param reached whether the branch was followed to the precision asked for, where the last point lies exactly
     */
    public record Path(List<QuantalResponse> points, boolean reached) {
        public Path {
            points = List.copyOf(points);
        }

        /** Returns the last point. */
        public QuantalResponse end() {
            return points.get(points.size() - 1);
        }
    }

    /** Follows the branch until a precision is first passed, or as far as it can be followed. */
    public static Path path(Game game, double lambda) {
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
                return new Path(path, false);
            }
            if (branch.lambda() >= lambda && !branch.pin(lambda, before)) {
                return new Path(path, false);
            }
            path.add(of(table, branch));
        }
        return new Path(path, true);
    }

    private static ArithmeticException lost(double lambda, LogitBranch branch) {
        return new ArithmeticException(
                "the branch of quantal responses was followed to lambda " + branch.lambda() + ", not to " + lambda);
    }

    static QuantalResponse of(NormalForm game, LogitBranch branch) {
        MixedProfile profile = MixedProfile.of(game.shape(), branch.profile());
        return new QuantalResponse(
                branch.lambda(), profile, branch.residual(), Regret.of(game, profile), Regret.share(game, profile));
    }
}
