package org.tumen.crawler.duplicate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The news agency that a text credits as its source: in the dateline with which agency copy begins, or in the line with
 * which it ends. An agency that is only quoted ("..., TASS reported") is no credit.
 */
public final class WireCredit {

    /** A dateline stands in the first line or two. */
    private static final int BEGINNING = 240;

    private static final int END = 160;

    /** Each agency under the name by which Tumen calls it, with the ways in which it signs. */
    private static final Map<String, List<String>> AGENCIES = Map.ofEntries(
            Map.entry("AFP", List.of("AFP", "Agence France-Presse", "АФП", "法新社", "法新", "AFP通信", "ＡＦＰ")),
            Map.entry("AP", List.of("AP", "The Associated Press", "Associated Press", "美联社", "美聯社", "AP通信")),
            Map.entry("Anadolu", List.of("Anadolu", "Anadolu Agency", "AA")),
            Map.entry("Bloomberg", List.of("Bloomberg", "Bloomberg News", "彭博社", "彭博")),
            Map.entry("CNA", List.of("中央社", "中央通訊社", "Central News Agency")),
            Map.entry("CNS", List.of("CNS", "中新社", "中新网", "中国新闻社", "中国新闻网")),
            Map.entry("DPA", List.of("dpa", "DPA")),
            Map.entry("EFE", List.of("EFE")),
            Map.entry("Interfax", List.of("Interfax", "Интерфакс", "INTERFAX.RU", "国际文传电讯社")),
            Map.entry("Jiji", List.of("Jiji", "Jiji Press", "時事", "時事通信")),
            Map.entry("KCNA", List.of("KCNA", "KCNA Watch", "ЦТАК", "조선중앙통신", "朝中社", "朝鲜中央通讯社", "朝鮮中央通信")),
            Map.entry("Kyodo", List.of("Kyodo", "Kyodo News", "共同", "共同社", "共同通信")),
            Map.entry("News1", List.of("News1", "뉴스1")),
            Map.entry("Newsis", List.of("Newsis", "뉴시스")),
            Map.entry("PTI", List.of("PTI", "Press Trust of India")),
            Map.entry("RIA Novosti", List.of("RIA Novosti", "РИА Новости")),
            Map.entry("Reuters", List.of("Reuters", "Рейтер", "路透社", "路透", "로이터", "ロイター")),
            Map.entry("Sputnik", List.of("Sputnik", "Спутник", "俄罗斯卫星通讯社", "俄羅斯衛星通訊社")),
            Map.entry("TASS", List.of("TASS", "ITAR-TASS", "ТАСС", "塔斯社", "타스", "タス")),
            Map.entry("UPI", List.of("UPI")),
            Map.entry("Ukrinform", List.of("Ukrinform", "Укринформ", "Укрінформ")),
            Map.entry("VNA", List.of("VNA", "TTXVN", "Vietnam+")),
            Map.entry("Xinhua", List.of("Xinhua", "新华社", "新華社", "新华网", "新華網", "Синьхуа", "신화")),
            Map.entry(
                    "Yonhap",
                    List.of("Yonhap", "Yonhap News", "Yonhap News Agency", "연합뉴스", "韩联社", "韓聯社", "聯合ニュース", "Ренхап")));

    private static final Map<String, String> BY_SPELLING = bySpelling();

