package org.tumen.alert.query;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilter;
import org.apache.lucene.analysis.ko.KoreanReadingFormFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** How the words of a language are told apart, and their forms made one. Nothing is left out as too common: phrases need it. */
enum Analysis {
    /** Plurals, possessives and verb forms by KStem, which keeps words that only look alike apart. */
    ENGLISH,
    /** Morphemes by nori, without particles and endings; Chinese characters by their Korean reading. */
    KOREAN,
    /** Cases and numbers by the light stemmer. */
    RUSSIAN,
    /** Chinese and Japanese in pairs of characters, traditional ones as simplified; other languages word by word. */
    OTHER;

    private static final NormalizeCharMap YO = yo();

    private final Analyzer ofTexts = analyzer(true);
    private final Analyzer ofQueries = analyzer(false);

    /** By the language of an article, BCP 47 primary, or {@code und}. */
    static Analysis of(String language) {
        return switch (language) {
            case "en" -> ENGLISH;
            case "ko" -> KOREAN;
            case "ru" -> RUSSIAN;
            default -> OTHER;
        };
    }

    /** Those that read texts of these languages; all for none. */
    static Set<Analysis> of(Set<String> languages) {
        return languages.isEmpty()
                ? Set.of(values())
                : languages.stream().map(Analysis::of).collect(Collectors.toSet());
    }

    Analyzer ofTexts() {
        return ofTexts;
    }

    /** A word of a query as texts have it, with its distance from the first. */
    record Token(String text, int position) {}

    /** The words of a query as texts have them; none when there is no letter or digit in it. */
    List<Token> ofQuery(String words) {
        var tokens = new ArrayList<Token>();
        try (var stream = ofQueries.tokenStream("query", words)) {
            var text = stream.addAttribute(CharTermAttribute.class);
            var step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            var position = 0;
            while (stream.incrementToken()) {
                position = tokens.isEmpty() ? 0 : position + step.getPositionIncrement();
                tokens.add(new Token(text.toString(), position));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    private Analyzer analyzer(boolean ofTexts) {
        var analysis = this;
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var words = analysis == KOREAN ? new KoreanTokenizer() : new StandardTokenizer();
                return new TokenStreamComponents(words, analysis.forms(words, ofTexts));
            }

            @Override
            protected Reader initReader(String field, Reader reader) {
                return analysis == RUSSIAN ? new MappingCharFilter(YO, reader) : reader;
            }
        };
    }

    private TokenStream forms(Tokenizer words, boolean ofTexts) {
        var plain = new ASCIIFoldingFilter(new LowerCaseFilter(new CJKWidthFilter(words)));
        return switch (this) {
            case ENGLISH -> stems(new EnglishPossessiveFilter(plain), KStemFilter::new, ofTexts);
            case RUSSIAN -> stems(plain, RussianLightStemFilter::new, ofTexts);
            case KOREAN -> new LowerCaseFilter(new KoreanReadingFormFilter(new KoreanPartOfSpeechStopFilter(words)));
            case OTHER -> new CJKBigramFilter(new SimplifiedChinese(plain), everyScript(), ofTexts);
        };
    }

    /** Of a text the words themselves too, which a beginning may stand for. */
    private static TokenStream stems(TokenStream words, UnaryOperator<TokenStream> stemmer, boolean ofTexts) {
        return ofTexts
                ? new RemoveDuplicatesTokenFilter(stemmer.apply(new KeywordRepeatFilter(words)))
                : stemmer.apply(words);
    }

    private static int everyScript() {
        return CJKBigramFilter.HAN | CJKBigramFilter.HANGUL | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA;
    }

    /** Newspapers seldom print the dots. */
    private static NormalizeCharMap yo() {
        var map = new NormalizeCharMap.Builder();
        map.add("ё", "е");
        map.add("Ё", "Е");
        return map.build();
    }
}
