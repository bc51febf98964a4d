package org.lode.sim.replication;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * A published result that is computed again, through the code that the model itself uses and not through a copy of the paper's
 * formula. A member is a record of the paper's parameters.
 */
public interface Replication {
    /**
     * The figures by name, in order, each computed when it is asked; NaN where the code finds no such number.
     *
     * @param folder of the file with the settings, which paths in them start from
     */
    Map<String, DoubleSupplier> figures(Path folder);
}
