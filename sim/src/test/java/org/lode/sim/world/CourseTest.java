package org.lode.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lode.sim.chance.Streams;

/** How long the hegemon's course lasts: retreats within a term at a hazard, changes of government at elections. */
class CourseTest {
    private static final double EXACT = 1e-12;
    /** Elections 34 and 82 months after the start of 2026. */
    private static final String ELECTIONS = "actors.US.governments.elections=[2028-11, 2032-11]";

    private static WorldState state(Scenario scenario, double hazard, int month) {
        var state = new World(scenario, new Streams(1, 0, 0)).state();
        state.beliefs.reversalHazard = hazard;
        state.beliefs.month = month;
        return state;
    }

    private static Course course(int month, String... settings) {
        Scenario scenario = Baseline.with(settings);
        return new Course(scenario, state(scenario, 0.1, month));
    }

    @Test
    void aCourseSurvivesRetreatsAndElections() {
        Course course = course(0, ELECTIONS, "actors.US.governments.turnover=0.4");
        assertThat(course.survival(0, 1)).isEqualTo(1);
        assertThat(course.survival(2, 1)).isCloseTo(StrictMath.exp(-0.2), within(EXACT));
        assertThat(course.survival(34 / 12.0, 1))
                .as("to the very month of the election")
                .isCloseTo(StrictMath.exp(-0.1 * 34 / 12), within(EXACT));
        assertThat(course.survival(3, 1)).isCloseTo(StrictMath.exp(-0.3) * 0.6, within(EXACT));
        assertThat(course.survival(8, 1)).isCloseTo(StrictMath.exp(-0.8) * 0.6 * 0.6, within(EXACT));
    }

    @Test
    void whatPoliciesBuiltHoldsThemOverAnElection() {
        Course course = course(0, ELECTIONS, "actors.US.governments.turnover=0.4");
        assertThat(course.survival(8, 0.25)).isCloseTo(StrictMath.exp(-0.8) * 0.9 * 0.9, within(EXACT));
        assertThat(course.survival(8, 0)).isCloseTo(StrictMath.exp(-0.8), within(EXACT));
    }

    @Test
    void anElectionThatIsOverIsNoDoubt() {
        assertThat(course(36, ELECTIONS, "actors.US.governments.turnover=0.4").survival(8, 1))
                .isCloseTo(StrictMath.exp(-0.8) * 0.6, within(EXACT));
        String known = "actors.US.governments.terms=[{from: 2009-01, type: multilateral}, {from: 2029-01, type:"
                + " transactional}]";
        assertThat(course(0, ELECTIONS, known, "actors.US.governments.turnover=0.4")
                        .survival(8, 1))
                .as("whose outcome the file knows")
                .isCloseTo(StrictMath.exp(-0.8) * 0.6, within(EXACT));
    }

    @Test
    void aHegemonOfOneGovernmentFearsNoElection() {
        Scenario scenario = Baseline.ungoverned();
        assertThat(new Course(scenario, state(scenario, 0.1, 0)).survival(15, 1))
                .isCloseTo(StrictMath.exp(-1.5), within(EXACT));
    }
}
