package org.lode.sim.stage;

import java.util.ArrayList;
import java.util.List;
import org.lode.games.form.NormalForm;
import org.lode.games.form.SeparableGame;
import org.lode.sim.world.Scenario;

/**
 * The table of a stage game over some of each actor's strategies: the minerals' small tables added up, then what depends on the
 * profile as a whole. Memory: the table and four bytes per profile.
 */
final class StageTable {
    private final StageGame game;
    private final int[][] menus;
    private final int[] shape;
    private final int players;
    private final int hegemon;
    private final int fallback;

    /**
     * @param game asked for its cells; belongs to this thread
     * @param menus by actor, the strategies that the table has, at least one each
     */
    StageTable(StageGame game, Scenario scenario, int[][] menus) {
        this.game = game;
        this.menus = menus;
        players = menus.length;
        shape = new int[players];
        for (int i = 0; i < players; i++) {
            shape[i] = menus[i].length;
        }
        hegemon = scenario.hegemon();
        fallback = hegemon < 0 ? -1 : scenario.actors().get(hegemon).fallback();
    }

    /** The table, without names. */
    NormalForm expand() {
        List<SeparableGame.Term> terms = new ArrayList<>();
        for (MineralTable table : game.tables()) {
            terms.add(term(table));
        }
        double[] payoffs = new SeparableGame(shape, terms).payoffs();
        addProfiles(payoffs);
        return NormalForm.ofOwned(shape, payoffs);
    }

    /**
     * One mineral's part of the table, over classes of strategies that look alike both to its market and to those who fear
     * the supplier's hand: in such a class hazards times exposures are numbers.
     */
    private SeparableGame.Term term(MineralTable table) {
        int[] everybody = new int[players];
        int[][] classOf = new int[players][];
        int[][] example = new int[players][];
        int[] classes = new int[players];
        int cells = 1;
        for (int i = 0; i < players; i++) {
            everybody[i] = i;
            classOf[i] = new int[shape[i]];
            example[i] = new int[shape[i]];
            for (int s = 0; s < shape[i]; s++) {
                int same = 0;
                while (same < classes[i] && !alike(table, i, example[i][same], menus[i][s])) {
                    same++;
                }
                if (same == classes[i]) {
                    example[i][classes[i]++] = menus[i][s];
                }
                classOf[i][s] = same;
            }
            cells = Math.multiplyExact(cells, classes[i]);
        }
        double[] values = new double[players * cells];
        double years = game.kept() + game.gone();
        int[] at = new int[players];
        int[] profile = new int[players];
        for (int cell = 0; cell < cells; cell++) {
            for (int i = 0; i < players; i++) {
                profile[i] = example[i][at[i]];
            }
            int[] lapsed = game.fallback(profile);
            int surviving = table.cell(table.key(profile), MineralTable.ALL);
            int lapsing = table.cell(table.key(lapsed), MineralTable.ALL);
            for (int i = 0; i < players; i++) {
                double sum =
                        game.part(table, surviving, i, profile, true) + game.part(table, lapsing, i, lapsed, false);
                values[i * cells + cell] = sum / (years * game.stake(i));
            }
            NormalForm.advance(at, classes);
        }
        return new SeparableGame.Term(everybody, classOf, values);
    }

    private boolean alike(MineralTable table, int actor, int one, int other) {
        if (table.step(actor, one, other) != 0) {
            return false;
        }
        for (int supplier : table.suppliers()) {
            for (int i = 0; i < players && supplier == actor; i++) {
                if (game.hazard(i, actor, one) != game.hazard(i, actor, other)) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Adds what the profile alone pays, in expectation over the survival of the hegemon's course, less the reference: profile by
     * profile of the others, and for each of the hegemon's strategies, as all of these lapse into the same.
     */
    private void addProfiles(double[] payoffs) {
        int profiles = payoffs.length / players;
        int[] others = shape.clone();
        int stride = 1;
        int choices = 1;
        if (hegemon >= 0) {
            choices = shape[hegemon];
            others[hegemon] = 1;
            for (int i = players - 1; i > hegemon; i--) {
                stride *= shape[i];
            }
        }
        double[] lapsing = new double[players];
        int[] at = new int[players];
        int[] profile = new int[players];
        for (int done = 0; done < profiles / choices; done++) {
            int cell = 0;
            for (int i = 0; i < players; i++) {
                cell = cell * shape[i] + at[i];
                profile[i] = menus[i][at[i]];
            }
            if (fallback >= 0) {
                game.show(game.fallback(profile));
                for (int i = 0; i < players; i++) {
                    lapsing[i] = game.shown(i);
                }
            }
            for (int s = 0; s < choices; s++) {
                if (hegemon >= 0) {
                    profile[hegemon] = menus[hegemon][s];
                }
                game.show(profile);
                for (int i = 0; i < players; i++) {
                    double surviving = game.shown(i);
                    double lapsed = fallback >= 0 ? lapsing[i] : surviving;
                    payoffs[i * profiles + cell + s * stride] +=
                            game.scaled(i, game.kept() * surviving + game.gone() * lapsed);
                }
            }
            NormalForm.advance(at, others);
        }
    }
}
