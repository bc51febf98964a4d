package org.lode.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lode.sim.results.CsvTable;

/** Directories are identical to the last bit or they are not; what differs is said with its size and its uncertainty. */
class CompareCommandTest {
    private static final String TEN = "../configs/scenarios/reduced-ten.yaml";

    @TempDir
    private Path folder;

    private final StringWriter stdout = new StringWriter();
    private final StringWriter stderr = new StringWriter();

    private int lode(Object... words) {
        stdout.getBuffer().setLength(0);
        stderr.getBuffer().setLength(0);
        String[] args = Stream.of(words).map(Object::toString).toArray(String[]::new);
        return Lode.execute(new PrintWriter(stdout), new PrintWriter(stderr), args);
    }

    private Path lastLine() {
        List<String> lines = stdout.toString().lines().toList();
        return Path.of(lines.get(lines.size() - 1));
    }

    private Path run(String out, Object... more) {
        List<Object> words = new ArrayList<>(List.of("run", TEN, "--no-figures", "--quiet", "--record", "rounds"));
        words.addAll(List.of("--set", "rounds=6", "--out", folder.resolve(out)));
        words.addAll(List.of(more));
        assertThat(lode(words.toArray())).as(stderr.toString()).isZero();
        return lastLine();
    }

    private int compare(Object... words) {
        return draw(Stream.concat(Stream.of("--no-figures"), Stream.of(words)).toArray());
    }

    private int draw(Object... words) {
        return lode(Stream.concat(Stream.of("compare", "--out", folder.resolve("comparisons")), Stream.of(words))
                .toArray());
    }

