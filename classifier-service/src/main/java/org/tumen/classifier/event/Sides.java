package org.tumen.classifier.event;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tumen.classifier.event.EventSentence.Mention;
import org.tumen.classifier.event.EventWord.Act;
import org.tumen.classifier.language.FoldedText;
import org.tumen.classifier.language.Language;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.EventType;

/** Who acts and who is acted upon: by the word before a name or the particle after it, then by order. */
final class Sides {

    /** Words right before a name by which it is no subject. */
    private static final Map<Language, Set<String>> BEFORE_TARGET = Map.of(
            Language.ENGLISH,
            words("against to with on in at from of for toward towards into over near between about upon outside than"),
            Language.CHINESE,
            words("对 向 给 与 和 同 跟 赴 驻 访 把 将 针对 致"),
            Language.RUSSIAN,
            words("с со в во на к ко для против от из над по о об у через между"));

    private static final Map<Language, Set<String>> BEFORE_SOURCE =
            Map.of(Language.ENGLISH, words("by"), Language.CHINESE, words("被 由 遭"), Language.RUSSIAN, Set.of());

    /** Words that may stand between such a word and the name. */
    private static final Set<String> BETWEEN = words("the a an its his their former neighboring neighbouring all");

    private static final Set<String> KOREAN_SOURCE = words("은 는 이 가 께서 측은 측이 에서");
    private static final Set<String> KOREAN_TARGET = words("을 를 에 에게 와 과 로 으로 에는 에도 측에 엔 행");
    private static final int KOREAN_WORDS = 3;

    private static final Set<String> BE = words("was were been is are being be");

    private Sides() {}

    /** Source and target; the same where the sentence names one actor only. */
    record Pair(ActorId source, ActorId target) {}

    private enum Side {
        SOURCE,
        TARGET,
        OPEN
    }

    static Optional<Pair> of(EventSentence sentence, EventType type) {
        if (sentence.mentions().isEmpty()) {
            return Optional.empty();
        }
        var anchor = anchor(sentence, type);
        var mentions = inClause(sentence, anchor);
        var source = source(sentence, mentions, anchor);
        var target = target(sentence, mentions, source, anchor);
        return Optional.of(new Pair(source.actor(), target.map(Mention::actor).orElse(source.actor())));
    }

    /** The one actor that a sentence names, and somebody else. */
    static Pair withOther(EventSentence sentence, EventType type) {
        var named = sentence.mentions().getFirst();
        var anchor = anchor(sentence, type);
        var side = side(sentence, named);
        var isSource = side == Side.SOURCE
                || (side == Side.OPEN && (named.start() <= anchor || sentence.language() != Language.ENGLISH));
        return isSource ? new Pair(named.actor(), Agents.OTHER) : new Pair(Agents.OTHER, named.actor());
    }

    /** Chinese strings clauses together: the actors of the clause with the act, when there are two. */
    private static List<Mention> inClause(EventSentence sentence, int anchor) {
        if (sentence.language() != Language.CHINESE) {
            return sentence.mentions();
        }
        var from = anchor;
        while (from > sentence.from() && !isComma(sentence.text().at(from - 1))) {
            from--;
        }
        var to = anchor;
        while (to < sentence.to() && !isComma(sentence.text().at(to))) {
            to++;
        }
        var start = from;
        var end = to;
        var clause = sentence.mentions().stream()
                .filter(it -> it.start() >= start && it.end() <= end)
                .toList();
        return clause.stream().map(Mention::actor).distinct().count() > 1 ? clause : sentence.mentions();
    }

    private static boolean isComma(char unit) {
        return unit == ',' || unit == ';' || unit == '。';
    }

    private static Mention source(EventSentence sentence, List<Mention> mentions, int anchor) {
        var passive = isPassive(sentence, anchor);
        if (passive || sentence.language() != Language.ENGLISH) {
            var marked = mentions.stream()
                    .filter(it -> side(sentence, it) == Side.SOURCE)
                    .findFirst();
            if (marked.isPresent()) {
                return marked.get();
            }
        }
        return mentions.stream()
                .filter(it -> it.start() < anchor && side(sentence, it) == Side.OPEN)
                .findFirst()
                .or(() -> mentions.stream()
                        .filter(it -> side(sentence, it) == Side.OPEN)
                        .findFirst())
                .orElse(mentions.getFirst());
    }

