package org.lode.sim.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lode.sim.results.CsvTable;
import org.lode.sim.results.ResultFiles;

/** A line per club and round of a result directory's {@code clubs.csv}, for people. */
public final class ClubLines {
    /** Archetypes and actors that are named before the rest is left to the file. */
    private static final int MOST_NAMED = 6;

    private String today = "";
    private boolean stable;
    private final List<String> moves = new ArrayList<>();
    private int memberships;
    private String largest = "";
    private double mostWelfare = Double.NEGATIVE_INFINITY;
    private String note = "";
    private double toMembers;
    private String likelihood = "";

    private ClubLines() {}

    /** The lines; none if the directory has no such file. */
    public static List<String> of(Path directory) throws IOException {
        Path file = directory.resolve(ResultFiles.CLUBS);
        return Files.exists(file) ? read(file) : List.of();
    }

    private static List<String> read(Path file) throws IOException {
        Map<String, ClubLines> clubs = new LinkedHashMap<>();
        try (CsvTable table = CsvTable.open(file)) {
            int round = table.column("round");
            int date = table.column("date");
            int club = table.column("club");
            while (table.next()) {
                String at =
                        "Club " + table.text(club) + " in round " + table.text(round) + " (" + table.text(date) + ")";
                clubs.computeIfAbsent(at, key -> new ClubLines()).add(table);
            }
        }
        List<String> lines = new ArrayList<>();
        clubs.forEach((at, found) -> lines.add(at + ": " + found.text()));
        return lines;
    }

    private void add(CsvTable table) {
        String members = table.text(table.column("members"));
        int value = table.column("value");
        switch (table.text(table.column("type"))) {
            case "today" -> {
                today = members.isEmpty() ? "nobody is in" : members.replace(";", ", ") + " in";
                stable = table.text(table.column("internal")).equals("1")
                        && table.text(table.column("external")).equals("1");
            }
            case "leave", "join" ->
                moves.add(table.text(table.column("actor")) + " would " + table.text(table.column("type")) + " (+"
                        + Decimals.three(table.number(value)) + ")");
            case "stable" -> {
                memberships++;
                if (table.number(value) > mostWelfare) {
                    mostWelfare = table.number(value);
                    largest = members.isEmpty() ? "nobody" : members.replace(";", ", ");
                }
            }
            case "transferToMembers" -> toMembers = table.number(value);
            case "likelihood" -> likelihood = table.text(table.column("note"));
            case "note" -> note = table.text(table.column("note"));
            default -> {
                // charges and Shapley values are left to the file
            }
        }
    }

    private String text() {
        if (today.isEmpty()) {
            return note + ".";
        }
        var text = new StringBuilder(today).append(stable ? ", stable" : ", not stable");
        for (String move : moves.subList(0, Math.min(MOST_NAMED, moves.size()))) {
            text.append("; ").append(move);
        }
        if (moves.size() > MOST_NAMED) {
            text.append("; ").append(moves.size() - MOST_NAMED).append(" more would move");
        }
        if (toMembers > 0) {
            text.append("; ").append(Decimals.three(toMembers)).append(" a year keeps all members");
        }
        if (!likelihood.isEmpty()) {
            text.append("; ").append(likelihood);
        }
        text.append(". ");
        return text.append(
                        memberships == 0
                                ? note
                                : memberships
                                        + (memberships == 1 ? " stable membership: " : " stable memberships, best ")
                                        + largest)
                .append(".")
                .toString();
    }
}
