package org.tumen.classifier.event;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tumen.classifier.language.Language;
import org.tumen.model.assessment.ActorId;

/** Police, rebels, crowds: groups that act where no state is named, by the role codes of CAMEO. */
final class Agents {

    /** Somebody whom no list names. */
    static final ActorId OTHER = new ActorId("OTHER");

    private static final String RESOURCE = "agents.txt";

    private static final List<Language> COLUMNS =
            List.of(Language.ENGLISH, Language.KOREAN, Language.CHINESE, Language.RUSSIAN);

    private Agents() {}

    /** Names by role code and language. */
    static Map<ActorId, Map<Language, List<String>>> load() {
        var agents = new TreeMap<ActorId, Map<Language, List<String>>>(
                (one, other) -> one.value().compareTo(other.value()));
        try (var stream = Agents.class.getResourceAsStream(RESOURCE);
                var reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(stream, RESOURCE), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                var cells = line.split("\\|", -1);
                var names = new EnumMap<Language, List<String>>(Language.class);
                for (var i = 0; i < COLUMNS.size(); i++) {
                    names.put(
                            COLUMNS.get(i),
                            Arrays.stream(cells[i + 1].split(",", -1))
                                    .map(String::strip)
                                    .toList());
                }
                agents.put(new ActorId(cells[0].strip()), names);
            });
            return agents;
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
