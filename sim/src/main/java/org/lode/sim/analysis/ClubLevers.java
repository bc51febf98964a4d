package org.lode.sim.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lode.games.form.Game;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.ScalarNode;
import org.lode.sim.config.Settings;
import org.lode.sim.run.Simulation;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioData;
import org.lode.sim.world.ScenarioReader;
import org.lode.sim.world.ScenarioReader.Loaded;

/**
 * What today's membership of the hegemon's club hangs on, where the `reduced` payoff model says it: from which credibility down each
 * type leaves, and what becomes of the chair's holder when the chair passes on. The membership and what everybody played last
 * are held; only the parameter changes.
 */
final class ClubLevers {
    private static final String CREDIBILITY = "payoffs.reduced.credibility";
    private static final String CHAIR = "payoffs.reduced.chair";
    /** Steps in which credibility falls from 1 to 0. */
    private static final int STEPS = 50;

    private final Loaded loaded;
    private final Path file;

    private ClubLevers(Loaded loaded, Path file) {
        this.loaded = loaded;
        this.file = file;
    }

    /**
     * What a lever does.
     *
     * @param type {@code credibility}: value is the highest credibility at which one of {@code actor} leaves today's membership, in
     *     the order in which they leave as it falls; NaN where none ever does. {@code chairPassed}: value is what the chair's holder
     *     gains by leaving once chairing is worth nothing, strategy what it would then play
     */
    record Lever(String type, String actor, String strategy, double value, String note) {}

    /** The levers of a scenario; empty if it has none. */
    static Optional<ClubLevers> of(Loaded loaded, Path file) {
        return has(loaded, CREDIBILITY) || has(loaded, CHAIR)
                ? Optional.of(new ClubLevers(loaded, file))
                : Optional.empty();
    }

    private static boolean has(Loaded loaded, String path) {
        try {
            Settings.at(loaded.tree(), path);
            return true;
        } catch (ConfigException without) {
            return false;
        }
    }

    /** What the levers do in the round at hand; nothing for other clubs than the hegemon's. */
    List<Lever> pull(Simulation run, int club) {
        List<Lever> levers = new ArrayList<>();
        if (run.scenario().clubOf(ScenarioData.Track.HEGEMON) != club) {
            return levers;
        }
        if (has(loaded, CREDIBILITY)) {
            levers.addAll(credibility(run, club));
        }
        if (has(loaded, CHAIR)) {
            levers.add(chair(run, club));
        }
        return levers;
    }

    private Game game(String path, double value) {
        Scenario changed = ScenarioReader.bind(Settings.set(loaded.tree(), path, value, "lever"), file, false)
                .scenario();
        Game game = changed.game();
        if (game == null) {
            throw new IllegalStateException(path + " is of the reduced model, which has a game");
        }
        return game;
    }

    private static ClubMembership membership(Simulation run, Game game, int club) {
        return new ClubMembership(
                run.scenario(), game, run::open, run::previous, ClubMembership.memberships(run.scenario(), club));
    }

    private List<Lever> credibility(Simulation run, int club) {
        ClubMembership now = membership(run, run.stage(), club);
        double[] leaves = new double[now.types()];
        Arrays.fill(leaves, Double.NaN);
        for (int step = 0; step <= STEPS; step++) {
            double level = (STEPS - step) / (double) STEPS;
            ClubMembership at = membership(run, game(CREDIBILITY, level), club);
            for (int type = 0; type < leaves.length; type++) {
                if (Double.isNaN(leaves[type]) && at.gain(type, true, now.today()) > at.tolerance()) {
                    leaves[type] = level;
                }
            }
        }
        List<Lever> levers = new ArrayList<>();
        for (int type = 0; type < leaves.length; type++) {
            if (now.today()[type] > 0) {
                levers.add(new Lever(
                        "credibility",
                        now.name(type),
                        "",
                        leaves[type],
                        Double.isNaN(leaves[type]) ? "stays at any credibility" : "leaves from here down"));
            }
        }
        levers.sort(Comparator.comparingDouble(lever -> Double.isNaN(lever.value()) ? 1 : -lever.value()));
        return levers;
    }

    private Lever chair(Simulation run, int club) {
        String holder = ((ScalarNode) Settings.at(loaded.tree(), CHAIR + ".actor")).text();
        Game without = game(CHAIR + ".worth", 0);
        ClubMembership then = membership(run, without, club);
        for (int type = 0; type < then.types(); type++) {
            if (then.name(type).equals(holder)) {
                double gain = then.gain(type, true, then.today());
                String reply = reply(run, without, holder);
                return new Lever(
                        "chairPassed",
                        holder,
                        reply,
                        gain,
                        Double.isNaN(gain) ? "is not in" : gain > then.tolerance() ? "leaves" : "stays");
            }
        }
        return new Lever("chairPassed", holder, "", Double.NaN, "has no choice about membership");
    }

    /** The best reply of an actor to what the others played last. */
    private static String reply(Simulation run, Game game, String actor) {
        int own = -1;
        int[] profile = new int[game.players()];
        for (int i = 0; i < profile.length; i++) {
            profile[i] = run.previous(i);
            own = run.scenario().actors().get(i).id().equals(actor) ? i : own;
        }
        if (own < 0) {
            return "";
        }
        double best = Double.NEGATIVE_INFINITY;
        int reply = profile[own];
        for (int s = 0; s < game.strategies(own); s++) {
            profile[own] = s;
            if (run.open(own, s) && game.payoff(own, profile) > best) {
                best = game.payoff(own, profile);
                reply = s;
            }
        }
        return run.scenario().actors().get(own).menu().get(reply).id();
    }
}
