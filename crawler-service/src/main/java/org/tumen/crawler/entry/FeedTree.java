package org.tumen.crawler.entry;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.XMLFilterImpl;

/** The tree of a feed: from a strict parser if it is well-formed and not too deep, else from a lenient one. */
final class FeedTree {

    /**
     * Deeper documents end in a StackOverflowError in ROME and JDOM, which recurse (measured: 2,000 elements). Feeds
     * nest less than ten elements, the markup in them a few dozen.
     */
    static final int MAX_DEPTH = 256;

    private FeedTree() {}

    /** @param text cleaned by {@link FeedText} */
    static Optional<Document> of(String text) {
        try {
            return Optional.of(strict(text));
        } catch (JDOMException | IOException e) {
            return LenientTree.of(text); // Not well-formed, which a tenth of real feeds are not.
        }
    }

    private static Document strict(String text) throws JDOMException, IOException {
        var builder = new SAXBuilder();
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setXMLFilter(new DepthLimit());
        return builder.build(new StringReader(text));
    }

    private static final class DepthLimit extends XMLFilterImpl {

        private int depth;

        @Override
        public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
            depth++;
            if (depth > MAX_DEPTH) {
                throw new SAXParseException("more than " + MAX_DEPTH + " elements nested", null);
            }
            super.startElement(uri, localName, name, attributes);
        }

        @Override
        public void endElement(String uri, String localName, String name) throws SAXException {
            depth--;
            super.endElement(uri, localName, name);
        }
    }
}
