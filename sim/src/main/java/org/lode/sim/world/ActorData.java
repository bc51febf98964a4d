package org.lode.sim.world;

import static org.lode.sim.config.Unit.ONE;
import static org.lode.sim.config.Unit.PER_YEAR;
import static org.lode.sim.config.Unit.SHARE;
import static org.lode.sim.config.Unit.USD_BN_PER_YEAR;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lode.agents.decide.DecisionRule;
import org.lode.sim.config.Above;
import org.lode.sim.config.Default;
import org.lode.sim.config.Doc;
import org.lode.sim.config.In;
import org.lode.sim.config.Kind;
import org.lode.sim.config.Max;
import org.lode.sim.config.Min;
import org.lode.sim.config.Raw;

/** One actor as configured. Maps are by actor or club id; what is left out is 0. */
@Kind("actor")
public record ActorData(
        String id,
        String name,
        @Doc("hegemon, ally, dominant, resource or rest") Role role,

        @Doc("weight among resource states in rule power") @In(SHARE) @Min(0) @Max(1) @Default("0")
        double resourceWeight,

        @Doc("decision rule; none for a passive actor") Optional<DecisionRule> rule,
        @Doc("strategy before round 0") Optional<String> start,

        @Doc("strategy left when authority is gone; hegemon only")
        Optional<String> fallback,

        @Doc("base royalty and tax on hosted revenue") @In(SHARE) @Min(0) @Max(0.9) @Default("0")
        double royalty,

        @Doc("trade that the other could hit") @In(USD_BN_PER_YEAR) @Min(0) @Default("{}")
        Map<String, Double> tradeExposure,

        @Doc("felt toward, at the start") @In(SHARE) @Min(0) @Max(1) @Default("{}")
        Map<String, Double> trust,

        @Doc("felt toward, at the start") @In(SHARE) @Min(0) @Max(1) @Default("{}")
        Map<String, Double> hostility,

        @Doc("embedding in clubs at the start") @In(SHARE) @Min(0) @Max(1) @Default("{}")
        Map<String, Double> commitments,

        @Doc("base hazard of a cut-off by supplier") @In(PER_YEAR) @Min(0) @Max(1) @Default("{}")
        Map<String, Double> hazards,

        @Doc("share of world sales of goods made of the minerals that lies in its market")
        @In(SHARE)
        @Min(0) @Max(1) @Default("0")
        double market,

        @Doc(
                "spread of its payoffs over its strategies in the base round, per unit of stake; worked out where it is left out")
        @In(ONE)
        @Above(0)
        Optional<Double> scale,

        @Doc("who may govern, and when that changes; none for a government that never changes")
        Optional<Governments> governments,

        @Doc("preferences that differ from the scenario's") @In(ONE) @Default("{}")
        Map<String, Double> weights,

        @Doc("how many actors alike this one there are; more than one get the id with a number")
        @Min(1) @Max(1000) @Default("1")
        int copies,

        @Doc("bundles of settings, one of which is played") @Default("[]")
        List<StrategyData> strategies,

        @Doc("lists of moves, of each of which one is made: the menu is their product") @Default("[]")
        List<MoveList> moves) {
    private static final String SEPARATOR = "-";

    /** What kind of actor. */
    public enum Role {
        HEGEMON,
        ALLY,
        DOMINANT,
        RESOURCE,
        REST
    }

    /** A strategy as configured; its settings are bound once the minerals are known. */
    public record StrategyData(
            String id,
            String name,
            @Default("1900-01") YearMonth from,
            @Default("2999-12") YearMonth until,
            Raw settings) {}

    /** The types of government of an actor, who governed from when, and when that may change. */
    public record Governments(
            List<Type> types,
            @Doc("who governs from when") List<Term> terms,

            @Doc("elections after the last of these") @Default("[]")
            List<YearMonth> elections,

            @Doc("chance that an election changes the type") @In(SHARE) @Min(0) @Max(1) @Default("0")
            double turnover) {
        public Governments {
            types = List.copyOf(types);
            terms = List.copyOf(terms);
            elections = List.copyOf(elections);
            if (types.isEmpty() || terms.isEmpty()) {
                throw new IllegalArgumentException("governments need at least one type and one term");
            }
            for (int t = 1; t < terms.size(); t++) {
                if (!terms.get(t - 1).from().isBefore(terms.get(t).from())) {
                    throw new IllegalArgumentException(
                            "terms (from " + terms.get(t).from() + ") must be in order of their dates");
                }
            }
            for (Term term : terms) {
                if (types.stream().noneMatch(type -> type.id().equals(term.type()))) {
                    throw new IllegalArgumentException("type (" + term.type() + ") of the term from " + term.from()
                            + " must be one of governments.types");
                }
            }
        }

        /** Which type governs in a month by the terms alone. */
        int typeIn(YearMonth month) {
            String id = terms.get(0).type();
            for (Term term : terms) {
                id = term.from().isAfter(month) ? id : term.type();
            }
            for (int type = 0; type < types.size(); type++) {
                if (types.get(type).id().equals(id)) {
                    return type;
                }
            }
            throw new IllegalStateException("no type " + id);
        }

        /** The first month of the last term known: elections before it are history. */
        YearMonth known() {
            return terms.get(terms.size() - 1).from();
        }
    }

    /** One type of government. */
    public record Type(
            String id,
            String name,

            @Doc("preferences that differ from the actor's") @In(ONE) @Default("{}")
            Map<String, Double> weights,

            @Doc("strategies it considers; all where none is named") @Default("[]")
            List<String> strategies) {}

    /** A term of office. */
    public record Term(YearMonth from, String type) {}

    /** Moves among which one is made, apart from the other lists. */
    public record MoveList(String id, String name, List<StrategyData> options) {
        public MoveList {
            options = List.copyOf(options);
            if (options.isEmpty()) {
                throw new IllegalArgumentException("moves of " + id + " (none) must have at least one option");
            }
        }
    }

    /**
     * One entry of the menu.
     *
     * @param options the option taken of each list of moves; the own id for a bundle
     * @param settings of the bundle, or of each option
     */
    record Choice(String id, String name, YearMonth from, YearMonth until, List<String> options, List<Raw> settings) {
        private static final String AND = "+";

        private Choice with(StrategyData option) {
            List<String> taken = new ArrayList<>(options);
            taken.add(option.id());
            List<Raw> set = new ArrayList<>(settings);
            set.add(option.settings());
            boolean first = options.isEmpty();
            return new Choice(
                    first ? option.id() : id + AND + option.id(),
                    first ? option.name() : name + "; " + option.name(),
                    from.isAfter(option.from()) ? from : option.from(),
                    until.isBefore(option.until()) ? until : option.until(),
                    List.copyOf(taken),
                    List.copyOf(set));
        }
    }

    /** The menu: the bundles, or the product of the lists of moves, the last list's options turning fastest. */
    List<Choice> menu() {
        Choice none = new Choice("", "", YearMonth.of(1, 1), YearMonth.of(9999, 12), List.of(), List.of());
        if (moves.isEmpty()) {
            return strategies.stream().map(none::with).toList();
        }
        List<Choice> menu = List.of(none);
        for (MoveList list : moves) {
            List<Choice> longer = new ArrayList<>();
            for (Choice choice : menu) {
                list.options().forEach(option -> longer.add(choice.with(option)));
            }
            menu = longer;
        }
        return menu.stream()
                .filter(choice -> !choice.until().isBefore(choice.from()))
                .toList();
    }

    /** Whether it has a menu to choose from. */
    boolean chooses() {
        return !strategies.isEmpty() || !moves.isEmpty();
    }

    /** Largest menu that lists of moves may span. */
    private static final long MOST_CHOICES = 256;

    private static long size(List<MoveList> moves) {
        long size = 1;
        for (MoveList list : moves) {
            size = Math.min(1 + MOST_CHOICES, size * list.options().size());
        }
        return size;
    }

    public ActorData {
        strategies = List.copyOf(strategies);
        moves = List.copyOf(moves);
        if (!strategies.isEmpty() && !moves.isEmpty()) {
            throw new IllegalArgumentException(id + " has strategies and moves and must have one of them");
        }
        if (size(moves) > MOST_CHOICES) {
            throw new IllegalArgumentException(
                    "moves of " + id + " span more than " + MOST_CHOICES + " strategies; take shorter lists");
        }
        boolean chooses = !strategies.isEmpty() || !moves.isEmpty();
        if (role == Role.REST && chooses) {
            throw new IllegalArgumentException(
                    id + " is the rest of the world (role rest) and must have no strategies");
        }
        if (role != Role.REST && !chooses) {
            throw new IllegalArgumentException(id + " must have strategies or moves, or role rest");
        }
        if (chooses && (rule.isEmpty() || start.isEmpty())) {
            throw new IllegalArgumentException(id + " has strategies and so needs rule and start");
        }
    }

    /** This actor as often as it has copies, numbered from 1 if there are several. */
    List<ActorData> each() {
        if (copies == 1) {
            return List.of(this);
        }
        List<ActorData> each = new ArrayList<>();
        for (int number = 1; number <= copies; number++) {
            String digits = Integer.toString(number);
            String padded = "0".repeat(Integer.toString(copies).length() - digits.length()) + digits;
            each.add(new ActorData(
                    id + SEPARATOR + padded,
                    name + " " + number,
                    role,
                    resourceWeight,
                    rule,
                    start,
                    fallback,
                    royalty,
                    tradeExposure,
                    trust,
                    hostility,
                    commitments,
                    hazards,
                    market,
                    scale,
                    governments,
                    weights,
                    copies,
                    strategies,
                    moves));
        }
        return each;
    }

    /** The id before it was numbered. */
    String archetype() {
        return copies == 1 ? id : id.substring(0, id.lastIndexOf(SEPARATOR));
    }
}
