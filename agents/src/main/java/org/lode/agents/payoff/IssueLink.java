package org.lode.agents.payoff;

import org.lode.agents.instrument.Instrument;
import org.lode.agents.instrument.Range;
import org.lode.agents.view.WorldView;

/**
 * Chips for minerals: what the other side's linked concession is worth while the truce is in force (Tollison and Willett 1979 on
 * linkage). An exchange is as deep as the shallower offer: both values are scaled by the smaller of the two link settings.
 *
 * @param dominantValue worth to the dominant supplier of full linkage, USD bn a year, at least 0
 * @param hegemonValue worth to the hegemon of full linkage, USD bn a year, at least 0
 */
public record IssueLink(double dominantValue, double hegemonValue) implements ProfileComponent {
    public IssueLink {
        Range.atLeast("dominantValue", dominantValue, 0);
        Range.atLeast("hegemonValue", hegemonValue, 0);
    }

    @Override
    public double flow(int actor, WorldView view) {
        int dominant = view.dominant();
        int hegemon = view.hegemon();
        if (dominant < 0 || hegemon < 0 || (actor != dominant && actor != hegemon) || !view.truce()) {
            return 0;
        }
        double depth = Math.min(
                view.settings(dominant).of(Instrument.ISSUE_LINK),
                view.settings(hegemon).of(Instrument.ISSUE_LINK));
        return depth * (actor == dominant ? dominantValue : hegemonValue);
    }
}
