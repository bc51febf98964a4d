package org.lode.sim.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lode.games.check.Reduction;
import org.lode.games.check.Regret;
import org.lode.games.dynamics.AlphaRank;
import org.lode.games.dynamics.EvolutionaryStability;
import org.lode.games.dynamics.FictitiousPlay;
import org.lode.games.dynamics.ProfileLearning;
import org.lode.games.dynamics.ProfileLearning.Mistakes;
import org.lode.games.dynamics.RepeatedGame;
import org.lode.games.dynamics.Replicator;
import org.lode.games.dynamics.RoleReplicator;
import org.lode.games.dynamics.StochasticStability;
import org.lode.games.dynamics.SymmetricGame;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;
import org.lode.games.format.CsvText;
import org.lode.games.format.Numbers;
import org.lode.games.format.SolutionFormat;

/** What {@code lode solve} prints for the solvers that look beyond one play: learning, evolution, repetition. */
final class LearningReport {
    /** Names of these solvers, as {@code --solver} takes them before an equals sign. */
    static final List<String> NAMES =
            List.of("replicator", "stable", "stochastic-stability", "alpha-rank", "fictitious-play", "repeated");

    /** Chance of a worse strategy where selection is strong: near its limit in games whose sinks are left by one step. */
    private static final double NOISE = 1e-6;

    private static final int STARTS = 64;
    private static final double FOLLOWED = 2_000;
    private static final double SAME_END = 1e-4;
    private static final int ROUNDS = 1_000_000;
    private static final int MOST_SUSTAINED = 100;

    /** One line: its label, then named values in order. */
    private record Line(
            String label,
            List<String> names,
            List<String> values,
            @Nullable MixedProfile profile) {}

    private final Reduction reduction;
    private final NormalForm game; // what is left to play
    private final List<String> notes = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    private LearningReport(Reduction reduction) {
        this.reduction = reduction;
        this.game = reduction.rest();
    }

    /**
     * Solves.
     *
     * @param game what is left of it is played; probabilities are printed for all of it
     * @param name one of {@link #NAMES}
     * @param argument what followed the equals sign, empty for none
     */
    static LearningReport of(Reduction game, String name, String argument) {
        LearningReport report = new LearningReport(game);
        switch (name) {
            case "replicator" -> report.replicator();
            case "stable" -> report.stable();
            case "stochastic-stability" -> report.stochasticStability(argument);
            case "alpha-rank" -> report.alphaRank(argument);
            case "fictitious-play" -> report.fictitiousPlay(argument);
            case "repeated" -> report.repeated(argument);
            default -> throw new IllegalArgumentException("solver (" + name + ") must be one of " + NAMES);
        }
        return report;
    }

    /** Cells of the probabilities, each after a comma; empty if the line has no profile. */
    private String numbers(Line line) {
        return line.profile() == null ? "" : SolutionFormat.numbers(reduction.widen(line.profile()));
    }

    private void add(String label, List<String> names, List<String> values, @Nullable MixedProfile profile) {
        lines.add(new Line(label, names, values, profile));
    }

    /** From the uniform state and random ones: which ends are reached, from how many starts. */
    private void replicator() {
        RoleReplicator dynamic = new RoleReplicator(game);
        SplittableRandom random = new SplittableRandom(1);
        List<RoleReplicator.End> ends = new ArrayList<>();
        int[] reached = new int[STARTS];
        for (int k = 0; k < STARTS; k++) {
            RoleReplicator.End end =
                    dynamic.follow(k == 0 ? MixedProfile.uniform(game.shape()) : start(random), FOLLOWED);
            int same = 0;
            while (same < ends.size() && ends.get(same).state().distance(end.state()) > SAME_END) {
                same++;
            }
            if (same == ends.size()) {
                ends.add(end);
            }
            reached[same]++;
        }
        notes.add("ends of the replicator dynamic, one population per player, from " + STARTS
                + " starts (the first uniform); an end that still moves is no rest point");
        for (int k = 0; k < ends.size(); k++) {
            RoleReplicator.End end = ends.get(k);
            add(
                    end.speed() < 1e-8 ? "REST" : "MOVING",
                    List.of("share", "regret"),
                    List.of(Numbers.text((double) reached[k] / STARTS), Numbers.text(end.regret())),
                    end.state());
        }
    }

