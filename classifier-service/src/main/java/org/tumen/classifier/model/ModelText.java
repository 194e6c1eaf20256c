package org.tumen.classifier.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The text of a model, line by line, and of a line cell by cell. The weights that ship are 15 million characters, and most cells are empty: they are
 * read as the bytes that they are, without an object for each. Not for use by many threads.
 */
final class ModelText {

    private static final int MOST_DIGITS = 7;

    /** Whole numbers up to this one and beyond are exact as {@code float}. */
    private static final int LARGEST = 9_999_999;

    private static final float[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};

    private static final int LONGEST_QUOTE = 80;

    private final InputStream stream;
    private byte[] bytes = new byte[1 << 16];
    private int filled;

    /** The line, without what ends it. */
    private int start;

    private int end = -1;

    /** In the line: where a cell begins; once it is read, where it ends. */
    private int at;

    ModelText(InputStream stream) {
        this.stream = stream;
    }

    /** Goes to the next line; false when there is none. */
    boolean nextLine() throws IOException {
        start = Math.min(end + 1, filled);
        end = start;
        while ((end < filled || readOn()) && bytes[end] != '\n') {
            end++;
        }
        at = start;
        return start < filled;
    }

    /** Reads behind what is there of the line; false at the end of the text. */
    private boolean readOn() throws IOException {
        var begun = filled - start;
        var into = begun > bytes.length / 2 ? new byte[2 * bytes.length] : bytes;
        System.arraycopy(bytes, start, into, 0, begun);
        bytes = into;
        start = 0;
        end = begun;
        filled = begun + Math.max(0, stream.read(bytes, begun, bytes.length - begun));
        return end < filled;
    }

    boolean beginsWith(char character) {
        return start < end && bytes[start] == character;
    }

    /** All cells of the line. */
    List<String> cells() {
        return Arrays.asList(string(start, end).split("\t", -1));
    }

    /** Reads the first cell, the name of a feature: its hash is made of the bytes, without a string for each of 400,000 names. */
    long nameHash() {
        var hash = 0L;
        var piece = NamedFeatures.emptyPiece();
        while (!isRead()) {
            var first = bytes[at++];
            if (first == ' ') {
                hash = NamedFeatures.and(hash, piece);
                piece = NamedFeatures.emptyPiece();
            } else if (first >= 0) {
                piece = NamedFeatures.piece(piece, (char) first);
            } else {
                piece = piece(piece, codePoint(first));
            }
        }
        return NamedFeatures.and(hash, piece);
    }

    /** As {@link NamedFeatures#piece(long, char)}, which sees UTF-16 units. */
    private static long piece(long begun, int codePoint) {
        return Character.isBmpCodePoint(codePoint)
                ? NamedFeatures.piece(begun, (char) codePoint)
                : NamedFeatures.piece(
                        NamedFeatures.piece(begun, Character.highSurrogate(codePoint)),
                        Character.lowSurrogate(codePoint));
    }

    /** What begins with this byte of UTF-8 and goes on with one to three others, of six bits each (RFC 3629 section 3). */
    private int codePoint(byte first) {
        var others = Integer.numberOfLeadingZeros(~(first << 24)) - 1;
        if (others < 1 || others > 3) {
            throw fault("UTF-8");
        }
        var codePoint = first & (0x3F >> others);
        for (var i = 0; i < others; i++) {
            if (isRead() || (bytes[at] & 0xC0) != 0x80) {
                throw fault("UTF-8");
            }
            codePoint = (codePoint << 6) | (bytes[at++] & 0x3F);
        }
        return codePoint;
    }

    /** Goes to the end of the cell. */
    void skipCell() {
        while (!isRead()) {
            at++;
        }
    }

    /** Goes on to the next cell of the line; false behind the last one. */
    boolean nextCell() {
        return at++ < end;
    }

    /** Whether no more of the cell is to be read: of one that is just begun, whether it is empty. */
    boolean isRead() {
        return at >= end || bytes[at] == '\t';
    }

    /** Reads a cell with a whole number. */
    int whole() {
        var isNegative = !isRead() && bytes[at] == '-';
        at += isNegative ? 1 : 0;
        var number = digits(0);
        checkIsRead();
        return isNegative ? -number : number;
    }

    /** Reads a cell with a number of zero or more: as a quotient of two exact numbers, which is what {@link Float#parseFloat} gives. */
    float decimal() {
        var number = digits(0);
        var decimals = 0;
        if (!isRead() && bytes[at] == '.') {
            var point = at++;
            number = digits(number);
            decimals = at - point - 1;
        }
        checkIsRead();
        return number / POWERS_OF_TEN[decimals];
    }

    /** The number so far with the digits behind it, of which there must be one. */
    private int digits(int begun) {
        var first = at;
        var number = begun;
        for (; at < end && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            number = 10 * number + bytes[at] - '0';
            if (number > LARGEST || at - first == MOST_DIGITS) {
                throw fault("numbers of at most " + MOST_DIGITS + " digits");
            }
        }
        if (at == first) {
            throw fault("digits in each cell that is not empty");
        }
        return number;
    }

    private void checkIsRead() {
        if (!isRead()) {
            throw fault("nothing but a number in a cell");
        }
    }

    /** What is wrong with the line. */
    IllegalArgumentException fault(String expected) {
        var line = string(start, end);
        return new IllegalArgumentException(
                line.substring(0, Math.min(line.length(), LONGEST_QUOTE)) + " (expected: " + expected + ")");
    }

    private String string(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
