package org.lode.sim.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lode.sim.config.ConfigException;
import org.lode.sim.config.Node;
import org.lode.sim.config.Origin;
import org.lode.sim.results.CsvTable;

/** Points read from a table: one column for each factor, by its id; a column {@code point} is passed over. */
record ListedPoints(List<List<Node>> rows) implements Design {
    ListedPoints {
        rows = List.copyOf(rows);
    }

    static ListedPoints read(Path file, List<Factor> factors) {
        Origin head = new Origin(file.toString(), 1);
        List<List<Node>> rows = new ArrayList<>();
        try (CsvTable table = CsvTable.open(file)) {
            List<String> ids = factors.stream().map(Factor::id).toList();
            for (String column : table.columns()) {
                if (!column.equals("point") && !ids.contains(column)) {
                    throw new ConfigException(head, "column (" + column + ") must be a factor: " + ids);
                }
            }
            while (table.next()) {
                List<Node> row = new ArrayList<>();
                Origin line = new Origin(file.toString(), rows.size() + 2);
                for (Factor factor : factors) {
                    row.add(factor.parse(table.text(table.column(factor.id())), line));
                }
                rows.add(row);
            }
        } catch (IOException e) {
            throw new ConfigException(head, "list cannot be read: " + e.getMessage());
        }
        if (rows.isEmpty()) {
            throw new ConfigException(head, "rows (0) must be at least 1");
        }
        return new ListedPoints(rows);
    }

    @Override
    public long points() {
        return rows.size();
    }

    @Override
    public Node value(long point, int factor) {
        return rows.get((int) point).get(factor);
    }
}
