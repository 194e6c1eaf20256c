package org.tumen.crawler.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a purpose off the words in class names and ids. Words are looked up, also two at a time ("read-more" and
 * "readmore" are one), which is ten times as fast as the regular expressions that Readability and its kin use.
 */
final class NamedPurpose {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Map<String, Purpose> WORDS = words();

    /** Beginnings of words that always go on differently: "sharedaddy", "recommendations". */
    private static final List<String> FOREIGN_BEGINNINGS = List.of(
            "share",
            "sharing",
            "social",
            "related",
            "recirc",
            "recommend",
            "popular",
            "trending",
            "promo",
            "addthis",
            "addtoany",
            "subscri",
            "advert",
            "adsby",
            "adsense",
            "sponsor",
            "outbrain",
            "taboola",
            "sidebar",
            "footer",
            "donat",
            "fundrais",
            "rating",
            "vote");

    private static final List<String> OVERLAY_BEGINNINGS =
            List.of("newsletter", "consent", "gdpr", "popup", "modal", "cookie");

    /** These begin like words for a page's frame: what subscribers may read, what styles share. */
    private static final Set<String> NO_FRAME = Set.of("shared", "subscriber", "subscribers");

    private static final Set<String> STATES = Set.of("no", "not", "has", "with", "without");
    private static final Set<String> NOT_IN_FRONT_OF_SIDEBAR =
            Set.of("with", "has", "no", "left", "right", "sticky", "content");
    private static final Set<String> NOT_BEHIND_SIDEBAR =
            Set.of("relative", "parent", "wrap", "wrapper", "left", "right", "none");
    private static final Set<String> NOT_BEHIND_TEASER = Set.of("text", "txt", "lead", "intro", "paragraph");
    private static final Set<String> NOT_BEHIND_COMMENTS = Set.of("open", "closed", "count", "off", "on");

    private NamedPurpose() {}

    /**
     * WordPress puts the categories of a post among the classes of its element, and page builders make every piece of
     * an article a "widget" with a text editor.
     */
    static Purpose of(String names) {
        var words = split(names);
        var purpose = Purpose.ANY;
        for (int i = 0; i < words.size(); i++) {
            purpose = purpose.stronger(of(words, i));
        }
        boolean isTagged = purpose == Purpose.LABEL && words.contains("hentry");
        boolean isEdited = purpose == Purpose.FOREIGN && words.contains("widget") && words.contains("editor");
        return isTagged || isEdited ? Purpose.ANY : purpose;
    }

    private static Purpose of(List<String> words, int at) {
        var word = words.get(at);
        var next = at + 1 < words.size() ? words.get(at + 1) : "";
        var purpose = WORDS.getOrDefault(word, Purpose.ANY)
                .stronger(next.isEmpty() ? Purpose.ANY : WORDS.getOrDefault(word + next, Purpose.ANY));
        if (at > 0 && STATES.contains(words.get(at - 1))) {
            return Purpose.ANY; // "has-comments" and "with-ads" are said of what is around the article.
        }
        if (NO_FRAME.contains(word)) {
            return purpose;
        }
        if (purpose == Purpose.COMMENTS && NOT_BEHIND_COMMENTS.contains(next)) {
            return Purpose.ANY;
        }
        if (word.equals("teaser") && NOT_BEHIND_TEASER.contains(next)) {
            return Purpose.ANY; // Content management systems call an article's own lead so.
        }
        if (word.startsWith("sidebar")) {
            boolean isLayout = (at > 0 && NOT_IN_FRONT_OF_SIDEBAR.contains(words.get(at - 1)))
                    || NOT_BEHIND_SIDEBAR.contains(next);
            return isLayout ? Purpose.ANY : Purpose.FOREIGN;
        }
        if (beginsWithOne(word, OVERLAY_BEGINNINGS)) {
            return purpose.stronger(Purpose.OVERLAY);
        }
        return beginsWithOne(word, FOREIGN_BEGINNINGS) ? purpose.stronger(Purpose.FOREIGN) : purpose;
    }

