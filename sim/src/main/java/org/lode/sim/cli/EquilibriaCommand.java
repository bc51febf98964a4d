package org.lode.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lode.games.check.Dominance;
import org.lode.games.check.Regret;
import org.lode.games.form.Game;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;
import org.lode.games.format.GambitFormat;
import org.lode.games.format.Numbers;
import org.lode.games.solve.Equilibrium;
import org.lode.games.solve.QuantalResponse;
import org.lode.games.solve.Solution;
import org.lode.games.solve.Solver;
import org.lode.games.solve.Solvers;
import org.lode.sim.analysis.ChancePlay;
import org.lode.sim.analysis.ClubTable;
import org.lode.sim.analysis.Decimals;
import org.lode.sim.analysis.OpenGame;
import org.lode.sim.analysis.StageActor;
import org.lode.sim.analysis.StageReport;
import org.lode.sim.analysis.TextTable;
import org.lode.sim.chance.Streams;
import org.lode.sim.run.Simulation;
import org.lode.sim.stage.Precisions;
import org.lode.sim.stage.StageGame;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lode equilibria}: the stage game of one round, and its equilibria. */
@Command(
        name = "equilibria",
        description = {
            "Print the equilibria of the stage game that actors face in a round: every profile held over the horizon.",
            "Replication 1 as it enters the round; strategies that may be chosen then. Payoffs per unit of stake."
        },
        mixinStandardHelpOptions = true)
final class EquilibriaCommand implements Callable<Integer> {
    private static final int WIDTH = 100;
    /** Payoffs below which quantal responses are computed unasked: a few seconds of work. */
    private static final int QUICK = 1 << 22;
    /** Profiles of a lottery that are printed. */
    private static final int MOST_CHANCES = 5;

    enum Format {
        TEXT,
        CSV,
        JSON
    }

    @Parameters(paramLabel = "SCENARIO", description = "A file of kind scenario.")
    @SuppressWarnings("NullAway.Init") // picocli fills it before call()
    private Path file;

    @Option(names = "--round", defaultValue = "0", description = "The round, from 0 (default: ${DEFAULT-VALUE}).")
    private int round;

