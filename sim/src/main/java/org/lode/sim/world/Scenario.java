package org.lode.sim.world;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lode.agents.actor.Actor;
import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Settings;
import org.lode.agents.payoff.PayoffComponent;
import org.lode.games.form.Game;

/**
 * A scenario, read and resolved to indices: who plays, with what, in which world. Immutable and shared by all threads.
 *
 * <p>Actors are numbered with those who choose first; the passive rest of the world comes last.
 */
public final class Scenario {
    /** Years of demand growth laid out beyond the last round, for look-ahead and terminal values. */
    private static final int YEARS_BEYOND = 60;

    private final ScenarioData data;
    private final List<ActorData> actorData;
    private final List<Actor> actors;
    private final int choosers;
    private final List<PayoffComponent> components;
    private final @Nullable Game game;
    final MineralModel[] minerals;
    final Stances stances;
    /** By mineral, actor, strategy: what the mineral sees; equal slices are one object. */
    final Slice[][][] slices;
    /** By mineral, actor, strategy: number of the slice among the actor's distinct ones. */
    final int[][][] sliceClass;

    /** By round, actor, strategy: whether the menu's dates let it be chosen. */
    private final boolean[][][] dated;

    final double[][] tradeExposure;
    /** Actor by actor: share of the first's trade that is with the second. */
    final double[][] partner;
    /** Share of world sales of the goods made of these minerals that lies in each actor's market. */
    final double[] market;
    /** Weight of each actor in a club's adoption: its stake, the founders of the rival systems left out. */
    final double[] adoptionWeight;
    /** Weight of each actor's strictness in the rules of the West, over the number of minerals: its stake, resource states left out. */
    final double[] ruleWeight;
    /** exp(-zeta a) at a = 0, 1/256, ..., 1: what is left of a hazard when a share a of outside demand answers. */
    private final double[] deterrence = new double[257];

    /** By mineral and actor: share in the base demand outside the dominant supplier. */
    final double[][] outsideShare;
    /** By mineral, actor x actor: share of the second in the base demand of all but the first. */
    final double[][] rivalShare;

    final double[][] baseHazard;
    private final Settings neutral;
    final double[] royalties;
    final double[] stake;
    final double[] resourceWeight;
    final double[] leaderPays;
    final boolean[] resourceStates;
    final int hegemon;
    final int dominant;
    final int hegemonClub;
    final int pluralClub;
    final int homeClub;

    Scenario(
            ScenarioData data,
            List<ActorData> actorData,
            List<Actor> actors,
            List<MineralData> mineralData,
            List<PayoffComponent> components,
            @Nullable Game game) {
        this.data = data;
        this.actorData = List.copyOf(actorData);
        this.actors = List.copyOf(actors);
        this.components = List.copyOf(components);
        this.game = game;
        int n = actors.size();
        int count = 0;
        while (count < n && !actors.get(count).passive()) {
            count++;
        }
        choosers = count;
        hegemon = indexOf(ActorData.Role.HEGEMON);
        dominant = indexOf(ActorData.Role.DOMINANT);
        hegemonClub = club(ScenarioData.Track.HEGEMON);
        pluralClub = club(ScenarioData.Track.PLURAL);
        homeClub = club(ScenarioData.Track.HOME);
        List<String> ids = actors.stream().map(Actor::id).toList();
        int months = data.rounds() * data.monthsPerRound() + 12 * YEARS_BEYOND;
        minerals = mineralData.stream()
                .map(mineral -> new MineralModel(
                        mineral, ids, months, data.institutions().ore().rho()))
                .toArray(MineralModel[]::new);
        tradeExposure = matrix(ActorData::tradeExposure, ids);
        baseHazard = matrix(ActorData::hazards, ids);
        royalties = actorData.stream().mapToDouble(ActorData::royalty).toArray();
        resourceWeight =
                actorData.stream().mapToDouble(ActorData::resourceWeight).toArray();
        leaderPays =
                data.clubs().stream().mapToDouble(ScenarioData.Club::leaderPays).toArray();
        resourceStates = new boolean[n];
        for (int i = 0; i < n; i++) {
            resourceStates[i] = actorData.get(i).role() == ActorData.Role.RESOURCE;
        }
        neutral = Settings.neutral(n, minerals.length, data.clubs().size());
        stake = stakes();
        partner = partners();
        market = actorData.stream().mapToDouble(ActorData::market).toArray();
        adoptionWeight = adoptionWeights();
        ruleWeight = ruleWeights();
        double zeta = data.institutions().hazard().answer();
        for (int k = 0; k < deterrence.length; k++) {
            deterrence[k] = StrictMath.exp(-zeta * k / 256);
        }
        outsideShare = new double[minerals.length][];
        rivalShare = new double[minerals.length][];
        for (int m = 0; m < minerals.length; m++) {
            outsideShare[m] = shares(minerals[m].baseDemand, minerals[m].home);
            rivalShare[m] = rivals(minerals[m].baseDemand);
        }
        slices = new Slice[minerals.length][n][];
        sliceClass = new int[minerals.length][n][];
        slice();
        for (int m = 0; m < minerals.length; m++) {
            baseOdds(m);
        }
        stances = new Stances(this);
        dated = new boolean[data.rounds()][][];
        Arrays.setAll(dated, this::menusAt);
    }

