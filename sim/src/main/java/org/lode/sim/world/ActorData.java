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
