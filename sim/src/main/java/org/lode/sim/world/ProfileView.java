package org.lode.sim.world;

import org.jspecify.annotations.Nullable;
import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Settings;
import org.lode.agents.view.WorldView;

/** Slow state and one profile, as payoff components see them. Re-used: {@link #show} points it at another profile. */
public final class ProfileView implements WorldView {
    private static final double OFFERED = 0.5;

    private final Scenario scenario;
    private final WorldState state;
    /** What the profile makes of slow state over a look-ahead; null for slow state as it is. */
    private final @Nullable Projection projection;

    private final Stances stances;
    private final Hostilities hostilities;
    private final ScenarioData.Hazard hazards;
    private final int[] strategies;
    private final Settings[] settings;
    private final int actors;
    private final int clubs;
    private final int choosers;

    // What the shown profile adds up to, by club and in all; see sum().
    private final int[] leaders;
    private final double[] leadership;
    private final double[] support;
    private final double[] adopted;
    private final double[] embedded;
    private final double[] answer;
    private double strictness;
    private boolean summed;
    private boolean answered;
    /** Hazards before answers, by pair, and in which show they were worked out. */
    private final double[] hazard;

    private final int[] workedOut;
    private final double[] memberDemand;
    private final int[] demandKnown;
    private int shows = 1;

    ProfileView(Scenario scenario, WorldState state) {
        this(scenario, state, null);
    }

    ProfileView(Scenario scenario, WorldState state, @Nullable Projection projection) {
        this.scenario = scenario;
        this.state = state;
        this.projection = projection;
        this.actors = scenario.actors().size();
        this.clubs = scenario.clubCount();
        this.choosers = scenario.choosers();
        hostilities = new Hostilities(scenario);
        hazards = scenario.data().institutions().hazard();
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
        adopted = new double[clubs];
        embedded = new double[actors * clubs];
        answer = new double[actors];
        hazard = new double[actors * actors];
        workedOut = new int[actors * actors];
        memberDemand = new double[scenario.minerals.length];
        demandKnown = new int[memberDemand.length];
    }

    /** Points the view at a profile of the actors that choose. */
    public void show(int[] profile) {
        for (int i = 0; i < choosers; i++) {
            strategies[i] = profile[i];
            settings[i] = stances.settings(i, profile[i]);
        }
        summed = false;
        shows++;
    }

    /** What the shown profile adds up to: once for each profile, if anybody asks. */
    private void sum() {
        if (summed) {
            return;
        }
        answered = false;
        for (int i = 0; i < choosers; i++) {
            answer[i] = settings[i].of(Instrument.ANSWER);
            answered |= answer[i] > 0;
        }
        for (int g = 0; g < clubs; g++) {
            leaders[g] = -1;
            leadership[g] = 0;
            for (int i = 0; i < choosers; i++) {
                double lead = settings[i].of(Instrument.LEAD, g);
                if (lead > leadership[g]) {
                    leadership[g] = lead;
                    leaders[g] = i;
                }
            }
            embed(g);
        }
        strictness = strictness();
        summed = true;
    }

    /** Commitments to a club, and what they add up to: support of resource states, adoption. */
    private void embed(int g) {
        support[g] = 0;
        double sum = 0;
        for (int i = 0; i < actors; i++) {
            double x = projection == null || i >= choosers
                    ? state.commitment[i * clubs + g]
                    : projection.commitment(i, strategies[i], g, leaders[g] >= 0);
            embedded[i * clubs + g] = x;
            support[g] += scenario.resourceWeight[i] * x;
            sum += scenario.adoptionWeight[i] * x;
        }
        adopted[g] = projection == null ? state.adoption[g] : Math.min(1, sum);
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
        if (projection == null) {
            return state.commitment[actor * clubs + club];
        }
        sum();
        return embedded[actor * clubs + club];
    }

