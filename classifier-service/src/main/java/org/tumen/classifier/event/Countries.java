package org.tumen.classifier.event;

import com.ibm.icu.util.ULocale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.language.Language;
import org.tumen.model.assessment.ActorId;

/** The countries of the world as actors, for events between those whom the catalogue does not know. */
final class Countries {

    private static final String RESOURCE = "countries.txt";

    private Countries() {}

    /** Names by ISO 3166-1 alpha-3 code and language. */
    static Map<ActorId, Map<Language, List<String>>> load() {
        var alpha2 = alpha2ByAlpha3();
        var countries = new TreeMap<ActorId, Map<Language, List<String>>>(
                (one, other) -> one.value().compareTo(other.value()));
        try (var stream = Countries.class.getResourceAsStream(RESOURCE);
                var reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(stream, RESOURCE), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                var cells = line.split("\\|", -1);
                var id = new ActorId(cells[0].strip());
                var names = new EnumMap<Language, List<String>>(Language.class);
                names.put(Language.ENGLISH, list(cells[1]));
                names.put(Language.RUSSIAN, list(cells[2]));
                var code = alpha2.get(id.value());
                names.put(Language.KOREAN, with(code, ULocale.KOREAN, cells, 3));
                names.put(Language.CHINESE, with(code, ULocale.SIMPLIFIED_CHINESE, cells, 4));
                countries.put(id, names);
            });
            return countries;
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    private static List<String> list(String cell) {
        return Arrays.stream(cell.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toList());
    }

    /** The name in CLDR, when it is a country, and those of the file. */
    private static List<String> with(@Nullable String alpha2, ULocale locale, String[] cells, int cell) {
        var names = new ArrayList<String>();
        if (alpha2 != null) {
            names.add(displayed(alpha2, locale));
        }
        if (cells.length > cell) {
            names.addAll(list(cells[cell]));
        }
        return List.copyOf(names);
    }

    private static String displayed(String alpha2, ULocale in) {
        return ULocale.getDisplayCountry("und-" + alpha2, in);
    }

    private static Map<String, String> alpha2ByAlpha3() {
        var codes = new HashMap<String, String>();
        for (var alpha2 : Locale.getISOCountries()) {
            try {
                codes.put(Locale.of("", alpha2).getISO3Country(), alpha2);
            } catch (MissingResourceException e) {
                throw new IllegalStateException("every ISO country has three letters: " + alpha2, e);
            }
        }
        return codes;
    }
}
