package org.lode.agents.payoff;

import java.util.Arrays;
import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Settings;
import org.lode.agents.view.WorldView;

/**
 * A world of four actors and three clubs, all zero until a test sets it: the United States (hegemon), Europe, China (dominant)
 * and Congo (resource state); the hegemon's club, the plural track and the home club.
 */
final class HandMadeWorld implements WorldView {
    static final int US = 0;
    static final int EU = 1;
    static final int CN = 2;
    static final int CD = 3;
    static final int FORGE = 0;
    static final int PLURAL = 1;
    static final int HOME = 2;

    final Settings[] settings = new Settings[4];
    final double[][] commitment = new double[4][3];
    final double[] adoption = new double[3];
    final double[] leadership = new double[3];
    final int[] leader = {-1, -1, -1};
    final double[][] hostility = new double[4][4];
    final double[][] received = new double[4][4];
    final double[][] hazard = new double[4][4];
    final double[] control = new double[4];
    final double[][] rivalShare = new double[4][4];
    final double[][] fellowShare = new double[4][4];
    final double[] zoneMarket = new double[4];
    double zoneTariff;
    final double[][] tradeWithin = new double[4][3];
    double networkDial = 1;
    double rulePowerDial = 1;
    final double[][] friction = new double[4][3];
    final double[][] tradeExposure = new double[4][4];
    final double[] stake = {1, 1, 1, 1};
    final double[] financedAbroad = new double[4];
    double rulePowerHome;
    double rulePowerWest;
    boolean truce;
    boolean deadlinePassed;
    final double[] credibility = {1, 1, 1, 1};
    int hegemonClub = FORGE;
    int hegemon = US;

    HandMadeWorld() {
        Arrays.fill(settings, Settings.neutral(4, 1, 3));
        for (double[] clubs : friction) {
            Arrays.fill(clubs, 1);
        }
    }

    HandMadeWorld set(int actor, Instrument instrument, double value) {
        settings[actor] = settings[actor].change().set(instrument, value).build();
        return this;
    }

    HandMadeWorld set(int actor, Instrument instrument, int index, double value) {
        settings[actor] = settings[actor].change().set(instrument, index, value).build();
        return this;
    }

    @Override
    public int round() {
        return 0;
    }

    @Override
    public int actors() {
        return 4;
    }

    @Override
    public int clubs() {
        return 3;
    }

    @Override
    public Settings settings(int actor) {
        return settings[actor];
    }

    @Override
    public double commitment(int actor, int club) {
        return commitment[actor][club];
    }

    @Override
    public double adoption(int club) {
        return adoption[club];
    }

    @Override
    public double leadership(int club) {
        return leadership[club];
    }

    @Override
    public int leader(int club) {
        return leader[club];
    }

    @Override
    public double hostility(int actor, int other) {
        return hostility[actor][other];
    }

    @Override
    public double trust(int actor, int other) {
        return 0;
    }

    @Override
    public double received(int actor, int other) {
        return received[actor][other];
    }

    @Override
    public double control(int actor) {
        return control[actor];
    }

    @Override
    public double hazard(int actor, int supplier, int mineral) {
        return hazard[actor][supplier];
    }

    @Override
    public double rivalShare(int actor, int other, int mineral) {
        return rivalShare[actor][other];
    }

    @Override
    public double fellowShare(int actor, int other, int mineral) {
        return fellowShare[actor][other];
    }

    @Override
    public double zoneMarket(int actor) {
        return zoneMarket[actor];
    }

    @Override
    public double zoneTariff() {
        return zoneTariff;
    }

    @Override
    public double tradeWithin(int actor, int club) {
        return tradeWithin[actor][club];
    }

    @Override
    public double networkDial() {
        return networkDial;
    }

    @Override
    public double rulePowerDial() {
        return rulePowerDial;
    }

    @Override
    public double friction(int actor, int club) {
        return friction[actor][club];
    }

    @Override
    public double tradeExposure(int actor, int other) {
        return tradeExposure[actor][other];
    }

    @Override
    public double rulePowerHome() {
        return rulePowerHome;
    }

    @Override
    public double rulePowerWest() {
        return rulePowerWest;
    }

    @Override
    public double resourceSupport(int club) {
        return 0;
    }

    @Override
    public boolean resourceState(int actor) {
        return actor == CD;
    }

    @Override
    public int hegemonClub() {
        return hegemonClub;
    }

    @Override
    public int pluralClub() {
        return PLURAL;
    }

    @Override
    public int homeClub() {
        return HOME;
    }

    @Override
    public boolean truce() {
        return truce;
    }

    @Override
    public boolean deadlinePassed() {
        return deadlinePassed;
    }

    @Override
    public int hegemon() {
        return hegemon;
    }

    @Override
    public int dominant() {
        return CN;
    }

    @Override
    public double credibility(int actor) {
        return credibility[actor];
    }

    @Override
    public double stake(int actor) {
        return stake[actor];
    }

    @Override
    public double financedAbroad(int actor) {
        return financedAbroad[actor];
    }

    @Override
    public int memberships(int actor) {
        int count = 0;
        for (int club = 0; club < 3; club++) {
            count += Membership.part(actor, club, this) > 0 ? 1 : 0;
        }
        return count;
    }

    @Override
    public int members(int club) {
        int count = 0;
        for (int actor = 0; actor < 4; actor++) {
            count += Membership.part(actor, club, this) > 0 ? 1 : 0;
        }
        return count;
    }
}
