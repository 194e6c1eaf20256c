package org.tumen.crawler.commandline;

import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.feed.FeedConfig;
import org.tumen.crawler.listing.Listing;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lists of feeds in OPML 2.0, which feed readers exchange. What only Tumen knows of a feed is in a namespace of its own. A
 * page that Tumen reads by selectors is a link there and no feed: another reader could do nothing with it.
 */
final class Opml {

    private static final String TUMEN = "urn:tumen:feed";

    private Opml() {}

    private static final String LISTING = "listing-";

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * One subscription of the list.
     *
     * @param url as it is written there, which may be no address
     * @param every in the words of a feed file, as 10m
     * @param listing the members of {@code listing:} in a feed file; empty for a feed
     */
    record Outline(
            String url,
            String title,
            @Nullable String language,
            @Nullable String id,
            @Nullable String publisher,
            @Nullable String family,
            @Nullable String country,
            @Nullable String kind,
            @Nullable String every,
            Map<String, String> listing) {

        /** The host of the address; empty when it is none that Tumen could ask. */
        Optional<String> host() {
            try {
                var address = URI.create(url);
                return String.valueOf(address.getScheme()).matches("(?i)https?")
                        ? Optional.ofNullable(address.getHost())
                        : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /** All outlines with an {@code xmlUrl}, and the pages that Tumen reads by selectors, in their order. */
    static List<Outline> read(InputStream opml) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var xml = factory.createXMLStreamReader(opml);
        var found = new ArrayList<Outline>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("outline")) {
                var listing = listing(xml);
                var url = attribute(xml, listing.isEmpty() ? "xmlUrl" : "url");
                if (url != null) {
                    found.add(outline(xml, url, listing));
                }
            }
        }
        return found;
    }

    static String write(Collection<FeedConfig> feeds) throws XMLStreamException {
        var text = new StringWriter();
        var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("opml");
        xml.writeAttribute("version", "2.0");
        xml.writeNamespace("tumen", TUMEN);
        xml.writeCharacters("\n");
        xml.writeStartElement("head");
        xml.writeStartElement("title");
        xml.writeCharacters("Feeds of Tumen");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeStartElement("body");
        xml.writeCharacters("\n");
        for (var feed : feeds) {
            write(xml, feed);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, FeedConfig feed) throws XMLStreamException {
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", feed.listing() == null ? "rss" : "link");
        xml.writeAttribute("text", feed.name());
        xml.writeAttribute(feed.listing() == null ? "xmlUrl" : "url", feed.url().toString());
        xml.writeAttribute("language", feed.language());
        own(xml, "id", feed.id().value());
        own(xml, "publisher", feed.publisher());
        own(xml, "family", feed.family());
        own(xml, "kind", feed.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (feed.country() != null) {
            own(xml, "country", feed.country());
        }
        if (feed.every() != null) {
            own(xml, "every", words(feed.every()));
        }
        if (feed.listing() != null) {
            for (var member : members(feed.listing()).entrySet()) {
                own(xml, LISTING + member.getKey(), member.getValue());
            }
        }
        xml.writeCharacters("\n");
    }

    private static Map<String, String> members(Listing listing) {
        var members = new LinkedHashMap<String, String>();
        JSON.valueToTree(listing).properties().forEach(member -> {
            if (member.getValue().isString()) {
                members.put(member.getKey(), member.getValue().stringValue());
            }
        });
        return members;
    }

    /** As feed files have it: whole minutes are minutes. */
    private static String words(Duration interval) {
        return interval.toMillis() % 60_000 == 0 ? interval.toMinutes() + "m" : interval.toMillis() + "ms";
    }

    private static void own(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute("tumen", TUMEN, name, value);
    }

    private static Outline outline(XMLStreamReader xml, String url, Map<String, String> listing) {
        var title = attribute(xml, "title");
        var text = title == null ? attribute(xml, "text") : title;
        return new Outline(
                url,
                text == null ? url : text,
                attribute(xml, "language"),
                own(xml, "id"),
                own(xml, "publisher"),
                own(xml, "family"),
                own(xml, "country"),
                own(xml, "kind"),
                own(xml, "every"),
                listing);
    }

    private static Map<String, String> listing(XMLStreamReader xml) {
        var members = new LinkedHashMap<String, String>();
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            var name = xml.getAttributeLocalName(i);
            if (TUMEN.equals(xml.getAttributeNamespace(i)) && name.startsWith(LISTING)) {
                members.put(name.substring(LISTING.length()), xml.getAttributeValue(i));
            }
        }
        return members;
    }

    private static @Nullable String attribute(XMLStreamReader xml, String name) {
        return filled(xml.getAttributeValue("", name), xml.getAttributeValue(null, name));
    }

    private static @Nullable String own(XMLStreamReader xml, String name) {
        return filled(xml.getAttributeValue(TUMEN, name), null);
    }

    private static @Nullable String filled(@Nullable String value, @Nullable String other) {
        var found = value == null ? other : value;
        return found == null || found.isBlank() ? null : found.strip();
    }
}
