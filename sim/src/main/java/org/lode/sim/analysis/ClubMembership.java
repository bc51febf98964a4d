package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Settings;
import org.lode.games.coalition.Ties;
import org.lode.games.coalition.TypedClub;
import org.lode.games.form.Game;
import org.lode.sim.world.Scenario;

/**
 * Who is in a club, as a membership game made of a stage game.
 *
 * <p>A strategy counts as membership if it joins or leads the club by {@value #MEMBER} or more. An actor with open strategies of
 * both kinds may be in or out; the others stay what they are. Each actor that may choose has one strategy for either: the best
 * member's strategy against what the others played last, and the best outsider's, so that the best inside is held against the best
 * outside and not against what happened to be played. The membership S is then the profile in which S play theirs for in and all others theirs for out, and pays what the stage game pays
 * there. Whoever has no choice plays what it played last.
 *
 * <p>Payoffs of the market model are in USD bn a year (per unit of stake, times the stake), those of the others as they are.
 * Actors of one archetype are interchangeable.
 */
public final class ClubMembership {
    /** How far a strategy joins or leads, from which it counts as membership. */
    public static final double MEMBER = 0.4;
    /** Gains up to this size, relative to the largest payoff at the membership of today, are rounding. */
    private static final double ROUNDING = 1e-12;

    private final Scenario scenario;
    private final Game game;
    private final boolean[][] members;
    private final List<int[]> types = new ArrayList<>();
    private final List<Integer> inside = new ArrayList<>();
    private final List<Integer> outside = new ArrayList<>();
    private final int[] base;
    private final int[] today;
    private final double tolerance;

    /**
     * The membership game of a club.
     *
     * @param game the stage game, all strategies
     * @param open which strategies may be chosen
     * @param last what each actor played last
     * @param memberships which strategies count as membership, by actor, as of {@link #memberships}
     */
    public ClubMembership(
            Scenario scenario, Game game, OpenGame.Open open, IntUnaryOperator last, boolean[][] memberships) {
        this.scenario = scenario;
        this.game = game;
        this.members = memberships;
        base = new int[game.players()];
        Arrays.setAll(base, last::applyAsInt);
        List<Integer> counts = new ArrayList<>();
        for (int actor = 0; actor < base.length; ) {
            int next = actor + 1;
            while (next < base.length && scenario.archetype(next).equals(scenario.archetype(actor))) {
                next++;
            }
            int in = strategy(actor, true, open);
            int out = strategy(actor, false, open);
            if (in >= 0 && out >= 0) {
                int[] alike = new int[next - actor];
                int count = 0;
                for (int i = actor; i < next; i++) {
                    alike[i - actor] = i;
                    count += member(i, base[i]) ? 1 : 0;
                }
                types.add(alike);
                inside.add(in);
                outside.add(out);
                counts.add(count);
            }
            actor = next;
        }
        today = counts.stream().mapToInt(Integer::intValue).toArray();
        double largest = 0;
        for (int type = 0; type < today.length; type++) {
            largest = Math.max(largest, Math.abs(payoff(type, today[type] > 0, today)));
        }
        tolerance = ROUNDING * largest;
    }

    /** Which strategies of each actor count as membership of a club. */
    public static boolean[][] memberships(Scenario scenario, int club) {
        boolean[][] memberships = new boolean[scenario.choosers()][];
        for (int actor = 0; actor < memberships.length; actor++) {
            var menu = scenario.actors().get(actor).menu();
            memberships[actor] = new boolean[menu.size()];
            for (int s = 0; s < menu.size(); s++) {
                Settings settings = menu.get(s).settings();
                memberships[actor][s] =
                        Math.max(settings.of(Instrument.JOIN, club), settings.of(Instrument.LEAD, club)) >= MEMBER;
            }
        }
        return memberships;
    }

    private boolean member(int actor, int strategy) {
        return members[actor][strategy];
    }

