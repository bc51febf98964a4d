package org.lode.sim.world;

import java.util.random.RandomGenerator;
import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Settings;

/**
 * The slow state: embedding in clubs, adoption, hostility and trust, credibility, rule power, clocks. One call to
 * {@link #settle} moves them by a round under the profile that was played.
 */
final class Institutions {
    private final Scenario scenario;
    private final ScenarioData.Institutions rules;
    private final int actors;
    private final int clubs;
    private final Embedding embedding;
    private final Hostilities hostilities;

    Institutions(Scenario scenario) {
        this.scenario = scenario;
        this.rules = scenario.data().institutions();
        this.actors = scenario.actors().size();
        this.clubs = scenario.clubCount();
        this.embedding = new Embedding(scenario);
        this.hostilities = new Hostilities(scenario);
    }

    /** Sets the state with which a scenario starts. */
    void start(WorldState state) {
        for (int i = 0; i < actors; i++) {
            ActorData actor = scenario.actorData().get(i);
            for (int g = 0; g < clubs; g++) {
                state.commitment[i * clubs + g] = actor.commitments()
                        .getOrDefault(scenario.data().clubs().get(g).id(), 0.0);
            }
            for (int k = 0; k < actors; k++) {
                String other = scenario.actors().get(k).id();
                state.hostility[i * actors + k] = actor.hostility().getOrDefault(other, 0.0);
                state.trust[i * actors + k] =
                        actor.trust().getOrDefault(other, rules.hostility().trustNeutral());
            }
        }
        int rest = restOfWorld();
        for (int g = 0; g < clubs && rest >= 0; g++) {
            state.joined[g] = (int) Math.round(rules.joining().states() * state.commitment[rest * clubs + g]);
        }
        state.yearsInForce = rules.credibility().priorYears();
        state.reversals = rules.credibility().prior() * rules.credibility().priorYears();
        state.truceUntil = scenario.months(rules.truce().until()) + 1;
        state.rulePowerHome = rules.rulePower().home();
        state.rulePowerWest = rules.rulePower().west();
        state.homeRefining = homeRefining(state);
        for (int m = 0; m < scenario.minerals.length; m++) {
            state.refinedAtStart[m] = refined(state, m);
        }
        adopt(state);
    }

    private int restOfWorld() {
        return scenario.choosers() < actors ? actors - 1 : -1;
    }

    /** Refreshes what everybody believes as a round begins. */
    void believe(WorldState state, ProfileView last) {
        Beliefs beliefs = state.beliefs;
        beliefs.month = state.round * scenario.data().monthsPerRound();
        beliefs.hegemon = scenario.hegemon;
        beliefs.reversalHazard = scenario.hegemon < 0 ? 0 : state.reversals / state.yearsInForce * held(state);
        ScenarioData.Feedbacks feedbacks = scenario.data().feedbacks();
        for (int i = 0; i < actors; i++) {
            beliefs.certified[i] = state.certified * Math.min(1, west(state.commitment, i));
        }
        beliefs.captive = Math.min(1, feedbacks.certifiedSupply() * feedbacks.strengths().captive());
        beliefs.learning = feedbacks.clusterLearning();
        beliefs.capital = feedbacks.clusterLearning() * feedbacks.strengths().capital();
        beliefs.truceClock = beliefs.month < state.truceUntil;
        int from = scenario.months(rules.capFrom());
        int full = Math.max(from + 1, scenario.months(rules.capFull()));
        beliefs.capPhase = Math.min(1, Math.max(0, (beliefs.month - from) / (double) (full - from)));
        for (int m = 0; m < beliefs.cutoffHazard.length; m++) {
            MineralModel mineral = scenario.minerals[m];
            double sum = 0;
            double weights = 0;
            for (int i = 0; i < actors && mineral.home >= 0; i++) {
                if (i != mineral.home) {
                    sum += mineral.baseDemand[i] * last.hazard(i, mineral.home, m);
                    weights += mineral.baseDemand[i];
                }
            }
            beliefs.cutoffHazard[m] = weights > 0 ? Math.min(1, sum / weights) : 0;
        }
    }

    /** Moves the slow state by one round under the profile that {@code played} shows. */
    void settle(
            WorldState state, ProfileView played, double lost, RandomGenerator joining, RandomGenerator truce) {
        double years = scenario.roundYears();
        feel(state, played, years);
        embed(state, played);
        played.moved();
        double home = played.rulePowerHome();
        state.rulePowerWest = played.rulePowerWest();
        state.rulePowerHome = home;
        if (scenario.hegemon >= 0) {
            state.yearsInForce += years;
            state.reversals += lost;
        }
        renew(state, played, truce);
        join(state, joining, years);
        adopt(state);
        state.homeRefining = homeRefining(state);
        hold(state, played);
    }

