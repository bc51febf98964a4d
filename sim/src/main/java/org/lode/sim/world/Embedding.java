package org.lode.sim.world;

import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Settings;

/**
 * How commitments to clubs move, one law for the world's rounds and for the look-ahead: a round closes a part of the gap to a
 * target, x += k (T - x), with k larger upward than downward. Hence after n rounds of one profile x(n) = T + (x0 - T)(1 - k)^n.
 */
final class Embedding {
    private final Scenario scenario;
    private final ScenarioData.Institutions rules;
    private final ScenarioData.Feedbacks feedbacks;
    private final int clubs;

    Embedding(Scenario scenario) {
        this.scenario = scenario;
        this.rules = scenario.data().institutions();
        this.feedbacks = scenario.data().feedbacks();
        this.clubs = scenario.clubCount();
    }

    /** The larger of joining and leading a club. */
    static double part(Settings settings, int club) {
        return Math.max(settings.of(Instrument.JOIN, club), settings.of(Instrument.LEAD, club));
    }

    /**
     * Where a strategy, held for ever, takes the commitment to a club.
     *
     * @param led whether anybody leads the club
     */
    double target(Settings settings, int club, boolean led) {
        double sum = 0;
        for (int g = 0; g < clubs; g++) {
            sum += part(settings, g);
        }
        double target = part(settings, club) / Math.max(1, sum);
        return led ? target : target * scenario.data().clubs().get(club).leaderless();
    }

    /** Part of a gap upward that a round closes. */
    double rising() {
        return Math.min(1, rules.embedding() * scenario.roundYears());
    }

    /**
     * Part of a gap downward that a round closes: less the more of the actor's demand is under contract or statute, and the more
     * capacity the policies have created (Pierson 2000).
     */
    double fading(WorldState state, int actor) {
        ScenarioData.Strengths strength = feedbacks.strengths();
        double held = feedbacks.contracts() * strength.contracts() * state.bound[actor]
                + feedbacks.constituency() * strength.constituency() * state.constituency;
        return Math.min(1, rules.fading() * scenario.roundYears() * StrictMath.exp(-held));
    }
}
