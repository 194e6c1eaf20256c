package org.tumen.classifier.event;

import java.util.ArrayList;
import java.util.List;
import org.tumen.classifier.event.EventWord.Act;
import org.tumen.classifier.event.EventWord.Found;
import org.tumen.classifier.event.EventWord.Name;
import org.tumen.classifier.language.FoldedText;
import org.tumen.classifier.language.Language;
import org.tumen.model.assessment.ActorId;

/**
 * A sentence with the actors and the words for acts that stand in it.
 *
 * @param mentions of states and organisations
 * @param agents groups without a state
 * @param from in units of the folded text
 * @param to just past it
 */
record EventSentence(
        FoldedText text,
        int from,
        int to,
        List<Mention> mentions,
        List<Mention> agents,
        List<Found> acts,
        Language language) {

    /** An actor where a text names it. */
    record Mention(ActorId actor, int start, int end) {}

    static EventSentence of(FoldedText text, int from, int to, List<Found> found, Language language) {
        var mentions = mentions(text, found);
        var acts = new ArrayList<Found>();
        var agents = new ArrayList<Mention>();
        for (var it : found) {
            if (isNamed(mentions, it)) {
                continue;
            }
            if (it.word() instanceof Act) {
                acts.add(it);
            } else if (it.word() instanceof EventWord.Agent(var role)) {
                agents.add(new Mention(role, it.start(), it.end()));
            }
        }
        return new EventSentence(text, from, to, mentions, agents, withoutShorter(acts), language);
    }

    /** The same with the groups as its actors. */
    EventSentence ofAgents() {
        return new EventSentence(text, from, to, agents, List.of(), acts, language);
    }

    /** How many different states and organisations it names. */
    int actors() {
        var different = 0;
        for (var i = 0; i < mentions.size(); i++) {
            different += isNamedBefore(i) ? 0 : 1;
        }
        return different;
    }

    /** How many units of the folded text stand outside of names. */
    int lengthOutsideNames() {
        var length = to - from;
        var end = from;
        for (var name : mentions) {
            length -= Math.max(0, name.end() - Math.max(end, name.start()));
            end = Math.max(end, name.end());
        }
        return length;
    }

    /** The place behind so many units outside of names. */
    int placeBehind(int units) {
        var place = from + units;
        var end = from;
        for (var name : mentions) {
            if (name.start() < place) {
                place += Math.max(0, name.end() - Math.max(end, name.start()));
                end = Math.max(end, name.end());
            }
        }
        return place;
    }

    private boolean isNamedBefore(int place) {
        for (var i = 0; i < place; i++) {
            if (mentions.get(i).actor().equals(mentions.get(place).actor())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(List<Mention> mentions, Found act) {
        for (var name : mentions) {
            if (name.start() <= act.start() && act.end() <= name.end()) {
                return true;
            }
        }
        return false;
    }

    /** Of names that overlap the longest, and none that a veto covers. */
    private static List<Mention> mentions(FoldedText text, List<Found> found) {
        var mentions = new ArrayList<Mention>();
        var end = -1;
        for (var it : found) {
            if (it.start() < end) {
                continue;
            }
            if (it.word() instanceof Name(var actors)) {
                end = text.possessiveEnd(it.end());
                for (var actor : actors) {
                    mentions.add(new Mention(actor, it.start(), end));
                }
            } else if (it.word() instanceof EventWord.NoName) {
                end = it.end();
            }
        }
        return mentions;
    }

    /** "Would release" is no release: what lies within a longer term says nothing of its own. */
    private static List<Found> withoutShorter(List<Found> acts) {
        var kept = new ArrayList<Found>();
        Found widest = null;
        for (var it : acts) {
            if (widest == null || it.end() > widest.end()) {
                widest = it;
            } else if (it.end() - it.start() < widest.end() - widest.start()) {
                continue;
            }
            kept.add(it);
        }
        return kept;
    }
}