    @Override
    public double adoption(int club) {
        sum();
        return adopted[club];
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
        double now = state.hostility[actor * actors + other];
        return projection == null ? now : hostilities.ahead(now, hostilities.added(actor, other, this), projection);
    }

    @Override
    public double received(int actor, int other) {
        return state.hostility[actor * actors + other];
    }

    @Override
    public double trust(int actor, int other) {
        return state.trust[actor * actors + other];
    }

    @Override
    public double control(int actor) {
        return scenario.dominant < 0 ? 0 : stances.control(strategies[scenario.dominant], actor);
    }

    /** Perceived chance per year that {@code supplier} cuts {@code actor} off before others answer; the same for every mineral. */
    public double alarm(int actor, int supplier) {
        if (actor == supplier) {
            return 0;
        }
        int at = actor * actors + supplier;
        if (workedOut[at] != shows) {
            hazard[at] = hazardBeforeAnswers(actor, supplier);
            workedOut[at] = shows;
        }
        return hazard[at];
    }

    private double hazardBeforeAnswers(int actor, int supplier) {
        double sum = scenario.baseHazard[actor][supplier] + hazards.perHostility() * hostility(supplier, actor);
        double assured = settings[supplier].of(Instrument.OFFERS, actor);
        if (supplier == scenario.dominant) {
            // Licences are assured to those who hold back: what one obeys in the hegemon's club is forfeited.
            assured *= 1 - obedience(actor);
            sum += hazards.perControl() * control(actor);
            if (actor == scenario.hegemon && truce()) {
                assured = 1;
            }
        } else {
            sum += hazards.perControl() * stances.withheld(supplier, strategies[supplier]);
        }
        return Math.min(hazards.most(), sum * (1 - hazards.assurance() * assured));
    }

    private double obedience(int actor) {
        int club = scenario.hegemonClub;
        return club < 0 ? 0 : settings[actor].of(Instrument.JOIN, club) * settings[actor].of(Instrument.BINDING, club);
    }

    @Override
    public double hazard(int actor, int supplier, int mineral) {
        double alone = alarm(actor, supplier);
        if (supplier != scenario.dominant || hazards.answer() <= 0) {
            return alone;
        }
        double answers = answers(actor, mineral);
        return answers <= 0 ? alone : alone * scenario.deterrence(answers);
    }

    /** Share of outside demand that answers when the actor is cut off: fellow members, each by both embeddings. */
    double answers(int actor, int mineral) {
        sum();
        if (!answered) {
            return 0;
        }
        double sum = 0;
        for (int l = 0; l < choosers; l++) {
            if (answer[l] > 0 && l != actor && l != scenario.dominant) {
                double tie = 0;
                for (int g = 0; g < clubs; g++) {
                    tie += g == scenario.homeClub ? 0 : embedded[actor * clubs + g] * embedded[l * clubs + g];
                }
                sum += Math.min(1, tie) * believed(actor, l) * answer[l] * scenario.outsideShare[mineral][l];
            }
        }
        return sum;
    }

    @Override
    public double rivalShare(int actor, int other, int mineral) {
        return scenario.rivalShare[mineral][actor * actors + other];
    }

    @Override
    public double fellowShare(int actor, int other, int mineral) {
        int club = scenario.hegemonClub;
        if (other == actor || other == scenario.dominant || club < 0) {
            return 0;
        }
        sum();
        double all = memberDemand(mineral) - embedded[actor * clubs + club] * scenario.outsideShare[mineral][actor];
        return all > 1e-12 ? embedded[other * clubs + club] * scenario.outsideShare[mineral][other] / all : 0;
    }

    /** Share of outside demand that lies in the hegemon's club, each member by its embedding; once for each profile. */
    private double memberDemand(int mineral) {
        if (demandKnown[mineral] != shows) {
            double all = 0;
            for (int l = 0; l < actors; l++) {
                all += embedded[l * clubs + scenario.hegemonClub] * scenario.outsideShare[mineral][l];
            }
            memberDemand[mineral] = all;
            demandKnown[mineral] = shows;
        }
        return memberDemand[mineral];
    }