    private MixedProfile start(SplittableRandom random) {
        int[] counts = game.shape();
        double[] flat = new double[Arrays.stream(counts).sum()];
        int at = 0;
        for (int count : counts) {
            double total = 0;
            for (int s = at; s < at + count; s++) {
                flat[s] = -StrictMath.log(1 - random.nextDouble()); // uniform on the simplex
                total += flat[s];
            }
            for (int s = at; s < at + count; s++) {
                flat[s] /= total;
            }
            at += count;
        }
        return MixedProfile.of(counts, flat);
    }

    /** Evolutionarily stable strategies of a symmetric game, which are equilibria. */
    private void stable() {
        double[][] matrix = SymmetricGame.matrix(game);
        Replicator replicator = new Replicator(matrix);
        notes.add("evolutionarily stable strategies of the symmetric game: all there are");
        for (double[] x : EvolutionaryStability.all(matrix)) {
            double total = Arrays.stream(x).sum();
            double[] both = new double[2 * x.length];
            Arrays.setAll(both, k -> x[k % x.length] / total);
            MixedProfile profile = MixedProfile.of(game.shape(), both);
            String stability = replicator.stability(x).name().toLowerCase(Locale.ROOT);
            notes.add("stable strategy " + (lines.size() + 1) + ": regret " + Numbers.text(Regret.of(game, profile))
                    + ", " + stability + " in the one-population replicator dynamic");
            add("NE", List.of(), List.of(), profile);
        }
    }

    private void stochasticStability(String argument) {
        Mistakes mistakes = switch (argument) {
            case "", "uniform" -> Mistakes.UNIFORM;
            case "logit" -> Mistakes.LOGIT;
            default ->
                throw new IllegalArgumentException("--solver stochastic-stability=" + argument
                        + " must say uniform (all mistakes alike) or logit (costly ones rarer)");
        };
        StochasticStability analysis = StochasticStability.of(new ProfileLearning(game, mistakes));
        notes.add("profiles where adaptive play with rare mistakes spends its time, by minimum-cost trees over "
                + analysis.classes() + (analysis.classes() == 1 ? " recurrent class" : " recurrent classes"));
        for (int stable : analysis.stableClasses()) {
            for (int profile : analysis.states(stable)) {
                add(
                        "STABLE",
                        List.of("potential", "regret"),
                        List.of(Numbers.text(analysis.potential(stable)), pureRegret(profile)),
                        MixedProfile.pure(game.shape(), game.profile(profile)));
            }
        }
    }

    private void alphaRank(String argument) {
        double[] share = argument.isEmpty()
                ? AlphaRank.strong(game, NOISE)
                : AlphaRank.of(game, number("alpha-rank", argument), 50);
        notes.add("shares of time of pure profiles by alpha-rank, "
                + (argument.isEmpty() ? "strong selection" : "alpha " + argument + ", populations of 50")
                + "; shares below 1e-6 are left out");
        IntStream.range(0, share.length)
                .boxed()
                .filter(profile -> share[profile] >= 1e-6)
                .sorted(Comparator.comparingDouble((Integer profile) -> -share[profile]))
                .forEach(profile -> add(
                        "RANK",
                        List.of("share", "regret"),
                        List.of(Numbers.text(share[profile]), pureRegret(profile)),
                        MixedProfile.pure(game.shape(), game.profile(profile))));
    }

    private String pureRegret(int profile) {
        return Numbers.text(Regret.of(game, game.profile(profile)));
    }

