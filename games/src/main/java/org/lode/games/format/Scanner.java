package org.lode.games.format;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/** Characters, words and quoted strings of a stream, with the place of each; holds one buffer, not the file. */
final class Scanner {
    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private int next;
    private int end;
    private long consumed;
    private long line = 1;
    private long lineStart;
    private char[] word = new char[64];
    private int wordLength;
    private long wordColumn;

    Scanner(Reader reader) {
        this.reader = reader;
    }

    /** Returns the next character without taking it, or -1 at the end. */
    int peek() throws IOException {
        if (next == end) {
            consumed += end;
            next = 0;
            end = 0;
            int read;
            do {
                read = reader.read(buffer, 0, buffer.length);
            } while (read == 0);
            if (read < 0) {
                return -1;
            }
            end = read;
        }
        return buffer[next];
    }

    /** Takes the character that was peeked at. */
    void take() {
        if (buffer[next++] == '\n') {
            line++;
            lineStart = consumed + next;
        }
    }

    /** Skips blanks, line ends and commas if told, and returns what comes next, or -1. */
    int skip(boolean commas) throws IOException {
        int c = peek();
        while (c >= 0 && (c <= ' ' || c == '\uFEFF' || (commas && c == ','))) {
            take();
            c = peek();
        }
        return c;
    }

    /** Takes characters up to a blank, brace, comma or quotation mark into the word; returns its length. */
    int word() throws IOException {
        wordLength = 0;
        wordColumn = column();
        for (int c = peek(); c > ' ' && c != '{' && c != '}' && c != ',' && c != '"'; c = peek()) {
            if (wordLength == word.length) {
                if (wordLength > Numbers.MAX_LENGTH) {
                    throw new FormatException(
                            line, wordColumn, "a word of more than " + Numbers.MAX_LENGTH + " characters");
                }
                word = Arrays.copyOf(word, 2 * wordLength);
            }
            word[wordLength++] = (char) c;
            next++; // a word holds no line end
        }
        return wordLength;
    }

    /** Returns the buffer of the last word; valid up to its length. */
    char[] wordBuffer() {
        return word;
    }

    String wordText() {
        return new String(word, 0, wordLength);
    }

    /** Takes a string in quotation marks, in which a backslash protects the next character. */
    String quoted() throws IOException {
        if (peek() != '"') {
            throw unexpected("a name in quotation marks");
        }
        long startLine = line;
        long startColumn = column();
        take();
        StringBuilder text = new StringBuilder();
        for (int c = peek(); c != '"'; c = peek()) {
            if (c == '\\') {
                take();
                c = peek();
            }
            if (c < 0) {
                throw new FormatException(startLine, startColumn, "this quotation mark is never closed");
            }
            if (text.length() > 1 << 20) {
                throw new FormatException(startLine, startColumn, "a text of more than 1048576 characters");
            }
            text.append((char) c);
            take();
        }
        take();
        return text.toString();
    }

    /** Takes one expected character after blanks. */
    void expect(char wanted, String purpose) throws IOException {
        if (skip(false) != wanted) {
            throw unexpected("'" + wanted + "' " + purpose);
        }
        take();
    }

    long line() {
        return line;
    }

    /** Returns the column of the next character. */
    long column() {
        return consumed + next - lineStart + 1;
    }

    FormatException atWord(String message) {
        return new FormatException(line, wordColumn, message);
    }

    FormatException atNext(String message) {
        return new FormatException(line, column(), message);
    }

    /** Returns the error for what stands next where something else should. */
    FormatException unexpected(String wanted) throws IOException {
        int c = peek();
        long startLine = line;
        long startColumn = column();
        if (c < 0) {
            return new FormatException(startLine, startColumn, "expected " + wanted + ", found the end of the file");
        }
        String found = Character.toString(c);
        if (c != '{' && c != '}' && c != '"' && c != ',' && word() > 0) {
            found = wordText();
        }
        return new FormatException(
                startLine, startColumn, "expected " + wanted + ", found '" + Numbers.shown(found) + "'");
    }
}