    @Option(
            names = "--solver",
            defaultValue = "report",
            description = "report: pure equilibria, one in mixed strategies, bounds of the correlated ones, one quantal"
                    + " response equilibrium, dominance, efficiency; mixed; correlated; qre, qre=LAMBDA; one: best replies in turn, without a table; or a solver of 'lode solve' such as pure"
                    + " (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private String solver;

    @Option(
            names = "--clubs",
            description =
                    "Print instead who is in the hegemon's club and the plural track, who would leave or join, which"
                            + " memberships are stable, and what would keep today's.")
    private boolean clubs;

    @Option(
            names = "--club-draws",
            paramLabel = "N",
            defaultValue = "0",
            description = "With --clubs: parameter draws for the likelihood that today's membership is stable"
                    + " (default: ${DEFAULT-VALUE}).")
    private int clubDraws;

    @Option(
            names = "--actors",
            description = "Print instead how each actor stands in the game: its payoff scale, the share of what its own"
                    + " choice moves that hangs on others, and its strictly dominant strategy, if any.")
    private boolean actors;

    @Option(names = "--export-nfg", paramLabel = "FILE", description = "Also write the game in Gambit's format.")
    private @Nullable Path nfg;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(names = "--seed", description = "Seed of the replication; the scenario's by default.")
    private @Nullable Long seed;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Change a value of the scenario; repeatable.")
    private List<String> settings = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /**
     * What is printed: profiles, one row each.
     *
     * @param kind pure, mixed, near, correlated-best, correlated-worst, coarse-learned, qre, one, cycle or best
     * @param shares by player and strategy of the open game
     */
    private record Row(
            String kind, MixedProfile shares, List<Double> payoffs, double regret, double margin, String note) {}

    @Override
    public Integer call() throws IOException {
        ScenarioReader.Loaded loaded = ScenarioReader.read(file, settings);
        Scenario scenario = loaded.scenario();
        if (clubDraws < 0 || clubDraws > 1_000_000) {
            throw new IllegalArgumentException("--club-draws (" + clubDraws + ") must be between 0 and 1000000");
        }
        if (round < 0 || round > scenario.rounds()) {
            throw new IllegalArgumentException(
                    "round (" + round + ") must be between 0 and " + scenario.rounds() + ", the scenario's rounds");
        }
        long from = seed == null ? scenario.data().seed() : seed;
        var streams = new Streams(from, Streams.COMMON, 1);
        if (clubs) {
            int threads = Runtime.getRuntime().availableProcessors();
            clubs(ClubTable.rows(scenario, loaded, file, streams, 1, List.of(round), clubDraws, threads));
            return Lode.DONE;
        }
        var simulation = new Simulation(scenario);
        simulation.enter(streams, round);
        var open = new OpenGame(simulation.stage(), simulation::open);
        PrintWriter out = spec.commandLine().getOut();
        List<String> head = head(scenario, simulation, open);
        if (actors) {
            boolean fits = OpenGame.size(open.shape()) <= StageGame.MOST_PROFILES;
            NormalForm table = fits || nfg != null ? open.table() : null;
            standing(head, StageActor.of(scenario, open, table));
            export(out, table);
            return Lode.DONE;
        }
        if (solver.equals("one")) {
            NormalForm table = nfg == null ? null : open.table();
            print(out, head, open, List.of(one(open, simulation)), List.of(), List.of());
            export(out, table);
            return Lode.DONE;
        }
        List<Row> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (solver.equals("report") && nfg == null && OpenGame.size(open.shape()) > StageGame.MOST_PROFILES) {
            notes.add(StageGame.tooLarge(open.shape()) + ".");
            withoutTable(open, simulation, rows, notes);
            print(out, head, open, rows, notes, StageActor.of(scenario, open, null));
            return Lode.DONE;
        }
        NormalForm table = open.table();
        if (solver.equals("report")) {
            pure(table, rows, notes);
            rows.add(row("best", table, StageReport.best(table), "largest sum of payoffs"));
            var chance = new ChancePlay(table);
            mixed(table, chance, rows);
            correlated(table, chance, rows);
            dominated(table, notes);
            if ((double) table.profiles() * table.players() <= QUICK) {
                qre(table, Precisions.of(scenario), rows, notes);
            } else {
                notes.add(
                        "No quantal response equilibrium unasked for a game of this size; --solver qre takes a while.");
            }
        } else if (solver.equals("qre")) {
            qre(table, Precisions.of(scenario), rows, notes);
        } else if (solver.startsWith("qre=")) {
            double[] lambdas = new double[table.players()];
            java.util.Arrays.fill(lambdas, lambda(solver.substring(4)));
            qre(table, lambdas, rows, notes);
        } else if (solver.equals("pure")) {
            pure(table, rows, notes);
        } else if (solver.equals("mixed")) {
            mixed(table, new ChancePlay(table), rows);
        } else if (solver.equals("correlated")) {
            correlated(table, new ChancePlay(table), rows);
        } else {
            solve(table, rows, notes);
        }
        print(out, head, table, rows, notes, StageActor.of(scenario, open, table));
        export(out, table);
        return Lode.DONE;
    }

    private void standing(List<String> head, List<StageActor> all) {
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> {
                head.forEach(line -> TextTable.wrap(line, WIDTH).forEach(out::println));
                ActorPrint.text(out, all, WIDTH);
            }
            case CSV -> ActorPrint.csv(out, all);
            case JSON -> out.println(Json.text(Map.of("actors", ActorPrint.json(all))));
        }
    }

