package org.lode.sim.replication;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.lode.sim.chance.Streams;
import org.lode.sim.config.Above;
import org.lode.sim.config.Doc;
import org.lode.sim.config.Min;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioReader;
import org.lode.sim.world.World;

/**
 * Small states that join clubs one by one in a scenario's own world, while all others keep the strategies with which it starts:
 * what increasing and diminishing returns to adoption make of them.
 *
 * @param scenario file, beside the file that names it
 * @param set {@code KEY=VALUE} changes of it
 * @param increasing returns above 1
 * @param diminishing returns below 1
 * @param worlds runs of each
 * @param rounds of each run
 * @param seed of all chance
 */
public record Joining(
        @Doc("scenario's file, relative to this one") String scenario,
        @Doc("KEY=VALUE changes of it") List<String> set,
        @Doc("returns above 1") @Above(1) double increasing,
        @Doc("returns below 1") @Above(0) double diminishing,
        @Doc("runs of each") @Min(1) int worlds,
        @Doc("rounds of each run") @Min(1) int rounds,
        @Doc("seed of all chance") long seed) {
    public Joining {
        set = List.copyOf(set);
    }

    void figures(Path folder, Figures figures) {
        Supplier<Double> increasingShare = Figures.once(() -> largest(folder, increasing));
        Supplier<Double> diminishingShare = Figures.once(() -> largest(folder, diminishing));
        figures.add("states-increasing", increasingShare::get).add("states-diminishing", diminishingShare::get);
    }

    /** Largest club's share of the states that joined any, at the end, mean over the worlds. */
    private double largest(Path folder, double returns) {
        List<String> changes = new ArrayList<>(set);
        changes.add("institutions.joining.returns=" + returns);
        Scenario read = ScenarioReader.read(folder.resolve(scenario).normalize(), changes)
                .scenario();
        int rest = read.choosers();
        double sum = 0;
        for (int replication = 0; replication < worlds; replication++) {
            var world = new World(read, new Streams(seed, Streams.COMMON, replication));
            int[] profile = read.startProfile();
            for (int round = 0; round < rounds; round++) {
                world.begin(profile);
                world.advance(profile, profile);
            }
            double all = 0;
            double most = 0;
            for (int club = 0; club < read.clubCount(); club++) {
                all += world.commitment(rest, club);
                most = Math.max(most, world.commitment(rest, club));
            }
            sum += all > 0 ? most / all : 0;
        }
        return sum / worlds;
    }
}
