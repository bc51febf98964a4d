package org.lode.sim.lockin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lode.agents.instrument.Instrument;
import org.lode.sim.chance.Streams;
import org.lode.sim.config.Settings;
import org.lode.sim.run.ParameterDraws;
import org.lode.sim.run.Placebo;
import org.lode.sim.run.Simulation;
import org.lode.sim.world.Outcome;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioData.Track;
import org.lode.sim.world.ScenarioReader;
import org.lode.sim.world.ScenarioReader.Loaded;

/**
 * A scenario as the lock-in metrics see it. Its first aspect is the regime; then each actor, by the club in which it is most embedded,
 * and each club, by its adoption. Without clubs the first aspect is the place on the menu that most actors play, and each
 * actor's its strategy. The list of its series is in {@link #series()}.
 */
public final class ModelProcess implements PathProcess {
    /** Share of refining outside the dominant supplier that counts as a way out. */
    static final double WAY_OUT = 0.35;
    /** Share that the European act on critical raw materials allows one third country (article 5). */
    private static final double ALLOWED = 0.65;

    private static final List<String> WHOLE = List.of(
            "west",
            "china",
            "walk",
            "lead",
            "capacity",
            "membership",
            "modularity",
            "wedge",
            "crossBloc",
            "hhi",
            "largest",
            "cover",
            "gap");
    /** Parts of paths of parameters that must add up with others. */
    private static final List<String> SUMS = List.of(".shares.", ".projects.", ".resourceWeight");

    private static final String NO_CLUB = "none";

    private final Loaded loaded;
    private final Path file;
    private final List<Reversal> reversals;
    /** Whose rules hold instead of the actors' own; null for these. */
    private final @Nullable Placebo placebo;

    private final Scenario scenario;
    private final RegimeRule rule;
    private final List<Aspect> aspects;
    private final List<String> series;
    private final List<Forcing> forcings = new ArrayList<>();
    private final List<int[]> imposed = new ArrayList<>();
    private final List<RampData> ramps;
    private final Map<String, Scenario> levels = new LinkedHashMap<>();

    /**
     * @param file where the scenario was read from
     * @param reversals what may be forced
     * @param ramps what may be ramped
     * @throws IllegalArgumentException if they name what the scenario does not have
     */
    public ModelProcess(Loaded loaded, Path file, List<Reversal> reversals, List<RampData> ramps) {
        this(loaded, file, reversals, ramps, null);
    }

    private ModelProcess(
            Loaded loaded, Path file, List<Reversal> reversals, List<RampData> ramps, @Nullable Placebo placebo) {
        this.loaded = loaded;
        this.file = file;
        this.reversals = List.copyOf(reversals);
        this.ramps = List.copyOf(ramps);
        this.placebo = placebo;
        scenario = placebo == null ? loaded.scenario() : placebo.of(loaded.scenario());
        rule = RegimeRule.of(scenario.data().regimes());
        aspects = aspects(scenario);
        series = series(scenario);
        for (Reversal reversal : reversals) {
            forcings.add(Forcing.reversal(reversal.id()));
            imposed.add(reversal.imposed(scenario));
        }
        switches();
        for (RampData ramp : ramps) {
            series(ramp.response());
            if (loaded.parameters().find(ramp.parameter()).isEmpty()) {
                throw new IllegalArgumentException(
                        "parameter (" + ramp.parameter() + ") must be the path of a number of the scenario");
            }
            Reversal.imposed(scenario, ramp.plays());
        }
    }

    private static List<Aspect> aspects(Scenario scenario) {
        List<Aspect> aspects = new ArrayList<>();
        List<String> clubs = new ArrayList<>(
                scenario.data().clubs().stream().map(club -> club.id()).toList());
        boolean none = clubs.isEmpty();
        int longest = 0;
        for (int i = 0; i < scenario.choosers(); i++) {
            longest = Math.max(longest, scenario.actors().get(i).menu().size());
        }
        if (none) {
            List<String> places = new ArrayList<>();
            for (int place = 1; place <= longest; place++) {
                places.add("strategy " + place);
            }
            aspects.add(new Aspect("convention", places));
        } else {
            aspects.add(new Aspect(
                    "regime",
                    java.util.Arrays.stream(Regime.values()).map(Regime::id).toList()));
        }
        clubs.add(NO_CLUB);
        for (int i = 0; i < scenario.choosers(); i++) {
            var actor = scenario.actors().get(i);
            List<String> menu =
                    actor.menu().stream().map(strategy -> strategy.id()).toList();
            aspects.add(new Aspect(actor.id(), none ? menu : clubs));
        }
        for (var club : scenario.data().clubs()) {
            aspects.add(new Aspect(club.id(), List.of("marginal", "partial", "strong")));
        }
        return List.copyOf(aspects);
    }

    private static List<String> series(Scenario scenario) {
        List<String> series = new ArrayList<>(WHOLE);
        for (int i = 0; i < scenario.choosers(); i++) {
            series.add("payoff." + scenario.actors().get(i).id());
        }
        for (var club : scenario.data().clubs()) {
            series.add("adoption." + club.id());
        }
        for (int m = 0; m < scenario.mineralCount(); m++) {
            series.add("outside." + scenario.mineral(m).id());
        }
        return List.copyOf(series);
    }

