package org.lode.games.dynamics;

import java.util.Arrays;
import org.lode.games.check.Regret;
import org.lode.games.form.Expectation;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;

/**
 * The replicator dynamic with one population per player (Taylor 1979): in each role a strategy's share grows by how much
 * it earns above the role's average against the others' shares, as a share of that player's range of payoffs: so units do not
 * matter, and rest points and their stability are the same in any. Strict equilibria, and only they, attract in it (Ritzberger
 * and Weibull 1995). Fourth-order Runge-Kutta steps on logarithms of shares.
 */
public final class RoleReplicator {
    /** Speed below which shares no longer change to eight digits in any time that is followed. */
    private static final double AT_REST = 1e-12;

    private final NormalForm game;
    private final Expectation expectation;
    private final int[] counts;
    private final double[] profile;
    private final double[] earned;

    /** Describes the dynamic of a game; holds its own buffers, so it is not for use by two threads at once. */
    public RoleReplicator(NormalForm game) {
        this.game = game;
        this.counts = game.shape();
        this.expectation = new Expectation(game);
        this.profile = new double[expectation.length()];
        this.earned = new double[expectation.length()];
    }

    /**
     * Where a path ended.
     *
     * @param state shares at the end
     * @param regret largest gain of any player
     * @param speed largest change of a share per unit of time; 0 at rest
     */
    public record End(MixedProfile state, double regret, double speed) {}

    /**
     * Follows the dynamic for some time, in steps of 0.1, or until it rests.
     *
     * @param start strategies at 0 stay there
     * @param time positive
     */
    public End follow(MixedProfile start, double time) {
        int n = profile.length;
        double[] log = new double[n];
        double[] from = start.probabilities();
        for (int k = 0; k < n; k++) {
            log[k] = StrictMath.log(from[k]);
        }
        double[][] slope = new double[4][n];
        double[] at = new double[n];
        double step = 0.1;
        for (long k = Math.round(time / 0.1); k > 0; k--) {
            slope(log, slope[0]);
            if (speed(slope[0]) < AT_REST) {
                break;
            }
            slope(moved(log, slope[0], step / 2, at), slope[1]);
            slope(moved(log, slope[1], step / 2, at), slope[2]);
            slope(moved(log, slope[2], step, at), slope[3]);
            for (int i = 0; i < n; i++) {
                log[i] += step / 6 * (slope[0][i] + 2 * slope[1][i] + 2 * slope[2][i] + slope[3][i]);
            }
        }
        slope(log, slope[0]);
        MixedProfile state = MixedProfile.of(counts, Arrays.copyOf(profile, n));
        return new End(state, Regret.of(game, state), speed(slope[0]));
    }

    private double speed(double[] growth) {
        double speed = 0;
        for (int i = 0; i < profile.length; i++) {
            speed = Math.max(speed, Math.abs(profile[i] * growth[i]));
        }
        return speed;
    }

    /** Loads the shares of {@code log} and writes how fast their logarithms grow. */
    private void slope(double[] log, double[] into) {
        for (int player = 0; player < counts.length; player++) {
            int low = expectation.start(player);
            int high = expectation.start(player + 1);
            double most = Double.NEGATIVE_INFINITY;
            for (int s = low; s < high; s++) {
                most = Math.max(most, log[s]);
            }
            double total = 0;
            for (int s = low; s < high; s++) {
                profile[s] = StrictMath.exp(log[s] - most);
                total += profile[s];
            }
            for (int s = low; s < high; s++) {
                profile[s] /= total;
            }
        }
        expectation.payoffs(profile, earned);
        for (int player = 0; player < counts.length; player++) {
            double mean = 0;
            for (int s = expectation.start(player); s < expectation.start(player + 1); s++) {
                mean += profile[s] * earned[s];
            }
            for (int s = expectation.start(player); s < expectation.start(player + 1); s++) {
                into[s] = (earned[s] - mean) / game.range(player);
            }
        }
    }

    private static double[] moved(double[] log, double[] slope, double step, double[] into) {
        for (int i = 0; i < log.length; i++) {
            into[i] = log[i] + step * slope[i];
        }
        return into;
    }
}