    private boolean[][] menusAt(int round) {
        YearMonth date = date(round);
        boolean[][] open = new boolean[choosers][];
        for (int i = 0; i < choosers; i++) {
            var menu = actors.get(i).menu();
            open[i] = new boolean[menu.size()];
            boolean any = false;
            for (int s = 0; s < open[i].length; s++) {
                open[i][s] = menu.get(s).open(date);
                any |= open[i][s];
            }
            if (!any) {
                Arrays.fill(open[i], true);
            }
        }
        return open;
    }

    /** Whether an actor's menu has a strategy open at a round; if nothing on it is dated for the round, all is open. */
    boolean open(int round, int actor, int strategy) {
        return (round < dated.length ? dated[round] : menusAt(round))[actor][strategy];
    }

    private double[] stakes() {
        double[] stakes = new double[actors.size()];
        for (MineralModel mineral : minerals) {
            double price = mineral.data.price().home() * 1e-6;
            for (int i = 0; i < stakes.length; i++) {
                stakes[i] += mineral.baseDemand[i] * price;
            }
            for (int j = 0; j < mineral.producers; j++) {
                double mined = mineral.capacity[j * mineral.stages];
                double refined = mineral.capacity[j * mineral.stages + 1];
                double ore = mineral.data.supply().oreShare();
                double output = price * (ore * mined + (1 - ore) * refined);
                stakes[mineral.host[j]] += output / 2;
                stakes[mineral.owner[j]] += output / 2;
            }
        }
        for (int i = 0; i < stakes.length; i++) {
            stakes[i] = Math.max(stakes[i], 0.01);
        }
        return stakes;
    }

    private double[][] partners() {
        double[][] partners = new double[tradeExposure.length][];
        for (int i = 0; i < partners.length; i++) {
            double[] followers = tradeExposure[i].clone();
            if (hegemon >= 0) {
                followers[hegemon] = 0;
            }
            partners[i] = shares(followers, dominant);
        }
        return partners;
    }

    private double[] adoptionWeights() {
        double[] weights = stake.clone();
        if (hegemon >= 0) {
            weights[hegemon] = 0;
        }
        return shares(weights, dominant);
    }

