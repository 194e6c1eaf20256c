package org.tumen.crawler.charset;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a body by the evidence, strongest first: byte order mark, bytes that are valid UTF-8, the HTTP header, the
 * document's own declaration, and what the bytes look like. A label that the bytes contradict is passed over.
 */
public final class TextDecoder {

    /** UTF-8 with up to one broken sequence in this many good ones was cut or spliced, and is still UTF-8. */
    private static final int GOOD_SEQUENCES_PER_BROKEN = 20;

    private TextDecoder() {}

    /**
     * Always gives text; what can not be decoded is U+FFFD in it.
     *
     * @param contentType the HTTP header's value; null when there was none
     */
    public static DecodedText decode(byte[] body, @Nullable String contentType, Declaration declaration) {
        var mark = ByteOrderMark.of(body);
        if (mark.isPresent()) {
            var from = mark.get().length();
            return lenient(body, from, mark.get().charset());
        }
        var family = CodeUnits.of(body);
        if (family.isPresent()) {
            return lenient(body, 0, family.get().charset(body, declaration));
        }
        var sequences = Utf8Sequences.in(body);
        if (sequences.good() > 0 && sequences.broken() * GOOD_SEQUENCES_PER_BROKEN <= sequences.good()) {
            return lenient(body, 0, UTF_8); // Other charsets hardly ever form valid UTF-8 by chance.
        }
        var labels = labels(body, contentType, declaration);
        if (sequences.isAscii() && !isEscaped(labels)) {
            return lenient(body, 0, labels.isEmpty() ? UTF_8 : labels.getFirst());
        }
        for (var label : labels) {
            var text = strict(body, label);
            if (text.isPresent()) {
                return new DecodedText(text.get(), label);
            }
        }
        return lenient(body, 0, LikelyCharset.of(body, labels));
    }

    private static List<Charset> labels(byte[] body, @Nullable String contentType, Declaration declaration) {
        var labels = new ArrayList<Charset>();
        if (contentType != null) {
            Declaration.inHeader(contentType).ifPresent(labels::add);
        }
        declaration.in(body).ifPresent(labels::add);
        // The label was read as ASCII, so no code unit is wider than a byte.
        labels.removeIf(
                label -> label.name().startsWith("UTF-16") || label.name().startsWith("UTF-32"));
        return List.copyOf(labels);
    }

    /** ISO-2022 is ASCII with escapes. */
    private static boolean isEscaped(List<Charset> labels) {
        return labels.stream().anyMatch(label -> label.name().startsWith("ISO-2022"));
    }

    private static Optional<String> strict(byte[] body, Charset charset) {
        try {
            var decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            return Optional.of(decoder.decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty(); // The label is wrong: the next piece of evidence decides.
        }
    }

    private static DecodedText lenient(byte[] body, int from, Charset charset) {
        return new DecodedText(new String(body, from, body.length - from, charset), charset);
    }

    /** The marks of RFC 3629 section 6 and the Unicode Standard's table 2-4; UTF-32LE begins as UTF-16LE does. */
    private record ByteOrderMark(Charset charset, int length) {

        static Optional<ByteOrderMark> of(byte[] body) {
            if (CodeUnits.begins(body, 0xEF, 0xBB, 0xBF)) {
                return Optional.of(new ByteOrderMark(UTF_8, 3));
            }
            if (CodeUnits.begins(body, 0xFF, 0xFE, 0, 0)) {
                return Optional.of(new ByteOrderMark(Charset.forName("UTF-32LE"), 4));
            }
            if (CodeUnits.begins(body, 0, 0, 0xFE, 0xFF)) {
                return Optional.of(new ByteOrderMark(Charset.forName("UTF-32BE"), 4));
            }
            if (CodeUnits.begins(body, 0xFF, 0xFE)) {
                return Optional.of(new ByteOrderMark(UTF_16LE, 2));
            }
            if (CodeUnits.begins(body, 0xFE, 0xFF)) {
                return Optional.of(new ByteOrderMark(UTF_16BE, 2));
            }
            return Optional.empty();
        }
    }
}
