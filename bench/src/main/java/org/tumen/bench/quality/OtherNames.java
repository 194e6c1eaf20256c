package org.tumen.bench.quality;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Says who is named by other names of the same actor, in the same grammatical form. */
final class OtherNames {

    private static final Map<Pattern, String> SWAPS = swaps(
            "North Korea(?!n)", "DPRK",
            "\\bChina\\b", "PRC",
            "Choe Son Hui", "Choi Son-hui",
            "\\bSergei\\b", "Sergey",
            "북한", "북측",
            "푸틴", "뿌찐",
            "시진핑", "습근평",
            "朝鲜(?!半岛|战争|王朝|族|人民|劳动|中央|外|民主|国)", "北韩",
            "(?<!白)俄罗斯(?!天然气工业)", "俄国",
            "普京", "普丁",
            "绍伊古", "肖伊古",
            "\\bРоссия\\b", "Российская Федерация",
            "\\bРоссии\\b", "Российской Федерации");

    private OtherNames() {}

    static String in(String text) {
        var swapped = text;
        for (var swap : SWAPS.entrySet()) {
            swapped = swap.getKey().matcher(swapped).replaceAll(swap.getValue());
        }
        return swapped;
    }

    private static Map<Pattern, String> swaps(String... namesAndOthers) {
        var swaps = new LinkedHashMap<Pattern, String>();
        for (var i = 0; i < namesAndOthers.length; i += 2) {
            swaps.put(Pattern.compile(namesAndOthers[i], Pattern.UNICODE_CHARACTER_CLASS), namesAndOthers[i + 1]);
        }
        return swaps;
    }
}
