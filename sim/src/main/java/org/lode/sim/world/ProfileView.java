package org.lode.sim.world;

import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Settings;
import org.lode.agents.view.WorldView;

/** Slow state and one profile, as payoff components see them. Re-used: {@link #show} points it at another profile. */
public final class ProfileView implements WorldView {
    private static final double OFFERED = 0.5;

    private final Scenario scenario;
    private final WorldState state;
    private final Settings[] settings;
    private final int actors;
    private final int clubs;

    ProfileView(Scenario scenario, WorldState state) {
        this.scenario = scenario;
        this.state = state;
        this.actors = scenario.actors().size();
        this.clubs = scenario.clubCount();
        settings = new Settings[actors];
        Settings neutral = scenario.neutral();
        for (int i = 0; i < actors; i++) {
            settings[i] = neutral;
        }
    }

    /** Points the view at a profile of the actors that choose. */
    public void show(int[] profile) {
        for (int i = 0; i < scenario.choosers(); i++) {
            settings[i] = scenario.actors().get(i).menu().get(profile[i]).settings();
        }
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
        double most = 0;
        for (int i = 0; i < scenario.choosers(); i++) {
            most = Math.max(most, settings[i].of(Instrument.LEAD, club));
        }
        return most;
    }

    @Override
    public int leader(int club) {
        int leader = -1;
        double most = 0;
        for (int i = 0; i < scenario.choosers(); i++) {
            double lead = settings[i].of(Instrument.LEAD, club);
            if (lead > most) {
                most = lead;
                leader = i;
            }
        }
        return leader;
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
            hazard += rule.perControl() * withheld(supplier);
        }
        return Math.min(rule.most(), hazard * (1 - rule.assurance() * assured));
    }

    /** Export control that the dominant supplier's strategy sets on an actor, averaged over the minerals it supplies. */
    double meanControl(int actor) {
        double sum = 0;
        int count = 0;
        for (int m = 0; m < scenario.minerals.length; m++) {
            if (scenario.minerals[m].home >= 0) {
                sum += settings[scenario.dominant].of(Instrument.EXPORT_CONTROL, m, actor);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /** How much of its ore a host keeps back, averaged over the minerals it mines. */
    private double withheld(int host) {
        double sum = 0;
        int count = 0;
        for (int m = 0; m < scenario.minerals.length; m++) {
            if (scenario.slices[m][host][0].oreExport < 1 || scenario.minerals[m].mines(host)) {
                sum += 1 - settings[host].of(Instrument.ORE_EXPORT, m);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
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
        double rate = scenario.data().institutions().rulePower().western() * strictness();
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
            double strict = 0;
            for (int m = 0; m < minerals; m++) {
                double standards = settings[i].of(Instrument.STANDARDS, m);
                strict += settings[i].of(Instrument.PRICE_FLOOR, m) > 0 ? 1 : standards;
            }
            sum += scenario.stake[i] * strict / minerals;
            weights += scenario.stake[i];
        }
        return weights > 0 ? sum / weights : 0;
    }

    @Override
    public double resourceSupport(int club) {
        double sum = 0;
        for (int i = 0; i < scenario.choosers(); i++) {
            sum += scenario.resourceWeight[i] * settings[i].of(Instrument.JOIN, club);
        }
        return sum;
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
