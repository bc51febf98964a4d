package org.lode.sim.config;

/**
 * One thing that is wrong with the input.
 *
 * @param origin where it stands
 * @param message what was found and what is allowed, one line
 */
public record Problem(Origin origin, String message) {
    @Override
    public String toString() {
        return origin + ": " + message;
    }
}
