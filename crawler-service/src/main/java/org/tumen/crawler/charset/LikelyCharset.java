package org.tumen.crawler.charset;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The charset that bytes look like when every label is missing or wrong: ICU's statistics on the text between tags. */
final class LikelyCharset {

    /** Below this ICU's guess is noise (its scale is 0 to 100), and a label, even a wrong one, says more. */
    private static final int WORTH_BELIEVING = 10;

    private LikelyCharset() {}

    static Charset of(byte[] body, List<Charset> labels) {
        var detector = new CharsetDetector();
        detector.enableInputFilter(true);
        detector.setText(body);
        return Arrays.stream(detector.detectAll())
                .filter(match -> match.getConfidence() >= WORTH_BELIEVING)
                .map(CharsetMatch::getName)
                .map(CharsetNames::meant)
                .flatMap(Optional::stream)
                .filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                .filter(charset ->
                        !charset.name().startsWith("UTF-") && !charset.name().startsWith("IBM42"))
                .findFirst()
                .orElseGet(() -> labels.isEmpty() ? CharsetNames.windows1252() : labels.getFirst());
    }
}
