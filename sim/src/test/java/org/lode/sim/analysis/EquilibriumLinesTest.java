package org.lode.sim.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lode.sim.results.ResultFiles;

class EquilibriumLinesTest {
    private static final String HEADER =
            "point,replication,round,date,type,profile,probabilities,regret,margin,welfare,efficient,note\n";

    @TempDir
    private Path directory;

    @Test
    void aGameThatWasNotSolvedIsNotSaidToHaveNoEquilibrium() throws IOException {
        Files.writeString(
                directory.resolve(ResultFiles.EQUILIBRIA),
                HEADER
                        + "0,1,0,2026-01,note,,,,,,,the table does not fit\n"
                        + "0,1,1,2026-07,note,,,,,,,no pure equilibrium: somebody always gains\n"
                        + "0,1,1,2026-07,best,a=x,,1,-1,2,1,\n"
                        + "0,1,2,2027-01,pure,a=x;b=y,,0,1,2,1,\n");
        assertThat(RunSummary.equilibria(directory))
                .containsExactly(
                        "Stage game of round 0 (2026-01): the table does not fit.",
                        "Stage game of round 1 (2026-07): no pure equilibrium.",
                        "Stage game of round 2 (2027-01): 1 pure equilibrium, a x, b y.");
    }
}
