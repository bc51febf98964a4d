package org.lode.sim.results;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** SHA-256 of files; a name that ends in {@code .gz} stands for what is in it, as compressors differ. */
public final class Hashes {
    private Hashes() {}

    /** The hash of a text in hex. */
    public static String of(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The hash of a file's content in hex, and nothing of the file in memory. */
    static String of(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = content(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Whether two files have the same content, byte by byte, uncompressed. */
    public static boolean same(Path a, Path b) throws IOException {
        try (InputStream first = content(a);
                InputStream second = content(b)) {
            byte[] one = first.readNBytes(1 << 16);
            byte[] other = second.readNBytes(1 << 16);
            while (one.length > 0 && Arrays.equals(one, other)) {
                one = first.readNBytes(1 << 16);
                other = second.readNBytes(1 << 16);
            }
            return one.length == 0 && other.length == 0;
        }
    }

    /** A file's content, uncompressed. */
    public static InputStream content(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
