package org.tumen.http;

import java.util.Map;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.ByteArrayDecoder;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Mono;

/** A body that comes in pieces as one array, if it is not too long. */
public final class BoundedBytes {

    private static final ResolvableType BYTES = ResolvableType.forClass(byte[].class);

    private BoundedBytes() {}

    /**
     * All of a body. The pieces are released, whatever comes of it.
     *
     * @param most bytes; after more the body is cancelled
     * @return nothing is an empty array; fails with {@link org.springframework.core.io.buffer.DataBufferLimitException}
     */
    public static Mono<byte[]> of(Publisher<DataBuffer> body, int most) {
        var decoder = new ByteArrayDecoder();
        decoder.setMaxInMemorySize(most);
        return decoder.decodeToMono(body, BYTES, null, Map.of()).defaultIfEmpty(new byte[0]);
    }
}
