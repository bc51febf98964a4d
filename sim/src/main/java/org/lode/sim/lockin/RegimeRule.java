package org.lode.sim.lockin;

import org.lode.sim.world.Outcome;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioData;
import org.lode.sim.world.ScenarioData.Track;

/**
 * Which regime a round belongs to, by the adoption of the three tracks and the wedge that policy makes between the two
 * prices in enough of the minerals. The first that holds, with f, p and c the adoption of the hegemon's club, the plural and the home track, and w = f + p:
 *
 * <ol>
 *   <li>max(f, p, c) &lt; {@code fragmented}: fragmented
 *   <li>w &gt;= {@code theta} and c &gt;= {@code theta} and wedge &gt;= {@code omega}: bifurcated
 *   <li>c &gt; {@code homeRatio} w: china-centred
 *   <li>f &gt;= {@code trackRatio} p: us-club
 *   <li>p &gt;= {@code trackRatio} f: plural
 *   <li>dual-track
 * </ol>
 *
 * @param fragmented adoption, 0..1
 * @param theta adoption, 0..1
 * @param omega pool price over the dominant supplier's, as far as policy makes it, at least 1
 * @param homeRatio at least 0
 * @param trackRatio at least 1
 * @param persistence rounds in a row that a new regime must last to count, at least 1
 */
public record RegimeRule(
        double fragmented, double theta, double omega, double homeRatio, double trackRatio, int persistence) {
    public RegimeRule {
        if (persistence < 1) {
            throw new IllegalArgumentException("persistence (" + persistence + ") must be at least 1");
        }
    }

    /** The rule with a scenario's thresholds. */
    public static RegimeRule of(ScenarioData.Regimes regimes) {
        return new RegimeRule(
                regimes.fragmented(),
                regimes.theta(),
                regimes.omega(),
                regimes.homeRatio(),
                regimes.trackRatio(),
                regimes.persistence());
    }

    /**
     * The regime of one round by itself, whatever came before.
     *
     * @param f adoption of the hegemon's club
     * @param p adoption of the plural track
     * @param c adoption of the home track
     * @param wedge pool price over the dominant supplier's that policy makes in enough of the minerals; see {@link Outcome#splitWedge}
     */
    public Regime classify(double f, double p, double c, double wedge) {
        double west = f + p;
        if (Math.max(f, Math.max(p, c)) < fragmented) {
            return Regime.FRAGMENTED;
        }
        if (west >= theta && c >= theta && wedge >= omega) {
            return Regime.BIFURCATED;
        }
        if (c > homeRatio * west) {
            return Regime.CHINA_CENTRED;
        }
        if (f >= trackRatio * p) {
            return Regime.US_CLUB;
        }
        return p >= trackRatio * f ? Regime.PLURAL : Regime.DUAL_TRACK;
    }

    /** The regime of a round that was played; a track without a club has no adoption. */
    public Regime classify(Scenario scenario, Outcome outcome) {
        return classify(
                adoption(scenario, outcome, Track.HEGEMON),
                adoption(scenario, outcome, Track.PLURAL),
                adoption(scenario, outcome, Track.HOME),
                outcome.splitWedge());
    }

    private static double adoption(Scenario scenario, Outcome outcome, Track track) {
        int club = scenario.clubOf(track);
        return club < 0 ? 0 : outcome.adoption(club);
    }
}