    @Override
    public double zoneMarket(int actor) {
        int club = scenario.hegemonClub;
        if (club < 0) {
            return 0;
        }
        sum();
        double market = 0;
        for (int l = 0; l < actors; l++) {
            market += scenario.market[l] * embedded[l * clubs + club];
        }
        return embedded[actor * clubs + club] * market;
    }

    @Override
    public double zoneTariff() {
        int leader = scenario.hegemonClub < 0 ? -1 : leader(scenario.hegemonClub);
        return leader < 0 ? 0 : settings[leader].of(Instrument.SECTION_232);
    }

    @Override
    public double tradeWithin(int actor, int club) {
        sum();
        double sum = 0;
        for (int l = 0; l < actors; l++) {
            double share = scenario.partner[actor][l];
            sum += share > 0 ? share * embedded[l * clubs + club] * believed(actor, l) : 0;
        }
        return sum;
    }

    @Override
    public double networkDial() {
        return scenario.data().feedbacks().network();
    }

    @Override
    public double rulePowerDial() {
        return scenario.data().feedbacks().rulePower();
    }

    @Override
    public double friction(int actor, int club) {
        int leader = leader(club);
        return leader < 0 || leader == actor ? 1 : 1 - trustEffect(actor, leader);
    }

    /** Factor on what a partner's course is worth: who is trusted is believed to keep to it, who is distrusted is not. */
    private double believed(int actor, int other) {
        return 1 + trustEffect(actor, other);
    }

    /** How far trust, or distrust if negative, moves costs and doubts. */
    private double trustEffect(int actor, int other) {
        ScenarioData.Feedbacks feedbacks = scenario.data().feedbacks();
        double neutral = scenario.data().institutions().hostility().trustNeutral();
        return feedbacks.trust() * feedbacks.strengths().trust() * 2 * (trust(actor, other) - neutral);
    }

    @Override
    public double tradeExposure(int actor, int other) {
        return scenario.tradeExposure[actor][other];
    }

    @Override
    public double rulePowerHome() {
        double pull = scenario.homeClub < 0 ? 0 : resourceSupport(scenario.homeClub);
        double effort = scenario.dominant < 0 ? 0 : settings[scenario.dominant].of(Instrument.CONVERSION);
        double rate = scenario.data().institutions().rulePower().conversion() * state.homeRefining * effort;
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
        double closed = Math.min(1, rate * scenario.roundYears());
        return pull + (power - pull) * (projection == null ? 1 - closed : projection.open(closed));
    }

    /** Says that the commitments under it have moved. */
    void moved() {
        summed = false;
        shows++;
    }

    /** Standards and floors in force outside the dominant supplier, 0..1. */
    double strict() {
        sum();
        return strictness;
    }

    /** Number of minerals that the actor's strategy binds by law: floor, price guarantee, cap on a supplier; standards as far as they go. */
    double statutes(int actor) {
        return stances.statutes(actor, strategies[actor]);
    }

    /** Standards and floors in force outside the dominant supplier, 0..1, weighted by stakes. */
    private double strictness() {
        double sum = 0;
        for (int i = 0; i < choosers; i++) {
            double weight = scenario.ruleWeight[i];
            sum += weight > 0 ? weight * stances.strictness(i, strategies[i]) : 0;
        }
        return sum;
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

    /** Perceived chance that the hegemon's course survives one year, trust left out. */
    public double credibility() {
        return StrictMath.exp(-state.beliefs.reversalHazard);
    }

    @Override
    public double credibility(int actor) {
        return actor == scenario.hegemon || scenario.hegemon < 0
                ? credibility()
                : StrictMath.exp(-state.beliefs.reversalHazard * (1 - trustEffect(actor, scenario.hegemon)));
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
