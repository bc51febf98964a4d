package org.lode.sim.world;

import java.time.YearMonth;
import java.util.List;
import java.util.random.RandomGenerator;
import org.lode.agents.actor.Actor;
import org.lode.agents.payoff.BilateralComponent;
import org.lode.agents.payoff.MineralComponent;
import org.lode.agents.payoff.PayoffComponent;
import org.lode.agents.payoff.ProfileComponent;
import org.lode.sim.chance.Draws;
import org.lode.sim.chance.Purpose;
import org.lode.sim.chance.Stream;
import org.lode.sim.chance.Streams;

/** A running world: state, and how a profile of strategies changes it, round by round. Belongs to one thread. */
public final class World {
    private static final Purpose DEMAND = Purpose.named("demand");
    private static final Purpose OUTAGE = Purpose.named("outage");
    private static final Purpose ELECTION = Purpose.named("election");
    private static final Purpose BUDGET = Purpose.named("budget");
    private static final Purpose COURT = Purpose.named("court");
    private static final Purpose RECOVERY = Purpose.named("recovery");
    private static final Purpose TRUCE = Purpose.named("truce");
    private static final Purpose GOVERNMENT = Purpose.named("government");
    private static final Purpose JOINING = Purpose.named("joining");

    private final Scenario scenario;
    private final WorldState state;
    private final Institutions institutions;
    private final MineralDynamics[] dynamics;
    private final ProfileView view;
    private final Outcome outcome;
    private final Stream stream = new Stream();
    private Streams streams;
    /** Whether there is nothing that could move or be seen to: no markets, clubs, blocs or events, only choices. */
    private final boolean still;

    /** Whether the hegemon lost its authority, and whether its government changed, as this round began. */
    private boolean fellBack;

    private boolean elected;

    /** A world at the start of round 0. */
    public World(Scenario scenario, Streams streams) {
        this.scenario = scenario;
        this.streams = streams;
        state = new WorldState(scenario);
        institutions = new Institutions(scenario);
        dynamics = new MineralDynamics[scenario.minerals.length];
        for (int m = 0; m < dynamics.length; m++) {
            dynamics[m] = new MineralDynamics(scenario, m);
        }
        still = dynamics.length == 0
                && scenario.clubCount() == 0
                && scenario.hegemon < 0
                && scenario.dominant < 0
                && scenario.components().isEmpty()
                && scenario.data().allEvents().isEmpty();
        view = new ProfileView(scenario, state);
        institutions.start(state);
        govern();
        view.show(scenario.startProfile());
        institutions.believe(state, view);
        outcome = new Outcome(scenario, new BaseRound(scenario, state, dynamics), view);
    }

    /** The base round, cleared when the world was made. */
    public BaseRound base() {
        return outcome.base();
    }

    public Scenario scenario() {
        return scenario;
    }

    /** Everything that changes, for look-ahead and forks. */
    public WorldState state() {
        return state;
    }

    /** A view of the slow state under another profile; each caller has its own. */
    public ProfileView view() {
        return new ProfileView(scenario, state);
    }

    /** How deeply an actor is embedded in a club now. */
    public double commitment(int actor, int club) {
        return state.commitment[actor * scenario.clubCount() + club];
    }

    /** Perceived chance that the hegemon's course survives one year, trust left out. */
    public double credibility() {
        return view.credibility();
    }

    /** What profiles, held over a look-ahead, are worth beside the markets; each caller has its own. */
    public Outlook outlook(Lookahead ahead) {
        return new Outlook(scenario, state, ahead);
    }

    /** Takes over another world's state, with other chance from here on. */
    public void fork(World from, Streams fresh) {
        state.copyFrom(from.state);
        streams = fresh;
    }

    public int round() {
        return state.round;
    }

    /** First month of the round. */
    public YearMonth date() {
        return scenario.date(state.round);
    }

    /** Refining outside the dominant supplier that final investment decisions were taken on since the start, t/yr. */
    public double decidedOutside(int mineral) {
        MineralModel model = scenario.minerals[mineral];
        double sum = 0;
        for (int j = 0; j < model.producers; j++) {
            sum += model.host[j] == model.home ? 0 : state.minerals[mineral].decided[j * model.stages + 1];
        }
        return sum;
    }

    /** Whether an actor may choose a strategy in this round; if nothing on its menu is dated for it, all is open. */
    public boolean open(int actor, int strategy) {
        if (actor == scenario.hegemon && !state.authority) {
            int fallback = scenario.actors().get(actor).fallback();
            if (fallback >= 0) {
                return strategy == fallback;
            }
        }
        if (!scenario.open(state.round, actor, strategy)) {
            return false;
        }
        int rules = state.government[actor];
        return scenario.actors().get(actor).considers(rules, strategy) || !anyConsidered(actor, rules);
    }

