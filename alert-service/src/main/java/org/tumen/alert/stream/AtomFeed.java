package org.tumen.alert.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.web.util.HtmlUtils;
import org.tumen.alert.present.AlertView;
import org.tumen.alert.present.AlertView.FindingView;
import org.tumen.alert.present.AlertView.QuoteView;
import org.tumen.alert.raise.Alert;
import org.tumen.alert.subscription.Subscription;
import org.tumen.model.Hops.Hop;

/**
 * The alerts of a subscription as an Atom feed (RFC 4287). The same alerts give the same bytes. Other people's text is
 * escaped by the writer, and once more where it stands in HTML.
 */
final class AtomFeed {

    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /** XML 1.0 section 2.2 has no place for these; what else it forbids is gone before text is shown anywhere. */
    private static final Pattern NO_XML = Pattern.compile("[\\uFFFE\\uFFFF]");

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private AtomFeed() throws XMLStreamException {
        this.xml = XML.createXMLStreamWriter(text);
    }

    /**
     * Writes it.
     *
     * @param self where it is read; empty when this service does not know under which address readers reach it
     * @param alerts as the subscription is shown them, newest first
     */
    static String of(Subscription subscription, Optional<URI> self, List<Alert> alerts) {
        try {
            var feed = new AtomFeed();
            feed.write(subscription, self, alerts);
            return feed.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string takes every character", e);
        }
    }

    private void write(Subscription subscription, Optional<URI> self, List<Alert> alerts) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        var name = UUID.nameUUIDFromBytes(("subscription/" + subscription.id()).getBytes(UTF_8));
        element("id", "urn:uuid:" + name);
        element("title", "Tumen: " + subscription.name());
        element("updated", alerts.isEmpty() ? Instant.EPOCH.toString() : raised(alerts.getFirst()));
        author("Tumen");
        if (self.isPresent()) {
            link("self", self.get().toString());
        }
        for (var alert : alerts) {
            entry(alert, AlertView.of(alert, alert.event().hops()));
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(Alert alert, AlertView view) throws XMLStreamException {
        xml.writeStartElement("entry");
        element("id", "urn:uuid:" + uuid(alert));
        element("title", view.title());
        element("updated", raised(alert));
        var published = alert.event().hops().at(Hop.PUBLISHED);
        if (published != null) {
            element("published", published.toString());
        }
        author(view.publisher());
        if (view.link() != null) {
            link("alternate", view.link().toString());
        }
        for (var finding : view.findings()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", finding.signal());
        }
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        xml.writeCharacters(clean(html(view)));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void author(String name) throws XMLStreamException {
        xml.writeStartElement("author");
        element("name", name);
        xml.writeEndElement();
    }

    private void link(String rel, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", clean(href));
    }

    private void element(String name, String content) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(content));
        xml.writeEndElement();
    }

    private static String html(AlertView view) {
        var story = view.story();
        var news = story == null || story.news().isEmpty() ? "" : "<p><b>" + escaped(story.news()) + "</b></p>";
        var standing = story == null ? "" : "<p>" + escaped(story.origins() + "; " + story.claim()) + "</p>";
        return news
                + view.findings().stream().map(AtomFeed::html).collect(Collectors.joining())
                + view.words().stream().map(AtomFeed::html).collect(Collectors.joining())
                + standing;
    }

    private static String html(FindingView finding) {
        return "<p><b>" + escaped(finding.giver() + " → " + finding.receiver()) + "</b> "
                + escaped(finding.signal() + ", " + finding.status() + ", score " + finding.scoreWords()) + "</p>"
                + surprise(finding)
                + finding.quotes().stream().map(AtomFeed::html).collect(Collectors.joining());
    }

    private static String surprise(FindingView finding) {
        var surprise = finding.surprise();
        return surprise == null ? "" : "<p>" + escaped(surprise.words()) + "</p>";
    }

    private static String html(QuoteView quote) {
        return quote.pieces().stream()
                .map(piece -> piece.marked() ? "<mark>" + escaped(piece.text()) + "</mark>" : escaped(piece.text()))
                .collect(Collectors.joining("", "<blockquote>", "</blockquote>"));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String clean(String text) {
        return NO_XML.matcher(text).replaceAll("\uFFFD");
    }

    /** An alert's 32 hexadecimal digits, written as a UUID: an id that is an address of nothing and never changes. */
    private static String uuid(Alert alert) {
        var hex = alert.id().value().substring("alert-".length());
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20));
    }

    private static String raised(Alert alert) {
        return String.valueOf(alert.event().hops().alerted());
    }
}
