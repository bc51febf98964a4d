package org.lode.sim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code lode --version} prints: Lode's version, which the build writes down, and Java's. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"lode " + number() + " (Java " + Runtime.version() + ")"};
    }

    private static String number() throws IOException {
        try (InputStream file = Version.class.getResourceAsStream("/org/lode/sim/version.properties")) {
            if (file == null) {
                throw new IOException("version.properties is missing from the application jar");
            }
            var properties = new Properties();
            properties.load(file);
            return properties.getProperty("version", "unknown");
        }
    }
}
