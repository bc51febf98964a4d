package org.lode.sim.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Preferences estimated from observed choices, and how well they foretell half-years that they have not seen.
 *
 * <p>Every score is the mean log probability of the informative choices of one half-year, under an estimate from the other
 * half-years.
 */
public final class PreferenceEstimate {
    private final List<PreferenceChoice> choices;
    private final List<PreferenceChoice> informative;
    private final PreferenceData.Prior prior;
    private final int groups;
    private final ConditionalLogit.Fit pooled;
    private final Map<String, ConditionalLogit.Fit> byActor = new LinkedHashMap<>();
    private final Map<String, double[]> scores = new LinkedHashMap<>();
    private final double revision;
    private final double revisionError;

    /** Estimates from all choices, then anew without each half-year. */
    public PreferenceEstimate(List<PreferenceChoice> choices, PreferenceData.Prior prior) {
        this.choices = List.copyOf(choices);
        this.prior = prior;
        informative = choices.stream().filter(PreferenceChoice::informative).toList();
        if (informative.isEmpty()) {
            throw new IllegalArgumentException(
                    "choices (" + choices.size() + ") must hold one with two open strategies");
        }
        groups = choices.get(0).groups();
        pooled = pooled(informative);
        for (PreferenceChoice choice : informative) {
            byActor.computeIfAbsent(choice.actor(), actor -> deviating(pooled, of(actor, informative)));
        }
        double[] chances = logProbabilities(pooled, informative);
        revision = PreferenceScores.revision(informative, chances);
        revisionError = PreferenceScores.revisionError(informative, chances, revision);
        scores.put("uniform", score(training -> PreferenceScores::uniform));
        scores.put("persistence", score(training -> {
            double rho = PreferenceScores.persistence(training);
            return choice -> PreferenceScores.persistent(choice, rho);
        }));
        ConditionalLogit.Fit reasoned = pooled(List.of());
        scores.put("prior", score(training -> reasoned::logProbability));
        scores.put("pooled", score(training -> pooled(training)::logProbability));
        scores.put("by actor", score(training -> {
            ConditionalLogit.Fit all = pooled(training);
            return choice -> deviating(all, of(choice.actor(), training)).logProbability(choice);
        }));
        scores.put("pooled, with inertia", score(training -> {
            ConditionalLogit.Fit all = pooled(training);
            double chance = PreferenceScores.revision(training, logProbabilities(all, training));
            return choice -> PreferenceScores.inert(choice, all.logProbability(choice), chance);
        }));
    }

    private ConditionalLogit.Fit pooled(List<PreferenceChoice> training) {
        double[] centre = new double[groups];
        double[] sd = new double[groups];
        Arrays.fill(sd, prior.weightSd());
        centre[0] = StrictMath.log(prior.precision());
        sd[0] = prior.precisionSd();
        return new ConditionalLogit(centre, sd).fit(training);
    }

    private ConditionalLogit.Fit deviating(ConditionalLogit.Fit from, List<PreferenceChoice> own) {
        double[] sd = new double[groups];
        Arrays.fill(sd, prior.deviationSd());
        return new ConditionalLogit(from.logs(), sd).fit(own);
    }

    private static List<PreferenceChoice> of(String actor, List<PreferenceChoice> choices) {
        return choices.stream().filter(choice -> choice.actor().equals(actor)).toList();
    }

    private static double[] logProbabilities(ConditionalLogit.Fit fit, List<PreferenceChoice> choices) {
        return choices.stream().mapToDouble(fit::logProbability).toArray();
    }

    /** Log probability of each informative choice under a model that has not seen its half-year. */
    private double[] score(Function<List<PreferenceChoice>, Function<PreferenceChoice, Double>> learn) {
        double[] scores = new double[informative.size()];
        Map<Integer, Function<PreferenceChoice, Double>> learnt = new LinkedHashMap<>();
        for (int k = 0; k < scores.length; k++) {
            int period = informative.get(k).period();
            Function<PreferenceChoice, Double> model = learnt.computeIfAbsent(
                    period,
                    left -> learn.apply(informative.stream()
                            .filter(choice -> choice.period() != left)
                            .toList()));
            scores[k] = model.apply(informative.get(k));
        }
        return scores;
    }

    /** All choices, as given. */
    public List<PreferenceChoice> choices() {
        return choices;
    }

    /** Those with something to choose. */
    public List<PreferenceChoice> informative() {
        return informative;
    }

    /** Informative choices in which the actor did not repeat itself, though it could. */
    public int changes() {
        return (int) informative.stream()
                .filter(choice -> choice.previous() >= 0 && choice.chosen() != choice.previous())
                .count();
    }

    /** Over all actors and half-years. */
    public ConditionalLogit.Fit pooled() {
        return pooled;
    }

    /** Each actor's own, around the pooled one; by the actors' ids. */
    public Map<String, ConditionalLogit.Fit> byActor() {
        return Collections.unmodifiableMap(byActor);
    }

    /** Names of the models compared: benchmarks first. */
    public List<String> models() {
        return new ArrayList<>(scores.keySet());
    }

    /** Mean log probability of left-out choices. */
    public double score(String model) {
        return mean(model, -1);
    }

    /** The same of one half-year; NaN if nothing was to choose in it. */
    public double score(String model, int period) {
        return mean(model, period);
    }

    private double mean(String model, int period) {
        double[] all = scores.get(model);
        if (all == null) {
            throw new IllegalArgumentException("model (" + model + ") must be one of " + scores.keySet());
        }
        double sum = 0;
        int count = 0;
        for (int k = 0; k < all.length; k++) {
            if (period < 0 || informative.get(k).period() == period) {
                sum += all[k];
                count++;
            }
        }
        return sum / count;
    }

    /** Standard deviation of a parameter's logarithm before the data. */
    public double priorSd(int parameter) {
        return parameter == 0 ? prior.precisionSd() : prior.weightSd();
    }

    /** Mean of a parameter's logarithm before the data. */
    public double priorLog(int parameter) {
        return parameter == 0 ? StrictMath.log(prior.precision()) : 0;
    }

    /** What the data took off the prior's variance, 0 nothing, 1 all. */
    public double shrinkage(int parameter) {
        double ratio = pooled.error(parameter) / priorSd(parameter);
        return 1 - ratio * ratio;
    }

    /** How far the data moved a logarithm, in standard deviations of the prior. */
    public double moved(int parameter) {
        return (pooled.log(parameter) - priorLog(parameter)) / priorSd(parameter);
    }

    /** Root mean square of what sets alternatives apart in a group of components, at the reasoned weights: what identifies it. */
    public double spread(int group) {
        double sum = 0;
        int count = 0;
        for (PreferenceChoice choice : informative) {
            double mean = 0;
            for (int a = 0; a < choice.alternatives(); a++) {
                mean += choice.part(a, group) / choice.alternatives();
            }
            for (int a = 0; a < choice.alternatives(); a++) {
                double away = choice.part(a, group) - mean;
                sum += away * away;
                count++;
            }
        }
        return Math.sqrt(sum / count);
    }

    /** Chance of reconsidering in a half-year, given the pooled model. */
    public double revision() {
        return revision;
    }

    public double revisionError() {
        return revisionError;
    }
}
