package org.lode.sim.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Scope;
import org.lode.agents.instrument.Settings;

/** Strategies look alike to a mineral exactly if none of the numbers that it reads differs. */
class SliceTest {
    /** Instruments that reach actors and clubs but no mineral's market. */
    private static final Set<Instrument> ELSEWHERE = EnumSet.of(
            Instrument.SECTION_232,
            Instrument.ISSUE_LINK,
            Instrument.OFFERS,
            Instrument.COERCION,
            Instrument.ANSWER,
            Instrument.CONVERSION);

    @Test
    void everyNumberCounts() {
        int actors = Baseline.SCENARIO.actors().size();
        int clubs = Baseline.SCENARIO.clubCount();
        for (Slice[][] byActor : Baseline.SCENARIO.slices) {
            Slice slice = byActor[0][0];
            for (int at = 0; at < slice.size(); at++) {
                double[] other = slice.numbers();
                other[at] += 0.25;
                assertThat(new Slice(other, actors, clubs).sameAs(slice))
                        .as("number " + at)
                        .isFalse();
            }
            assertThat(new Slice(slice.numbers(), actors, clubs).sameAs(slice)).isTrue();
        }
    }

    @Test
    void aSliceHoldsNothingButItsNumbersAndWhatFollowsFromThem() throws NoSuchMethodException {
        var state = Arrays.stream(Slice.class.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(Field::getName);
        assertThat(state).containsExactlyInAnyOrder("numbers", "start", "terms", "moves");
        // The one constructor takes the numbers and their layout alone.
        assertThat(Slice.class.getDeclaredConstructors()).hasSize(1);
        assertThat(Slice.class.getDeclaredConstructor(double[].class, int.class, int.class))
                .isNotNull();
    }

    @ParameterizedTest
    @EnumSource(Instrument.class)
    void noInstrumentThatReachesAMarketIsForgotten(Instrument instrument) {
        boolean seen = false;
        for (int actor = 0; actor < Baseline.SCENARIO.choosers(); actor++) {
            for (int mineral = 0; mineral < Baseline.SCENARIO.mineralCount(); mineral++) {
                seen |= !slice(actor, mineral, background(null)).sameAs(slice(actor, mineral, background(instrument)));
            }
        }
        assertThat(seen).as(instrument.key()).isEqualTo(!ELSEWHERE.contains(instrument));
    }

    private static Slice slice(int actor, int mineral, Settings settings) {
        MineralModel model = Baseline.SCENARIO.minerals[mineral];
        boolean[] floors = new boolean[Baseline.SCENARIO.clubCount()];
        Arrays.fill(floors, true);
        var reach = new Slice.Reach(model, floors.length, Baseline.SCENARIO.hegemonClub, floors, true, 0.3);
        return Slice.of(reach, actor, mineral, settings, 0.5, 0.5);
    }

    /** Everything set half-way, so that what depends on another instrument shows; and one set further. */
    private static Settings background(Instrument further) {
        var settings = Baseline.SCENARIO.neutral().change();
        for (Instrument instrument : Instrument.values()) {
            double value = instrument.least() + middle(instrument) * (instrument == further ? 0.5 : 1);
            int indices = instrument.scope() == Scope.CLUB
                    ? Baseline.SCENARIO.clubCount()
                    : instrument.scope() == Scope.TARGET
                            ? Baseline.SCENARIO.actors().size()
                            : Baseline.SCENARIO.mineralCount();
            if (instrument.scope() == Scope.ACTOR) {
                settings.set(instrument, value);
            }
            for (int at = 0; at < indices && instrument.scope() != Scope.ACTOR; at++) {
                if (instrument.scope() == Scope.MINERAL_TARGET) {
                    for (int target = 0; target < Baseline.SCENARIO.actors().size(); target++) {
                        settings.set(instrument, at, target, value);
                    }
                } else {
                    settings.set(instrument, at, value);
                }
            }
        }
        return settings.build();
    }

    private static double middle(Instrument instrument) {
        if (instrument == Instrument.OFFTAKE_THRESHOLD) {
            return instrument.most() / 2; // above the floor of the contract
        }
        double half = (Math.min(instrument.most(), 2) - instrument.least()) / 2;
        return instrument == Instrument.JOIN ? 1.6 * half : half; // more than a leader's weight, so that joining shows
    }
}
