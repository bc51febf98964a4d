package org.lode.agents.decide;

import java.util.List;
import java.util.Locale;

/** The decision rules there are. A new one is its file and its line here. */
public final class DecisionRules {
    public static final List<Class<? extends DecisionRule>> ALL = List.of(
            LogitReply.class,
            Uniform.class,
            BestReply.class,
            FictitiousPlay.class,
            RegretMatching.class,
            LevelK.class,
            Imitation.class,
            Aspiration.class,
            Qre.class,
            Nash.class,
            BayesianReply.class,
            Scripted.class);

    private DecisionRules() {}

    /** Returns the name of a rule: its class's simple name in lower camel case. */
    public static String name(Class<? extends DecisionRule> rule) {
        String simple = rule.getSimpleName();
        return simple.isEmpty() ? "" : simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1);
    }
}
