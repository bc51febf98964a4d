package org.lode.sim.lockin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lode.agents.instrument.Instrument;
import org.lode.sim.config.Doc;
import org.lode.sim.run.Simulation;
import org.lode.sim.world.Scenario;

/**
 * What some actors are made to play.
 *
 * @param id its name in results
 * @param plays strategy by actor, both by id; everybody else goes on choosing
 */
public record Reversal(
        String id, @Doc("strategy by actor, both by id") Map<String, String> plays) {
    public Reversal {
        plays = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(plays));
        if (plays.isEmpty()) {
            throw new IllegalArgumentException("plays of " + id + " must name at least one actor");
        }
    }

    /**
     * The strategies as {@link Simulation#play} takes them.
     *
     * @throws IllegalArgumentException if the scenario has no such actor or strategy
     */
    public int[] imposed(Scenario scenario) {
        return imposed(scenario, plays);
    }

    static int[] imposed(Scenario scenario, Map<String, String> plays) {
        int[] imposed = new int[scenario.choosers()];
        Arrays.fill(imposed, Simulation.FREE);
        plays.forEach((actor, strategy) -> {
            int i = place(
                    "actor",
                    actor,
                    scenario.actors().subList(0, imposed.length).stream()
                            .map(one -> one.id())
                            .toList());
            imposed[i] = place(
                    "strategy of " + actor,
                    strategy,
                    scenario.actors().get(i).menu().stream()
                            .map(one -> one.id())
                            .toList());
        });
        return imposed;
    }

    private static int place(String what, String id, List<String> known) {
        int place = known.indexOf(id);
        if (place < 0) {
            throw new IllegalArgumentException(what + " (" + id + ") must be one of " + known);
        }
        return place;
    }

    /**
     * The reversals that a scenario lends itself to: the hegemon withdraws to its fallback; the dominant supplier offers the fullest
     * truce on its menu; it dumps at the deepest discount on its menu.
     */
    public static List<Reversal> usual(Scenario scenario) {
        List<Reversal> usual = new ArrayList<>();
        int hegemon = scenario.hegemon();
        if (hegemon >= 0 && scenario.actors().get(hegemon).fallback() >= 0) {
            usual.add(one(
                    scenario,
                    "withdrawal",
                    hegemon,
                    scenario.actors().get(hegemon).fallback()));
        }
        int dominant = scenario.dominant();
        if (dominant >= 0) {
            most(scenario, "truce", dominant, Instrument.TRUCE, usual);
            most(scenario, "dumping", dominant, Instrument.LIMIT_PRICE, usual);
        }
        return usual;
    }

    private static void most(Scenario scenario, String id, int actor, Instrument instrument, List<Reversal> usual) {
        var menu = scenario.actors().get(actor).menu();
        int best = -1;
        double most = 0;
        for (int s = 0; s < menu.size(); s++) {
            double sum = 0;
            for (int m = 0; m < Math.max(1, scenario.mineralCount()); m++) {
                sum += instrument == Instrument.TRUCE
                        ? menu.get(s).settings().of(instrument)
                        : menu.get(s).settings().of(instrument, m);
            }
            if (sum > most) {
                most = sum;
                best = s;
            }
        }
        if (best >= 0) {
            usual.add(one(scenario, id, actor, best));
        }
    }

    private static Reversal one(Scenario scenario, String id, int actor, int strategy) {
        var who = scenario.actors().get(actor);
        return new Reversal(id, Map.of(who.id(), who.menu().get(strategy).id()));
    }
}