    /** Copies a directory with one number of a table moved by one unit in the last place. */
    private Path nudged(Path original, String file, String column) throws IOException {
        Path copy = folder.resolve("nudged-" + file);
        Files.createDirectories(copy);
        try (Stream<Path> files = Files.list(original)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                Files.copy(each, copy.resolve(each.getFileName()));
            }
        }
        boolean packed = file.endsWith(".gz");
        String text;
        try (InputStream raw = Files.newInputStream(original.resolve(file));
                InputStream in = packed ? new GZIPInputStream(raw) : raw) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> lines = new ArrayList<>(text.lines().toList());
        int place = List.of(lines.get(0).split(",", -1)).indexOf(column);
        String[] cells = lines.get(3).split(",", -1);
        cells[place] = Double.toString(Math.nextUp(Double.parseDouble(cells[place])));
        lines.set(3, String.join(",", cells));
        try (OutputStream raw = Files.newOutputStream(copy.resolve(file));
                OutputStream out = packed ? new GZIPOutputStream(raw) : raw) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return copy;
    }

    /** The cells of a column by the metric they are about. */
    private static String cell(Path directory, String metric, String column) throws IOException {
        try (CsvTable table = CsvTable.open(directory.resolve("compare.csv"))) {
            while (table.next()) {
                if (table.text(table.column("metric")).equals(metric)) {
                    return table.text(table.column(column));
                }
            }
        }
        throw new AssertionError("no metric " + metric);
    }

    @Test
    void aDirectoryIsIdenticalToItsRerun() throws IOException {
        Path one = run("one", "--replications", 8, "--threads", 1);
        Path again = run("again", "--replications", 8, "--threads", 2);
        assertThat(compare(one, again)).as(stderr.toString()).isZero();
        assertThat(stdout.toString()).contains("identical: every value").doesNotContain("not identical");
        assertThat(cell(lastLine(), "switches", "verdict")).isEqualTo("identical");
        assertThat(Files.readString(lastLine().resolve("shares.csv"))).contains(",regimeFinal,identical,");
        assertThat(Files.readAllLines(lastLine().resolve("configuration.csv"))).hasSize(1);
    }

    @Test
    void oneUnitInTheLastPlaceEndsThat() throws IOException {
        Path one = run("one", "--replications", 8);
        assertThat(compare(one, nudged(one, "runs.csv", "payoffMean.A1"))).isZero();
        assertThat(stdout.toString())
                .contains("not identical", "runs.csv: first at line 4, payoffMean.A1: ")
                .doesNotContain("identical: every");
        assertThat(cell(lastLine(), "payoffMean.A1", "verdict")).isEqualTo("equivalent");
        assertThat(cell(lastLine(), "payoffMean.A2", "verdict")).isEqualTo("identical");
        assertThat(compare(one, nudged(one, "rounds.csv.gz", "credibility"))).isZero();
        assertThat(stdout.toString())
                .contains("not identical", "rounds.csv.gz: first at line 4, credibility: ")
                .contains(" 0 equivalent, 0 different, 0 cannot tell");
    }

    @Test
    void runsWithTheSameChanceAreComparedInPairs() throws IOException {
        Path low = run("low", "--replications", 60, "--set", "actors.A1.rule.lambda=0.1");
        Path high = run("high", "--replications", 60, "--set", "actors.A1.rule.lambda=9");
        assertThat(compare(low, high)).isZero();
        Path paired = lastLine();
        assertThat(stdout.toString())
                .contains("60 pairs with the same chance")
                .containsPattern("actors\\.A1\\.rule\\.lambda +0\\.1 +9");
        assertThat(cell(paired, "switches.A1", "verdict")).isEqualTo("different");
        assertThat(cell(paired, "switches.A1", "test")).isEqualTo("wilcoxon");
        assertThat(cell(paired, "switches.A1", "pairs")).isEqualTo("60");
        double difference = Double.parseDouble(cell(paired, "switches.A1", "difference"));
        double means = Double.parseDouble(cell(paired, "switches.A1", "meanB"))
                - Double.parseDouble(cell(paired, "switches.A1", "meanA"));
        assertThat(difference).isNegative().isCloseTo(means, org.assertj.core.api.Assertions.within(1e-12));
        assertThat(compare("--unpaired", low, high)).isZero();
        assertThat(stdout.toString()).contains("not paired: as asked");
        assertThat(cell(lastLine(), "switches.A1", "test")).isEqualTo("mann-whitney");
        assertThat(lastLine()).isNotEqualTo(paired);
        Path other = run("other", "--replications", 60, "--seed", 2);
        assertThat(compare(low, other)).isZero();
        assertThat(stdout.toString()).contains("not paired: the seeds differ");
    }

    @Test
    void fewRunsCannotTellAndSayHowManyCould() throws IOException {
        Path low = run("low", "--replications", 4, "--set", "actors.A1.rule.lambda=0.1");
        Path high = run("high", "--replications", 4, "--set", "actors.A1.rule.lambda=9");
        assertThat(compare(low, high)).isZero();
        assertThat(cell(lastLine(), "switches", "verdict")).isEqualTo("cannot tell");
        int needed = Integer.parseInt(cell(lastLine(), "switches", "needed"));
        assertThat(needed).isGreaterThan(4);
        assertThat(compare(low, high, "--bound", "switches=1000")).isZero();
        assertThat(cell(lastLine(), "switches", "verdict")).isEqualTo("equivalent");
        assertThat(cell(lastLine(), "switches", "bound")).isEqualTo("1000");
    }

    @Test
    void moreThanTwoAreEachComparedWithTheFirst() throws IOException {
        Path a = run("a", "--replications", 10);
        Path b = run("b", "--replications", 10, "--set", "actors.A1.rule.lambda=9");
        Path c = run("c", "--replications", 5);
        assertThat(draw(a, b, c)).isZero();
        assertThat(stdout.toString()).contains("A " + a, "B " + b, "B " + c, "10 pairs", "5 pairs");
        for (String name : List.of("effects", "regimes")) {
            Path png = lastLine().resolve("figures/" + name + ".png");
            assertThat(ImageIO.read(png.toFile()).getWidth()).isGreaterThan(900);
            assertThat(lastLine().resolve("figures/" + name + ".svg")).isNotEmptyFile();
        }
        assertThat(Files.readString(lastLine().resolve("figures/regimes.csv"))).contains("2026-01,A reduced-ten,");
    }

    @Test
    void whatIsNoResultDirectoryOrNoMetricIsRefusedInOneLine() throws IOException {
        Path one = run("one", "--replications", 3);
        assertThat(compare(one, folder.resolve("none"))).isEqualTo(2);
        assertThat(stderr.toString()).hasLineCount(1).contains("none");
        assertThat(compare(one, one, "--bound", "wedgeMean=1")).isEqualTo(2);
        assertThat(stderr.toString()).hasLineCount(1).contains("bound of wedgeMean");
        assertThat(compare(one, one, "--bound", "much")).isEqualTo(2);
        assertThat(compare(one, one, "--level", "1.5")).isEqualTo(2);
        assertThat(compare(one, one)).isZero();
        assertThat(compare(one, lastLine())).isEqualTo(2);
        assertThat(stderr.toString()).hasLineCount(1).contains("is itself a comparison");
        assertThat(compare(one)).isEqualTo(2);
    }

    private Path document() throws IOException {
        Path a = run("a", "--replications", 6);
        Path b = run("b", "--replications", 6, "--set", "actors.A1.rule.lambda=9", "--set", "name=50%_of & more");
        assertThat(compare(a, b)).isZero();
        return lastLine().resolve("compare.tex");
    }

    @Test
    void theLatexTablesAreWellFormed() throws IOException {
        String text = Files.readString(document());
        assertThat(text)
                .startsWith("\\documentclass")
                .contains("booktabs", "longtable")
                .endsWith("\\end{document}\n");
        List<String> open = new ArrayList<>();
        int columns = 0;
        int rows = 0;
        for (String line : text.lines().toList()) {
            if (line.startsWith("\\begin{")) {
                open.add(line.substring(7, line.indexOf('}')));
                String layout = line.replaceAll("^.*?\\}", "")
                        .replaceAll("p\\{[^}]*\\}", "l")
                        .replaceAll("[^lrc]", "");
                columns = line.startsWith("\\begin{longtable}") ? layout.length() : columns;
            } else if (line.startsWith("\\end{")) {
                assertThat(open.remove(open.size() - 1)).isEqualTo(line.substring(5, line.indexOf('}')));
            } else if (line.endsWith(" \\\\")) {
                rows++;
                assertThat(line.split("(?<!\\\\)&", -1)).as(line).hasSize(columns);
            }
            String plain = line.replaceAll("\\\\[\\\\%&$#_{}]", "");
            assertThat(plain.chars().filter(c -> c == '{').count())
                    .as(line)
                    .isEqualTo(plain.chars().filter(c -> c == '}').count());
            assertThat(plain.chars().filter(c -> c == '$').count() % 2).as(line).isZero();
            assertThat(plain).doesNotContain("#", "%").matches("\\p{ASCII}*");
        }
        assertThat(open).isEmpty();
        assertThat(rows).isGreaterThan(30);
        assertThat(text).contains("50\\%\\_of \\& more");
    }

    @Test
    void theLatexDocumentCompiles() throws Exception {
        String compiler = Stream.of("pdflatex", "tectonic")
                .filter(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                        .anyMatch(place -> Files.isExecutable(Path.of(place).resolve(name))))
                .findFirst()
                .orElse("");
        assumeTrue(!compiler.isEmpty(), "no pdflatex or tectonic on the PATH");
        Path document = document();
        List<String> command = new ArrayList<>(List.of(compiler));
        if (compiler.equals("pdflatex")) {
            command.addAll(List.of("-interaction=nonstopmode", "-halt-on-error"));
        }
        command.add(document.getFileName().toString());
        Path log = folder.resolve("latex.log");
        Process process = new ProcessBuilder(command)
                .directory(document.toAbsolutePath().getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        assertThat(document.resolveSibling("compare.pdf")).isNotEmptyFile();
    }
}
