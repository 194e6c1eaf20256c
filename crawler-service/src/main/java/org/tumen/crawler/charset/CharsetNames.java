package org.tumen.crawler.charset;

import static java.util.Map.entry;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The charset that a label on the web stands for. Publishers say gb2312 and write GBK, say iso-8859-1 and write
 * windows-1252: the superset is meant, as in the Encoding Standard (encoding.spec.whatwg.org, "Names and labels").
 */
final class CharsetNames {

    private static final Map<String, String> MEANT = Map.ofEntries(
            entry("utf8", "UTF-8"),
            entry("unicode-1-1-utf-8", "UTF-8"),
            entry("ascii", "windows-1252"),
            entry("us-ascii", "windows-1252"),
            entry("ansi", "windows-1252"),
            entry("latin1", "windows-1252"),
            entry("latin-1", "windows-1252"),
            entry("iso-8859-1", "windows-1252"),
            entry("iso8859-1", "windows-1252"),
            entry("iso88591", "windows-1252"),
            entry("cp1252", "windows-1252"),
            entry("iso-8859-9", "windows-1254"),
            entry("iso-8859-11", "x-windows-874"),
            entry("tis-620", "x-windows-874"),
            entry("windows-874", "x-windows-874"),
            entry("gb2312", "GB18030"),
            entry("gb-2312", "GB18030"),
            entry("gb2312-80", "GB18030"),
            entry("gbk", "GB18030"),
            entry("cp936", "GB18030"),
            entry("x-gbk", "GB18030"),
            entry("chinese", "GB18030"),
            entry("big5", "Big5-HKSCS"),
            entry("big-5", "Big5-HKSCS"),
            entry("cp950", "Big5-HKSCS"),
            entry("euc-kr", "x-windows-949"),
            entry("euckr", "x-windows-949"),
            entry("ks-c-5601-1987", "x-windows-949"),
            entry("ks-c-5601", "x-windows-949"),
            entry("ksc5601", "x-windows-949"),
            entry("korean", "x-windows-949"),
            entry("uhc", "x-windows-949"),
            // Java's own "cp949" is x-IBM949, another table.
            entry("cp949", "x-windows-949"),
            entry("ms949", "x-windows-949"),
            entry("windows-949", "x-windows-949"),
            entry("shift-jis", "windows-31j"),
            entry("shiftjis", "windows-31j"),
            entry("x-sjis", "windows-31j"),
            entry("sjis", "windows-31j"),
            entry("cp932", "windows-31j"),
            entry("win-1251", "windows-1251"),
            entry("cp-1251", "windows-1251"),
            entry("koi8r", "KOI8-R"),
            entry("koi8u", "KOI8-U"),
            entry("macintosh", "x-MacRoman"),
            entry("maclatin2", "x-MacCentralEurope"),
            entry("mac-latin2", "x-MacCentralEurope"),
            entry("shift-jisx0213", "x-SJIS_0213"),
            entry("u16", "UTF-16"),
            entry("u32", "UTF-32"));

    private CharsetNames() {}

    /** Empty when no charset of that name is known. */
    static Optional<Charset> meant(@Nullable String label) {
        if (label == null || label.isBlank()) {
            return Optional.empty();
        }
        var plain = label.strip().toLowerCase(Locale.ROOT);
        var key = plain.replace('_', '-');
        var meant = MEANT.get(key);
        return known(meant == null ? plain : meant)
                .or(() -> known(key))
                .or(() -> known("IBM" + plain))
                .or(() -> known("x-" + plain))
                .or(() -> known("x-" + key.replace("-", "")))
                // iso88595, iso2022_jp: numbers of standards, as Python and others write them.
                .or(() -> known(key.replaceFirst("^iso-?(8859|2022)-?", "iso-$1-")))
                // A page declared as UTF-16 in bytes that read as ASCII is nothing of the kind; see TextDecoder.
                .map(charset -> charset.equals(StandardCharsets.ISO_8859_1) ? windows1252() : charset);
    }

    static Charset windows1252() {
        return Charset.forName("windows-1252");
    }

    private static Optional<Charset> known(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty(); // An unknown label is as good as none: the bytes decide.
        }
    }
}