    private void clubs(byte[] rows) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> ClubPrint.text(out, rows, WIDTH);
            case CSV -> ClubPrint.csv(out, rows);
            case JSON -> ClubPrint.json(out, rows);
        }
        out.flush();
    }

    private static double lambda(String text) {
        try {
            double lambda = Double.parseDouble(text);
            if (lambda >= 0 && lambda < Double.POSITIVE_INFINITY) {
                return lambda;
            }
        } catch (NumberFormatException e) {
            // the message below says what was expected
        }
        throw new IllegalArgumentException("lambda (" + text + ") of --solver qre must be a number of at least 0");
    }

    private List<String> head(Scenario scenario, Simulation simulation, Game open) {
        var sizes = new ArrayList<String>();
        for (int i = 0; i < open.players(); i++) {
            int all = scenario.actors().get(i).menu().size();
            sizes.add(open.playerName(i) + " " + open.strategies(i) + (all == open.strategies(i) ? "" : " of " + all));
        }
        double size = OpenGame.size(open.shape());
        return List.of(
                scenario.name() + ", round " + round + " (" + simulation.date() + "): stage game of " + open.players()
                        + " actors, " + Numbers.text(size) + " profiles",
                "Strategies that may be chosen: " + String.join(", ", sizes) + ".");
    }

    private static Row one(OpenGame game, Simulation simulation) {
        StageReport.Replies replies = StageReport.replies(game, game.positions(simulation::previous));
        int[] profile = replies.profile().stream().mapToInt(Integer::intValue).toArray();
        List<Double> payoffs = new ArrayList<>();
        for (int i = 0; i < profile.length; i++) {
            payoffs.add(game.payoff(i, profile));
        }
        return new Row(
                replies.settled() ? "one" : "cycle",
                MixedProfile.pure(game.shape(), profile),
                payoffs,
                Regret.of(game, profile),
                Regret.margin(game, profile),
                replies.settled()
                        ? "best replies in turn settle after " + replies.turns() + " changes"
                        : "best replies in turn go round in a circle; this profile lies on it");
    }

    private static void withoutTable(OpenGame game, Simulation simulation, List<Row> rows, List<String> notes) {
        rows.add(one(game, simulation));
        try {
            rows.add(row(game, ChancePlay.learned(game)));
        } catch (IllegalArgumentException tooMany) {
            notes.add("No lottery was learned: the profiles are too many to be numbered.");
        }
    }

    private static void pure(NormalForm game, List<Row> rows, List<String> notes) {
        List<StageReport.Profile> found = StageReport.pure(game);
        for (StageReport.Profile profile : found) {
            rows.add(row("pure", game, profile, profile.efficient() ? "efficient" : "not efficient"));
        }
        notes.add(
                found.isEmpty()
                        ? "No pure equilibrium: in every profile somebody gains by deviating alone."
                        : "Pure equilibria: " + found.size() + ", all there are.");
    }

    private static Row row(String kind, NormalForm game, StageReport.Profile profile, String note) {
        int[] strategies =
                profile.strategies().stream().mapToInt(Integer::intValue).toArray();
        return new Row(
                kind,
                MixedProfile.pure(game.shape(), strategies),
                profile.payoffs(),
                profile.regret(),
                profile.margin(),
                note);
    }

    private static void dominated(NormalForm game, List<String> notes) {
        var strict = StageReport.dominated(game, Dominance.Kind.STRICT);
        var strictly = new ArrayList<String>();
        var weakly = new ArrayList<String>();
        StageReport.dominated(game, Dominance.Kind.WEAK)
                .forEach((player, strategies) -> strategies.forEach(s -> {
                    boolean always = strict.getOrDefault(player, List.of()).contains(s);
                    (always ? strictly : weakly).add(game.playerName(player) + " " + game.strategyName(player, s));
                }));
        notes.add("Strictly dominated: " + (strictly.isEmpty() ? "none" : String.join(", ", strictly)) + ".");
        notes.add("Weakly only: " + (weakly.isEmpty() ? "none" : String.join(", ", weakly)) + ".");
    }

    private static void mixed(NormalForm game, ChancePlay chance, List<Row> rows) {
        ChancePlay.Mixed found = chance.one();
        rows.add(mixed(found.equilibrium() ? "mixed" : "near", game, found.profile(), found.note()));
    }

    /** A lottery shows how often each actor plays what; which profiles are drawn together stands in the note. */
    private static void correlated(NormalForm game, ChancePlay chance, List<Row> rows) {
        for (ChancePlay.Lottery lottery : chance.correlated()) {
            rows.add(row(game, lottery));
        }
    }

    private static Row row(Game game, ChancePlay.Lottery lottery) {
        var parts = new ArrayList<String>();
        for (ChancePlay.Chance each : lottery.chances()
                .subList(0, Math.min(MOST_CHANCES, lottery.chances().size()))) {
            var strategies = new ArrayList<String>();
            for (int i = 0; i < game.players(); i++) {
                strategies.add(game.strategyName(i, each.strategies().get(i)));
            }
            parts.add(Decimals.fixed(each.probability(), 3) + " " + String.join("/", strategies));
        }
        return new Row(
                lottery.type(),
                ChancePlay.marginals(game.shape(), lottery),
                lottery.payoffs(),
                lottery.regret(),
                Double.NaN,
                lottery.note() + "; marginal shares of " + String.join(", ", parts)
                        + (lottery.chances().size() > MOST_CHANCES
                                ? " and " + (lottery.chances().size() - MOST_CHANCES) + " more"
                                : ""));
    }

    private static void qre(NormalForm game, double[] lambdas, List<Row> rows, List<String> notes) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < lambdas.length; i++) {
            texts.add(game.playerName(i) + " " + Numbers.text(lambdas[i]));
        }
        try {
            QuantalResponse response = StageReport.qre(game, lambdas);
            rows.add(mixed("qre", game, response.profile(), "principal branch"));
            notes.add("Quantal responses at lambda " + String.join(", ", texts) + ".");
        } catch (ArithmeticException e) {
            notes.add("No quantal response equilibrium at lambda " + String.join(", ", texts) + ": " + e.getMessage());
        }
    }

    private static Row mixed(String kind, NormalForm game, MixedProfile profile, String note) {
        var expectation = new org.lode.games.form.Expectation(game);
        double[] flat = profile.probabilities();
        double[] payoffs = new double[expectation.length()];
        expectation.payoffs(flat, payoffs);
        List<Double> own = new ArrayList<>();
        for (int i = 0; i < game.players(); i++) {
            double sum = 0;
            for (int at = expectation.start(i); at < expectation.start(i + 1); at++) {
                sum += flat[at] * payoffs[at];
            }
            own.add(sum);
        }
        return new Row(kind, profile, own, Regret.of(game, profile), Double.NaN, note);
    }

    private void solve(NormalForm game, List<Row> rows, List<String> notes) {
        Solver chosen = Solvers.ALL.stream()
                .filter(each -> each.name().equals(solver))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("solver (" + solver + ") must be one of report, mixed,"
                        + " correlated, qre, qre=LAMBDA, "
                        + String.join(
                                ", ", Solvers.ALL.stream().map(Solver::name).toList())));
        Solution solution = chosen.solve(game);
        for (Equilibrium equilibrium : solution.equilibria()) {
            rows.add(mixed(
                    equilibrium.type(),
                    game,
                    equilibrium.profile(),
                    equilibrium.standing().name().toLowerCase(java.util.Locale.ROOT)));
        }
        notes.add(solution.equilibria().size() + " found by " + solution.method() + "; "
                + (solution.isComplete() ? "these are all." : solution.reason() + "."));
    }

    private void print(
            PrintWriter out, List<String> head, Game game, List<Row> rows, List<String> notes, List<StageActor> all) {
        switch (format) {
            case TEXT -> {
                text(out, head, game, rows, notes);
                if (!all.isEmpty()) {
                    out.println();
                    ActorPrint.text(out, all, WIDTH);
                }
            }
            case CSV -> csv(out, game, rows);
            case JSON -> json(out, head, game, rows, notes, all);
        }
    }

    private static void text(PrintWriter out, List<String> head, Game game, List<Row> rows, List<String> notes) {
        head.forEach(line -> TextTable.wrap(line, WIDTH).forEach(out::println));
        for (Row row : rows) {
            out.println();
            TextTable.wrap(
                            row.kind() + ": regret " + Decimals.three(row.regret())
                                    + (Double.isNaN(row.margin()) ? "" : ", margin " + Decimals.three(row.margin()))
                                    + ", welfare " + Decimals.three(welfare(row)) + " (" + row.note() + ")",
                            WIDTH)
                    .forEach(out::println);
            var table = new TextTable("actor", ">payoff", "strategy");
            for (int i = 0; i < game.players(); i++) {
                table.row(game.playerName(i), Decimals.three(row.payoffs().get(i)), strategies(game, row.shares(), i));
            }
            table.lines(WIDTH, "  ").forEach(out::println);
        }
        out.println();
        notes.forEach(note -> TextTable.wrap(note, WIDTH).forEach(out::println));
    }

    private static double welfare(Row row) {
        double sum = 0;
        for (double payoff : row.payoffs()) {
            sum += payoff;
        }
        return sum;
    }

    private static String strategies(Game game, MixedProfile shares, int player) {
        var parts = new ArrayList<String>();
        for (int s = 0; s < game.strategies(player); s++) {
            double share = shares.probability(player, s);
            if (share == 1) {
                return game.strategyName(player, s);
            }
            if (share >= 0.005) {
                parts.add(game.strategyName(player, s) + " " + Decimals.fixed(share, 2));
            }
        }
        return String.join(", ", parts);
    }

    private static void csv(PrintWriter out, Game game, List<Row> rows) {
        out.println("number,kind,regret,margin,actor,payoff,strategy,probability");
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            for (int i = 0; i < game.players(); i++) {
                for (int s = 0; s < game.strategies(i); s++) {
                    if (row.shares().probability(i, s) > 0) {
                        out.println(String.join(
                                ",",
                                Integer.toString(r + 1),
                                row.kind(),
                                number(row.regret()),
                                number(row.margin()),
                                game.playerName(i),
                                number(row.payoffs().get(i)),
                                game.strategyName(i, s),
                                number(row.shares().probability(i, s))));
                    }
                }
            }
        }
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Numbers.text(value) : "";
    }

    private void json(
            PrintWriter out, List<String> head, Game game, List<Row> rows, List<String> notes, List<StageActor> all) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("title", head.get(0));
        tree.put("round", round);
        tree.put("profiles", OpenGame.size(game.shape()));
        List<Object> list = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("kind", row.kind());
            entry.put("regret", row.regret());
            if (Double.isFinite(row.margin())) {
                entry.put("margin", row.margin());
            }
            entry.put("welfare", welfare(row));
            entry.put("note", row.note());
            Map<String, Object> actors = new LinkedHashMap<>();
            for (int i = 0; i < game.players(); i++) {
                Map<String, Object> mix = new LinkedHashMap<>();
                for (int s = 0; s < game.strategies(i); s++) {
                    if (row.shares().probability(i, s) > 0) {
                        mix.put(game.strategyName(i, s), row.shares().probability(i, s));
                    }
                }
                Map<String, Object> actor = new LinkedHashMap<>();
                actor.put("payoff", row.payoffs().get(i));
                actor.put("strategies", mix);
                actors.put(game.playerName(i), actor);
            }
            entry.put("actors", actors);
            list.add(entry);
        }
        tree.put("equilibria", list);
        tree.put("notes", notes);
        tree.put("actors", ActorPrint.json(all));
        out.println(Json.text(tree));
    }

    private void export(PrintWriter out, @Nullable NormalForm game) throws IOException {
        if (nfg == null || game == null) {
            return;
        }
        Path target = nfg.toAbsolutePath();
        Path part = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (var writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                GambitFormat.write(game, writer);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        if (format == Format.TEXT) {
            out.println("Written in Gambit's format: " + nfg);
        }
    }
}
