package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lode.games.check.Dominance;
import org.lode.games.check.Regret;
import org.lode.games.form.Game;
import org.lode.games.form.MixedProfile;
import org.lode.games.form.NormalForm;
import org.lode.games.format.Numbers;
import org.lode.games.solve.QuantalResponse;
import org.lode.sim.results.Rows;
import org.lode.sim.stage.Precisions;
import org.lode.sim.world.Scenario;

/** The rows of one round in {@code equilibria.csv}. */
final class RoundEquilibria {
    /** Pure equilibria listed per round; more are counted. */
    private static final int MOST_LISTED = 1000;
    /** Profiles of a lottery that are listed; the rest is added up. */
    private static final int MOST_CHANCES = 20;

    private final Scenario scenario;
    private final long replication;
    private final int round;
    private final Rows out = new Rows();
    private final List<String> notes = new ArrayList<>();

    RoundEquilibria(Scenario scenario, long replication, int round) {
        this.scenario = scenario;
        this.replication = replication;
        this.round = round;
    }

    byte[] bytes() {
        return out.bytes();
    }

    /** The notes, each with its round. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Everything there is to say of a game that fits a table. */
    void report(NormalForm game) {
        List<StageReport.Profile> pure = StageReport.pure(game);
        for (StageReport.Profile profile : pure.subList(0, Math.min(MOST_LISTED, pure.size()))) {
            profile("pure", game, profile);
        }
        if (pure.size() > MOST_LISTED) {
            note("there are " + pure.size() + " pure equilibria, of which the first " + MOST_LISTED + " are listed");
        }
        if (pure.isEmpty()) {
            note("no pure equilibrium: in every profile somebody gains by deviating alone");
        }
        var chance = new ChancePlay(game);
        mixed(game, chance.one());
        chance.correlated().forEach(lottery -> lottery(game, lottery));
        quantal(game);
        profile("best", game, StageReport.best(game));
        dominated(game);
    }

    /** What single payoffs say of a game that is too large for a table. */
    void withoutTable(Game game, int[] from) {
        StageReport.Replies replies = StageReport.replies(game, from);
        if (replies.settled()) {
            int[] profile =
                    replies.profile().stream().mapToInt(Integer::intValue).toArray();
            double welfare = 0;
            for (int i = 0; i < profile.length; i++) {
                welfare += game.payoff(i, profile);
            }
            start("pure").text(text(game, replies.profile())).text("").number(Regret.of(game, profile));
            out.number(Regret.margin(game, profile)).number(welfare).text("");
            out.text("best replies in turn lead here; there may be more").end();
        } else {
            note("best replies in turn go round in a circle; there may be pure equilibria that they miss");
        }
        try {
            lottery(game, ChancePlay.learned(game));
        } catch (IllegalArgumentException tooMany) {
            note("no lottery was learned: the profiles are too many to be numbered");
        }
    }

    private Rows start(String type) {
        out.whole(0).whole(replication).whole(round).text(scenario.date(round).toString());
        return out.text(type);
    }

    private void profile(String type, NormalForm game, StageReport.Profile profile) {
        start(type).text(text(game, profile.strategies())).text("").number(profile.regret());
        out.number(profile.margin()).number(profile.welfare());
        out.whole(profile.efficient() ? 1 : 0).text("").end();
    }

    private static String text(Game game, List<Integer> strategies) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < game.players(); i++) {
            parts.add(game.playerName(i) + "=" + game.strategyName(i, strategies.get(i)));
        }
        return String.join(";", parts);
    }

    private void mixed(NormalForm game, ChancePlay.Mixed mixed) {
        start(mixed.equilibrium() ? "mixed" : "near").text(mode(game, mixed.profile()));
        out.text(shares(game, mixed.profile())).number(mixed.regret());
        out.text("").text("").text("").text(mixed.note()).end();
    }

    private void lottery(Game game, ChancePlay.Lottery lottery) {
        List<String> parts = new ArrayList<>();
        double listed = 0;
        for (ChancePlay.Chance chance : lottery.chances()
                .subList(0, Math.min(MOST_CHANCES, lottery.chances().size()))) {
            parts.add(Numbers.text(chance.probability()) + ":" + text(game, chance.strategies()));
            listed += chance.probability();
        }
        int more = lottery.chances().size() - parts.size();
        start(lottery.type())
                .text(text(game, lottery.chances().get(0).strategies()))
                .text(String.join("|", parts));
        out.number(lottery.regret()).text("").number(lottery.welfare()).text("");
        out.text(lottery.note()
                        + (more == 0
                                ? ""
                                : "; " + more + " more profiles of probability " + Numbers.text(Math.max(0, 1 - listed))
                                        + " together"))
                .end();
    }

    private void quantal(NormalForm game) {
        double[] lambdas = Precisions.of(scenario);
        List<String> precisions = new ArrayList<>();
        for (int i = 0; i < lambdas.length; i++) {
            precisions.add(game.playerName(i) + "=" + Numbers.text(lambdas[i]));
        }
        String at = "lambda " + String.join(";", precisions);
        try {
            QuantalResponse response = StageReport.qre(game, lambdas);
            start("qre").text(mode(game, response.profile())).text(shares(game, response.profile()));
            out.number(Regret.of(game, response.profile()));
            out.text("").text("").text("").text(at).end();
        } catch (ArithmeticException lost) {
            note("no quantal response equilibrium at " + at + ": " + lost.getMessage());
        }
    }

    private static String mode(NormalForm game, MixedProfile profile) {
        List<Integer> mode = new ArrayList<>();
        for (int strategy : profile.mode()) {
            mode.add(strategy);
        }
        return text(game, mode);
    }

    private static String shares(NormalForm game, MixedProfile profile) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < game.players(); i++) {
            List<String> own = new ArrayList<>();
            for (int s = 0; s < game.strategies(i); s++) {
                own.add(game.strategyName(i, s) + "=" + Numbers.text(profile.probability(i, s)));
            }
            parts.add(game.playerName(i) + ":" + String.join("|", own));
        }
        return String.join(";", parts);
    }

    private void dominated(NormalForm game) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<Integer, List<Integer>> entry :
                StageReport.dominated(game, Dominance.Kind.STRICT).entrySet()) {
            List<String> own = new ArrayList<>();
            for (int s : entry.getValue()) {
                own.add(game.strategyName(entry.getKey(), s));
            }
            parts.add(game.playerName(entry.getKey()) + "=" + String.join("|", own));
        }
        start("dominated").text(String.join(";", parts));
        out.text("").text("").text("").text("").text("");
        out.text(parts.isEmpty() ? "no strategy is strictly dominated by another" : "")
                .end();
    }

    void note(String note) {
        start("note")
                .text("")
                .text("")
                .text("")
                .text("")
                .text("")
                .text("")
                .text(note)
                .end();
        notes.add("round " + round + ": " + note);
    }
}
