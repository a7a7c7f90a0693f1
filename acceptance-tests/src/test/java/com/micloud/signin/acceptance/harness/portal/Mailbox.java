package com.micloud.signin.acceptance.harness.portal;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The mails to one user, each read whole. */
public final class Mailbox {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern LINK = Pattern.compile("https?://\\S+/login-actions/action-token\\?\\S+");
    private static final Pattern CODE = Pattern.compile("(?m)^(\\d{6})\\s*$");

    private final GreenMail mails;
    private final User user;

    Mailbox(GreenMail mails, User user) {
        this.mails = mails;
        this.user = user;
    }

    /** A mail: its subject and its two parts. */
    public record Mail(String subject, String text, String html) {
        /** The link of the text part. */
        public URI link() {
            return URI.create(first(LINK, 0));
        }

        /** The six digits that stand on a line of their own. */
        public String code() {
            return first(CODE, 1);
        }

        /** Another six digits. */
        public String wrongCode() {
            return code().charAt(0) == '9' ? "0" + code().substring(1) : "9" + code().substring(1);
        }

        private String first(Pattern pattern, int group) {
            var found = pattern.matcher(text);
            if (!found.find()) {
                throw new AssertionError("There is no " + pattern + " in: " + text);
            }
            return found.group(group);
        }
    }

    /** The mails so far, the oldest first. */
    public List<Mail> mails() {
        return Arrays.stream(mails.getReceivedMessages())
                .filter(this::isTheirs)
                .map(Mailbox::read)
                .toList();
    }

    /** The link of the last mail that has one; it is there already. */
    public URI lastLink() {
        return mails().stream()
                .filter(mail -> LINK.matcher(mail.text()).find())
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("No link was mailed to " + user.username()))
                .link();
    }

    /** Waits until there are so many mails, and opens the last of them: they are sent apart from the page. */
    public Mail await(int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> mails().size() >= count);
        var all = mails();
        if (all.size() != count) {
            throw new AssertionError(user.username() + " was sent " + all.size() + " mails, not " + count);
        }
        return all.get(count - 1);
    }

    private boolean isTheirs(MimeMessage mail) {
        try {
            return Arrays.stream(mail.getAllRecipients())
                    .anyMatch(recipient -> recipient.toString().equals(user.username()));
        } catch (MessagingException e) {
            throw new AssertionError("A mail cannot be read", e);
        }
    }

    private static Mail read(MimeMessage mail) {
        try {
            var parts = (Multipart) mail.getContent();
            return new Mail(
                    mail.getSubject(),
                    String.valueOf(parts.getBodyPart(0).getContent()).replace("\r\n", "\n"),
                    String.valueOf(parts.getBodyPart(1).getContent()));
        } catch (MessagingException | IOException e) {
            throw new AssertionError("A mail cannot be read", e);
        }
    }
}
