package org.lode.sim.chance;

/**
 * What chance decides: part of a stream's key. The name is the identity, so purposes may be added, removed and reordered
 * freely; whoever draws declares one as a constant.
 */
public final class Purpose {
    private final String name;
    private final long key;

    private Purpose(String name) {
        this.name = name;
        this.key = Keys.of(name);
    }

    /** @param name not blank, unique among what is drawn for one entity and round */
    public static Purpose named(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name ('" + name + "') must not be blank");
        }
        return new Purpose(name);
    }

    public String name() {
        return name;
    }

    long key() {
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Purpose purpose && name.equals(purpose.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
