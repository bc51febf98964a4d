package org.lode.sim.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lode.games.coalition.StabilityLikelihood;
import org.lode.sim.analysis.ClubDraws.Place;
import org.lode.sim.chance.Streams;
import org.lode.sim.results.ResultFiles;
import org.lode.sim.results.Rows;
import org.lode.sim.run.Simulation;
import org.lode.sim.run.Trace;
import org.lode.sim.world.Scenario;
import org.lode.sim.world.ScenarioReader.Loaded;

/**
 * {@code clubs.csv}: membership of the hegemon's club and of the plural track as replication 1 enters each report round. Types of
 * rows: {@code today} (who is in; value: how many), {@code leave} and {@code join} (who would switch alone, to which strategy;
 * value: gain), {@code stable} (each membership that nobody leaves or joins alone; value: welfare over nobody in), {@code
 * transferToMembers}, {@code transferFromOutside} and {@code transferToOutsiders} (what keeps today's membership), {@code charge}
 * (the least and the most that all outsiders may be charged so that it keeps itself), {@code shapley} (value of an actor), {@code
 * likelihood} (share of parameter draws in which today's membership is stable, with Wilson's interval), {@code credibility} and
 * {@code chairPassed} (see {@link ClubLevers}), {@code note}.
 */
public final class ClubTable {
    private static final List<String> HEADER = List.of(
            "point",
            "replication",
            "round",
            "date",
            "club",
            "type",
            "members",
            "internal",
            "external",
            "actor",
            "strategy",
            "value",
            "low",
            "high",
            "note");
    /** Stable memberships listed per club and round; more are counted. */
    private static final int MOST_LISTED = 1000;

    private final Rows out = new Rows().texts(HEADER).end();
    private final Scenario scenario;
    private final long replication;

    private ClubTable(Scenario scenario, long replication) {
        this.scenario = scenario;
        this.replication = replication;
    }

    /**
     * The reports of some rounds of a replication.
     *
     * @param rounds ascending
     * @return by round and club
     */
    private static Map<Place, Optional<ClubReport>> reports(
            Scenario scenario,
            Streams streams,
            List<Integer> rounds,
            Optional<ClubLevers> levers,
            Map<Place, List<ClubLevers.Lever>> pulled) {
        Map<Place, Optional<ClubReport>> reports = new LinkedHashMap<>();
        List<Integer> clubs = ClubReport.clubs(scenario);
        if (clubs.isEmpty() || rounds.isEmpty()) {
            return reports;
        }
        var watch = new Trace() {
            @Override
            public void entered(Simulation run) {
                if (rounds.contains(run.round())) {
                    clubs.forEach(club -> {
                        var place = new Place(run.round(), club);
                        reports.put(place, ClubReport.of(run, club));
                        levers.ifPresent(lever -> pulled.put(place, lever.pull(run, club)));
                    });
                }
            }
        };
        new Simulation(scenario).enter(streams, rounds.get(rounds.size() - 1), watch);
        return reports;
    }

    /**
     * Writes the file into a directory.
     *
     * @param drawn the scenario of the replication
     * @param loaded the scenario as read, whose parameters are drawn
     * @param draws parameter draws for the stability likelihood; 0 for none
     */
    public static void write(
            Path directory,
            Scenario drawn,
            Loaded loaded,
            Path file,
            Streams streams,
            long replication,
            int draws,
            int threads)
            throws IOException {
        Files.write(
                directory.resolve(ResultFiles.CLUBS),
                rows(drawn, loaded, file, streams, replication, drawn.reportRounds(), draws, threads));
    }

