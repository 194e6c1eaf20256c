package org.tumen.classifier.intake;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;

/** Whatever stands on the topic, it is answered: Jazzer looks for what is not, guided by the code that it reaches. */
class ArticleFuzz {

    private static final OnTheWire WIRE = new OnTheWire(Path.of(System.getProperty("basedir", ".")));

    @FuzzTest(maxDuration = "10s")
    void everyRecordIsAnswered(FuzzedDataProvider data) {
        if (data.consumeInt(0, 9) == 0) {
            var _ = WIRE.ofValue(data.consumeRemainingAsBytes());
            return;
        }
        var language = data.pickValue(new String[] {"en", "ko", "zh", "ru", "und", "xx-wrong"});
        var title = mixture(data, data.consumeInt(1, 12));
        var text = mixture(data, data.consumeInt(0, 60));
        if (!title.isBlank()) { // An article without a title cannot be put on the topic.
            var _ = WIRE.of(title, text, language);
        }
    }

    private static String mixture(FuzzedDataProvider data, int pieces) {
        var text = new StringBuilder();
        for (var i = 0; i < pieces; i++) {
            text.append(data.consumeInt(0, 4) == 0 ? data.consumeString(20) : data.pickValue(OnTheWire.PIECES));
            text.append(data.consumeBoolean() ? " " : "");
        }
        return text.toString();
    }
}