    private static Optional<Mention> target(
            EventSentence sentence, List<Mention> mentions, Mention source, int anchor) {
        var others = mentions.stream()
                .filter(it -> !it.actor().equals(source.actor()))
                .toList();
        if (sentence.language() == Language.KOREAN) {
            return others.stream()
                    .filter(it -> side(sentence, it) == Side.TARGET)
                    .findFirst()
                    .or(() -> others.stream().findFirst());
        }
        if (isPassive(sentence, anchor)) {
            return others.stream().findFirst();
        }
        return others.stream()
                .filter(it -> it.start() > anchor)
                .findFirst()
                .or(() -> others.stream()
                        .filter(it -> it.start() > source.start())
                        .findFirst())
                .or(() -> others.stream().findFirst());
    }

    /** Where the act stands: its first strong word, else any; the end of the sentence when it has none. */
    private static int anchor(EventSentence sentence, EventType type) {
        return sentence.acts().stream()
                .filter(it -> it.word() instanceof Act word && word.type() == type)
                .min((one, other) -> Boolean.compare(isStrong(other), isStrong(one)))
                .map(EventWord.Found::start)
                .orElse(sentence.language() == Language.KOREAN ? sentence.to() : sentence.from());
    }

    private static boolean isStrong(EventWord.Found act) {
        return act.word() instanceof Act word && word.strong();
    }

    private static boolean isPassive(EventSentence sentence, int anchor) {
        if (sentence.language() == Language.CHINESE) {
            return sentence.mentions().stream().anyMatch(it -> side(sentence, it) == Side.SOURCE);
        }
        return sentence.language() == Language.ENGLISH
                && BE.contains(wordBefore(sentence.text(), anchor))
                && sentence.mentions().stream()
                        .anyMatch(it -> it.start() > anchor && side(sentence, it) == Side.SOURCE);
    }

    private static Side side(EventSentence sentence, Mention mention) {
        return switch (sentence.language()) {
            case KOREAN -> byParticle(sentence, mention);
            case ENGLISH, RUSSIAN -> {
                var at = mention.start();
                var word = wordBefore(sentence.text(), at);
                for (var i = 0; i < 2 && BETWEEN.contains(word); i++) {
                    at = at - word.length() - 1;
                    word = wordBefore(sentence.text(), at);
                }
                yield side(sentence.language(), word);
            }
            case CHINESE -> {
                for (var length = 2; length > 0; length--) {
                    var from = mention.start() - length;
                    if (from >= sentence.from()) {
                        var before = sentence.text()
                                .folded()
                                .subSequence(from, mention.start())
                                .toString();
                        if (side(Language.CHINESE, before) != Side.OPEN) {
                            yield side(Language.CHINESE, before);
                        }
                    }
                }
                yield Side.OPEN;
            }
        };
    }

    private static Side side(Language language, String before) {
        if (BEFORE_SOURCE.getOrDefault(language, Set.of()).contains(before)) {
            return Side.SOURCE;
        }
        return BEFORE_TARGET.getOrDefault(language, Set.of()).contains(before) ? Side.TARGET : Side.OPEN;
    }

    /** The first particle behind the name or the nouns that follow it. */
    private static Side byParticle(EventSentence sentence, Mention mention) {
        var text = sentence.text();
        var at = mention.end();
        for (var word = 0; word < KOREAN_WORDS && at < sentence.to(); word++) {
            var end = at;
            while (end < sentence.to() && text.isWordAt(end)) {
                end++;
            }
            var form = text.folded().subSequence(at, end).toString();
            for (var length = Math.min(2, form.length()); length > 0; length--) {
                var particle = form.substring(form.length() - length);
                if (KOREAN_TARGET.contains(particle)) {
                    return Side.TARGET;
                }
                if (KOREAN_SOURCE.contains(particle)) {
                    return Side.SOURCE;
                }
            }
            at = end + 1;
        }
        return Side.OPEN;
    }

    private static String wordBefore(FoldedText text, int index) {
        var end = index;
        while (end > 0 && !text.isWordAt(end - 1)) {
            if (text.at(end - 1) != ' ') {
                return "";
            }
            end--;
        }
        var start = end;
        while (text.isWordAt(start - 1)) {
            start--;
        }
        return text.folded().subSequence(start, end).toString();
    }

    private static Set<String> words(String spaced) {
        return Set.copyOf(Arrays.asList(spaced.split(" ", -1)));
    }
}