    /** The file's bytes, of the rounds asked for; see {@link #write}. */
    public static byte[] rows(
            Scenario drawn,
            Loaded loaded,
            Path file,
            Streams streams,
            long replication,
            List<Integer> rounds,
            int draws,
            int threads)
            throws IOException {
        Map<Place, List<ClubLevers.Lever>> pulled = new LinkedHashMap<>();
        Map<Place, Optional<ClubReport>> reports = reports(drawn, streams, rounds, ClubLevers.of(loaded, file), pulled);
        Map<Place, int[]> memberships = new LinkedHashMap<>();
        reports.forEach((place, report) -> report.ifPresent(found -> memberships.put(
                place, found.counts().stream().mapToInt(Integer::intValue).toArray())));
        Map<Place, StabilityLikelihood> likelihoods = draws == 0
                        || memberships.isEmpty()
                        || loaded.parameters().ranged().isEmpty()
                ? Map.of()
                : ClubDraws.count(loaded, file, streams, memberships, draws, threads);
        var table = new ClubTable(drawn, replication);
        reports.forEach((place, report) -> {
            if (report.isEmpty()) {
                table.row(place, "note", "")
                        .text("")
                        .text("")
                        .text("")
                        .text("")
                        .text("")
                        .text("")
                        .text("")
                        .text("nobody has a choice between in and out")
                        .end();
            } else {
                table.add(place, report.get(), Optional.ofNullable(likelihoods.get(place)));
                pulled.getOrDefault(place, List.of()).forEach(lever -> table.lever(place, lever));
            }
        });
        return table.out.bytes();
    }

    private Rows row(Place place, String type, String members) {
        return out.whole(0)
                .whole(replication)
                .whole(place.round())
                .text(scenario.date(place.round()).toString())
                .text(scenario.data().clubs().get(place.club()).id())
                .text(type)
                .text(members);
    }

    private void add(Place place, ClubReport report, Optional<StabilityLikelihood> likelihood) {
        row(place, "today", report.today())
                .whole(report.internal() ? 1 : 0)
                .whole(report.external() ? 1 : 0)
                .text("")
                .text("")
                .whole(report.counts().stream().mapToInt(Integer::intValue).sum()
                        + report.fixed().size())
                .text("")
                .text("")
                .text(report.fixed().isEmpty() ? "" : "no choice: " + String.join(";", report.fixed()))
                .end();
        for (ClubReport.Move move : report.moves()) {
            row(place, move.leaves() ? "leave" : "join", "").text("").text("").text(move.actor());
            out.text(move.strategy()).number(move.gain()).text("").text("").text("");
            out.end();
        }
        List<ClubReport.Stable> stable = report.stable();
        for (ClubReport.Stable each : stable.subList(0, Math.min(MOST_LISTED, stable.size()))) {
            row(place, "stable", each.members()).whole(1).whole(1).text("").text("");
            out.number(each.welfare()).text("").text("").text("").end();
        }
        if (!report.searched() || stable.isEmpty() || stable.size() > MOST_LISTED) {
            value(
                    place,
                    "note",
                    "",
                    Double.NaN,
                    !report.searched()
                            ? "too many memberships to search: only today's was looked at"
                            : stable.isEmpty()
                                    ? "no membership is stable"
                                    : stable.size() + " memberships are stable, of which the first " + MOST_LISTED
                                            + " are listed");
        }
        value(place, "transferToMembers", "", report.toMembers(), "keeps all members in, paid from anywhere");
        value(place, "transferFromOutside", "", report.fromOutside(), "of it, what other members' gains cannot pay");
        value(place, "transferToOutsiders", "", report.toOutsiders(), "keeps all outsiders out");
        boolean charge = report.charge().exists();
        row(place, "charge", "").text("").text("").text("").text("").text("");
        out.number(charge ? report.charge().least() : Double.NaN)
                .number(charge ? report.charge().most() : Double.NaN)
                .text(charge ? "share of an outsider's stake" : "no charge on outsiders keeps today's membership")
                .end();
        report.shapley().forEach((actor, worth) -> value(place, "shapley", actor, worth, ""));
        likelihood.ifPresent(found -> {
            row(place, "likelihood", report.today()).text("").text("").text("").text("");
            out.number(found.share()).number(found.least()).number(found.most());
            out.text("stable in " + found.stable() + " of " + found.draws() + " draws")
                    .end();
        });
    }

    private void lever(Place place, ClubLevers.Lever lever) {
        row(place, lever.type(), "").text("").text("").text(lever.actor()).text(lever.strategy());
        out.number(lever.value()).text("").text("").text(lever.note()).end();
    }

    private void value(Place place, String type, String actor, double value, String note) {
        row(place, type, "").text("").text("").text(actor).text("");
        out.number(value).text("").text("").text(note).end();
    }
}
