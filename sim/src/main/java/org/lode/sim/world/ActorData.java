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

        @Doc("spread of its payoffs over its strategies in the base round, per unit of stake; worked out where it is left out")
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

        @Default("[]") List<StrategyData> strategies) {
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
            @Doc("elections after the last of these") @Default("[]") List<YearMonth> elections,

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
                    throw new IllegalArgumentException("terms (from " + terms.get(t).from()
                            + ") must be in order of their dates");
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

    public ActorData {
        strategies = List.copyOf(strategies);
        if (role == Role.REST && !strategies.isEmpty()) {
            throw new IllegalArgumentException(
                    id + " is the rest of the world (role rest) and must have no strategies");
        }
        if (role != Role.REST && strategies.isEmpty()) {
            throw new IllegalArgumentException(id + " must have strategies, or role rest");
        }
        if (!strategies.isEmpty() && (rule.isEmpty() || start.isEmpty())) {
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
                    strategies));
        }
        return each;
    }

    /** The id before it was numbered. */
    String archetype() {
        return copies == 1 ? id : id.substring(0, id.lastIndexOf(SEPARATOR));
    }
}