    private static boolean beginsWithOne(String word, List<String> beginnings) {
        for (var beginning : beginnings) {
            if (word.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /** Runs of letters in lower case, cut where capitals begin as well. */
    private static List<String> split(String names) {
        var words = new ArrayList<String>();
        int start = -1;
        for (int i = 0; i <= names.length(); i++) {
            char c = i < names.length() ? names.charAt(i) : ' ';
            boolean letter = Character.isLetter(c) || (c >= '0' && c <= '9' && start >= 0);
            boolean hump =
                    letter && start >= 0 && Character.isUpperCase(c) && !Character.isUpperCase(names.charAt(i - 1));
            if (start >= 0 && (!letter || hump)) {
                words.add(names.substring(start, i).toLowerCase(Locale.ROOT));
                start = -1;
            }
            if (letter && start < 0) {
                start = i;
            }
        }
        return words;
    }

    private static Map<String, Purpose> words() {
        var words = new HashMap<String, Purpose>();
        put(words, Purpose.LABEL, """
                caption captions figcaption legend legends credit credits byline bylines author authors vcard meta metadata
                dateline datelines timestamp date time pubdate published postdate publishdate tags taglinks catlinks keywords
                topics category categories source reporter journalist print contributor contributors readingtime readtime
                viewcount viewscount imagetext imagedesc imagedescription imageinfo imagesource imgdesc imgtxt imgtext imginfo
                photoinfo photometa authorname authorlink authorline copyright postfooter articlefooter entryfooter newsinfo
                articleinfo postinfo infomation infotext imgdescr mediadescription mediacopyright photodesc
                writerzone articleeditor storyinfo""");
        for (var front : List.of(
                "article", "articel", "artical", "post", "entry", "story", "news", "page", "main", "single", "content",
                "text", "blog", "detail", "node", "body")) {
            for (var back : List.of("body", "text", "txt", "content", "contents", "copy", "main", "view", "detail")) {
                words.put(front + back, Purpose.ARTICLE);
            }
        }
        put(
                words,
                Purpose.ARTICLE,
                "articlebodycontents artibody trseditor txtcon maintext richtext wysiwyg prose namebody bodytext");
        words.remove("maincontent");
        words.remove("pagecontent");
        put(words, Purpose.FOREIGN, """
                readmorelink readmorebtn readmorebutton readmorebox morestories morenews morearticles moreon morefrom moreposts
                morelinks alsoread seealso mostread mostpopular mostviewed mostshared mostrecent latest teaser teasers a2a
                signup signin login register registration ad ads adv adslot dfp breadcrumb breadcrumbs nav navi navigation
                navbar menu menus submenu pager pagination paging toolbar toc banner rail widget widgets foot
                copyrights disclaimer imprint aboutauthor authorbio authorbox authorinfo authorcard authorprofile
                authordescription authordesc authorabout bio biography taglist tagcloud like likes poll polls crowdfunding player
                mweditsection editsection navbox jumpto skiplink masthead topbar carousel slider feedback printfooter nextprev prevnext
                postnavigation appdownload downloadapp calltoaction cta infinitescroll youmay youmight kicker eyebrow
                flashnews ticker references bibliography reflist sns snsbox follow followus reportbox poststatement
                morepickup weibo wechat qrcode""");
        put(words, Purpose.OVERLAY, "overlay lightbox");
        put(words, Purpose.COMMENTS, "comment comments commentlist disqus respond livefyre replies reply userpost");
        put(words, Purpose.HIDDEN, "sronly screenreader screenreadertext visuallyhidden ishidden noprint offscreen");
        return Map.copyOf(words);
    }

    private static void put(Map<String, Purpose> words, Purpose purpose, String list) {
        for (var word : SPACES.splitAsStream(list).toList()) {
            words.put(word, purpose);
        }
    }
}
