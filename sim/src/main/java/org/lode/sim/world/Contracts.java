package org.lode.sim.world;

import org.lode.sim.market.ContractTerms;

/** The contract book of one mineral: new offtake, ageing by yearly cohorts, expiry. Contracts outlive the strategy that made them. */
final class Contracts {
    private Contracts() {}

    /**
     * Signs what the profile's buyers want in {@code years}, as far as their partners have free capacity, built or decided.
     *
     * @param free scratch, one a producer
     */
    static void sign(
            MineralModel model, MineralState state, Levers levers, double[] demand, double years, double[] free) {
        boolean any = false;
        for (int i = 0; i < model.actors; i++) {
            any |= levers.slices[i].of(Slice.Part.OFFTAKE) > 0;
        }
        if (!any) {
            return;
        }
        for (int j = 0; j < model.producers; j++) {
            int plant = j * model.stages + 1;
            double size = state.capacity[plant] + state.pending(plant);
            free[j] = model.host[j] == model.home ? 0 : Math.max(0, size - state.contractedTo[j]);
        }
        for (int i = 0; i < model.actors; i++) {
            Slice slice = levers.slices[i];
            if (slice.of(Slice.Part.OFFTAKE) <= 0) {
                continue;
            }
            double room = 0;
            for (int j = 0; j < model.producers; j++) {
                room += free[j] * slice.of(Slice.Part.OFFTAKE_PARTNER, model.host[j]);
            }
            double most = Math.max(0, demand[i] - state.contractedOf[i]);
            double volume = Math.min(Math.min(slice.of(Slice.Part.OFFTAKE) * demand[i] * years, most), room);
            if (volume <= 0) {
                continue;
            }
            for (int j = 0; j < model.producers; j++) {
                double part = volume * free[j] * slice.of(Slice.Part.OFFTAKE_PARTNER, model.host[j]) / room;
                state.contractBy[i * model.producers + j] += part;
                state.contractedTo[j] += part;
                free[j] -= part;
            }
            state.terms[i] = state.contractedOf[i] > 0
                    ? blend(state.terms[i], state.contractedOf[i], slice.terms(), volume)
                    : slice.terms();
            state.contractedOf[i] += volume;
            int cohort = Math.min(MineralState.COHORTS - 1, (int) Math.round(slice.of(Slice.Part.OFFTAKE_TENOR)) - 1);
            state.contracts[i * MineralState.COHORTS + cohort] += volume;
        }
    }

    /** Terms of a book of old and new contracts, by volume; allocates only where they differ. */
    private static ContractTerms blend(ContractTerms old, double before, ContractTerms fresh, double volume) {
        if (old.equals(fresh)) {
            return old;
        }
        double kept = before / (before + volume);
        double floor = kept * old.floor() + (1 - kept) * fresh.floor();
        return new ContractTerms(
                floor,
                Math.max(floor, kept * old.threshold() + (1 - kept) * fresh.threshold()),
                kept * old.upsideShare() + (1 - kept) * fresh.upsideShare(),
                kept * old.yearlyCap() + (1 - kept) * fresh.yearlyCap());
    }

    /** Lets time pass; whole years move every cohort one nearer to its expiry. */
    static void age(MineralModel model, MineralState state, double years) {
        state.contractAge += years;
        while (state.contractAge >= 1 - 1e-9) {
            state.contractAge -= 1;
            endOfYear(model, state);
        }
    }

    private static void endOfYear(MineralModel model, MineralState state) {
        boolean any = false;
        for (double volume : state.contractedOf) {
            any |= volume > 0;
        }
        if (!any) {
            return;
        }
        for (int i = 0; i < model.actors; i++) {
            double before = state.contractedOf[i];
            if (before <= 0) {
                continue;
            }
            int at = i * MineralState.COHORTS;
            System.arraycopy(state.contracts, at + 1, state.contracts, at, MineralState.COHORTS - 1);
            state.contracts[at + MineralState.COHORTS - 1] = 0;
            state.contractedOf[i] = 0;
            for (int y = 0; y < MineralState.COHORTS; y++) {
                state.contractedOf[i] += state.contracts[at + y];
            }
            double left = state.contractedOf[i] / before;
            for (int j = 0; j < model.producers; j++) {
                state.contractBy[i * model.producers + j] *= left;
            }
        }
        for (int j = 0; j < model.producers; j++) {
            state.contractedTo[j] = 0;
            for (int i = 0; i < model.actors; i++) {
                state.contractedTo[j] += state.contractBy[i * model.producers + j];
            }
        }
    }
}
