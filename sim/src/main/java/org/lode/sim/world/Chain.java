package org.lode.sim.world;

import java.util.Arrays;

/**
 * The chain over stages: what each channel can deliver given its mines, plants and who sends ore where. A producer's own
 * plants run on its own ore first, then on ore that may not leave their host; what is left of plants shares the traded
 * ore; the last stage caps its channel (Leontief). Scratch space of one thread; {@link #fill} overwrites all and allocates nothing.
 */
final class Chain {
    /** By producer of the pool: what it can deliver, t/yr; 0 for producers of the home channel. */
    final double[] deliverable;
    /** By host: ore mined, ore used by own plants, ore sent to the dominant supplier and to the pool, t/yr. */
    final double[] mined;

    final double[] ownUse;
    final double[] oreHome;
    final double[] orePool;
    /** By host: what its plants refine for the pool, and its share of the pool's last stage. */
    final double[] refined;

    final double[] finishing;
    double homeCapacity;
    double homeOre;
    double homeMined;
    double tradedOre;
    double poolRefining;
    double poolFinishing;

    private final MineralModel model;
    private final double[] plants;
    private final double[] finish;

    Chain(MineralModel model) {
        this.model = model;
        deliverable = new double[model.producers];
        mined = new double[model.actors];
        ownUse = new double[model.actors];
        oreHome = new double[model.actors];
        orePool = new double[model.actors];
        refined = new double[model.actors];
        finishing = new double[model.actors];
        plants = new double[model.actors];
        finish = new double[model.actors];
    }

    void fill(MineralState state, Levers levers) {
        int last = model.stages - 1;
        Arrays.fill(mined, 0);
        Arrays.fill(plants, 0);
        Arrays.fill(finish, 0);
        Arrays.fill(ownUse, 0);
        for (int j = 0; j < model.producers; j++) {
            int at = j * model.stages;
            int host = model.host[j];
            mined[host] += state.capacity[at] * state.outage[j];
            plants[host] += state.capacity[at + 1] * state.outage[j];
            ownUse[host] += Math.min(state.capacity[at], state.capacity[at + 1]) * state.outage[j];
            if (last == 2) {
                finish[host] += state.capacity[at + 2] * state.outage[j];
            }
        }
        int home = model.home;
        tradedOre = 0;
        homeOre = 0;
        homeMined = home >= 0 ? mined[home] : 0;
        double spare = 0;
        for (int h = 0; h < model.actors; h++) {
            oreHome[h] = 0;
            orePool[h] = 0;
            refined[h] = 0;
            if (h == home) {
                homeOre += mined[h];
                continue;
            }
            Slice slice = levers.slices[h];
            double leaving = Math.min(
                    mined[h] - ownUse[h],
                    Math.min(slice.of(Slice.Part.ORE_EXPORT), 1 - slice.of(Slice.Part.LOCAL_PROCESSING)) * mined[h]);
            ownUse[h] += Math.min(mined[h] - ownUse[h] - leaving, plants[h] - ownUse[h]);
            oreHome[h] = leaving * state.oreShare[h];
            orePool[h] = leaving - oreHome[h];
            homeOre += oreHome[h];
            tradedOre += orePool[h];
            spare += plants[h] - ownUse[h];
        }
        double fed = spare > 0 ? Math.min(1, tradedOre / spare) : 0;
        poolRefining = 0;
        poolFinishing = 0;
        for (int h = 0; h < model.actors; h++) {
            if (h != home) {
                refined[h] = ownUse[h] + (plants[h] - ownUse[h]) * fed;
                poolRefining += refined[h];
                poolFinishing += last == 2 ? finish[h] : refined[h];
            }
        }
        double passed = poolRefining > 0 ? Math.min(1, poolFinishing / poolRefining) : 0;
        for (int j = 0; j < model.producers; j++) {
            int host = model.host[j];
            deliverable[j] = host == home || plants[host] <= 0
                    ? 0
                    : state.capacity[j * model.stages + 1] * state.outage[j] / plants[host] * refined[host] * passed;
        }
        for (int h = 0; h < model.actors; h++) {
            finishing[h] = h == home || poolFinishing <= 0 ? 0 : (last == 2 ? finish[h] : refined[h]) / poolFinishing;
        }
        homeCapacity = 0;
        if (home >= 0) {
            homeCapacity = Math.min(plants[home], homeOre);
            if (last == 2) {
                homeCapacity = Math.min(homeCapacity, finish[home]);
            }
        }
    }

    /** Ore-limited refining of the dominant supplier, t/yr. */
    double homeRefining() {
        return model.home < 0 ? 0 : Math.min(plants[model.home], homeOre);
    }
}
