package org.lode.sim.world;

import java.util.Arrays;

/** All that changes: markets, institutions, beliefs. Flat arrays, so that a fork is a few copies. */
public final class WorldState {
    final MineralState[] minerals;
    /** actor x club. */
    final double[] commitment;
    /** actor x actor: felt by the first toward the second. */
    final double[] hostility;

    final double[] trust;
    /** Small states of the rest of the world in each club. */
    final int[] joined;

    final double[] adoption;
    final Beliefs beliefs;
    /** Years in force and reversals that stand behind the belief about the hegemon. */
    double yearsInForce;

    double reversals;
    boolean authority = true;
    /** Month, counted from the start, until which the truce's clock runs. */
    int truceUntil;

    double rulePowerHome;
    double rulePowerWest;
    /** Dominant supplier's share of refining, by value, as last seen; it converts into rule power. */
    double homeRefining;

    /** By actor, how far its demand is under contract or statute, 0..1. */
    final double[] bound;
    /** Capacity that policies have created outside the dominant supplier, over the target at which a constituency is whole, 0..1. */
    double constituency;
    /** Dominant supplier's share of refining at the start, by mineral. */
    final double[] refinedAtStart;
    /** By actor, which of its governments rules. */
    final int[] government;
    /** Share of demand open to certified material only, as far as it has grown, 0..1. */
    double certified;

    int round;

    WorldState(Scenario scenario) {
        minerals = new MineralState[scenario.minerals.length];
        for (int m = 0; m < minerals.length; m++) {
            minerals[m] = new MineralState(scenario.minerals[m]);
        }
        int n = scenario.actors().size();
        int clubs = scenario.clubCount();
        commitment = new double[n * clubs];
        hostility = new double[n * n];
        trust = new double[n * n];
        joined = new int[clubs];
        adoption = new double[clubs];
        beliefs = new Beliefs(minerals.length, n);
        bound = new double[n];
        government = new int[n];
        refinedAtStart = new double[minerals.length];
        Arrays.fill(trust, 0.5);
    }

    /** Takes over everything from a state of the same scenario. */
    void copyFrom(WorldState other) {
        for (int m = 0; m < minerals.length; m++) {
            minerals[m].copyFrom(other.minerals[m]);
        }
        System.arraycopy(other.commitment, 0, commitment, 0, commitment.length);
        System.arraycopy(other.hostility, 0, hostility, 0, hostility.length);
        System.arraycopy(other.trust, 0, trust, 0, trust.length);
        System.arraycopy(other.joined, 0, joined, 0, joined.length);
        System.arraycopy(other.adoption, 0, adoption, 0, adoption.length);
        beliefs.copyFrom(other.beliefs);
        yearsInForce = other.yearsInForce;
        reversals = other.reversals;
        authority = other.authority;
        truceUntil = other.truceUntil;
        rulePowerHome = other.rulePowerHome;
        rulePowerWest = other.rulePowerWest;
        homeRefining = other.homeRefining;
        System.arraycopy(other.bound, 0, bound, 0, bound.length);
        System.arraycopy(other.government, 0, government, 0, government.length);
        System.arraycopy(other.refinedAtStart, 0, refinedAtStart, 0, refinedAtStart.length);
        constituency = other.constituency;
        certified = other.certified;
        round = other.round;
    }
}
