package org.tumen.alert.delivery.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A message that keeps the id it was given, whenever it is sent, and knows whether a server may have it. */
final class Mail extends MimeMessage {

    private final String id;
    private volatile boolean written;

    Mail(Session session, String id) {
        super(session);
        this.id = id;
    }

    /** Whether any of it went to a server: from then on its silence is no refusal. */
    boolean isWritten() {
        return written;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        written = true;
        super.writeTo(out, ignored);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
