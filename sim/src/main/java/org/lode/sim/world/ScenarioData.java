package org.lode.sim.world;

import static org.lode.sim.config.Unit.ONE;
import static org.lode.sim.config.Unit.PER_YEAR;
import static org.lode.sim.config.Unit.SHARE;
import static org.lode.sim.config.Unit.YEARS;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lode.agents.payoff.PayoffComponent;
import org.lode.sim.config.Above;
import org.lode.sim.config.Default;
import org.lode.sim.config.Doc;
import org.lode.sim.config.In;
import org.lode.sim.config.Kind;
import org.lode.sim.config.Max;
import org.lode.sim.config.Min;
import org.lode.sim.config.Raw;

/** A scenario as configured: who, what, when, and how beliefs and institutions move. */
@Kind("scenario")
public record ScenarioData(
        String name,
        @Doc("first month of round 0") YearMonth start,
        @Min(1) @Max(10000) int rounds,

        @Doc("length of a round") @Min(1) @Max(60) @Default("6")
        int monthsPerRound,

        @Doc("market periods in a round") @Min(1) @Max(60) @Default("2")
        int stepsPerRound,

        @Min(1) @Max(10000000) @Default("100") int replications,
        @Default("1") long seed,

        @Doc("none, or parameters: every ranged parameter is drawn anew in each replication") @Default("none")
        Draw draw,

        @Doc("actor files, or actors") List<ActorData> actors,
        @Doc("mineral files, or minerals") @Default("[]") List<MineralData> minerals,
        List<Club> clubs,
        Institutions institutions,
        @Doc("dials of what can lock in") @Default("{}") Feedbacks feedbacks,
        Foresight foresight,
        Payoffs payoffs,
        Regimes regimes,

        @Doc("rounds with an equilibrium report; the last round may be written as -1") @Default("[0, 10, 20, -1]")
        List<Integer> reportRounds,

        @Doc("files of dated events, or such lists") @Default("[]")
        List<Events> events,

        @Doc("how lock-in is measured") Optional<Raw> lockin,

        @Doc("whether unit costs are solved so that the base round clears at the minerals' prices") @Default("true")
        boolean clearBase) {

    public enum Draw {
        NONE,
        PARAMETERS
    }

    /** A club: an institution with members and rules. */
    public record Club(
            String id,
            String name,

            @Doc("hegemon, plural or home: whose track it is")
            Track track,

            @Doc("factor on commitments while nobody leads") @In(SHARE) @Min(0) @Max(1) double leaderless,

            @Doc("coordination cost of belonging, relative") @In(ONE) @Min(0) double coordination,

            @Doc("share of its members' cfd and stock costs that the leader bears")
            @In(SHARE)
            @Min(0) @Max(1) @Default("1")
            double leaderPays) {}

    public enum Track {
        HEGEMON,
        PLURAL,
        HOME
    }

    /** How slow state and beliefs move. Rates are per year unless said. */
    public record Institutions(
            @Doc("how fast embedding grows toward its target") @In(PER_YEAR) @Min(0) @Max(5) double embedding,

            @Doc("how fast it fades; slower than it grows") @In(PER_YEAR) @Min(0) @Max(5) double fading,

            @Doc("share of rules obeyed from which a member keeps the floor") @In(SHARE) @Min(0) @Max(1) double obedience,

            Hostility hostility,
            Hazard hazard,
            RulePower rulePower,
            Joining joining,
            Credibility credibility,
            Truce truce,
            @Doc("section-232 deadline") YearMonth deadline,
            @Doc("supplier caps phase in from here") YearMonth capFrom,
            @Doc("supplier caps in full from here") YearMonth capFull,
            Ore ore) {}

    /** Hostility and trust per pair. */
    public record Hostility(
            @Doc("added a year by a full export control") @In(PER_YEAR) @Min(0) double control,

            @Doc("added a year by a full section-232 tariff") @In(PER_YEAR) @Min(0) double section232,

            @Doc("added a year by full coercion") @In(PER_YEAR) @Min(0) double coercion,

            @Doc("added a year, in the dominant supplier, by full obedience in the hegemon's club")
            @In(PER_YEAR)
            @Min(0) double club,

            @In(PER_YEAR) @Min(0) double decay,

            @Doc("trust lost per unit of hostility added") @In(ONE) @Min(0) double trustLoss,

            @In(PER_YEAR) @Min(0) double trustRepair,

            @Doc("trust between strangers, to which it returns") @In(SHARE) @Min(0) @Max(1) double trustNeutral) {}

    /** Perceived hazards of a cut-off, per year. */
    public record Hazard(
            @Doc("per unit of the supplier's hostility") @In(PER_YEAR) @Min(0) double perHostility,

            @Doc("per unit of control that the supplier's strategy sets on the actor") @In(PER_YEAR) @Min(0) double perControl,

            @Doc("share taken off by full offers or an assured licence") @In(SHARE) @Min(0) @Max(1) double assurance,

            @In(PER_YEAR) @Above(0) double most,

            @Doc("zeta: fall of the log hazard when all outside demand answers together")
            @In(ONE)
            @Min(0) @Max(10) @Default("0")
            double answer) {}

    /** What can lock in, each feedback with a dial: 1 is the sourced strength, 0 cuts the wire. */
    public record Feedbacks(
            @Doc("capacity that policies created holds them in place (Pierson 2000; Patashnik 2008)")
            @In(ONE)
            @Min(0) @Max(2) @Default("1")
            double constituency,

            @Doc("demand open to certified supply only grows with adoption and standards (Mattli and Buthe 2003)")
            @In(ONE)
            @Min(0) @Max(2) @Default("1")
            double certifiedSupply,

            @Doc("unit cost falls with cumulative output outside (Wright 1936)") @In(ONE) @Min(0) @Max(2) @Default("1")
            double clusterLearning,

            @Doc("a club is worth more the more partners are in it (Katz and Shapiro 1985)")
            @In(ONE)
            @Min(0) @Max(2) @Default("1")
            double network,

            @Doc("rules in force draw resource states and small states (Strange 1988; Arthur 1989)")
            @In(ONE)
            @Min(0) @Max(2) @Default("1")
            double rulePower,

            @Doc("contracts and statutes slow the fading of commitments") @In(ONE) @Min(0) @Max(2) @Default("1")
            double contracts,

            @Doc("trust lowers coordination cost and doubt (Kydd 2005)") @In(ONE) @Min(0) @Max(2) @Default("1")
            double trust,

            @Doc("strengths at dial 1") @Default("{}") Strengths strengths) {}

    /** How strong each feedback is at dial 1; 0 where a file says nothing. */
    public record Strengths(
            @Doc("eta: fall of the log hazard of reversal, and of log fading, when the constituency is whole")
            @In(ONE)
            @Min(0) @Max(5) @Default("0")
            double constituency,

            @Doc("share refined outside the dominant supplier, above the start, that makes it whole")
            @In(SHARE)
            @Above(0)
            @Max(1) @Default("0.2")
            double target,

            @Doc("rate at which demand turns to certified material, per unit of adoption x standards")
            @In(PER_YEAR)
            @Min(0) @Max(5) @Default("0")
            double certified,

            @Doc("part of a market closed to uncertified material that lenders count as backing")
            @In(SHARE)
            @Min(0) @Max(1) @Default("0")
            double captive,

            @Doc("rise of the share of projects that find capital without backing, per part of unit cost learnt away")
            @In(ONE)
            @Min(0) @Max(20) @Default("0")
            double capital,

            @Doc("fall of log fading when all demand is under contract or statute")
            @In(ONE)
            @Min(0) @Max(5) @Default("0")
            double contracts,

            @Doc("part of coordination cost and of doubt that full trust takes away and full distrust adds")
            @In(SHARE)
            @Min(0) @Max(1) @Default("0")
            double trust,

            @Doc("pull of a full system of rules on small states, over that of none, less 1")
            @In(ONE)
            @Min(0) @Max(10) @Default("0")
            double rules) {}

    /** Rule power of the two systems. */
    public record RulePower(
            @Doc("rate at which refining turns into rules") @In(PER_YEAR) @Min(0) double conversion,

            @Doc("rate at which standards and floors turn into rules") @In(PER_YEAR) @Min(0) double western,

            @In(SHARE) @Min(0) @Max(1) double home,
            @In(SHARE) @Min(0) @Max(1) double west) {}

    /** Stochastic joining of the many small states in the rest of the world: P(g) ~ r + nu s_g^eta (Arthur). */
    public record Joining(
            @Min(0) @Max(100000) int states,

            @Doc("r: pull of a club without members") @In(ONE) @Min(0) double base,

            @Doc("nu: pull of a full club") @In(ONE) @Min(0) double network,

            @Doc("eta: above 1 returns increase") @In(ONE) @Above(0) @Max(10) double returns,

            @Doc("pull of staying out") @In(ONE) @Min(0) double aloof,

            @Doc("share of states that reconsider in a year") @In(PER_YEAR) @Min(0) @Max(10) double pace) {}

    /** Credibility of the hegemon: reversals seen over years in force, and what may force a retreat. */
    public record Credibility(
            @Doc("prior hazard of a reversal") @In(PER_YEAR) @Above(0)
            double prior,

            @Doc("weight of the prior") @In(YEARS) @Above(0) double priorYears,
            @Doc("presidential elections") @Default("[]") List<YearMonth> elections,
            @Doc("mid-term elections") @Default("[]") List<YearMonth> midterms,

            @Doc("chance that an election forces a retreat") @In(SHARE) @Min(0) @Max(1) double election,

            @In(SHARE) @Min(0) @Max(1) double midterm,

            @Doc("hazard that appropriations run out") @In(PER_YEAR) @Min(0) @Max(5) double budget,

            @Doc("hazard that a court limits authority") @In(PER_YEAR) @Min(0) @Max(5) double court,

            @Doc("hazard that authority returns") @In(PER_YEAR) @Min(0) @Max(5) double recovery) {}

    /** The suspension of controls between hegemon and dominant supplier. */
    public record Truce(
            @Doc("in force to the end of this month") YearMonth until,

            @Doc("chance of renewal for a year when both offer it") @In(SHARE) @Min(0) @Max(1) double renewal,

            @Doc("months of one suspension") @Min(1) @Max(600) int months) {}

    /** What moves ore between channels. */
    public record Ore(
            @Doc("weight of a full corridor in the dominant supplier's offer for ore") @In(SHARE) @Min(0) @Max(1) double corridor,

            @Doc("the same of a full plant-for-ore offer") @In(SHARE) @Min(0) @Max(1) double plant,

            @Doc("weight of full logistics in the pool's offer") @In(SHARE) @Min(0) @Max(1) double logistics,

            @Doc("the same of full support of investment there") @In(SHARE) @Min(0) @Max(1) @Default("0")
            double support,

            @Doc("the same of being a partner of offtakes") @In(SHARE) @Min(0) @Max(1) @Default("0")
            double offtake,

            @Doc("the same of obeying the hegemon's club while it is open") @In(SHARE) @Min(0) @Max(1) @Default("0")
            double openness,

            @Doc("weight of a closed club, in the dominant supplier's offer, for states outside it")
            @In(SHARE)
            @Min(0) @Max(1) double closure,

            @Doc("rho: how sharply ore follows offers") @In(ONE) @Min(0) @Max(5) @Default("0.75")
            double rho,

            @Doc("eta: how sharply ore follows the prices that either channel pays")
            @In(ONE)
            @Min(0) @Max(10) @Default("1")
            double eta,

            @Doc("most that a host's share moves in a year") @In(PER_YEAR) @Min(0) @Max(1) @Default("0.1")
            double pace) {}

    /** How far actors look ahead. */
    public record Foresight(
            @Doc("rounds looked ahead") @Min(1) @Max(200) int horizon,

            @Doc("rounds between the dates at which a look-ahead clears the markets") @Min(1) @Max(20) @Default("2")
            int stride,

            @Doc("years of terminal flow after them; 0 with a horizon of one round") @In(YEARS) @Min(0) @Max(100) double terminal,

            @In(PER_YEAR) @Min(0) @Max(2) double discount) {}

    /** Which payoff model and, for the market's, which components with which weights. */
    public record Payoffs(
            @Default("market") Model model,

            @Doc("components with their settings") @Default("[]")
            List<PayoffComponent> components,

            @Doc("weight of each component, pooled over actors") @In(ONE) @Default("{}")
            Map<String, Double> weights,

            @Doc("coefficient table of the reduced model") Optional<Raw> reduced,
            @Doc("Gambit file of the table model") Optional<String> table) {}

    public enum Model {
        MARKET,
        REDUCED,
        TABLE
    }

    /** Thresholds of the regimes. */
    public record Regimes(
            @Doc("below this adoption of every club: fragmented") @In(SHARE) @Min(0) @Max(1) double fragmented,

            @Doc("theta: adoption of both camps for bifurcation") @In(SHARE) @Min(0) @Max(1) double theta,

            @Doc("omega: wedge for bifurcation; less one, the part made by policy that counts a mineral as split")
            @In(ONE)
            @Min(1) double omega,

            @Doc("share of the minerals with a dominant supplier that policy must split for bifurcation")
            @In(SHARE)
            @Min(0) @Max(1) @Default("0.3333333333333333")
            double split,

            @Doc("most that one mineral's wedge counts in the mean") @In(ONE) @Min(1) @Default("5")
            double wedgeCap,

            @Doc("r_c: China-centred if c exceeds this multiple of w") @In(ONE) @Min(0) double homeRatio,

            @Doc("multiple of the other track for us-club or plural") @In(ONE) @Min(1) @Default("2")
            double trackRatio,

            @Doc("rounds that a change must last") @Min(1) @Max(100) @Default("2")
            int persistence) {}

    /** A list of dated events, usually a file of its own. */
    @Kind("events")
    public record Events(List<Event> events) {}

    /** All dated events, in order of the lists. */
    public List<Event> allEvents() {
        return events.stream().flatMap(list -> list.events().stream()).toList();
    }

    /** A dated change of state. */
    public record Event(
            String id,
            YearMonth date,
            @Doc("what changes") What what,
            Optional<String> actor,
            Optional<String> other,
            Optional<String> mineral,

            @Doc("size, in the unit of what changes") @In(ONE) @Default("0")
            double change) {
        /** Kinds of change. */
        public enum What {
            REVERSAL,
            HOSTILITY,
            TRUST,
            OUTAGE,
            DEMAND,
            COST,
            TRUCE,
            AUTHORITY
        }
    }
}
