package org.lode.sim.replication;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.lode.games.coalition.MembershipGame;
import org.lode.games.coalition.Stability;
import org.lode.games.coalition.Tariff;
import org.lode.games.coalition.TariffClub;
import org.lode.games.coalition.Ties;
import org.lode.games.format.Numbers;
import org.lode.games.format.TariffClubFormat;
import org.lode.sim.config.Doc;

/**
 * The structure of Nordhaus's (2015) climate club: members bear a cost, outsiders pay a uniform tariff to members. The club is one
 * that {@code lode club} reads.
 *
 * @param club file of costs, benefits and trade, beside the file that names it
 * @param tariffs at which participation is counted, shares of the value of trade
 */
public record TariffClubs(
        @Doc("file of costs, benefits and trade, beside this one")
        String club,

        @Doc("tariffs at which participation is counted, shares of trade's value")
        List<Double> tariffs)
        implements Replication {
    /** On both sides of the least tariff for full participation, so near that no other actor's lies between. */
    private static final double NEAR = 1e-6;

    public TariffClubs {
        tariffs = List.copyOf(tariffs);
    }

    @Override
    public Map<String, DoubleSupplier> figures(Path folder) {
        var figures = new Figures();
        var read = Figures.once(() -> read(folder.resolve(club)));
        figures.add("least-tariff", () -> least(read.get()));
        figures.add("at-least-tariff", () -> stable(read.get(), least(read.get()) * (1 + NEAR)));
        figures.add("below-least-tariff", () -> stable(read.get(), least(read.get()) * (1 - NEAR)));
        for (double tariff : tariffs) {
            figures.add("members-" + Numbers.text(tariff), () -> stable(read.get(), tariff));
        }
        return figures.all();
    }

    private static TariffClub read(Path file) {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return TariffClubFormat.read(text, file.toString()).club();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double least(TariffClub club) {
        return Tariff.linear(club, (1L << club.actors()) - 1)
                .map(Tariff.Range::least)
                .orElse(Double.NaN);
    }

    /** Members of the only stable membership; NaN if there is none or several. */
    private static double stable(TariffClub club, double tariff) {
        MembershipGame game = club.apply(tariff);
        long[] stable = Stability.stable(game, Ties.KEEP, 0);
        return stable.length == 1 ? Long.bitCount(stable[0]) : Double.NaN;
    }
}
