package org.tumen.alert.delivery.email;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.util.StreamProvider;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.delivery.Channel.Outcome;
import org.tumen.alert.delivery.email.MailConnections.Connection;

/** Speaks to the mail server, and tells a permanent no (5xx, RFC 5321 section 4.2.1) from a temporary one. */
final class MailServer {

    /** Where none is named, Jakarta Mail reads the names of all providers from all jars for every part of every mail. */
    private static final String STREAMS = StreamProvider.class.getName();

    static {
        if (System.getProperty(STREAMS) == null) {
            System.setProperty(STREAMS, MailStreamProvider.class.getName());
        }
    }

    private final Session session;
    private final MailConnections connections;

    MailServer(EmailProperties properties) {
        var settings = new Properties();
        var timeout = Long.toString(properties.timeout().toMillis());
        settings.setProperty("mail.transport.protocol", "smtp");
        settings.setProperty("mail.smtp.host", properties.host());
        settings.setProperty("mail.smtp.port", Integer.toString(properties.port()));
        settings.setProperty("mail.smtp.connectiontimeout", timeout);
        settings.setProperty("mail.smtp.timeout", timeout);
        settings.setProperty("mail.smtp.writetimeout", timeout);
        settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(properties.starttls()));
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(properties.starttls()));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.from", properties.from());
        settings.setProperty("mail.smtp.auth", Boolean.toString(properties.username() != null));
        this.session = Session.getInstance(settings, authenticator(properties));
        this.connections = new MailConnections(session);
    }

    Session session() {
        return session;
    }

    /** Sends a message as it was saved. */
    Outcome send(Mail message) {
        try {
            deliver(message);
            return new Outcome.Accepted("accepted by the mail server");
        } catch (MessagingException e) {
            var answer = answer(e);
            return isPermanent(e) ? new Outcome.Refused(answer) : new Outcome.Failed(answer, null);
        }
    }

    /**
     * What a server says in a conversation that is worn out is not about this mail: it is offered once more in a new one. A
     * mail that was written and not answered may have been taken: whether it is sent again is not for this place to decide.
     */
    private void deliver(Mail message) throws MessagingException {
        var connection = connections.take();
        try {
            deliver(message, connection);
        } catch (MessagingException e) {
            if (connection.mails() == 0 || (message.isWritten() && !isNo(e))) {
                throw e;
            }
            deliver(message, connections.open());
        }
    }

    private void deliver(Mail message, Connection connection) throws MessagingException {
        var taken = false;
        try {
            connection.transport().sendMessage(message, message.getAllRecipients());
            taken = true;
        } finally {
            if (taken) {
                connections.giveBack(connection);
            } else {
                connections.close(connection);
            }
        }
    }

    /** Whether the server said that it does not take it. */
    private static boolean isNo(MessagingException failure) {
        return answerCode(failure) >= 400;
    }

    private static boolean isPermanent(MessagingException failure) {
        return answerCode(failure) >= 500;
    }

    /** Below 400 when the server said nothing: -1 when it hung up, 0 when it was not asked. */
    private static int answerCode(MessagingException failure) {
        for (Exception e = failure; e instanceof MessagingException link; e = link.getNextException()) {
            var code = code(link);
            if (code != 0) {
                return code;
            }
        }
        return 0;
    }

    private static int code(MessagingException failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
        };
    }

    /** The innermost message: what the server said, or why it was not reached. */
    private static String answer(MessagingException failure) {
        var next = failure.getNextException();
        if (next == null) {
            return words(failure);
        }
        var inner = next instanceof MessagingException link ? answer(link) : words(next);
        return failure instanceof SendFailedException ? inner : words(failure) + ": " + inner;
    }

    private static String words(Exception failure) {
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message.strip();
    }

    private static @Nullable Authenticator authenticator(EmailProperties properties) {
        var username = properties.username();
        return username == null
                ? null
                : new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication(username, properties.password());
                    }
                };
    }
}
