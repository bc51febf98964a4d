package org.lode.sim.analysis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.lode.games.coalition.StabilityLikelihood;
import org.lode.sim.chance.Streams;
import org.lode.sim.run.ParameterDraws;
import org.lode.sim.run.Progress;
import org.lode.sim.run.Replications;
import org.lode.sim.run.Simulation;
import org.lode.sim.run.Trace;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioReader.Loaded;

/**
 * How likely memberships are to be stable when parameters are uncertain (as STACO reports it: Dellink, Finus and Olieman 2008):
 * in draw k every ranged parameter takes the value it has in replication k of a run that draws parameters, the world is played to
 * each round on the same chance as the run reported on, and it is asked whether the membership found there would be stable. Cost:
 * a replication per draw.
 */
final class ClubDraws {
    private ClubDraws() {}

    /** A club in a round. */
    record Place(int round, int club) {}

    /**
     * Counts draws in which memberships are stable.
     *
     * @param memberships how many of each type are in, by place
     * @param draws at least 1; a draw that cannot be bound or run is left out
     * @return by place, for the places with a draw that could be asked
     */
    static Map<Place, StabilityLikelihood> count(
            Loaded loaded, Path file, Streams chance, Map<Place, int[]> memberships, int draws, int threads)
            throws IOException {
        Map<Place, int[]> tally = new LinkedHashMap<>();
        memberships.keySet().forEach(place -> tally.put(place, new int[2]));
        Scenario asRead = loaded.scenario();
        long seed = asRead.data().seed();
        // What counts as membership must not depend on the draw, or it would be another membership.
        Map<Integer, boolean[][]> counted = new LinkedHashMap<>();
        memberships
                .keySet()
                .forEach(place ->
                        counted.computeIfAbsent(place.club(), club -> ClubMembership.memberships(asRead, club)));
        Replications.run(
                draws,
                threads,
                () -> {
                    var parameters = new ParameterDraws(loaded, file);
                    return draw -> ask(
                            parameters
                                    .draw(new Streams(seed, Streams.COMMON, draw))
                                    .scenario(),
                            chance,
                            memberships,
                            counted);
                },
                new Replications.Sink<Map<Place, Boolean>>() {
                    @Override
                    public void add(long draw, Map<Place, Boolean> answers) {
                        answers.forEach((place, stable) -> {
                            int[] counts = Objects.requireNonNull(tally.get(place));
                            counts[0] += stable ? 1 : 0;
                            counts[1]++;
                        });
                    }

                    @Override
                    public void failed(Replications.Failure failure) {
                        // Left out: how many draws could be asked is part of the answer.
                    }
                },
                Progress.NONE);
        Map<Place, StabilityLikelihood> likelihoods = new LinkedHashMap<>();
        tally.forEach((place, counts) -> {
            if (counts[1] > 0) {
                Interval share = Intervals.wilson(counts[0], counts[1], 0.95);
                likelihoods.put(place, new StabilityLikelihood(counts[0], counts[1], share.low(), share.high()));
            }
        });
        return likelihoods;
    }

    private static Map<Place, Boolean> ask(
            Scenario scenario, Streams chance, Map<Place, int[]> memberships, Map<Integer, boolean[][]> counted) {
        Map<Place, Boolean> answers = new LinkedHashMap<>();
        Set<Integer> rounds = new TreeSet<>();
        memberships.keySet().forEach(place -> rounds.add(place.round()));
        List<Integer> ascending = new ArrayList<>(rounds);
        var watch = new Trace() {
            @Override
            public void entered(Simulation run) {
                if (rounds.contains(run.round())) {
                    memberships.forEach((place, members) -> {
                        if (place.round() == run.round()) {
                            boolean[][] counts = Objects.requireNonNull(counted.get(place.club()));
                            answer(run, place, counts, members, answers);
                        }
                    });
                }
            }
        };
        new Simulation(scenario).enter(chance, ascending.get(ascending.size() - 1), watch);
        return answers;
    }

    private static void answer(
            Simulation run, Place place, boolean[][] counts, int[] members, Map<Place, Boolean> answers) {
        ClubMembership game = ClubReport.membership(run, counts);
        int[] sizes = game.sizes();
        boolean same = sizes.length == members.length
                && IntStream.range(0, sizes.length).allMatch(type -> members[type] <= sizes[type]);
        if (same) {
            answers.put(place, game.isStable(true, members) && game.isStable(false, members));
        }
    }
}
