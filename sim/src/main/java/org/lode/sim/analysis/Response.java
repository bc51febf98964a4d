package org.lode.sim.analysis;

/** One metric over a sweep: a value for each point and replication, NaN where there is none. */
public final class Response {
    private final Measure measure;
    private final double[][] runs;

    /** @param runs by point, then replication; kept, not copied */
    Response(Measure measure, double[][] runs) {
        this.measure = measure;
        this.runs = runs;
    }

    public String name() {
        return measure.text();
    }

    int points() {
        return runs.length;
    }

    int replications() {
        return runs[0].length;
    }

    double at(int point, int replication) {
        return runs[point][replication];
    }

    /** How many finite values a point has. */
    int count(int point) {
        int n = 0;
        for (double value : runs[point]) {
            n += Double.isFinite(value) ? 1 : 0;
        }
        return n;
    }

    /** Whether a point has a finite value in every replication. */
    boolean complete(int point) {
        return count(point) == runs[point].length;
    }

    /** The mean of a point's finite values; NaN if there is none. */
    double mean(int point) {
        double sum = 0;
        for (double value : runs[point]) {
            sum += Double.isFinite(value) ? value : 0;
        }
        return sum / count(point);
    }

    /** The finite values of a point. */
    double[] values(int point) {
        double[] values = new double[count(point)];
        int n = 0;
        for (double value : runs[point]) {
            if (Double.isFinite(value)) {
                values[n++] = value;
            }
        }
        return values;
    }

    /** The variance of a point's values over its replications; NaN for fewer than two. */
    double variance(int point) {
        int n = count(point);
        double mean = mean(point);
        double squares = 0;
        for (double value : runs[point]) {
            squares += Double.isFinite(value) ? (value - mean) * (value - mean) : 0;
        }
        return n > 1 ? squares / (n - 1) : Double.NaN;
    }

    /** The mean over points of the variance over replications: what the seeds make of a run; 0 if nothing is replicated. */
    double seedVariance() {
        double sum = 0;
        int n = 0;
        for (int point = 0; point < runs.length; point++) {
            double variance = variance(point);
            if (!Double.isNaN(variance)) {
                sum += variance;
                n++;
            }
        }
        return n == 0 ? 0 : sum / n;
    }

    /**
     * The covariance over replications of what the seeds add to two differences between point means, (b - a) and (d - c): it
     * is estimated from differences within replications, so it holds with common random numbers and without. 0 without
     * replications.
     */
    double noise(int a, int b, int c, int d) {
        int n = replications();
        if (n < 2) {
            return 0;
        }
        double first = mean(b) - mean(a);
        double second = mean(d) - mean(c);
        double sum = 0;
        for (int r = 0; r < n; r++) {
            sum += (runs[b][r] - runs[a][r] - first) * (runs[d][r] - runs[c][r] - second);
        }
        return sum / (n - 1) / n;
    }

    /** Whether any two point means differ. */
    boolean varies() {
        double first = Double.NaN;
        for (int point = 0; point < runs.length; point++) {
            double mean = mean(point);
            if (Double.isNaN(first)) {
                first = mean;
            } else if (!Double.isNaN(mean) && mean != first) {
                return true;
            }
        }
        return false;
    }
}
