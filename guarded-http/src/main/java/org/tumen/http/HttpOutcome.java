package org.tumen.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Everything that can come of one call. */
public sealed interface HttpOutcome {

    /**
     * The server answered, with whatever status.
     *
     * @param status of the last answer
     * @param headers of the last answer
     * @param body of the last answer, decoded
     * @param finalUri where the last answer came from
     * @param redirects the way there, empty when there was none
     */
    record Answered(int status, Headers headers, Body body, URI finalUri, List<Redirect> redirects)
            implements HttpOutcome {

        /** Where it sends the client to, for those who follow redirects themselves; empty when it sends it nowhere. */
        public Optional<URI> redirectTarget() {
            var location = headers.first("Location");
            return switch (status) {
                case 301, 302, 303, 307, 308 ->
                    location == null ? Optional.empty() : Location.resolve(finalUri, location);
                default -> Optional.empty();
            };
        }
    }

    /** Settled, another try would end the same: a forbidden address, a body over the limit, too many redirects. */
    record Refused(String reason) implements HttpOutcome {}

    /** Worth another try: a time-out, a refused or broken connection, a name that does not resolve. */
    record Failed(String reason) implements HttpOutcome {}

    /** One step from an address to another. */
    record Redirect(int status, URI from, URI to) {

        /** Whether the address has moved for good (RFC 9110 sections 15.4.2 and 15.4.9). */
        public boolean isPermanent() {
            return status == 301 || status == 308;
        }
    }
}