    /** For each actor and club the strategy that most belongs to it, if it belongs to it more than to the others. */
    private void switches() {
        int clubs = scenario.clubCount();
        for (int i = 0; i < scenario.choosers(); i++) {
            var actor = scenario.actors().get(i);
            for (int g = 0; g < clubs; g++) {
                int best = -1;
                double most = 0;
                for (int s = 0; s < actor.menu().size(); s++) {
                    double here = part(i, s, g);
                    double elsewhere = 0;
                    for (int other = 0; other < clubs; other++) {
                        elsewhere = other == g ? elsewhere : Math.max(elsewhere, part(i, s, other));
                    }
                    if (here > elsewhere && here > most) {
                        most = here;
                        best = s;
                    }
                }
                if (best >= 0) {
                    String club = scenario.data().clubs().get(g).id();
                    forcings.add(
                            new Forcing(actor.id() + " to " + club, false, "payoff." + actor.id(), actor.id(), club));
                    imposed.add(Reversal.imposed(
                            scenario, Map.of(actor.id(), actor.menu().get(best).id())));
                }
            }
        }
    }

    private double part(int actor, int strategy, int club) {
        var settings = scenario.actors().get(actor).menu().get(strategy).settings();
        return Math.max(settings.of(Instrument.JOIN, club), settings.of(Instrument.LEAD, club));
    }

    public Scenario scenario() {
        return scenario;
    }

    /** The same process with actors to whom payoffs do not matter. */
    public ModelProcess with(Placebo another) {
        return new ModelProcess(loaded, file, reversals, ramps, another);
    }

    RegimeRule rule() {
        return rule;
    }

    @Override
    public List<Aspect> aspects() {
        return aspects;
    }

    /**
     * {@code west}: share of the minerals with less than 35 % of refining outside the dominant supplier at base that have passed it.
     * {@code china}: its share of rule power. {@code walk}: small states in the Western clubs less those in the home club. {@code
     * lead}: adoption of the Western clubs less that of the home club. {@code capacity}: pool refining at reference prices, USD bn a year. {@code membership}: adoption of the Western clubs. {@code
     * modularity}, {@code crossBloc}: of the use of minerals from two channels by two camps, an actor's camp being that of its deepest
     * embedding. {@code wedge}: pool price over home price. {@code hhi}, {@code largest}, {@code cover}, {@code gap}: of refining,
     * averaged over minerals by value; the gap is that of the dominant supplier's share outside it to 65 %. {@code payoff.ACTOR},
     * {@code adoption.CLUB}; {@code outside.MINERAL}: share of refining outside the dominant supplier.
     */
    @Override
    public List<String> series() {
        return series;
    }

    @Override
    public List<Forcing> forcings() {
        return List.copyOf(forcings);
    }

    @Override
    public List<Ramp> ramps() {
        return ramps.stream()
                .map(ramp ->
                        new Ramp(ramp.parameter(), ramp.from(), ramp.to(), ramp.response(), unit(ramp.parameter())))
                .toList();
    }

    private String unit(String path) {
        return loaded.parameters()
                .find(path)
                .map(parameter -> parameter.quantity().unit().toString())
                .orElse("1");
    }

    @Override
    public int choosers() {
        return scenario.choosers();
    }

    @Override
    public double roundYears() {
        return scenario.roundYears();
    }

    @Override
    public ModelRun start(long replication) {
        return ModelRun.start(this, new Streams(scenario.data().seed(), Streams.COMMON, replication));
    }

    int[] imposed(int forcing) {
        return imposed.get(forcing);
    }

    int[] held(int ramp) {
        return Reversal.imposed(scenario, ramps.get(ramp).plays());
    }

    /** The scenario with a ramp's parameter at a level; bound once and shared by all threads. */
    Scenario at(int ramp, double level) {
        String path = ramps.get(ramp).parameter();
        synchronized (levels) {
            return levels.computeIfAbsent(path + " " + level, key -> {
                var tree = Settings.set(loaded.tree(), path, level, "ramp");
                boolean adds = SUMS.stream().anyMatch(path::contains);
                Scenario bound = ScenarioReader.bind(
                                adds ? new ParameterDraws(loaded, file).addUp(tree) : tree, file, false)
                        .scenario();
                return placebo == null ? bound : placebo.of(bound);
            });
        }
    }

    /** Fills in the class of each aspect after a round. */
    void classify(Simulation run, Regime regime, int[] states) {
        int clubs = scenario.clubCount();
        if (clubs == 0) {
            int[] counts = new int[aspects.get(0).classes().size()];
            for (int i = 0; i < scenario.choosers(); i++) {
                states[1 + i] = run.previous(i);
                counts[run.previous(i)]++;
            }
            states[0] = PathForcing.modal(counts);
            return;
        }
        Outcome outcome = run.outcome();
        states[0] = regime.ordinal();
        for (int i = 0; i < scenario.choosers(); i++) {
            states[1 + i] = camp(outcome, i);
        }
        for (int g = 0; g < clubs; g++) {
            double adoption = outcome.adoption(g);
            states[1 + scenario.choosers() + g] = adoption < rule.fragmented() ? 0 : adoption < rule.theta() ? 1 : 2;
        }
    }

