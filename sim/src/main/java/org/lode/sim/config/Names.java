package org.lode.sim.config;

import java.util.Locale;

/** How configurations spell Java's names: lower camel case. */
final class Names {
    private Names() {}

    /** {@code LogitReply} becomes {@code logitReply}, {@code CESDemand} becomes {@code cesDemand}. */
    static String of(Class<?> type) {
        String name = type.getSimpleName();
        int capitals = 0;
        while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
            capitals++;
        }
        int lowered = capitals > 1 && capitals < name.length() ? capitals - 1 : capitals;
        return name.substring(0, lowered).toLowerCase(Locale.ROOT) + name.substring(lowered);
    }

    /** {@code LIMIT_PRICE} becomes {@code limitPrice}; an enum with its own {@code toString} is spelt by that. */
    static String of(Enum<?> constant) {
        if (!constant.toString().equals(constant.name())) {
            return constant.toString();
        }
        StringBuilder name = new StringBuilder();
        for (String word : constant.name().split("_", -1)) {
            String lower = word.toLowerCase(Locale.ROOT);
            name.append(
                    name.length() == 0 || lower.isEmpty()
                            ? lower
                            : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
        }
        return name.toString();
    }

    /** What a message calls the value at a path: its last segment, after the list's name where that is an index. */
    static String last(String path) {
        int dot = path.lastIndexOf('.');
        boolean isIndex = path.substring(dot + 1).chars().allMatch(Character::isDigit);
        return path.substring((isIndex && dot > 0 ? path.lastIndexOf('.', dot - 1) : dot) + 1);
    }

    static String join(String path, String segment) {
        return path.isEmpty() ? segment : path + "." + segment;
    }
}
