package org.tumen.stack.catcher;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tumen.stack.console.StackException;

/** A mail server that takes every mail and hands it on. */
public final class MailCatcher implements AutoCloseable {

    private final GreenMail server;
    private final Consumer<Caught> catches;

    private MailCatcher(GreenMail server, Consumer<Caught> catches) {
        this.server = server;
        this.catches = catches;
    }

    /**
     * Listens on the loopback address.
     *
     * @param catches called for each mail, by many threads
     */
    public static MailCatcher open(int port, Consumer<Caught> catches) {
        return open("127.0.0.1", port, catches);
    }

    /** Listens on every address, for a container. */
    public static MailCatcher openToAll(int port, Consumer<Caught> catches) {
        return open("0.0.0.0", port, catches);
    }

    private static MailCatcher open(String address, int port, Consumer<Caught> catches) {
        var setup = new ServerSetup(port, address, ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(10_000);
        var catcher = new MailCatcher(new GreenMail(setup), catches);
        try {
            catcher.server.start();
        } catch (RuntimeException e) {
            throw new StackException("the mail catcher cannot listen on port " + port + ": " + e.getMessage(), e);
        }
        catcher.server.getUserManager().setMessageDeliveryHandler(catcher::take);
        return catcher;
    }

    /** Throws away what it has taken and handed on: in a long run that fills the memory. */
    public void forget() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new StackException("the mail catcher cannot empty its boxes: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private GreenMailUser take(MovingMessage mail, MailAddress recipient) throws MessagingException, UserException {
        try {
            catches.accept(read(mail.getMessage()));
        } catch (IOException e) {
            throw new MessagingException("unreadable", e);
        }
        var users = server.getUserManager();
        var user = users.getUserByEmail(recipient.getEmail());
        return user != null ? user : users.createUser(recipient.getEmail(), recipient.getEmail(), "");
    }

    private static Caught read(MimeMessage mail) throws MessagingException, IOException {
        var faults = new ArrayList<String>();
        for (var header : List.of("Bcc", "X-Tumen-Injected")) {
            if (mail.getHeader(header) != null) {
                faults.add("a title got into the mail's headers as " + header);
            }
        }
        var id = mail.getMessageID();
        if (id == null) {
            faults.add("no Message-ID");
        }
        var subject = Optional.ofNullable(mail.getSubject()).orElse("");
        return new Caught(
                Caught.Channel.MAIL,
                id == null ? "" : id,
                Instant.now(),
                subject + "\n" + textOf(mail),
                subject,
                Optional.empty(),
                faults);
    }

    /** All text parts, one after the other. */
    private static String textOf(Part part) throws MessagingException, IOException {
        var content = part.getContent();
        if (content instanceof Multipart parts) {
            var text = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                text.append(textOf(parts.getBodyPart(i))).append('\n');
            }
            return text.toString();
        }
        return content instanceof String text ? text : "";
    }
}
