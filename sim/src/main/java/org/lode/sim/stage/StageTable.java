package org.lode.sim.stage;

import java.util.ArrayList;
import java.util.List;
import org.lode.games.form.NormalForm;
import org.lode.games.form.SeparableGame;
import org.lode.sim.world.ProfileView;
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
        fallback = hegemon < 0 ? -1 : game.fallback();
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

    /** What one mineral's market pays by itself, over the classes of strategies that look alike to it. */
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
                while (same < classes[i] && table.step(i, example[i][same], menus[i][s]) != 0) {
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
        double years = game.weight(true) + game.weight(false);
        int[] at = new int[players];
        int[] profile = new int[players];
        for (int cell = 0; cell < cells; cell++) {
            for (int i = 0; i < players; i++) {
                profile[i] = example[i][at[i]];
            }
            int surviving = table.cell(table.key(profile), MineralTable.ALL);
            int lapsing = table.cell(table.key(game.fallback(profile)), MineralTable.ALL);
            for (int i = 0; i < players; i++) {
                double sum = game.own(table, surviving, i, true) + game.own(table, lapsing, i, false);
                values[i * cells + cell] = sum / (years * game.stake(i));
            }
            NormalForm.advance(at, classes);
        }
        return new SeparableGame.Term(everybody, classOf, values);
    }

    /**
     * Adds what hangs on the profile as a whole, in expectation over the survival of the hegemon's course, less the reference:
     * profile by profile of the others, and for each of the hegemon's strategies, as all of these lapse into the same.
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
        double[] surviving = new double[players];
        int[] at = new int[players];
        int[] profile = new int[players];
        for (int done = 0; done < profiles / choices; done++) {
            int cell = 0;
            for (int i = 0; i < players; i++) {
                cell = cell * shape[i] + at[i];
                profile[i] = menus[i][at[i]];
            }
            if (fallback >= 0) {
                branch(game.fallback(profile), false, lapsing);
            }
            for (int s = 0; s < choices; s++) {
                if (hegemon >= 0) {
                    profile[hegemon] = menus[hegemon][s];
                }
                branch(profile, true, surviving);
                if (fallback < 0) {
                    branch(profile, false, lapsing);
                }
                for (int i = 0; i < players; i++) {
                    payoffs[i * profiles + cell + s * stride] += game.scaled(i, surviving[i] + lapsing[i]);
                }
            }
            NormalForm.advance(at, others);
        }
    }

    /** What a branch pays each actor beyond the minerals' own parts. */
    private void branch(int[] profile, boolean surviving, double[] sums) {
        ProfileView view = game.view(surviving);
        view.show(profile);
        double weight = game.weight(surviving);
        for (int i = 0; i < players; i++) {
            sums[i] = weight * game.shown(i, i, view);
        }
        for (MineralTable table : game.tables()) {
            int cell = table.cell(table.key(profile), MineralTable.ALL);
            for (int i = 0; i < players; i++) {
                sums[i] += game.paired(table, cell, i, i, view, surviving);
            }
        }
    }
}
