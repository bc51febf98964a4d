package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lode.games.coalition.TypedClub;
import org.lode.sim.run.Simulation;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioData;

/**
 * What there is to say of a club's membership in one round: who is in, who would leave or join, which memberships are stable,
 * what would stabilise today's, and what each actor contributes. Definitions are those of {@link ClubMembership}.
 *
 * @param club its id
 * @param fixed members that have no choice
 * @param today the membership, in words
 * @param counts the same, how many of each type
 * @param internal whether no member leaves
 * @param external whether no outsider joins
 * @param moves who would switch alone
 * @param stable every membership that nobody leaves or joins alone; empty if not searched
 * @param toMembers least total that keeps all members in, paid from anywhere
 * @param fromOutside of it, what the gains of the other members cannot pay
 * @param toOutsiders least total that keeps all outsiders out
 * @param charge on everybody outside that keeps today's membership
 * @param shapley value of an actor of each type; empty if not searched
 * @param searched whether all memberships were looked at
 */
public record ClubReport(
        String club,
        List<String> fixed,
        String today,
        List<Integer> counts,
        boolean internal,
        boolean external,
        List<Move> moves,
        List<Stable> stable,
        double toMembers,
        double fromOutside,
        double toOutsiders,
        ClubMembership.Charge charge,
        Map<String, Double> shapley,
        boolean searched) {
    /** Memberships searched where the stage game is a look-ahead, and where it is a formula or a table. */
    private static final int MOST_BY_LOOK_AHEAD = 1 << 12;

    private static final int MOST_BY_FORMULA = 1 << 20;

    public ClubReport {
        fixed = List.copyOf(fixed);
        counts = List.copyOf(counts);
        moves = List.copyOf(moves);
        stable = List.copyOf(stable);
        shapley = new LinkedHashMap<>(shapley);
    }

    /**
     * An actor that would switch alone.
     *
     * @param actor who, or of which archetype
     * @param leaves whether it is a member
     * @param strategy what it would play
     * @param gain what it gets more
     */
    public record Move(String actor, boolean leaves, String strategy, double gain) {}

    /**
     * A stable membership.
     *
     * @param welfare sum of the payoffs of all who may choose, over what they get when none of them is in
     */
    public record Stable(String members, double welfare) {}

    /** Whether today's membership is stable. */
    public boolean isStable() {
        return internal && external;
    }

    /** The clubs of which there is a report: the hegemon's and the plural track's, where the scenario has them. */
    public static List<Integer> clubs(Scenario scenario) {
        List<Integer> clubs = new ArrayList<>();
        for (ScenarioData.Track track : List.of(ScenarioData.Track.HEGEMON, ScenarioData.Track.PLURAL)) {
            int club = scenario.clubOf(track);
            if (club >= 0) {
                clubs.add(club);
            }
        }
        return clubs;
    }

    /**
     * The membership game of a club in the round at hand of a simulation.
     *
     * @param memberships which strategies count as membership, as of {@link ClubMembership#memberships}
     */
    static ClubMembership membership(Simulation simulation, boolean[][] memberships) {
        return new ClubMembership(
                simulation.scenario(), simulation.stage(), simulation::open, simulation::previous, memberships);
    }

    /** The report on a club; empty if nobody has a choice about it. */
    public static Optional<ClubReport> of(Simulation simulation, int club) {
        Scenario scenario = simulation.scenario();
        return of(
                membership(simulation, ClubMembership.memberships(scenario, club)),
                scenario.data().clubs().get(club).id(),
                scenario.game() != null ? MOST_BY_FORMULA : MOST_BY_LOOK_AHEAD);
    }

    static Optional<ClubReport> of(ClubMembership game, String club, int most) {
        if (game.types() == 0) {
            return Optional.empty();
        }
        int[] today = game.today();
        List<Move> moves = new ArrayList<>();
        double toMembers = 0;
        double spare = 0;
        double toOutsiders = 0;
        for (int type = 0; type < game.types(); type++) {
            int size = game.sizes()[type];
            double leaving = game.gain(type, true, today);
            double joining = game.gain(type, false, today);
            if (leaving > game.tolerance()) {
                moves.add(new Move(game.name(type), true, game.strategyName(type, false), leaving));
            }
            if (joining > game.tolerance()) {
                moves.add(new Move(game.name(type), false, game.strategyName(type, true), joining));
            }
            toMembers += Double.isNaN(leaving) ? 0 : today[type] * Math.max(0, leaving);
            spare += Double.isNaN(leaving) ? 0 : today[type] * Math.max(0, -leaving);
            toOutsiders += Double.isNaN(joining) ? 0 : (size - today[type]) * Math.max(0, joining);
        }
        List<Stable> stable = new ArrayList<>();
        Map<String, Double> shapley = new LinkedHashMap<>();
        Optional<TypedClub> all = game.all(most);
        all.ifPresent(club1 -> {
            double nobody = club1.welfare(0);
            for (int membership : game.stable(club1)) {
                stable.add(new Stable(game.text(club1.members(membership)), club1.welfare(membership) - nobody));
            }
            double[] values = club1.shapley();
            for (int type = 0; type < values.length; type++) {
                shapley.put(game.name(type), values[type]);
            }
        });
        return Optional.of(new ClubReport(
                club,
                game.fixedMembers(),
                game.text(today),
                Arrays.stream(today).boxed().toList(),
                game.isStable(true, today),
                game.isStable(false, today),
                moves,
                stable,
                toMembers,
                Math.max(0, toMembers - spare),
                toOutsiders,
                game.charge(),
                shapley,
                all.isPresent()));
    }
}
