package org.tumen.model;

/**
 * Something that happened and that another service, or the same one later, acts on. {@link Topic} lists all types of
 * events with the topic that each travels on.
 */
public interface Event {

    /**
     * Names this event among all events of its type, and is the CloudEvents {@code id}: an event that is published
     * again, after a crash for example, has the same one.
     */
    String eventId();

    /** The Kafka key: events with one key stay in order on one partition. */
    String key();
}