    /**
     * How much of a reversal a round's choice of the hegemon is: the share of the clauses of its last course that the new one
     * drops, 0..1. What a new government drops is no reversal of this kind; its election was foreseen.
     *
     * @param forced whether budget or court took the authority, which counts even as a government changes
     */
    double lost(int[] profile, int[] last, boolean forced, boolean elected) {
        int hegemon = scenario.hegemon;
        if (hegemon < 0 || profile[hegemon] == last[hegemon] || elected && !forced) {
            return 0;
        }
        var menu = scenario.actors().get(hegemon).menu();
        Settings before = menu.get(last[hegemon]).settings();
        Settings now = menu.get(profile[hegemon]).settings();
        int clauses = 0;
        int dropped = 0;
        for (Instrument instrument : Instrument.values()) {
            if (!before.isNeutral(instrument)) {
                clauses++;
                dropped += now.isNeutral(instrument) ? 1 : 0;
            }
        }
        return clauses == 0 ? 0 : dropped / (double) clauses;
    }

    /** Factor by which capacity that policies created lowers the hazard of reversal. */
    double held(WorldState state) {
        ScenarioData.Feedbacks feedbacks = scenario.data().feedbacks();
        return StrictMath.exp(
                -feedbacks.constituency() * feedbacks.strengths().constituency() * state.constituency);
    }

    private void embed(WorldState state, ProfileView played) {
        for (int i = 0; i < scenario.choosers(); i++) {
            double fading = embedding.fading(state, i);
            for (int g = 0; g < clubs; g++) {
                double target = embedding.target(played.settings(i), g, played.leader(g) >= 0);
                int at = i * clubs + g;
                double gap = target - state.commitment[at];
                state.commitment[at] += (gap > 0 ? embedding.rising() : fading) * gap;
            }
        }
    }

    private void feel(WorldState state, ProfileView played, double years) {
        ScenarioData.Hostility rule = rules.hostility();
        for (int i = 0; i < actors; i++) {
            for (int k = 0; k < actors; k++) {
                if (i == k) {
                    continue;
                }
                int at = i * actors + k;
                double added = hostilities.added(i, k, played);
                state.hostility[at] = hostilities.after(state.hostility[at], added, years);
                double trust = state.trust[at];
                trust +=
                        years * (rule.trustRepair() * (rule.trustNeutral() - trust) - rule.trustLoss() * added * trust);
                state.trust[at] = Math.min(1, Math.max(0, trust));
            }
        }
    }

    private void renew(WorldState state, ProfileView played, RandomGenerator random) {
        if (scenario.dominant < 0) {
            return;
        }
        int nextMonth = (state.round + 1) * scenario.data().monthsPerRound();
        double draw = random.nextDouble();
        if (state.truceUntil <= nextMonth
                && played.truceOffered()
                && draw < rules.truce().renewal()) {
            state.truceUntil = nextMonth + rules.truce().months();
        }
        if (!(played.settings(scenario.dominant).of(Instrument.TRUCE) >= 0.5)) {
            state.truceUntil = Math.min(state.truceUntil, nextMonth);
        }
    }

    /** Small states reconsider one by one: P(g) ~ r + nu s_g^eta, where s_g is the adoption so far (Arthur 1989). */
    private void join(WorldState state, RandomGenerator random, double years) {
        ScenarioData.Joining rule = rules.joining();
        int rest = restOfWorld();
        if (rest < 0 || rule.states() == 0) {
            return;
        }
        double pace = Math.min(1, rule.pace() * years);
        int inside = 0;
        for (int g = 0; g < clubs; g++) {
            inside += state.joined[g];
        }
        int outside = rule.states() - inside;
        int[] moved = new int[clubs + 1];
        double[] pull = new double[clubs + 1];
        double total = rule.aloof();
        pull[clubs] = rule.aloof();
        for (int g = 0; g < clubs; g++) {
            pull[g] = (rule.base() + rule.network() * StrictMath.pow(state.adoption[g], rule.returns()))
                    * ruled(state, g);
            total += pull[g];
        }
        for (int g = 0; g <= clubs; g++) {
            int count = g < clubs ? state.joined[g] : outside;
            for (int k = 0; k < count; k++) {
                if (random.nextDouble() >= pace) {
                    moved[g]++;
                    continue;
                }
                double at = random.nextDouble() * total;
                int to = 0;
                while (to < clubs && at >= pull[to]) {
                    at -= pull[to];
                    to++;
                }
                moved[to]++;
            }
        }
        System.arraycopy(moved, 0, state.joined, 0, clubs);
        for (int g = 0; g < clubs; g++) {
            state.commitment[rest * clubs + g] = state.joined[g] / (double) rule.states();
        }
    }