    private double[] ruleWeights() {
        double[] weights = new double[stake.length];
        for (int i = 0; i < choosers; i++) {
            weights[i] = resourceStates[i] ? 0 : stake[i];
        }
        weights = shares(weights, dominant);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = minerals.length == 0 ? 0 : weights[i] / minerals.length;
        }
        return weights;
    }

    /** What is left of a hazard when a share of outside demand, 0..1, answers. */
    double deterrence(double share) {
        double at = Math.min(1, share) * 256;
        int k = Math.min(255, (int) at);
        return deterrence[k] + (at - k) * (deterrence[k + 1] - deterrence[k]);
    }

    /** Each number over their sum, one of them left out; all 0 if nothing is left. */
    private static double[] shares(double[] values, int without) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += i == without ? 0 : values[i];
        }
        double[] shares = new double[values.length];
        for (int i = 0; i < values.length && sum > 0; i++) {
            shares[i] = i == without ? 0 : values[i] / sum;
        }
        return shares;
    }

    private static double[] rivals(double[] demand) {
        int n = demand.length;
        double[] rivals = new double[n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(shares(demand, i), 0, rivals, i * n, n);
        }
        return rivals;
    }

    private double[][] matrix(java.util.function.Function<ActorData, Map<String, Double>> field, List<String> ids) {
        double[][] matrix = new double[ids.size()][ids.size()];
        for (int i = 0; i < ids.size(); i++) {
            for (var entry : field.apply(actorData.get(i)).entrySet()) {
                matrix[i][ids.indexOf(entry.getKey())] = entry.getValue();
            }
        }
        return matrix;
    }

    private void slice() {
        int clubs = data.clubs().size();
        for (int m = 0; m < minerals.length; m++) {
            MineralModel mineral = minerals[m];
            var reach = new Slice.Reach(
                    mineral,
                    clubs,
                    hegemonClub,
                    floors(m, clubs),
                    closable(mineral),
                    data.institutions().obedience());
            for (int i = 0; i < actors.size(); i++) {
                var menu = actors.get(i).menu();
                int strategies = Math.max(1, menu.size());
                slices[m][i] = new Slice[strategies];
                sliceClass[m][i] = new int[strategies];
                int classes = 0;
                for (int s = 0; s < strategies; s++) {
                    Settings settings = settings(i, s);
                    Slice slice = Slice.of(
                            reach,
                            i,
                            m,
                            settings,
                            part(settings, Instrument.STOCKPILE_DAYS, m),
                            part(settings, Instrument.INVESTMENT_SUPPORT, m));
                    int same = 0;
                    while (same < s && !slices[m][i][same].sameAs(slice)) {
                        same++;
                    }
                    slices[m][i][s] = same < s ? slices[m][i][same] : slice;
                    sliceClass[m][i][s] = same < s ? sliceClass[m][i][same] : classes++;
                }
            }
        }
    }

    /** Offers for ore are measured against those of the start. */
    private void baseOdds(int mineral) {
        var levers = new Levers(
                minerals[mineral], data.institutions().ore(), data.clubs().size(), hegemonClub);
        for (int i = 0; i < actors.size(); i++) {
            levers.slices[i] = slices[mineral][i][i < choosers ? actors.get(i).start() : 0];
        }
        levers.combine(new Beliefs(minerals.length, actors.size()));
        System.arraycopy(levers.oreOdds, 0, minerals[mineral].baseOdds, 0, actors.size());
    }

    /** The part of a budget that one mineral gets: by setting times the value of world demand. */
    private double part(Settings settings, Instrument instrument, int mineral) {
        double sum = 0;
        double own = 0;
        for (int m = 0; m < minerals.length; m++) {
            double value =
                    minerals[m].data.demand().world() * minerals[m].data.price().home();
            double asked = settings.of(instrument, m) * StrictMath.sqrt(value);
            sum += asked;
            own = m == mineral ? asked : own;
        }
        return sum > 0 ? own / sum : 0;
    }

    private boolean[] floors(int mineral, int clubs) {
        boolean[] floors = new boolean[clubs];
        for (Actor actor : actors) {
            for (var strategy : actor.menu()) {
                for (int g = 0; g < clubs; g++) {
                    floors[g] |= strategy.settings().of(Instrument.LEAD, g) > 0
                            && strategy.settings().of(Instrument.PRICE_FLOOR, mineral) > 0;
                }
            }
        }
        return floors;
    }

    private static boolean closable(MineralModel mineral) {
        if (mineral.home < 0) {
            return false;
        }
        for (int h = 0; h < mineral.actors; h++) {
            if (h != mineral.home && mineral.mines(h) && mineral.toHome[h] < 1) {
                return true;
            }
        }
        return false;
    }

    private int indexOf(ActorData.Role role) {
        for (int i = 0; i < actorData.size(); i++) {
            if (actorData.get(i).role() == role) {
                return i;
            }
        }
        return -1;
    }

    private int club(ScenarioData.Track track) {
        for (int g = 0; g < data.clubs().size(); g++) {
            if (data.clubs().get(g).track() == track) {
                return g;
            }
        }
        return -1;
    }

    /**
     * The same scenario with actors that choose otherwise.
     *
     * @param others of the same ids and menus, in the same order
     */
    public Scenario with(List<Actor> others) {
        List<MineralData> mineralData =
                Arrays.stream(minerals).map(mineral -> mineral.data).toList();
        return new Scenario(data, actorData, others, mineralData, components, game);
    }

    /** As configured. */
    public ScenarioData data() {
        return data;
    }

    public String name() {
        return data.name();
    }

    /** All actors, those who choose first. */
    public List<Actor> actors() {
        return actors;
    }

    /** As configured, in the order of {@link #actors}. */
    public List<ActorData> actorData() {
        return actorData;
    }

    /** Number of actors that choose; they are the first ones. */
    public int choosers() {
        return choosers;
    }

    /** Payoff components in the order of the actors' weights. */
    public List<PayoffComponent> components() {
        return components;
    }

    /** The stage game of the `reduced` and `table` payoff models, the same in every round; null for the market's. */
    public @Nullable Game game() {
        return game;
    }

    public int rounds() {
        return data.rounds();
    }

    /** Length of a round in years. */
    public double roundYears() {
        return data.monthsPerRound() / 12.0;
    }

    /** First month of a round. */
    public YearMonth date(int round) {
        return data.start().plusMonths((long) round * data.monthsPerRound());
    }

    /** Months from the scenario's start to {@code month}; negative before. */
    int months(YearMonth month) {
        return (int) ChronoUnit.MONTHS.between(data.start(), month);
    }

    public int mineralCount() {
        return minerals.length;
    }

    /** As configured. */
    public MineralData mineral(int mineral) {
        return minerals[mineral].data;
    }

    /** What an actor is one of: those of one archetype are alike in everything but their names. Its own id if it is alone. */
    public String archetype(int actor) {
        return actorData.get(actor).archetype();
    }

    public int clubCount() {
        return data.clubs().size();
    }

    public int hegemon() {
        return hegemon;
    }

    public int dominant() {
        return dominant;
    }

    /** Index of the club of a track, or -1. */
    public int clubOf(ScenarioData.Track track) {
        return club(track);
    }

    /** Base-year minerals bill plus output of an actor, USD bn. */
    public double stake(int actor) {
        return stake[actor];
    }

    /** The strategies with which the scenario starts, for the actors that choose. */
    public int[] startProfile() {
        int[] profile = new int[choosers];
        Arrays.setAll(profile, i -> actors.get(i).start());
        return profile;
    }

    /** Sizes of the menus of the actors that choose. */
    public int[] shape() {
        int[] shape = new int[choosers];
        Arrays.setAll(shape, i -> actors.get(i).menu().size());
        return shape;
    }

    private Settings settings(int actor, int strategy) {
        var menu = actors.get(actor).menu();
        return menu.isEmpty() ? neutral : menu.get(strategy).settings();
    }

    /** Settings of the passive actors, neutral. */
    Settings neutral() {
        return neutral;
    }

    /** Rounds with an equilibrium report, -1 replaced by the last, those beyond the end left out, ascending. */
    public List<Integer> reportRounds() {
        var rounds = new ArrayList<Integer>();
        for (int round : data.reportRounds()) {
            int at = round < 0 ? data.rounds() + round : round;
            if (at >= 0 && at < data.rounds() && !rounds.contains(at)) {
                rounds.add(at);
            }
        }
        rounds.sort(Integer::compare);
        return List.copyOf(rounds);
    }
}
