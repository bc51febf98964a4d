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

    Institutions(Scenario scenario) {
        this.scenario = scenario;
        this.rules = scenario.data().institutions();
        this.actors = scenario.actors().size();
        this.clubs = scenario.clubCount();
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
        beliefs.reversalHazard = scenario.hegemon < 0 ? 0 : state.reversals / state.yearsInForce;
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
                    sum += mineral.baseDemand[i] * last.hazard(i, mineral.home);
                    weights += mineral.baseDemand[i];
                }
            }
            beliefs.cutoffHazard[m] = weights > 0 ? Math.min(1, sum / weights) : 0;
        }
    }

    /** Moves the slow state by one round under the profile that {@code played} shows. */
    void settle(
            WorldState state, ProfileView played, boolean fellBack, RandomGenerator joining, RandomGenerator truce) {
        double years = scenario.roundYears();
        embed(state, played, years);
        feel(state, played, years);
        state.rulePowerHome = played.rulePowerHome();
        state.rulePowerWest = played.rulePowerWest();
        if (scenario.hegemon >= 0) {
            boolean inForce = !played.settings(scenario.hegemon).equals(fallback());
            state.yearsInForce += inForce ? years : 0;
            state.reversals += fellBack ? 1 : 0;
        }
        renew(state, played, truce);
        join(state, joining, years);
        adopt(state);
        state.homeRefining = homeRefining(state);
    }

    private Settings fallback() {
        var actor = scenario.actors().get(scenario.hegemon);
        return actor.fallback() < 0
                ? scenario.neutral()
                : actor.menu().get(actor.fallback()).settings();
    }

    private void embed(WorldState state, ProfileView played, double years) {
        for (int i = 0; i < scenario.choosers(); i++) {
            double sum = 0;
            for (int g = 0; g < clubs; g++) {
                sum += part(played.settings(i), g);
            }
            for (int g = 0; g < clubs; g++) {
                double target = part(played.settings(i), g) / Math.max(1, sum);
                if (played.leader(g) < 0) {
                    target *= scenario.data().clubs().get(g).leaderless();
                }
                int at = i * clubs + g;
                double gap = target - state.commitment[at];
                double rate = gap > 0 ? rules.embedding() : rules.fading();
                state.commitment[at] += Math.min(1, rate * years) * gap;
            }
        }
    }

    private static double part(Settings settings, int club) {
        return Math.max(settings.of(Instrument.JOIN, club), settings.of(Instrument.LEAD, club));
    }

    private void feel(WorldState state, ProfileView played, double years) {
        ScenarioData.Hostility rule = rules.hostility();
        int dominant = scenario.dominant;
        int hegemon = scenario.hegemon;
        for (int i = 0; i < actors; i++) {
            for (int k = 0; k < actors; k++) {
                if (i == k) {
                    continue;
                }
                double added = rule.coercion() * played.settings(k).of(Instrument.COERCION, i);
                if (k == dominant) {
                    boolean spared = i == hegemon && played.truce();
                    added += spared ? 0 : rule.control() * played.meanControl(i);
                }
                if (i == dominant && scenario.hegemonClub >= 0) {
                    Settings other = played.settings(k);
                    added += rule.club()
                            * part(other, scenario.hegemonClub)
                            * other.of(Instrument.BINDING, scenario.hegemonClub);
                }
                if (k == hegemon && played.deadlinePassed() && scenario.hegemonClub >= 0) {
                    double outside = 1 - part(played.settings(i), scenario.hegemonClub);
                    added += rule.section232() * played.settings(k).of(Instrument.SECTION_232) * outside;
                }
                int at = i * actors + k;
                double before = state.hostility[at];
                double after = before + years * (added * (1 - before) - rule.decay() * before);
                state.hostility[at] = Math.min(1, Math.max(0, after));
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
            pull[g] = rule.base() + rule.network() * StrictMath.pow(state.adoption[g], rule.returns());
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

    /** Adoption of a club: stake-weighted embedding of everybody but the two founders of the rival systems. */
    private void adopt(WorldState state) {
        for (int g = 0; g < clubs; g++) {
            double sum = 0;
            double weights = 0;
            for (int i = 0; i < actors; i++) {
                if (i != scenario.hegemon && i != scenario.dominant) {
                    sum += scenario.stake[i] * state.commitment[i * clubs + g];
                    weights += scenario.stake[i];
                }
            }
            state.adoption[g] = weights > 0 ? Math.min(1, sum / weights) : 0;
        }
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
            double home = 0;
            double all = 0;
            for (int j = 0; j < mineral.producers; j++) {
                double capacity = state.minerals[m].capacity[j * mineral.stages + 1];
                all += capacity;
                home += mineral.host[j] == mineral.home ? capacity : 0;
            }
            double value = mineral.data.demand().world() * mineral.reference;
            sum += all > 0 ? value * home / all : 0;
            weights += value;
        }
        return weights > 0 ? sum / weights : 0;
    }
}
