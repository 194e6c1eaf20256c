package org.tumen.http;

import io.netty.handler.codec.TooLongFrameException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.tumen.http.HttpOutcome.Failed;
import org.tumen.http.HttpOutcome.Refused;

/** What an exception on the way means for the caller: settled, or worth another try. */
final class Troubles {

    private Troubles() {}

    static HttpOutcome outcomeOf(Throwable failure, Limits limits) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ForbiddenAddressException forbidden -> {
                    return new Refused("forbidden address: " + forbidden.getMessage());
                }
                case DataBufferLimitException _ -> {
                    return new Refused("body over " + limits.maxBodyBytes() + " bytes");
                }
                case TooLongFrameException _ -> {
                    return new Refused("headers over " + limits.maxHeaderBytes() + " bytes");
                }
                case TimeoutException _ -> {
                    return new Failed("no complete answer within " + limits.timeout());
                }
                case UnknownHostException unknown -> {
                    return new Failed("unknown host: " + firstLine(unknown));
                }
                default -> {}
            }
        }
        return new Failed(firstLine(failure));
    }

    private static String firstLine(Throwable failure) {
        var message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse(failure.getClass().getSimpleName());
    }
}