    /** The club in which an actor is most embedded; the number of clubs where it is in none. */
    private int camp(Outcome outcome, int actor) {
        int best = scenario.clubCount();
        double most = rule.fragmented();
        for (int g = 0; g < scenario.clubCount(); g++) {
            if (outcome.commitment(actor, g) > most) {
                most = outcome.commitment(actor, g);
                best = g;
            }
        }
        return best;
    }

    /**
     * Fills in the numbers after a round.
     *
     * @param watched minerals that had no way out at base
     */
    void measure(Simulation run, boolean[] watched, double[] values) {
        Outcome outcome = run.outcome();
        int at = 0;
        values[at++] = west(outcome, watched);
        double power = outcome.rulePowerHome() + outcome.rulePowerWest();
        values[at++] = power > 0 ? outcome.rulePowerHome() / power : 0;
        values[at++] = walk(outcome);
        double western = adoption(outcome, Track.HEGEMON) + adoption(outcome, Track.PLURAL);
        values[at++] = western - adoption(outcome, Track.HOME);
        values[at++] = outcome.poolCapacity();
        values[at++] = western;
        double[] split = split(outcome);
        values[at++] = split[0];
        values[at++] = outcome.wedge();
        values[at++] = split[1];
        double[] concentrated = new double[4];
        double weights = 0;
        for (int m = 0; m < scenario.mineralCount(); m++) {
            var data = scenario.mineral(m);
            double weight = data.demand().world() * data.price().home();
            concentrated[0] += weight * outcome.hhi(m);
            concentrated[1] += weight * outcome.largest(m);
            concentrated[2] += weight * outcome.coverWithoutLargest(m);
            concentrated[3] += weight * Math.max(0, outcome.homeSupply(m) - ALLOWED);
            weights += weight;
        }
        for (double sum : concentrated) {
            values[at++] = weights > 0 ? sum / weights : 0;
        }
        for (int i = 0; i < scenario.choosers(); i++) {
            values[at++] = payoff(run, i);
        }
        for (int g = 0; g < scenario.clubCount(); g++) {
            values[at++] = outcome.adoption(g);
        }
        for (int m = 0; m < scenario.mineralCount(); m++) {
            values[at++] = 1 - outcome.homeRefined(m);
        }
    }

    /** Of the round just played, which the run has already put behind it. */
    private double payoff(Simulation run, int actor) {
        if (scenario.game() == null) {
            return run.outcome().payoff(actor);
        }
        int[] played = new int[scenario.choosers()];
        for (int i = 0; i < played.length; i++) {
            played[i] = run.previous(i);
        }
        return scenario.game().payoff(actor, played);
    }

    private double west(Outcome outcome, boolean[] watched) {
        int out = 0;
        int count = 0;
        for (int m = 0; m < watched.length; m++) {
            count += watched[m] ? 1 : 0;
            out += watched[m] && 1 - outcome.homeRefined(m) > WAY_OUT ? 1 : 0;
        }
        return count > 0 ? (double) out / count : 0;
    }

    private double walk(Outcome outcome) {
        int rest = scenario.actors().size() - 1;
        if (rest < scenario.choosers()) {
            return 0;
        }
        double lead = 0;
        for (int g = 0; g < scenario.clubCount(); g++) {
            boolean home = scenario.data().clubs().get(g).track() == Track.HOME;
            lead += (home ? -1 : 1) * outcome.commitment(rest, g);
        }
        return Math.rint(lead * scenario.data().institutions().joining().states());
    }

    private double adoption(Outcome outcome, Track track) {
        int club = scenario.clubOf(track);
        return club < 0 ? 0 : outcome.adoption(club);
    }

    /** Directed modularity of use between two channels and two camps, and the share of use that crosses. */
    private double[] split(Outcome outcome) {
        int home = scenario.clubOf(Track.HOME);
        double[][] use = new double[2][2]; // channel x camp: 0 home, 1 other
        for (int i = 0; i < scenario.actors().size(); i++) {
            boolean with = i == scenario.dominant() || (home >= 0 && camp(outcome, i) == home);
            use[0][with ? 0 : 1] += outcome.fromHome(i);
            use[1][with ? 0 : 1] += outcome.fromPool(i);
        }
        double all = use[0][0] + use[0][1] + use[1][0] + use[1][1];
        if (!(all > 0)) {
            return new double[] {0, 1};
        }
        double modularity = 0;
        for (int bloc = 0; bloc < 2; bloc++) {
            double out = use[bloc][0] + use[bloc][1];
            double in = use[0][bloc] + use[1][bloc];
            modularity += use[bloc][bloc] / all - out * in / (all * all);
        }
        return new double[] {modularity, (use[0][1] + use[1][0]) / all};
    }
}
