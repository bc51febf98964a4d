package org.lode.sim.world;

import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Settings;

/**
 * How hostility moves, one law for the world's rounds and for the look-ahead: H += years (a (1 - H) - decay H), a what the
 * profile's acts add. Hence n rounds of one profile close the gap to a / (a + decay) at the rate years (a + decay).
 */
final class Hostilities {
    private final Scenario scenario;
    private final ScenarioData.Hostility rule;
    private final int clubs;

    Hostilities(Scenario scenario) {
        this.scenario = scenario;
        this.rule = scenario.data().institutions().hostility();
        this.clubs = scenario.clubCount();
    }

    /** What a year of the profile shown adds to the hostility of one actor toward another. */
    double added(int actor, int other, ProfileView shown) {
        double added = rule.coercion() * shown.settings(other).of(Instrument.COERCION, actor);
        int club = scenario.hegemonClub;
        if (other == scenario.dominant) {
            boolean spared = actor == scenario.hegemon && shown.truce();
            added += spared ? 0 : rule.control() * shown.control(actor);
            added += rule.control() * solidarity(actor, shown);
        }
        if (actor == scenario.dominant && club >= 0) {
            Settings their = shown.settings(other);
            added += rule.club() * Embedding.part(their, club) * their.of(Instrument.BINDING, club);
        }
        if (other == scenario.hegemon && club >= 0 && shown.deadlinePassed()) {
            double outside = 1 - Embedding.part(shown.settings(actor), club);
            added += rule.section232() * shown.settings(other).of(Instrument.SECTION_232) * outside;
        }
        return added;
    }

    /** Controls on fellow members that the actor answers as if they were aimed at itself, averaged over the fellows. */
    private double solidarity(int actor, ProfileView shown) {
        double answer = shown.settings(actor).of(Instrument.ANSWER);
        if (answer <= 0) {
            return 0;
        }
        double felt = 0;
        double weights = 0;
        for (int fellow = 0; fellow < scenario.choosers(); fellow++) {
            if (fellow != actor && fellow != scenario.dominant) {
                double tie = 0;
                for (int g = 0; g < clubs; g++) {
                    tie += g == scenario.homeClub ? 0 : shown.commitment(actor, g) * shown.commitment(fellow, g);
                }
                felt += tie * shown.control(fellow);
                weights += 1;
            }
        }
        return weights > 0 ? answer * felt / weights : 0;
    }

    /** Hostility after a round. */
    double after(double before, double added, double years) {
        return Math.min(1, Math.max(0, before + years * (added * (1 - before) - rule.decay() * before)));
    }

    /** Hostility averaged over a look-ahead. */
    double ahead(double before, double added, Projection projection) {
        double speed = added + rule.decay();
        if (speed <= 0) {
            return before;
        }
        double target = added / speed;
        return target + (before - target) * projection.open(Math.min(1, speed * scenario.roundYears()));
    }
}
