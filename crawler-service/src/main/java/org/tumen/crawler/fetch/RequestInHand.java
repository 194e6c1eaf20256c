package org.tumen.crawler.fetch;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A request that this crawler has taken up, and how it is settled where it came from. */
interface RequestInHand {

    ConsumerRecord<String, byte[]> record();

    /** Whether its partition is still this crawler's. */
    boolean isOurs();

    /** It is worked on, and nobody has to do it again. */
    void done();

    /** It is to be worked on later, at that time or after. */
    void putOff(Instant due);
}