    /** The strategy of a type for in or out: its first actor's best against the last profile; or -1. */
    private int strategy(int actor, boolean in, OpenGame.Open open) {
        int best = -1;
        double paid = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < game.strategies(actor); s++) {
            if (member(actor, s) == in && open.open(actor, s)) {
                int[] profile = base.clone();
                profile[actor] = s;
                double payoff = game.payoff(actor, profile);
                if (payoff > paid) {
                    paid = payoff;
                    best = s;
                }
            }
        }
        return best;
    }

    /** How many types of actors may be in or out; with one actor per archetype, how many actors. */
    public int types() {
        return types.size();
    }

    /** Actors of each type. */
    public int[] sizes() {
        return types.stream().mapToInt(alike -> alike.length).toArray();
    }

    /** The name of a type: its actor's, or its archetype. */
    public String name(int type) {
        int[] alike = types.get(type);
        return alike.length == 1 ? scenario.actors().get(alike[0]).id() : scenario.archetype(alike[0]);
    }

    /** The strategy that a type plays in or out of the club. */
    public String strategyName(int type, boolean in) {
        return game.strategyName(types.get(type)[0], (in ? inside : outside).get(type));
    }

    /** How many of each type are in, by what was played last. */
    public int[] today() {
        return today.clone();
    }

    /** Those who have no choice and are members, by name. */
    public List<String> fixedMembers() {
        List<String> fixed = new ArrayList<>();
        for (int actor = 0; actor < base.length; actor++) {
            int at = actor;
            boolean free = types.stream().anyMatch(type -> at >= type[0] && at <= type[type.length - 1]);
            if (!free && member(actor, base[actor])) {
                fixed.add(scenario.actors().get(actor).id());
            }
        }
        return fixed;
    }

    /** A membership in words: names joined by semicolons, of larger types with how many. */
    public String text(int[] membership) {
        List<String> parts = new ArrayList<>(fixedMembers());
        for (int type = 0; type < membership.length; type++) {
            if (membership[type] > 0) {
                int size = types.get(type).length;
                parts.add(size == 1 ? name(type) : name(type) + "=" + membership[type] + "/" + size);
            }
        }
        return String.join(";", parts);
    }

    /**
     * What an actor of a type gets.
     *
     * @param membership how many of each type are in
     */
    public double payoff(int type, boolean member, int[] membership) {
        int[] profile = base.clone();
        for (int other = 0; other < membership.length; other++) {
            int[] actors = types.get(other);
            for (int k = 0; k < actors.length; k++) {
                profile[actors[k]] = k < membership[other] ? inside.get(other) : outside.get(other);
            }
        }
        int[] own = types.get(type);
        int actor = member ? own[0] : own[own.length - 1];
        return game.payoff(actor, profile) * unit(actor);
    }

    private double unit(int actor) {
        return scenario.game() != null ? 1 : scenario.stake(actor);
    }

    /** Gains up to this size are ties. */
    public double tolerance() {
        return tolerance;
    }

    /** What one actor of a type gains by switching alone from a membership; NaN if there is none of that kind. */
    public double gain(int type, boolean member, int[] membership) {
        if (member ? membership[type] == 0 : membership[type] == types.get(type).length) {
            return Double.NaN;
        }
        int[] after = membership.clone();
        after[type] += member ? -1 : 1;
        return payoff(type, !member, after) - payoff(type, member, membership);
    }

    /** Whether nobody in ({@code member}) or nobody out would switch alone. */
    public boolean isStable(boolean member, int[] membership) {
        for (int type = 0; type < types.size(); type++) {
            if (gain(type, member, membership) > tolerance) {
                return false;
            }
        }
        return true;
    }

    /** All memberships, if there are at most {@code most}. */
    public Optional<TypedClub> all(int most) {
        if (types.isEmpty() || TypedClub.memberships(sizes()) > most) {
            return Optional.empty();
        }
        return Optional.of(new TypedClub(sizes(), this::payoff));
    }

    /** The memberships that nobody leaves or joins alone, of all of them. */
    public int[] stable(TypedClub all) {
        return all.stable(Ties.KEEP, tolerance);
    }

    /**
     * Charges on everybody outside that keep today's membership: at least {@code least}, lest a member leaves, at most {@code
     * most}, lest an outsider joins; a share of the actor's minerals bill and output (in the market model; else payoff units).
     */
    public record Charge(double least, double most) {
        public boolean exists() {
            return least <= most;
        }
    }

    /** The charges on outsiders at which today's membership is stable; least above most if there is none. */
    public Charge charge() {
        double least = 0;
        double most = Double.POSITIVE_INFINITY;
        for (int type = 0; type < types.size(); type++) {
            double unit = unit(types.get(type)[0]);
            double leaving = gain(type, true, today);
            double joining = gain(type, false, today);
            least = leaving > tolerance ? Math.max(least, leaving / unit) : least;
            most = Double.isNaN(joining) ? most : Math.min(most, Math.max(0, -joining / unit));
            most = joining > tolerance ? -1 : most;
        }
        return new Charge(least, most);
    }
}
