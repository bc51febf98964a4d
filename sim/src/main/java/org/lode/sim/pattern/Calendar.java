package org.lode.sim.pattern;

import java.util.ArrayList;
import java.util.List;
import org.lode.sim.world.Scenario;

/** Years of a scenario and the rounds in them, and its minerals by name. */
final class Calendar {
    private Calendar() {}

    /** First round that begins in a year. */
    static int from(Scenario scenario, int year) {
        int round = 0;
        while (round < scenario.rounds() && scenario.date(round).getYear() < year) {
            round++;
        }
        if (round == scenario.rounds() || scenario.date(round).getYear() > year) {
            throw new IllegalArgumentException("year (" + year + ") must lie within the scenario's rounds");
        }
        return round;
    }

    /** First round that begins after a year. */
    static int to(Scenario scenario, int year) {
        int round = from(scenario, year);
        while (round < scenario.rounds() && scenario.date(round).getYear() == year) {
            round++;
        }
        return round;
    }

    /** Mean over the rounds of a year. */
    static double mean(Scenario scenario, double[] series, int year) {
        return Played.mean(series, from(scenario, year), to(scenario, year));
    }

    /** Means of all years. */
    static double[] means(Scenario scenario, double[] series) {
        List<Double> means = new ArrayList<>();
        for (int from = 0; from < scenario.rounds(); ) {
            int to = to(scenario, scenario.date(from).getYear());
            means.add(Played.mean(series, from, to));
            from = to;
        }
        return means.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The place of a mineral. */
    static int mineral(Scenario scenario, String id) {
        for (int m = 0; m < scenario.mineralCount(); m++) {
            if (scenario.mineral(m).id().equals(id)) {
                return m;
            }
        }
        throw new IllegalArgumentException("mineral (" + id + ") must be one of the scenario's");
    }
}
