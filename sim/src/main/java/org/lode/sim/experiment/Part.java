package org.lode.sim.experiment;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.lode.sim.results.RunRecorder;
import org.lode.sim.run.Replications.Failure;

/**
 * A file that only grows: one block for each run, written at once. A block is a line
 * {@code run POINT REPLICATION ok|failed LENGTH LENGTH LENGTH}, as many bytes, and a line {@code commit POINT REPLICATION CRC32}.
 * What a killed process, a full disk or a lost tail leaves after the last whole block does not count.
 */
final class Part implements Closeable {
    private static final int LONGEST_LINE = 160;
    private static final int LONGEST_SECTION = 1 << 30;

    private final FileChannel channel;
    private byte[] block = new byte[4096];

    private Part(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens a file for more blocks, made if need be. */
    static Part append(Path file) throws IOException {
        return new Part(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
    }

    /** Adds the block of a run. */
    void add(PlanRuns.Result result) throws IOException {
        byte[][] sections = sections(result);
        String key = result.point() + " " + result.replication();
        byte[] head = ascii("run " + key + (result.rows() == null ? " failed " : " ok ") + sections[0].length + " "
                + sections[1].length + " " + sections[2].length + "\n");
        var crc = new CRC32();
        crc.update(head);
        for (byte[] section : sections) {
            crc.update(section);
        }
        byte[] commit = ascii("commit " + key + " " + Long.toHexString(crc.getValue()) + "\n");
        int length = head.length + sections[0].length + sections[1].length + sections[2].length + commit.length;
        if (block.length < length) {
            block = new byte[Math.max(length, 2 * block.length)];
        }
        ByteBuffer buffer = ByteBuffer.wrap(block, 0, length).put(head);
        for (byte[] section : sections) {
            buffer.put(section);
        }
        buffer.put(commit).flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static byte[][] sections(PlanRuns.Result result) {
        RunRecorder.Recorded rows = result.rows();
        if (rows != null) {
            return new byte[][] {rows.run(), rows.rounds(), rows.strategies()};
        }
        Failure failure = result.failure();
        if (failure == null) {
            throw new IllegalArgumentException("a run must have rows or a failure");
        }
        return new byte[][] {
            failure.exception().getBytes(StandardCharsets.UTF_8),
            failure.message().getBytes(StandardCharsets.UTF_8),
            {}
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Is told of each whole block. */
    interface Visitor {
        void block(long point, long replication, boolean failed, long offset);
    }

    /** Reads through a file and returns the length of what is whole. Memory: one block. */
    static long scan(Path file, Visitor visitor) throws IOException {
        long end = 0;
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                var in = new DataInputStream(raw)) {
            for (Block next = Block.read(in); next != null; next = Block.read(in)) {
                visitor.block(next.point, next.replication, next.failed, end);
                end += next.length;
            }
        }
        return end;
    }

    /** Reads single blocks of a file. */
    static final class Reader implements Closeable {
        private final Path file;
        private final FileChannel channel;

        Reader(Path file) throws IOException {
            this.file = file;
            channel = FileChannel.open(file, StandardOpenOption.READ);
        }

        /** The run whose block begins at an offset. */
        PlanRuns.Result at(long offset) throws IOException {
            channel.position(offset);
            var in = new DataInputStream(
                    new BufferedInputStream(java.nio.channels.Channels.newInputStream(channel), 1 << 13));
            Block block = Block.read(in);
            if (block == null) {
                throw new IOException(file + ": changed while it was read");
            }
            return block.result();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** One whole block. */
    private record Block(long point, long replication, boolean failed, byte[][] sections, long length) {
        /** The next block, or null if what follows is not a whole one. */
        static @Nullable Block read(DataInputStream in) throws IOException {
            try {
                byte[] head = line(in);
                String[] words = new String(head, StandardCharsets.US_ASCII).split(" ", -1);
                if (words.length != 7 || !words[0].equals("run")) {
                    return null;
                }
                var crc = new CRC32();
                crc.update(head);
                crc.update('\n');
                byte[][] sections = new byte[3][];
                long length = head.length + 1L;
                for (int s = 0; s < 3; s++) {
                    int size = Integer.parseInt(words[4 + s]);
                    if (size < 0 || size > LONGEST_SECTION) {
                        return null;
                    }
                    sections[s] = in.readNBytes(size); // grows with what is there, whatever the line says
                    if (sections[s].length < size) {
                        return null;
                    }
                    crc.update(sections[s]);
                    length += size;
                }
                byte[] commit = line(in);
                byte[] expected = ascii("commit " + words[1] + " " + words[2] + " " + Long.toHexString(crc.getValue()));
                if (!Arrays.equals(commit, expected)) {
                    return null;
                }
                return new Block(
                        Long.parseLong(words[1]),
                        Long.parseLong(words[2]),
                        words[3].equals("failed"),
                        sections,
                        length + commit.length + 1);
            } catch (EOFException | NumberFormatException e) {
                return null;
            }
        }

        private static byte[] line(DataInputStream in) throws IOException {
            byte[] line = new byte[LONGEST_LINE];
            for (int length = 0; length < LONGEST_LINE; length++) {
                byte next = in.readByte();
                if (next == '\n') {
                    return Arrays.copyOf(line, length);
                }
                line[length] = next;
            }
            throw new EOFException("no end of line");
        }

        PlanRuns.Result result() {
            if (!failed) {
                return new PlanRuns.Result(
                        point, replication, new RunRecorder.Recorded(sections[0], sections[1], sections[2]), null);
            }
            String exception = new String(sections[0], StandardCharsets.UTF_8);
            String message = new String(sections[1], StandardCharsets.UTF_8);
            return new PlanRuns.Result(point, replication, null, new Failure(replication, exception, message));
        }
    }
}
