package org.lode.sim.world;

/**
 * What institutions become over a look-ahead, in its two branches: while the hegemon's course survives, and once it has lapsed. Each
 * branch weighs the look-ahead's dates by the chance that it holds then. Belongs to one thread.
 */
public final class Outlook {
    private final Scenario scenario;
    private final WorldState state;
    private final Lookahead ahead;
    private final Course course;
    private final Institutions institutions;
    private final Projection whileKept;
    private final Projection onceGone;
    private final ProfileView kept;
    private final ProfileView gone;
    private final double[] survival;
    private final double[] weightKept;
    private final double[] weightGone;
    private double sumKept;
    private double sumGone;

    Outlook(Scenario scenario, WorldState state, Lookahead ahead) {
        this.scenario = scenario;
        this.state = state;
        this.ahead = ahead;
        course = new Course(scenario, state);
        institutions = new Institutions(scenario);
        int nodes = ahead.nodes();
        double[] rounds = new double[nodes];
        for (int h = 0; h < nodes; h++) {
            rounds[h] = ahead.years(h) / scenario.roundYears();
        }
        whileKept = new Projection(scenario, rounds);
        onceGone = new Projection(scenario, rounds);
        kept = new ProfileView(scenario, state, whileKept);
        gone = new ProfileView(scenario, state, onceGone);
        survival = new double[nodes];
        weightKept = new double[nodes];
        weightGone = new double[nodes];
    }

    /** Takes in the state of the round. */
    public void refresh() {
        double held = institutions.held(state);
        sumKept = 0;
        sumGone = 0;
        for (int h = 0; h < survival.length; h++) {
            survival[h] = scenario.hegemon < 0 ? 1 : course.survival(ahead.years(h), held);
            weightKept[h] = ahead.weight(h) * survival[h];
            weightGone[h] = ahead.weight(h) * (1 - survival[h]);
            sumKept += weightKept[h];
            sumGone += weightGone[h];
        }
        whileKept.refresh(state, weightKept);
        onceGone.refresh(state, weightGone);
    }

    /** Chance that the hegemon's course survives to each date. */
    public double[] survival() {
        return survival;
    }

    /** Weight of the dates in the branch in which the course survives, in discounted years. */
    public double kept() {
        return sumKept;
    }

    /** Weight of the dates in the branch in which it has lapsed. */
    public double gone() {
        return sumGone;
    }

    /** The view of a branch; show it a profile before use. */
    public ProfileView view(boolean surviving) {
        return surviving ? kept : gone;
    }
}
