package org.tumen.crawler.commandline;

import java.io.Reader;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.feed.FeedConfig;

/** Lists of feeds in OPML 2.0, which feed readers exchange. What only Tumen knows of a feed is in a namespace of its own. */
final class Opml {

    private static final String TUMEN = "urn:tumen:feed";

    private Opml() {}

    /**
     * One subscription of the list.
     *
     * @param folder that it is in; null for none
     */
    record Outline(
            String url,
            String title,
            @Nullable String folder,
            @Nullable String language,
            @Nullable String id,
            @Nullable String publisher,
            @Nullable String family,
            @Nullable String country,
            @Nullable String kind) {}

    /** All outlines with an {@code xmlUrl}, in their order. */
    static List<Outline> read(Reader opml) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var xml = factory.createXMLStreamReader(opml);
        var found = new ArrayList<Outline>();
        var folders = new ArrayDeque<String>();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    if (xml.getLocalName().equals("outline")) {
                        var url = attribute(xml, "xmlUrl");
                        if (url != null) {
                            found.add(outline(xml, url, folders.peek()));
                        }
                        folders.push(title(xml));
                    }
                }
                case XMLStreamReader.END_ELEMENT -> {
                    if (xml.getLocalName().equals("outline")) {
                        folders.pop();
                    }
                }
                default -> {}
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
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("text", feed.name());
        xml.writeAttribute("xmlUrl", feed.url().toString());
        xml.writeAttribute("language", feed.language());
        own(xml, "id", feed.id().value());
        own(xml, "publisher", feed.publisher());
        own(xml, "family", feed.family());
        own(xml, "kind", feed.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (feed.country() != null) {
            own(xml, "country", feed.country());
        }
        xml.writeCharacters("\n");
    }

    private static void own(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute("tumen", TUMEN, name, value);
    }

    private static Outline outline(XMLStreamReader xml, String url, @Nullable String folder) {
        return new Outline(
                url,
                title(xml),
                folder == null || folder.isEmpty() ? null : folder,
                attribute(xml, "language"),
                own(xml, "id"),
                own(xml, "publisher"),
                own(xml, "family"),
                own(xml, "country"),
                own(xml, "kind"));
    }

    private static String title(XMLStreamReader xml) {
        var title = attribute(xml, "title");
        var text = title == null ? attribute(xml, "text") : title;
        var url = attribute(xml, "xmlUrl");
        return text != null
                ? text
                : url == null ? "" : String.valueOf(URI.create(url.strip()).getHost());
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