    private boolean anyConsidered(int actor, int government) {
        Actor who = scenario.actors().get(actor);
        for (int s = 0; s < who.menu().size(); s++) {
            if (scenario.open(state.round, actor, s) && who.considers(government, s)) {
                return true;
            }
        }
        return false;
    }

    /** Which government an actor has now, by number; 0 for one that never changes. */
    public int government(int actor) {
        return state.government[actor];
    }

    /** Seats the governments that are known for the date, and lets elections after the last known term change them. */
    private void govern() {
        for (int i = 0; i < scenario.choosers(); i++) {
            var governments = scenario.actorData().get(i).governments().orElse(null);
            if (governments == null) {
                continue;
            }
            YearMonth known = governments.known();
            if (state.round == 0 || !date().isAfter(known)) {
                state.government[i] = governments.typeIn(date());
            } else if (scenario.date(state.round - 1).isBefore(known)) {
                state.government[i] = governments.typeIn(date());
            } else {
                elect(i, governments, known);
            }
        }
    }

    private void elect(int actor, ActorData.Governments governments, YearMonth known) {
        double drawn = draw(GOVERNMENT, scenario.actors().get(actor).id()).nextDouble();
        List<YearMonth> future = governments.elections().stream()
                .filter(date -> date.isAfter(known))
                .toList();
        int types = governments.types().size();
        if (types > 1 && held(future) && drawn < governments.turnover()) {
            int step = 1 + (int) (drawn / governments.turnover() * (types - 1));
            state.government[actor] = (state.government[actor] + step) % types;
        }
    }

    /** Lets chance and dated events strike before the actors choose. {@code last} is the profile of the round before. */
    public void begin(int[] last) {
        if (still) {
            return;
        }
        view.show(last);
        fellBack = false;
        events();
        shocks();
        int ruled = scenario.hegemon < 0 ? 0 : state.government[scenario.hegemon];
        if (state.round > 0) {
            govern();
        }
        elected = scenario.hegemon >= 0 && state.government[scenario.hegemon] != ruled;
        authority(last);
        institutions.believe(state, view);
    }

    private RandomGenerator draw(Purpose purpose, String entity) {
        return streams.reset(stream, purpose, entity, state.round);
    }

    private void shocks() {
        double years = scenario.roundYears();
        for (int m = 0; m < dynamics.length; m++) {
            MineralModel mineral = scenario.minerals[m];
            MineralData.Demand demand = mineral.data.demand();
            double persist = dynamics[m].persistence;
            double normal = Draws.normal(draw(DEMAND, mineral.id));
            MineralState at = state.minerals[m];
            if (state.round > 0) {
                double noise = demand.shockSd() * StrictMath.sqrt(years / 0.5);
                at.shock = Math.max(0.3, 1 + persist * (at.shock - 1) + noise * normal);
            }
            for (int j = 0; j < mineral.producers; j++) {
                boolean out =
                        draw(OUTAGE, mineral.data.producers().get(j).id()).nextDouble() < mineral.outage[j] * years;
                at.outage[j] = out && state.round > 0 ? mineral.data.supply().outageLeaves() : 1;
            }
        }
    }

    private void authority(int[] last) {
        int hegemon = scenario.hegemon;
        if (hegemon < 0 || scenario.actors().get(hegemon).fallback() < 0 || state.round == 0) {
            return;
        }
        ScenarioData.Credibility rule = scenario.data().institutions().credibility();
        double years = scenario.roundYears();
        boolean inForce = last[hegemon] != scenario.actors().get(hegemon).fallback();
        double election = draw(ELECTION, "").nextDouble();
        double budget = draw(BUDGET, "").nextDouble();
        double court = draw(COURT, "").nextDouble();
        double recovery = draw(RECOVERY, "").nextDouble();
        double held = institutions.held(state);
        if (state.authority) {
            // Where governments are told apart, an election changes who chooses; it takes no authority away.
            boolean voted = scenario.actors().get(hegemon).governments().isEmpty()
                    && (held(rule.elections()) && election < rule.election()
                            || held(rule.midterms()) && election < rule.midterm());
            boolean lost =
                    inForce && (voted || budget < rule.budget() * years * held || court < rule.court() * years * held);
            if (lost) {
                state.authority = false;
                fellBack = true;
            }
        } else if (recovery < rule.recovery() * years) {
            state.authority = true;
        }
    }

    /** Whether one of the dates fell in the round before this one. */
    private boolean held(List<YearMonth> dates) {
        YearMonth from = scenario.date(state.round - 1);
        YearMonth to = date();
        for (YearMonth date : dates) {
            if (!date.isBefore(from) && date.isBefore(to)) {
                return true;
            }
        }
        return false;
    }

