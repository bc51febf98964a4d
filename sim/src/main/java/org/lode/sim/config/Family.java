package org.lode.sim.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A plug-in family: one interface, and the records that a key chooses among.
 *
 * @param key the key that names the member, such as {@code rule}
 * @param members records by name, in the order of the family's list
 */
record Family(String key, Map<String, Class<?>> members) {
    static Family of(String key, List<? extends Class<?>> members, Function<Class<?>, String> name) {
        Map<String, Class<?>> byName = new LinkedHashMap<>();
        for (Class<?> member : members) {
            if (!member.isRecord()) {
                throw new IllegalArgumentException("member (" + member.getName() + ") must be a record");
            }
            if (byName.put(name.apply(member), member) != null) {
                throw new IllegalArgumentException("member name (" + name.apply(member) + ") must be unique");
            }
        }
        return new Family(key, byName);
    }
}
