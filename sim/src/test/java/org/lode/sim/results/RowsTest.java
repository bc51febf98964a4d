package org.lode.sim.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {
    @TempDir
    private Path directory;

    @Test
    void cellsAreTheShortestThatReadBackTheSame() {
        var rows = new Rows();
        rows.number(0.1)
                .number(1.0 / 3)
                .number(-0.0)
                .number(1e22)
                .number(Double.NaN)
                .whole(12)
                .whole(-3)
                .end();
        assertThat(rows).hasToString("0.1,0.3333333333333333,0,1E22,,12,-3\n");
    }

    @Test
    void textsAreQuotedWhereTheyMustBe() {
        var rows = new Rows()
                .text("plain")
                .text("a,b")
                .text("say \"hi\"")
                .text("Côte")
                .text("")
                .end();
        assertThat(rows).hasToString("plain,\"a,b\",\"say \"\"hi\"\"\",Côte,\n");
    }

    @Test
    void whatIsWrittenReadsBack() throws IOException {
        Path file = directory.resolve("table.csv");
        var rows = new Rows().texts(List.of("name", "value")).end();
        rows.text("a, \"b\"\nc").number(Math.PI).end();
        rows.text("").number(Double.NaN).end();
        rows.text("x").number(Double.NEGATIVE_INFINITY).end();
        Files.write(file, rows.bytes());
        try (CsvTable table = CsvTable.open(file)) {
            assertThat(table.columns()).containsExactly("name", "value");
            assertThat(table.next()).isTrue();
            assertThat(table.text(0)).isEqualTo("a, \"b\"\nc");
            assertThat(table.number(table.column("value"))).isEqualTo(Math.PI);
            assertThat(table.next()).isTrue();
            assertThat(table.number(1)).isNaN();
            assertThat(table.next()).isTrue();
            assertThat(table.number(1)).isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(table.next()).isFalse();
            assertThatThrownBy(() -> table.column("price")).hasMessage(file + ":1: no column 'price'");
        }
    }

    @Test
    void aTornTableIsNoticed() throws IOException {
        Path file = directory.resolve("torn.csv");
        Files.writeString(file, "a,b\n1,2\n3\n");
        try (CsvTable table = CsvTable.open(file)) {
            assertThat(table.next()).isTrue();
            assertThatThrownBy(table::next)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(":3: 1 cells, must be 2");
        }
        Files.writeString(file, "");
        assertThatThrownBy(() -> CsvTable.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("empty");
        Files.writeString(file, "a\nword\n");
        try (CsvTable table = CsvTable.open(file)) {
            table.next();
            assertThatThrownBy(() -> table.number(0)).hasMessage(file + ":2: a (word) must be a number");
        }
    }

    @Test
    void rowsGrowAndAreForgotten() {
        var rows = new Rows();
        for (int i = 0; i < 10_000; i++) {
            rows.whole(i).end();
        }
        assertThat(rows.toString()).startsWith("0\n1\n").endsWith("9999\n").hasLineCount(10_000);
        rows.clear();
        assertThat(rows.bytes()).isEmpty();
    }
}
