package com.micloud.signin.acceptance.harness.mail;

import com.micloud.signin.acceptance.harness.portal.Portal;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;

/** A mail that the portal has sent, with both of its parts. */
public record ReceivedMail(String subject, String text, String html) {

    /** The last mail to this address. */
    public static ReceivedMail lastTo(Portal portal, String address) {
        return Arrays.stream(portal.mails().getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .reduce((earlier, later) -> later)
                .map(ReceivedMail::of)
                .orElseThrow(() -> new AssertionError("No mail was sent to " + address));
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.stream(mail.getAllRecipients())
                    .anyMatch(recipient -> recipient.toString().equals(address));
        } catch (MessagingException e) {
            throw new AssertionError("A mail cannot be read", e);
        }
    }

    private static ReceivedMail of(MimeMessage mail) {
        try {
            var parts = (Multipart) mail.getContent();
            return new ReceivedMail(
                    mail.getSubject(),
                    part(parts.getBodyPart(0), "text/plain"),
                    part(parts.getBodyPart(1), "text/html"));
        } catch (MessagingException | IOException e) {
            throw new AssertionError("A mail cannot be read", e);
        }
    }

    private static String part(BodyPart part, String type) throws MessagingException, IOException {
        if (!part.isMimeType(type)) {
            throw new AssertionError("A part is " + part.getContentType() + " instead of " + type);
        }
        return String.valueOf(part.getContent());
    }
}