    /** Whole words in the scripts that have them: ASAP is not AP. */
    private static final String NAME = BY_SPELLING.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining(
                    "|", "(?<![\\p{IsLatin}\\p{IsCyrillic}])(?<name>", ")(?![\\p{IsLatin}\\p{IsCyrillic}])"));

    private static final String OPEN = "[(\\[/（［【〔]";
    private static final String CLOSE = "[)\\]/）］】〕]";

    /** The ways in which copy begins. */
    private static final List<Pattern> BEGINNINGS = List.of(
            // SEOUL, Nov. 20 (Yonhap) -- · MOSCOW, November 20. /TASS/. · [AFP] · （中央社 …）
            pattern(OPEN + "\\s*" + NAME + "(?:\\s*/\\s*[\\p{L} ]{1,30})?\\s*" + CLOSE),
            // (서울=연합뉴스) · [서울=뉴시스] · (모스크바=타스 연합뉴스)
            pattern(OPEN + "[^)\\]）］】\n]{1,20}[=＝]\\s*(?:\\p{L}+[ ·]+)?" + NAME + "\\s*" + CLOSE),
            // 【ソウル聯合ニュース】 · 【北京時事】 · （平壌11月20日発 朝鮮中央通信） · (평양 11월 20일발 조선중앙통신)
            pattern(OPEN + "[\\p{L}\\d・ ]{1,24}?" + NAME + "\\s*" + CLOSE),
            // 新华社北京11月20日电 · 朝中社平壤11月20日电 · （中央社記者王明台北20日電）
            pattern("(?:^|" + OPEN + ")\\s*" + NAME + "[^\\s，。,]{0,20}\\s*\\d{0,2}\\s*日?\\s*[电電讯訊]"),
            // 据新华社报道 stands for a copy only at the very beginning
            pattern("^\\s*(?:据|據)" + NAME),
            // МОСКВА, 20 ноя - РИА Новости. · Nov 20 (place) - Reuters -
            pattern("^[^.\n]{0,60}\\d[^.\n]{0,20}\\.?\\s*[-–—]\\s*" + NAME + "\\s*[.,:–—-]"),
            // МОСКВА. 20 ноября. INTERFAX.RU -
            pattern("^\\p{Lu}[\\p{L}-]+\\.\\s*\\d{1,2}\\s+\\p{L}+\\.\\s*" + NAME + "\\s*[-–—]"),
            // Reuters -- or Reuters: as the first word
            pattern("^" + NAME + "\\s*(?:--|[–—:])"));

    /** The ways in which copy ends. */
    private static final List<Pattern> ENDS = List.of(
            pattern(OPEN + "\\s*(?:©|\\(c\\)|Source:|来源[:：]|來源[:：])?\\s*" + NAME + "(?:[-/ ]\\p{L}+)?\\s*" + CLOSE
                    + "\\s*\\.?\\s*$"),
            pattern("(?i:©|\\(c\\)|copyright)\\s*(?:\\d{4}\\s*)?" + NAME + "\\b[^\n]{0,40}$"),
            pattern("(?i:source|sources|quelle|источник|来源|來源|출처)\\s*[:：]\\s*" + NAME + "\\s*\\.?\\s*$"),
            pattern("(?:^|\n|[.!?。]\\s*)[-–—]{1,2}\\s*" + NAME + "\\s*$"),
            pattern("\n\\s*" + NAME + "\\s*\\.?\\s*$"));

    private WireCredit() {}

    /** The name of the agency, as {@code Yonhap}; empty when the text credits none. */
    public static Optional<String> in(String text) {
        var beginning = text.length() > BEGINNING ? text.substring(0, BEGINNING) : text;
        var end = text.length() > END ? text.substring(text.length() - END) : text;
        return first(BEGINNINGS, beginning).or(() -> first(ENDS, end));
    }

    private static Optional<String> first(List<Pattern> patterns, String text) {
        return patterns.stream()
                .flatMap(pattern -> pattern.matcher(text).results())
                .min(Comparator.comparingInt(MatchResult::start))
                .map(found -> found.group("name"))
                .map(BY_SPELLING::get);
    }

    private static Pattern pattern(String expression) {
        return Pattern.compile(expression);
    }

    private static Map<String, String> bySpelling() {
        var bySpelling = new TreeMap<String, String>();
        AGENCIES.forEach((name, spellings) -> spellings.forEach(spelling -> bySpelling.put(spelling, name)));
        return bySpelling;
    }
}
