package org.tumen.crawler.article;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes the names out of a line like "By Jane Doe and Ivan Petrov, Senior Correspondents | 5 May 2025". */
final class Byline {

    private static final Pattern BY = Pattern.compile(
            "^(?:view all posts by|zeige alle beiträge von|(?:alle )?(?:artikel|beiträge) von:?|mehr von|voir tous les articles (?:de|par)|ver todas las entradas de|more (?:from|by)|(?:\\W*(?:written|posted|reported|published|words|story|text|submitted|article|created|authored|edited)\\s+)?by\\b[:\\s]*|von\\b|text(?: von\\b|:)|erstellt von\\b"
                    + "|ein (?:artikel|beitrag) von\\b|par\\b|écrit par\\b|publié par\\b|por:?\\s|escrito por\\b|di\\b|a cura di\\b|texto:|door\\b|av\\b|af\\b|autor(?:in|a|es|en|i)?\\s*[:：]|auteur\\s*:|author(?:s|\\(s\\))?\\s*:"
                    + "|автор(?:ы)?\\s*:?|текст\\s*:|(?:投稿者|執筆者?|文責|取材・文|ライター|글쓴이|작성자|저자|글)\\s*[:：]|作者\\s*[:：]?|文\\s*[:：／/＝]|撰文\\s*[:：]?|[\\p{IsHan}]{0,8}(?:记者|記者)[\\s　]*[:：]?|责任编辑\\s*[:：]|責任編輯\\s*[:：]|编辑\\s*[:：]|about the author\\s*[-:]?|contributed by\\b|source\\s*:|quelle\\s*:)\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern REST = Pattern.compile(
            "\\s*(?:[|•·»/]\\s|\\s(?:illustration|fotos?|photos?|photography|bilder)\\b|\\s[-–—]\\s|\\(|<|\\b(?:published|updated|posted|last (?:updated|modified)|modified|created|on (?=\\w+ \\d)|le (?=\\d)|am (?=\\d)|el (?=\\d))|\\b\\d{1,2}[./-]\\d{1,2}|\\s(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)\\w*\\.?\\s\\d|\\b(?:19|20)\\d\\d\\b|,?\\s\\d{1,2}[.:]?\\s\\p{L}|\\d{1,2}:\\d\\d|\\s(?:für|for|of|en|in|at|bei)\\s(?=\\p{Lu})|特派員|記者$|기자(?:기자)?(?:\\s|$)|特派员).*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    /** "Posted on September 21, 2020 by Jane Doe" */
    private static final Pattern BEHIND_DATE =
            Pattern.compile("^.*\\d.*?\\b(?:by|von|por|par|di)\\s+(?=\\p{Lu})", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern AND = Pattern.compile(
            "\\s*(?:[;；、,，]|(?<=[가-힣])[·ㆍ∙・](?=[가-힣])|\\s(?:and|und|et|y|e|и|та|i|en|og|och|&)\\s|\\s&\\s|\\s\\+\\s)\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ROLE = Pattern.compile(
            "(?:editors?|reporters?|correspondents?|writers?|columnists?|journalists?|contributors?|staff|analyst|fellow|professor|director|producer|bureau|desk|chief|senior|associate|freelance\\w*|photograph\\w*"
                    + "|redakteur\\w*|redaktion|korrespondent\\w*|journaliste|rédact\\w+|redactor\\w*|periodista|giornalista|corresponsal|phd|ph\\.d\\.?|md|m\\.d\\.?|jr\\.?|msc|dr|редактор|корреспондент|обозреватель|guest|special to .*|today|network|report)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern NO_NAME = Pattern.compile(
            ".*(?:https?:|www\\.|@|\\.(?:com|net|org|de|ru|cn|kr|jp)\\b|[<>{}=\\[\\]]|©).*|(?:기자|記者|记者|admin(?:istrator)?|editor|webmaster|unknown|anonymous|none|null|undefined|author|autor|by|staff|user|follow|share|email|print|comments?|more|view all posts|redaktion|newsroom|veröffentlicht|aktualisiert|stand|uhr|lesezeit|publié|publicado|updated|published|last|date|datum|опубликовано|人氣|.*\\bmin(?:ute)?s?\\b.*|[\\w-]+\\.[a-z]{2,4}|(?:photo|image|foto|bild|picture|illustration)s?\\b.*|twitter|facebook|read more|(?:조회|추천|댓글|구독|浏览|瀏覽|阅读|閱讀|评论|點閱|点击|人气|コメント|閲覧|просмотр|коммента|views?\\b).*|profile|bio|home|subscribe|contact|written|posted)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** "Jane Doe @janedoe" */
    private static final Pattern HANDLE = Pattern.compile("\\s@\\w+");

    /** "延吉＝瀬川直人": where it was written stands before who wrote it. */
    private static final Pattern PLACE =
            Pattern.compile("^[\\p{IsHan}\\p{IsKatakana}ー가-힣]{2,8}\\s?[=＝]\\s?(?:[가-힣]{2,8}\\s)?(?=[\\p{IsHan}가-힣])");

    private static final int LONGEST_LINE = 400;
    private static final int LONGEST_NAME = 50;
    private static final int MOST_WORDS = 6;
    private static final int MOST_NAMES = 8;

    private Byline() {}

    static boolean isIntroduced(String line) {
        return BY.matcher(line.strip()).find();
    }

    /** Empty when there is no name in the line. */
    static List<String> names(String line) {
        var text = Title.squashed(line.substring(0, Math.min(line.length(), LONGEST_LINE)))
                .replaceAll("^['\"“”\\s|•·\\[(【（-]+|['\"”\\s|•·,\\])】）-]+$", "");
        text = HANDLE.matcher(text).replaceAll("");
        if (text.length() < 120) {
            text = BEHIND_DATE.matcher(text).replaceFirst("");
        }
        for (int i = 0; i < 2; i++) {
            text = BY.matcher(text).replaceFirst("").strip();
        }
        text = PLACE.matcher(text).replaceFirst("");
        var names = new LinkedHashMap<String, String>();
        for (var piece : AND.split(REST.matcher(text).replaceFirst(""), MOST_NAMES * 2)) {
            var name = withoutRoles(BY.matcher(piece.strip()).replaceFirst("").strip());
            if (isName(name) && !(isPlaceOrOffice(name) && hasFullName(names.values()))) {
                names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            }
        }
        return List.copyOf(new ArrayList<>(names.values()).subList(0, Math.min(MOST_NAMES, names.size())));
    }

    /** What stands behind a full name: "Berlin", "Reuters", "Senior Correspondents", "staff writer". */
    private static boolean isPlaceOrOffice(String name) {
        return (name.indexOf(' ') < 0 && !isWide(name))
                || ROLE.matcher(name.substring(name.lastIndexOf(' ') + 1)).matches();
    }

    private static boolean isWide(String name) {
        return name.codePoints().anyMatch(c -> Character.isIdeographic(c) || (c >= 0xAC00 && c <= 0xD7A3));
    }

    private static boolean hasFullName(Collection<String> names) {
        return names.stream().anyMatch(name -> name.indexOf(' ') > 0);
    }

    private static String withoutRoles(String name) {
        var words = new ArrayList<>(List.of(name.split(" ")));
        while (words.size() > 2 && ROLE.matcher(words.getLast()).matches()) {
            words.removeLast();
        }
        return String.join(" ", words).replaceAll("[\\s,.:;|]+$", "").strip();
    }

    private static boolean isName(String name) {
        if (name.length() < 2 || name.length() > LONGEST_NAME || name.split(" ").length > MOST_WORDS) {
            return false;
        }
        if (NO_NAME.matcher(name).matches() || ROLE.matcher(name).matches()) {
            return false;
        }
        if (name.chars().anyMatch(Character::isDigit) && (name.indexOf(' ') > 0 || isWide(name))) {
            return false; // A nickname may have digits; in anything longer they count or date something.
        }
        var first = name.codePointAt(0);
        boolean startsLikeAName = !Character.isLowerCase(first) || name.indexOf(' ') < 0;
        return startsLikeAName && name.codePoints().anyMatch(Character::isLetter);
    }
}