    private void events() {
        YearMonth from = date();
        YearMonth to = scenario.date(state.round + 1);
        for (ScenarioData.Event event : scenario.data().allEvents()) {
            if (!event.date().isBefore(from) && event.date().isBefore(to)) {
                strike(event);
            }
        }
    }

    private void strike(ScenarioData.Event event) {
        int n = scenario.actors().size();
        switch (event.what()) {
            case REVERSAL -> state.reversals = Math.max(0, state.reversals + event.change());
            case HOSTILITY -> {
                int at = actor(event.actor().orElseThrow()) * n
                        + actor(event.other().orElseThrow());
                state.hostility[at] = Math.min(1, Math.max(0, state.hostility[at] + event.change()));
            }
            case TRUST -> {
                int at = actor(event.actor().orElseThrow()) * n
                        + actor(event.other().orElseThrow());
                state.trust[at] = Math.min(1, Math.max(0, state.trust[at] + event.change()));
            }
            case OUTAGE -> {
                MineralState mineral = state.minerals[mineral(event.mineral().orElseThrow())];
                for (int j = 0; j < mineral.outage.length; j++) {
                    if (scenario.minerals[mineral(event.mineral().orElseThrow())].host[j]
                            == actor(event.actor().orElseThrow())) {
                        mineral.capacity[
                                j * scenario.minerals[mineral(event.mineral().orElseThrow())].stages] *= 1
                                - event.change();
                    }
                }
            }
            case DEMAND -> state.minerals[mineral(event.mineral().orElseThrow())].shock *= 1 + event.change();
            case COST -> {
                double[] cost = state.minerals[mineral(event.mineral().orElseThrow())].cost;
                for (int j = 0; j < cost.length; j++) {
                    cost[j] *= 1 + event.change();
                }
            }
            case TRUCE -> state.truceUntil = scenario.months(event.date()) + (int) event.change();
            case AUTHORITY -> state.authority = event.change() > 0;
        }
    }

    private int actor(String id) {
        for (int i = 0; i < scenario.actors().size(); i++) {
            if (scenario.actors().get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("unknown actor " + id);
    }

    private int mineral(String id) {
        for (int m = 0; m < scenario.minerals.length; m++) {
            if (scenario.minerals[m].id.equals(id)) {
                return m;
            }
        }
        throw new IllegalArgumentException("unknown mineral " + id);
    }

    /**
     * Plays one round and moves to the next.
     *
     * @param profile strategy of each actor that chooses
     * @param last the profile of the round before
     * @return what happened; overwritten by the next call
     */
    public Outcome advance(int[] profile, int[] last) {
        if (still) {
            state.round++;
            return outcome;
        }
        view.show(profile);
        outcome.clear();
        int steps = scenario.data().stepsPerRound();
        double years = scenario.roundYears() / steps;
        for (int m = 0; m < dynamics.length; m++) {
            MineralDynamics mineral = dynamics[m];
            for (int i = 0; i < scenario.actors().size(); i++) {
                mineral.levers.slices[i] = scenario.slices[m][i][i < scenario.choosers() ? profile[i] : 0];
            }
            mineral.levers.combine(state.beliefs);
            for (int step = 0; step < steps; step++) {
                int month = state.beliefs.month + step * scenario.data().monthsPerRound() / steps;
                mineral.clear(state.minerals[m], month);
                // Investment first, so that the support it draws is in this step's money.
                mineral.follow(state.minerals[m], state.beliefs, years);
                outcome.add(m, mineral, 1.0 / steps);
            }
        }
        outcome.finish(profile);
        institutions.settle(
                state,
                view,
                institutions.lost(profile, last, fellBack, elected),
                streams.stream(JOINING, "", state.round),
                streams.stream(TRUCE, "", state.round));
        outcome.slow(state);
        state.round++;
        return outcome;
    }

    /** One actor's flow from one component in one mineral's market, or from the profile, USD bn a year. */
    static double flow(PayoffComponent component, int actor, int actors, MineralMarket market, ProfileView view) {
        if (component instanceof MineralComponent mineral) {
            return mineral.flow(actor, market);
        }
        double sum = 0;
        if (component instanceof BilateralComponent pairs) {
            for (int k = 0; k < actors; k++) {
                double flow = k == actor ? 0 : pairs.flow(actor, k, market);
                sum += flow == 0 ? 0 : flow * pairs.factor(actor, k, market.mineral(), view);
            }
            return sum;
        }
        return ((ProfileComponent) component).flow(actor, view);
    }
}
