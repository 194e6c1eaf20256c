package org.tumen.crawler.fetch;

import org.tumen.model.envelope.Envelope;
import org.tumen.model.feed.FetchRequested;

/**
 * Works on one kind of request, on the lane of its host. It returns once the effect is published and recorded, and
 * must bear to see a request twice.
 */
public interface FetchHandler<E extends FetchRequested> {

    Class<E> handles();

    void handle(Envelope<E> request);
}
