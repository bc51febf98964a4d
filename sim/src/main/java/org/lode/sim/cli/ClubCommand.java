package org.lode.sim.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lode.games.coalition.MembershipGame;
import org.lode.games.coalition.MembershipTable;
import org.lode.games.coalition.Stability;
import org.lode.games.coalition.Tariff;
import org.lode.games.coalition.TariffClub;
import org.lode.games.coalition.Ties;
import org.lode.games.format.CsvText;
import org.lode.games.format.CsvText;
import org.lode.games.format.MembershipTableFormat;
import org.lode.games.format.TariffClubFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lode club}: the stable memberships of a club given as payoffs, or as costs, benefits and trade. */
@Command(
        name = "club",
        description = {
            "Print every membership that no member gains by leaving and no outsider by joining.",
            "Of a table of payoffs, one line each: STABLE,a;b;c with the members' names, none if nobody is in.",
            "Of costs, benefits and trade, also near misses, welfare, transfers, and the least tariff on outsiders",
            "at which nobody leaves a club of all; with --format, of a table of payoffs too."
        },
        mixinStandardHelpOptions = true)
final class ClubCommand implements Callable<Integer> {
    private static final int WIDTH = 120;
    /** Ties of a club with a tariff: at the least tariff one actor is indifferent, but for the rounding of its payoffs. */
    private static final double ROUNDING = 1e-12;

    enum Format {
        TEXT,
        CSV,
        JSON
    }

    @Parameters(
            paramLabel = "FILE.csv",
            description = {
                "Payoffs: columns members (names joined by ';', empty for nobody) and one per actor; a row for each"
                        + " membership.",
                "Costs, benefits and trade: columns actor, cost, benefit, perhaps spillover, and one per actor with the"
                        + " exports to it; a row for each actor."
            })
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path file;

    @Option(
            names = "--tariff",
            paramLabel = "T",
            split = ",",
            description = "Tariffs on outsiders to look at, shares of the value of trade (default: 0 and the least for"
                    + " full participation).")
    private List<Double> tariffs = new ArrayList<>();

    @Option(
            names = "--near",
            paramLabel = "N",
            defaultValue = "5",
            description =
                    "Near misses to print: memberships that one actor alone switches (default: ${DEFAULT-VALUE}).")
    private int near;

    @Option(
            names = "--ties",
            defaultValue = "keep",
            description = "What the indifferent do: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Ties ties;

    @Option(
            names = "--tolerance",
            description = "Gains up to this size count as ties (default: 0; with a tariff, rounding).")
    private @Nullable Double tolerance;

    @Option(
            names = "--format",
            description = "${COMPLETION-CANDIDATES} (default: STABLE lines of a table of payoffs, else text).")
    private @Nullable Format format;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        check();
        GameFile.read(file, reader -> {
            BufferedReader text = new BufferedReader(reader);
            text.mark(1 << 16);
            String header = text.readLine();
            text.reset();
            if (header != null && TariffClubFormat.isHeader(header)) {
                print(withTariff(TariffClubFormat.read(text, file.toString())));
            } else {
                table(MembershipTableFormat.read(text, file.toString()));
            }
            return file;
        });
        return Lode.DONE;
    }

    private void check() {
        if (near < 0 || near > 1_000_000) {
            throw new ParameterException(spec.commandLine(), "--near (" + near + ") must be 0 to 1000000");
        }
        if (tolerance != null && !(tolerance >= 0)) {
            throw new ParameterException(spec.commandLine(), "--tolerance (" + tolerance + ") must be at least 0");
        }
        for (double tariff : tariffs) {
            if (!(tariff >= 0) || Double.isInfinite(tariff)) {
                throw new ParameterException(
                        spec.commandLine(), "--tariff (" + tariff + ") must be at least 0 and finite");
            }
        }
    }

    private void table(MembershipTable game) {
        if (!tariffs.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--tariff needs costs, benefits and trade; " + file + " is a table of payoffs");
        }
        double ignored = tolerance == null ? 0 : tolerance;
        if (format == null) {
            PrintWriter out = spec.commandLine().getOut();
            long[] stable = Stability.stable(game, ties, ignored);
            for (long members : stable) {
                out.println("STABLE," + CsvText.cell(game.text(members)));
            }
            if (stable.length == 0) {
                out.println("NONE");
            }
        } else {
            var look = ClubStudy.Look.of(OptionalDouble.empty(), game, ties, ignored, near);
            print(new ClubStudy(game.names(), OptionalDouble.empty(), List.of(), List.of(look)));
        }
    }

    private ClubStudy withTariff(TariffClubFormat.Named named) {
        TariffClub club = named.club();
        OptionalDouble least = least(club);
        List<Double> at = tariffs;
        if (at.isEmpty()) {
            at = least.isPresent() && least.getAsDouble() > 0 ? List.of(0.0, least.getAsDouble()) : List.of(0.0);
        }
        List<ClubStudy.Look> looks = new ArrayList<>();
        for (double tariff : at) {
            MembershipGame game = club.apply(tariff);
            double ignored = tolerance == null ? ROUNDING * size(game) : tolerance;
            looks.add(ClubStudy.Look.of(OptionalDouble.of(tariff), game, ties, ignored, near));
        }
        List<OptionalDouble> keeps = new ArrayList<>();
        for (int actor = 0; actor < club.actors(); actor++) {
            keeps.add(club.keeps(actor));
        }
        return new ClubStudy(named.names(), least, keeps, looks);
    }

    private static OptionalDouble least(TariffClub club) {
        return Tariff.linear(club, (1L << club.actors()) - 1)
                .map(range -> OptionalDouble.of(range.least()))
                .orElse(OptionalDouble.empty());
    }

    /** How large payoffs are in a club of all and in one of nobody: their rounding is a part of it. */
    private static double size(MembershipGame game) {
        double size = 0;
        long all = (1L << game.actors()) - 1;
        for (int actor = 0; actor < game.actors(); actor++) {
            size = Math.max(size, Math.abs(game.payoff(actor, all)));
            size = Math.max(size, Math.abs(game.payoff(actor, 1L << actor)));
            size = Math.max(size, Math.abs(game.payoff(actor, all ^ 1L << actor)));
        }
        return size;
    }

    private void print(ClubStudy study) {
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            out.println(Json.text(study.tree()));
        } else {
            (format == Format.CSV ? study.csv() : study.text(WIDTH)).forEach(out::println);
        }
    }
}