    private void fictitiousPlay(String argument) {
        double rounds = argument.isEmpty() ? ROUNDS : number("fictitious-play", argument);
        if (!(rounds >= 1 && rounds <= 1e9) || rounds != Math.rint(rounds)) {
            throw new IllegalArgumentException("rounds (" + argument + ") must be a whole number from 1 to 1000000000");
        }
        FictitiousPlay.Outcome outcome = FictitiousPlay.play(game, (int) rounds, 1e-9);
        notes.add("frequencies of fictitious play; an equilibrium only as far as the regret is small");
        add(
                "PLAY",
                List.of("rounds", "regret"),
                List.of(Integer.toString(outcome.rounds()), Numbers.text(outcome.regret())),
                outcome.frequencies());
    }

    private void repeated(String argument) {
        if (argument.isEmpty()) {
            throw new IllegalArgumentException("--solver repeated must give a discount factor, as in repeated=0.9");
        }
        double delta = number("repeated", argument);
        RepeatedGame repeated = new RepeatedGame(game);
        notes.add("the game repeated for ever at discount factor " + argument + ": corners of the set of equilibrium"
                + " payoffs per period, then the profiles that can be played in every period, with the smallest factor"
                + " that sustains each; pure actions and a public lottery");
        for (RepeatedGame.Payoffs corner : repeated.payoffSet(delta)) {
            add(
                    "PAYOFFS",
                    List.of("first", "second"),
                    List.of(Numbers.text(corner.first()), Numbers.text(corner.second())),
                    null);
        }
        if (game.profiles() > MOST_SUSTAINED) {
            notes.add("smallest factors are left out: profiles (" + game.profiles() + ") are over " + MOST_SUSTAINED);
            return;
        }
        for (int k = 0; k < game.profiles(); k++) {
            int[] profile = game.profile(k);
            if (repeated.sustains(delta, profile)) {
                double least = repeated.smallestDiscount(profile).orElse(delta);
                add(
                        "SUSTAINED",
                        List.of("delta"),
                        List.of(Numbers.text(least)),
                        MixedProfile.pure(game.shape(), profile));
            }
        }
    }

    private static double number(String solver, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--solver " + solver + "=" + text + " must give a number", e);
        }
    }

    /** Prints label, values and probabilities, a line each; NONE if there is nothing. */
    void csv(PrintWriter out) {
        if (lines.isEmpty()) {
            out.println("NONE");
        }
        for (Line line : lines) {
            List<String> cells = new ArrayList<>();
            cells.add(line.label());
            cells.addAll(line.values());
            out.println(String.join(",", cells) + numbers(line));
        }
    }

    /** Prints what was done and a line each for people. */
    void text(PrintWriter out) {
        notes.forEach(out::println);
        if (lines.isEmpty()) {
            out.println("none");
        }
        for (Line line : lines) {
            StringBuilder text = new StringBuilder(line.label());
            for (int k = 0; k < line.names().size(); k++) {
                text.append("  ")
                        .append(line.names().get(k))
                        .append(' ')
                        .append(line.values().get(k));
            }
            MixedProfile profile = line.profile();
            if (profile != null && profile.isPure()) {
                text.append("  strategies ").append(String.join(" ", strategies(profile)));
            } else if (profile != null) {
                text.append("  probabilities ")
                        .append(numbers(line).substring(1).replace(",", " "));
            }
            out.println(text);
        }
    }

    private List<String> strategies(MixedProfile profile) {
        int[] mode = profile.mode();
        return IntStream.range(0, mode.length)
                .mapToObj(player -> CsvText.line(game.strategyName(player, mode[player])))
                .toList();
    }

    /** Prints one JSON object. */
    void json(PrintWriter out) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = SolutionFormat.generator(text)) {
            json.writeStartObject();
            SolutionFormat.header(reduction.game(), json);
            json.writeArrayFieldStart("notes");
            for (String note : notes) {
                json.writeString(note);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("states");
            for (Line line : lines) {
                json.writeStartObject();
                json.writeStringField("kind", line.label());
                for (int k = 0; k < line.names().size(); k++) {
                    json.writeFieldName(line.names().get(k));
                    json.writeRawValue(line.values().get(k));
                }
                if (line.profile() != null) {
                    SolutionFormat.profile(json, reduction.widen(line.profile()));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.println(text);
    }
}
