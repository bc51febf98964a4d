package org.lode.sim.world;

/** What everybody believes at the start of a round and holds through a look-ahead: slow state that reaches the markets. */
final class Beliefs {
    /** Months since the scenario's start. */
    int month;
    /** How far supplier caps have phased in, 0..1. */
    double capPhase;
    /** Expected reversals of the hegemon's course, per year (lambda hat). */
    double reversalHazard;
    /** Whether the truce's clock runs, so that the dominant supplier's offer suspends controls on the hegemon. */
    boolean truceClock;
    /** Perceived hazard per year that the dominant supplier cuts an outside buyer off, averaged over base demand; by mineral. */
    final double[] cutoffHazard;

    int hegemon = -1;
    /** By actor, share of its demand that asks for certified material whatever its own standards say, by its embedding in the West. */
    final double[] certified;
    /** Part of a captive market that lenders count as backing, 0..1. */
    double captive;
    /** Factor on learning by doing in the pool: the dial of cluster learning, 0..2. */
    double learning = 1;
    /** Rise of the share of projects that find capital without backing, per part of unit cost that learning took off. */
    double capital;

    Beliefs(int minerals, int actors) {
        certified = new double[actors];
        cutoffHazard = new double[minerals];
    }

    void copyFrom(Beliefs other) {
        month = other.month;
        capPhase = other.capPhase;
        reversalHazard = other.reversalHazard;
        truceClock = other.truceClock;
        hegemon = other.hegemon;
        System.arraycopy(other.certified, 0, certified, 0, certified.length);
        captive = other.captive;
        learning = other.learning;
        capital = other.capital;
        System.arraycopy(other.cutoffHazard, 0, cutoffHazard, 0, cutoffHazard.length);
    }
}
