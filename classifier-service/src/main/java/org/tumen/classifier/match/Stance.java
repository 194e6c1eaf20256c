package org.tumen.classifier.match;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.language.FoldedText;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.signal.Cues;
import org.tumen.classifier.signal.Cues.Side;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Status;

/**
 * How a sentence holds what it tells, and who it says it from.
 *
 * @param claimant as the text names them; null when nobody is named
 * @param speaker the claimant when it is an actor
 */
record Stance(
        Status status, @Nullable String claimant, @Nullable ActorId speaker) {

    /** How near to the act a year must stand to date it. */
    private static final int YEAR_REACH = 10;

    /** A year among the first words dates the whole sentence. */
    private static final int OPENING = 3;

    /** How near a claimant stands to the word that makes it one. */
    private static final int CLAIM_REACH = 2;

    /** How near a ministry stands to the state whose it is. */
    private static final int OWNER_REACH = 1;

    /** How many characters may stand between who is quoted and the colon or quotation mark. */
    private static final int QUOTE_REACH = 12;

    /** Words by which a year is a beginning, or the name of a treaty, and no date of what is told. */
    private static final List<String> SINCE_BEFORE =
            List.of("since ", " с ", "自", "从", "договор ", "договора ", "договору ", "договоре ");

    private static final List<String> SINCE_AFTER =
            List.of("년 이후", "년 이래", "年以来", "年以后", " treaty", " pact", " friendship", "년 조약", "年条约", "年朝中", "年中朝");

    private static final int LONGEST_MARK = 11;

    private static final int FIRST_YEAR = 1900;

    /**
     * Reads it off the words around the act.
     *
     * @param trigger and {@code with}: the words of the act, which are no cues themselves
     * @param year of publication: an act dated in an earlier one is history
     */
    static Stance of(Unit unit, Hit trigger, @Nullable Hit with, List<Mention> mentions, Cues cues, int year) {
        var status = cued(unit, trigger, with, cues);
        if (status == Status.REPORTED && datedBefore(unit, trigger, year)) {
            status = Status.HISTORICAL;
        }
        for (var claim : unit.hits()) {
            if (!claim.says(Use.Kind.CLAIM)) {
                continue;
            }
            var speaker = speakerOf(unit, claim, mentions);
            if (speaker != null) {
                return new Stance(status, quote(unit, hitOf(speaker)), speaker.actor());
            }
            var claimant = claimantBy(unit, claim);
            if (claimant != null) {
                return new Stance(status, quote(unit, claimant), ownerOf(unit, claimant, mentions));
            }
        }
        for (var mention : mentions) {
            if (speaks(unit, mention) && isQuoted(unit, mention)) {
                return new Stance(status, quote(unit, hitOf(mention)), mention.actor());
            }
        }
        return new Stance(status, null, null);
    }

    private static Status cued(Unit unit, Hit trigger, @Nullable Hit with, Cues cues) {
        var first = Integer.MAX_VALUE;
        for (var hit : unit.hits()) {
            if (!hit.says(Use.Kind.STATUS_CUE)) {
                continue;
            }
            var own = isPartOf(hit, trigger) || (with != null && isPartOf(hit, with));
            if (own) {
                continue;
            }
            for (var use : hit.uses()) {
                if (use instanceof Use.StatusCue(var cue)
                        && cue < first
                        && !isObjectMarker(unit, hit)
                        && applies(cues.statuses().get(cue), unit, hit, trigger, with)) {
                    first = cue;
                }
            }
        }
        return first == Integer.MAX_VALUE
                ? Status.REPORTED
                : cues.statuses().get(first).status();
    }

    /** "Not" says nothing of "did not attend"; "offers" says of an offer that it is one. */
    private static boolean isPartOf(Hit cue, Hit act) {
        return cue.overlaps(act.start(), act.end()) && cue.length() < act.length();
    }

    /** 将俄朝条约提交: before a name 将 marks what something is done with, and no future. */
    private static boolean isObjectMarker(Unit unit, Hit cue) {
        return unit.language() == Language.CHINESE
                && unit.hits().stream().anyMatch(hit -> hit.start() == cue.end() && hit.says(Use.Kind.NAME));
    }

    private static boolean applies(Cues.StatusCue cue, Unit unit, Hit hit, Hit trigger, @Nullable Hit with) {
        // "A bridge may open": between a thing and what is done with it.
        return applies(cue, unit, hit, trigger)
                || (with != null
                        && trigger.start() < hit.start()
                        && hit.start() < with.start()
                        && applies(cue, unit, hit, with));
    }

    private static boolean applies(Cues.StatusCue cue, Unit unit, Hit hit, Hit act) {
        var before = hit.start() < act.start();
        // "Offers" is an act of giving and says of itself that it is yet to come.
        var itself = hit.start() == act.start() && hit.end() == act.end();
        if (cue.side() != null && !itself && before != (cue.side() == Side.BEFORE)) {
            return false;
        }
        return cue.within() == null || unit.wordsBetween(hit, act) <= cue.reach();
    }

    private static boolean datedBefore(Unit unit, Hit trigger, int year) {
        var text = unit.text();
        var from = unit.from();
        var to = unit.to();
        for (var i = from; i + 4 <= to; i++) {
            if (isDigit(text.at(i)) && (i == from || !isDigit(text.at(i - 1)))) {
                var end = i;
                while (end < to && isDigit(text.at(end))) {
                    end++;
                }
                if (end - i == 4) {
                    var found = Integer.parseInt(text.folded(), i, end, 10);
                    var hit = new Hit(i, end, Uses.NONE);
                    var dates = unit.wordsBetween(hit, trigger) <= YEAR_REACH || unit.wordsBetween(from, i) <= OPENING;
                    if (found >= FIRST_YEAR && found < year && dates && !isBeginning(text, i, end)) {
                        return true;
                    }
                }
                i = end;
            }
        }
        return false;
    }

    /** "The first since 2020" tells of today. */
    private static boolean isBeginning(FoldedText text, int start, int end) {
        var before = text.folded()
                .subSequence(Math.max(0, start - LONGEST_MARK), start)
                .toString();
        var after = text.folded()
                .subSequence(end, Math.min(text.length(), end + LONGEST_MARK))
                .toString();
        return SINCE_BEFORE.stream().anyMatch(before::endsWith)
                || SINCE_AFTER.stream().anyMatch(after::startsWith);
    }

    /** The nearest who can speak: in "shells from North Korea, Budanov says" it is Budanov. */
    private static @Nullable Mention speakerOf(Unit unit, Hit claim, List<Mention> mentions) {
        Mention nearest = null;
        var least = CLAIM_REACH + 1;
        for (var mention : mentions) {
            if (speaks(unit, mention)) {
                var hit = hitOf(mention);
                var words = claim.overlaps(hit.start(), hit.end()) ? least : unit.wordsBetween(claim, hit);
                if (words < least) {
                    least = words;
                    nearest = mention;
                }
            }
        }
        return nearest;
    }

    private static @Nullable Hit claimantBy(Unit unit, Hit claim) {
        for (var hit : unit.hits()) {
            if (hit.says(Use.Kind.CLAIMANT) && isNextTo(unit, claim, hit)) {
                return hit;
            }
        }
        return null;
    }

    /** Whose ministry it is: "China's foreign ministry", "МИД Китая". */
    private static @Nullable ActorId ownerOf(Unit unit, Hit claimant, List<Mention> mentions) {
        for (var mention : mentions) {
            if (mention.here()
                    && mention.actor() != null
                    && unit.wordsBetween(hitOf(mention), claimant) <= OWNER_REACH) {
                return mention.actor();
            }
        }
        return null;
    }

    /** "Lavrov: ..." and, in Korean, 쇼이구 "...": a headline that quotes without a verb. */
    private static boolean isQuoted(Unit unit, Mention mention) {
        var text = unit.text();
        var to = Math.min(unit.to(), mention.end() + QUOTE_REACH);
        for (var i = mention.end(); i < to; i++) {
            var at = text.at(i);
            if (at == ':' || (at == '"' && unit.language() == Language.KOREAN)) {
                return at == ':' || !isInQuotation(unit, i);
            }
            if (at == ',' || at == '.') {
                return false;
            }
        }
        return false;
    }

    private static boolean isInQuotation(Unit unit, int index) {
        var before = unit.text().folded().subSequence(unit.from(), index);
        return before.chars().filter(at -> at == '"').count() % 2 == 1;
    }

    /** "Traders in Dandong said": where somebody speaks is not who speaks. */
    private static boolean speaks(Unit unit, Mention mention) {
        if (!mention.here() || mention.actor() == null) {
            return false;
        }
        return switch (mention.kind()) {
            case NAME, PERSON, OFFICE -> true;
            case CAPITAL -> !unit.follows(mention.start(), "in ") && !unit.follows(mention.start(), "\u0432 ");
            case PLACE -> false;
        };
    }

    private static Hit hitOf(Mention mention) {
        return new Hit(mention.start(), mention.end(), Uses.NONE);
    }

    private static boolean isNextTo(Unit unit, Hit claim, Hit claimant) {
        return !claim.overlaps(claimant.start(), claimant.end()) && unit.wordsBetween(claim, claimant) <= CLAIM_REACH;
    }

    private static String quote(Unit unit, Hit hit) {
        return unit.text()
                .original()
                .substring(unit.text().originalStart(hit.start()), unit.text().originalEnd(hit.end()));
    }

    private static boolean isDigit(char unit) {
        return unit >= '0' && unit <= '9';
    }
}
