package org.tumen.crawler.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the head of a page says of dates. Names are compared by their letters: "dc.date.issued", "DC:Date:Issued" and
 * "dc-date-issued" are one name. They were gathered from htmldate's list and the pages of the development set.
 */
final class DateMetas {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");

    /** The surest first: the last ones tell the day of the page as often as the day of the article. */
    private static final Map<String, Integer> PUBLISHED = ranked("""
            articlepublishedtime articlepublished articlepublisheddate ogarticlepublishedtime ogarticlepublished
            ogpublishedtime datepublished ogdatepublished rnewsdatepublished articlepublicationdate articledateoriginal
            originalpublicationdate originalpublishdate dcsextarticlefirstpublished articlepostdate publishdate
            ogpublishdate publishtime publishtimestamp publishedtime publisheddate publishedat published
            mediatorpublishedtime ddpublishedtime vrpublishedtime twtpublishedat pubdate ogpubdate btpubdate rbpubdate
            pdate publicationdate dateposted dcdateissued dctermsissued dcissued dcdatepublication dctermscreated
            dcdatecreated dccreated sailthrudate parselypubdate citationpublicationdate citationonlinedate citationdate
            cxenseparserecspublishtime cxenseparsepublishtime shareaholicarticlepublishedtime articlecreated
            articlecreateat analyticsattributesarticledate articledate ogregdate articleregdate regdate releasedate
            daterelease videoreleasedate ptime gentime displaydate docdate eprintsdate fieldnamepostdate
            contentcreatedate datumpublikation datumerstellung created datecreated dcdate dctermsdate date timestamp
            dcdatexmetadatalastmodified lastmodifiedoriginal""");

    private static final Map<String, Integer> CHANGED = ranked("""
            articlemodifiedtime articlemodified articlemodifieddate articlepostmodified ogarticlemodifiedtime
            ogupdatedtime ogmodifiedtime datemodified dateupdated dateupdate dctermsmodified dcdatemodified dcmodified
            btmoddate moddate modificationdate revisiondate lastmod lastmodified lastupdated modified modifiedtime
            revised updatedtime updated""");

    private DateMetas() {}

    static List<String> published(PageParts parts) {
        return contents(parts, PUBLISHED);
    }

    static List<String> changed(PageParts parts) {
        return contents(parts, CHANGED);
    }

    private static List<String> contents(PageParts parts, Map<String, Integer> ranks) {
        var ranked = new TreeMap<Integer, List<String>>();
        for (var name : parts.metaNames()) {
            var rank = ranks.get(letters(name));
            if (rank != null) {
                ranked.computeIfAbsent(rank, _ -> new ArrayList<>()).addAll(parts.metas(name));
            }
        }
        return ranked.values().stream().flatMap(List::stream).toList();
    }

    private static String letters(String name) {
        return NO_LETTERS.matcher(name).replaceAll("");
    }

    private static Map<String, Integer> ranked(String names) {
        var ranks = new HashMap<String, Integer>();
        SPACES.splitAsStream(names).forEach(name -> ranks.putIfAbsent(name, ranks.size()));
        return Map.copyOf(ranks);
    }
}
