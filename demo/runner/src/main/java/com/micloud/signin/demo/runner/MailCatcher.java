package com.micloud.signin.demo.runner;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.List;

/** An SMTP server that delivers to nobody and keeps everything. */
final class MailCatcher implements AutoCloseable {

    private final GreenMail server;

    private MailCatcher(GreenMail server) {
        this.server = server;
    }

    static MailCatcher start(String host, int port) {
        var server = new GreenMail(new ServerSetup(port, host, ServerSetup.PROTOCOL_SMTP));
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        return new MailCatcher(server);
    }

    /** Everything caught so far, oldest first. */
    List<CaughtMail> mails() {
        return List.of(server.getReceivedMessages()).stream()
                .map(CaughtMail::of)
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }
}
