package org.lode.sim.experiment;

/**
 * One of several processes that share a sweep.
 *
 * @param index from 1 to {@code count}
 */
public record Shard(int index, int count) {
    /** The whole. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final int MOST = 100_000;

    public Shard {
        if (count < 1 || count > MOST || index < 1 || index > count) {
            throw new IllegalArgumentException(
                    "shard (" + index + "/" + count + ") must be i/n with i from 1 to n, n at most " + MOST);
        }
    }

    /** Reads {@code i/n}. */
    public static Shard of(String text) {
        if (!text.matches("\\d{1,6}/\\d{1,6}")) {
            throw new IllegalArgumentException("shard (" + text + ") must be i/n, such as 1/4");
        }
        int slash = text.indexOf('/');
        return new Shard(Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    String directory() {
        return index + "-of-" + count;
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }
}
