package org.lode.sim.world;

import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Settings;
import org.lode.agents.view.WorldView;

/** Slow state and one profile, as payoff components see them. Re-used: {@link #show} points it at another profile. */
public final class ProfileView implements WorldView {
    private static final double OFFERED = 0.5;

    private final Scenario scenario;
    private final WorldState state;
    private final Stances stances;
    private final int[] strategies;
    private final Settings[] settings;
    private final int actors;
    private final int clubs;
    private final int choosers;

    // What the shown profile adds up to, by club and in all; see sum().
    private final int[] leaders;
    private final double[] leadership;
    private final double[] support;
    private double strictness;
    private boolean summed;

    ProfileView(Scenario scenario, WorldState state) {
        this.scenario = scenario;
        this.state = state;
        this.actors = scenario.actors().size();
        this.clubs = scenario.clubCount();
        this.choosers = scenario.choosers();
        settings = new Settings[actors];
        stances = scenario.stances;
        strategies = new int[actors];
        for (int i = 0; i < actors; i++) {
            strategies[i] = stances.neutral(i);
            settings[i] = scenario.neutral();
        }
        leaders = new int[clubs];
        leadership = new double[clubs];
        support = new double[clubs];
    }

    /** Points the view at a profile of the actors that choose. */
    public void show(int[] profile) {
        for (int i = 0; i < choosers; i++) {
            strategies[i] = profile[i];
            settings[i] = stances.settings(i, profile[i]);
        }
        summed = false;
    }

    /** What the shown profile adds up to: once for each profile, if anybody asks. */
    private void sum() {
        if (summed) {
            return;
        }
        for (int g = 0; g < clubs; g++) {
            leaders[g] = -1;
            leadership[g] = 0;
            support[g] = 0;
            for (int i = 0; i < choosers; i++) {
                double lead = settings[i].of(Instrument.LEAD, g);
                if (lead > leadership[g]) {
                    leadership[g] = lead;
                    leaders[g] = i;
                }
                support[g] += scenario.resourceWeight[i] * settings[i].of(Instrument.JOIN, g);
            }
        }
        strictness = strictness();
        summed = true;
    }

    @Override
    public int round() {
        return state.round;
    }

    @Override
    public int actors() {
        return actors;
    }

    @Override
    public int clubs() {
        return clubs;
    }

    @Override
    public Settings settings(int actor) {
        return settings[actor];
    }

    @Override
    public double commitment(int actor, int club) {
        return state.commitment[actor * clubs + club];
    }

    @Override
    public double adoption(int club) {
        return state.adoption[club];
    }

    @Override
    public double leadership(int club) {
        sum();
        return leadership[club];
    }

    @Override
    public int leader(int club) {
        sum();
        return leaders[club];
    }

    @Override
    public double hostility(int actor, int other) {
        return state.hostility[actor * actors + other];
    }

    @Override
    public double trust(int actor, int other) {
        return state.trust[actor * actors + other];
    }

    @Override
    public double hazard(int actor, int supplier) {
        if (actor == supplier) {
            return 0;
        }
        ScenarioData.Hazard rule = scenario.data().institutions().hazard();
        double hazard = scenario.baseHazard[actor][supplier] + rule.perHostility() * hostility(supplier, actor);
        double assured = settings[supplier].of(Instrument.OFFERS, actor);
        if (supplier == scenario.dominant) {
            hazard += rule.perControl() * meanControl(actor);
            if (actor == scenario.hegemon && truce()) {
                assured = 1;
            }
        } else {
            hazard += rule.perControl() * stances.withheld(supplier, strategies[supplier]);
        }
        return Math.min(rule.most(), hazard * (1 - rule.assurance() * assured));
    }

    /** Export control that the dominant supplier's strategy sets on an actor, averaged over the minerals it supplies. */
    double meanControl(int actor) {
        return stances.control(strategies[scenario.dominant], actor);
    }

    @Override
    public double tradeExposure(int actor, int other) {
        return scenario.tradeExposure[actor][other];
    }

    @Override
    public double rulePowerHome() {
        double pull = scenario.homeClub < 0 ? 0 : resourceSupport(scenario.homeClub);
        double rate = scenario.data().institutions().rulePower().conversion() * state.homeRefining;
        return towards(state.rulePowerHome, pull, rate);
    }

    @Override
    public double rulePowerWest() {
        double pull = 0;
        if (scenario.hegemonClub >= 0) {
            pull += resourceSupport(scenario.hegemonClub);
        }
        if (scenario.pluralClub >= 0) {
            pull += resourceSupport(scenario.pluralClub);
        }
        sum();
        double rate = scenario.data().institutions().rulePower().western() * strictness;
        return towards(state.rulePowerWest, Math.min(1, pull), rate);
    }

    private double towards(double power, double pull, double rate) {
        return power + Math.min(1, rate * scenario.roundYears()) * (pull - power);
    }

    /** Standards and floors in force outside the dominant supplier, 0..1, weighted by stakes. */
    private double strictness() {
        double sum = 0;
        double weights = 0;
        int minerals = scenario.minerals.length;
        for (int i = 0; i < scenario.choosers(); i++) {
            if (i == scenario.dominant || resourceState(i) || minerals == 0) {
                continue;
            }
            sum += scenario.stake[i] * stances.strictness(i, strategies[i]) / minerals;
            weights += scenario.stake[i];
        }
        return weights > 0 ? sum / weights : 0;
    }

    @Override
    public double resourceSupport(int club) {
        sum();
        return support[club];
    }

    @Override
    public boolean resourceState(int actor) {
        return scenario.resourceStates[actor];
    }

    @Override
    public int hegemonClub() {
        return scenario.hegemonClub;
    }

    @Override
    public int pluralClub() {
        return scenario.pluralClub;
    }

    @Override
    public int homeClub() {
        return scenario.homeClub;
    }

    @Override
    public boolean truce() {
        return scenario.dominant >= 0
                && state.beliefs.truceClock
                && settings[scenario.dominant].of(Instrument.TRUCE) >= OFFERED;
    }

    /** Whether both sides offer a truce in this profile. */
    boolean truceOffered() {
        return scenario.dominant >= 0
                && scenario.hegemon >= 0
                && settings[scenario.dominant].of(Instrument.TRUCE) >= OFFERED
                && settings[scenario.hegemon].of(Instrument.TRUCE) >= OFFERED;
    }

    @Override
    public boolean deadlinePassed() {
        return state.beliefs.month
                >= scenario.months(scenario.data().institutions().deadline());
    }

    @Override
    public int hegemon() {
        return scenario.hegemon;
    }

    @Override
    public int dominant() {
        return scenario.dominant;
    }

    @Override
    public double credibility() {
        return StrictMath.exp(-state.beliefs.reversalHazard);
    }

    @Override
    public double stake(int actor) {
        return scenario.stake[actor];
    }

    @Override
    public double financedAbroad(int actor) {
        return stances.financedAbroad(actor, strategies[actor]);
    }

    @Override
    public int memberships(int actor) {
        int count = 0;
        for (int g = 0; g < clubs; g++) {
            count += inside(actor, g) ? 1 : 0;
        }
        return count;
    }

    @Override
    public int members(int club) {
        int count = 0;
        for (int i = 0; i < scenario.choosers(); i++) {
            count += inside(i, club) ? 1 : 0;
        }
        return count;
    }

    private boolean inside(int actor, int club) {
        return settings[actor].of(Instrument.JOIN, club) > 0 || settings[actor].of(Instrument.LEAD, club) > 0;
    }
}