    /** What the rules in force add to the pull of a club on small states. */
    private double ruled(WorldState state, int club) {
        ScenarioData.Feedbacks feedbacks = scenario.data().feedbacks();
        double power = club == scenario.homeClub ? state.rulePowerHome : state.rulePowerWest;
        return 1 + feedbacks.rulePower() * feedbacks.strengths().rules() * power;
    }

    /** Adoption of a club: stake-weighted embedding of everybody but the two founders of the rival systems. */
    private void adopt(WorldState state) {
        for (int g = 0; g < clubs; g++) {
            double sum = 0;
            for (int i = 0; i < actors; i++) {
                sum += scenario.adoptionWeight[i] * state.commitment[i * clubs + g];
            }
            state.adoption[g] = Math.min(1, sum);
        }
    }

    /** What policies have built and bound by now, which holds them in place. */
    private void hold(WorldState state, ProfileView played) {
        double built = 0;
        int counted = 0;
        for (int m = 0; m < scenario.minerals.length; m++) {
            if (scenario.minerals[m].home >= 0) {
                double gain = state.refinedAtStart[m] - refined(state, m);
                built += Math.min(1, Math.max(0, gain / scenario.data().feedbacks().strengths().target()));
                counted++;
            }
        }
        state.constituency = counted > 0 ? built / counted : 0;
        for (int i = 0; i < scenario.choosers(); i++) {
            state.bound[i] = bound(state, played, i);
        }
        // Demand that asks for certificates grows with adoption x standards and does not turn back: buyers have requalified.
        ScenarioData.Feedbacks feedbacks = scenario.data().feedbacks();
        double rate = feedbacks.certifiedSupply() * feedbacks.strengths().certified() * scenario.roundYears();
        double asked = Math.min(1, west(state.adoption, 0)) * Math.min(1, played.strict());
        state.certified += Math.min(1, rate * asked) * (1 - state.certified);
    }

    /** What a row of numbers by club has in the two Western tracks together. */
    private double west(double[] byClub, int row) {
        double hegemons = scenario.hegemonClub < 0 ? 0 : byClub[row * clubs + scenario.hegemonClub];
        return hegemons + (scenario.pluralClub < 0 ? 0 : byClub[row * clubs + scenario.pluralClub]);
    }

    /** Share of an actor's bill that is under contract, or under a floor or standard in law. */
    private double bound(WorldState state, ProfileView played, int actor) {
        double sum = 0;
        double bill = 0;
        for (int m = 0; m < scenario.minerals.length; m++) {
            MineralModel mineral = scenario.minerals[m];
            double demand = mineral.baseDemand[actor];
            if (demand > 0) {
                double value = demand * mineral.reference;
                sum += value * Math.min(1, state.minerals[m].contractedOf[actor] / demand);
                bill += value;
            }
        }
        double statute = scenario.minerals.length == 0 ? 0 : played.statutes(actor) / scenario.minerals.length;
        return Math.min(1, (bill > 0 ? sum / bill : 0) + statute);
    }

    private double refined(WorldState state, int m) {
        MineralModel mineral = scenario.minerals[m];
        double home = 0;
        double all = 0;
        for (int j = 0; j < mineral.producers; j++) {
            double capacity = state.minerals[m].capacity[j * mineral.stages + 1];
            all += capacity;
            home += mineral.host[j] == mineral.home ? capacity : 0;
        }
        return all > 0 ? home / all : 0;
    }

    /** Dominant supplier's share of refining capacity, weighted by the value of world demand. */
    private double homeRefining(WorldState state) {
        double sum = 0;
        double weights = 0;
        for (int m = 0; m < scenario.minerals.length; m++) {
            MineralModel mineral = scenario.minerals[m];
            if (mineral.home < 0) {
                continue;
            }
            double value = mineral.data.demand().world() * mineral.reference;
            sum += value * refined(state, m);
            weights += value;
        }
        return weights > 0 ? sum / weights : 0;
    }
}
