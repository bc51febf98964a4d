package org.lode.sim.world;

import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Settings;

/**
 * What each strategy adds up to over minerals, worked out once for a scenario, as payoffs ask for it profile after profile. By
 * actor and strategy; after an actor's menu comes one more entry, for doing nothing.
 */
final class Stances {
    private final Settings[][] settings;
    private final double[][] strictness;
    private final double[][] statutes;
    private final double[][] withheld;
    private final double[][] financedAbroad;
    /** By strategy of the dominant supplier and by actor it is aimed at. */
    private final double[][] control;

    Stances(Scenario scenario) {
        int n = scenario.actors().size();
        settings = new Settings[n][];
        strictness = new double[n][];
        statutes = new double[n][];
        withheld = new double[n][];
        financedAbroad = new double[n][];
        control = new double[scenario.dominant < 0 ? 0 : entries(scenario, scenario.dominant)][n];
        for (int i = 0; i < n; i++) {
            int entries = entries(scenario, i);
            settings[i] = new Settings[entries];
            strictness[i] = new double[entries];
            statutes[i] = new double[entries];
            withheld[i] = new double[entries];
            financedAbroad[i] = new double[entries];
            for (int s = 0; s < entries; s++) {
                settings[i][s] =
                        s < entries - 1 ? scenario.actors().get(i).menu().get(s).settings() : scenario.neutral();
                strictness[i][s] = strictness(scenario, settings[i][s]);
                statutes[i][s] = statutes(scenario, settings[i][s]);
                withheld[i][s] = withheld(scenario, i, settings[i][s]);
                financedAbroad[i][s] = financedAbroad(n, i, settings[i][s]);
            }
        }
        for (int s = 0; s < control.length; s++) {
            for (int i = 0; i < n; i++) {
                control[s][i] = control(scenario, settings[scenario.dominant][s], i);
            }
        }
    }

    private static int entries(Scenario scenario, int actor) {
        return scenario.actors().get(actor).menu().size() + 1;
    }

    /** The entry of an actor that does nothing. */
    int neutral(int actor) {
        return settings[actor].length - 1;
    }

    Settings settings(int actor, int strategy) {
        return settings[actor][strategy];
    }

    /** Number of minerals on which it keeps a floor, or the standards it asks for where it keeps none. */
    double strictness(int actor, int strategy) {
        return strictness[actor][strategy];
    }

    /** Number of minerals that it binds by law, standards as far as they go. */
    double statutes(int actor, int strategy) {
        return statutes[actor][strategy];
    }

    /** How much of its ore a host keeps back, averaged over the minerals it mines. */
    double withheld(int host, int strategy) {
        return withheld[host][strategy];
    }

    /** Corridors, plants for ore and routes that it brings to other hosts, intensities added up. */
    double financedAbroad(int actor, int strategy) {
        return financedAbroad[actor][strategy];
    }

    /** Export control that a strategy of the dominant supplier sets on an actor, averaged over the minerals it supplies. */
    double control(int strategy, int actor) {
        return control[strategy][actor];
    }

    private static double strictness(Scenario scenario, Settings settings) {
        double strict = 0;
        for (int m = 0; m < scenario.minerals.length; m++) {
            double standards = settings.of(Instrument.STANDARDS, m);
            strict += settings.of(Instrument.PRICE_FLOOR, m) > 0 ? 1 : standards;
        }
        return strict;
    }

    private static double statutes(Scenario scenario, Settings settings) {
        double sum = 0;
        for (int m = 0; m < scenario.minerals.length; m++) {
            boolean law = settings.of(Instrument.PRICE_FLOOR, m) > 0
                    || settings.of(Instrument.CONTRACT_FOR_DIFFERENCE, m) > 0
                    || settings.of(Instrument.SUPPLIER_CAP, m) < 1;
            sum += law ? 1 : settings.of(Instrument.STANDARDS, m);
        }
        return sum;
    }

    private static double withheld(Scenario scenario, int host, Settings settings) {
        double sum = 0;
        int count = 0;
        for (int m = 0; m < scenario.minerals.length; m++) {
            if (scenario.slices[m][host][0].of(Slice.Part.ORE_EXPORT) < 1 || scenario.minerals[m].mines(host)) {
                sum += 1 - settings.of(Instrument.ORE_EXPORT, m);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double financedAbroad(int actors, int actor, Settings settings) {
        double sum = 0;
        for (int host = 0; host < actors; host++) {
            if (host != actor) {
                sum += settings.of(Instrument.CORRIDOR, host)
                        + settings.of(Instrument.PLANT_FOR_ORE, host)
                        + settings.of(Instrument.LOGISTICS, host);
            }
        }
        return sum;
    }

    private static double control(Scenario scenario, Settings dominant, int actor) {
        double sum = 0;
        int count = 0;
        for (int m = 0; m < scenario.minerals.length; m++) {
            if (scenario.minerals[m].home >= 0) {
                sum += dominant.of(Instrument.EXPORT_CONTROL, m, actor);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
