package org.lode.sim.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The value of a key that is left out, as a file would write it: {@code 0.5}, {@code []}, {@code {}}. Without it, and unless the component is an {@link java.util.Optional} or nullable, the key is required. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
    String value();
}
