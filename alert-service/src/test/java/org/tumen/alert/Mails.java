package org.tumen.alert;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** What has come to the mail server, and how a mail is read. */
final class Mails {

    private Mails() {}

    static List<MimeMessage> mailsTo(String address) throws MessagingException {
        return Arrays.stream(RealParts.MAIL.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .toList();
    }

    static String text(MimeMessage mail) throws MessagingException, IOException {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
    }

    static String html(MimeMessage mail) throws MessagingException, IOException {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent();
    }

    static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return address.equals(mail.getAllRecipients()[0].toString());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
