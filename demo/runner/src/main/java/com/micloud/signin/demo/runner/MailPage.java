package com.micloud.signin.demo.runner;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Shows the caught mails in a browser. */
final class MailPage implements AutoCloseable {

    private static final Pattern PATH = Pattern.compile("/mail/([1-9][0-9]{0,6})(/source)?");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    private final HttpServer server;
    private final Supplier<List<CaughtMail>> mails;

    private MailPage(HttpServer server, Supplier<List<CaughtMail>> mails) {
        this.server = server;
        this.mails = mails;
    }

    static MailPage start(String host, int port, Supplier<List<CaughtMail>> mails) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(host, port), 0);
        var page = new MailPage(server, mails);
        server.createContext("/", page::handle);
        server.start();
        return page;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var matcher = PATH.matcher(path);
            var all = mails.get();
            if (path.equals("/")) {
                answer(exchange, 200, "text/html", list(all));
            } else if (matcher.matches() && Integer.parseInt(matcher.group(1)) <= all.size()) {
                var mail = all.get(Integer.parseInt(matcher.group(1)) - 1);
                if (matcher.group(2) == null) {
                    answer(exchange, 200, "text/html", mail(mail));
                } else {
                    answer(exchange, 200, "text/plain", mail.source());
                }
            } else {
                answer(exchange, 404, "text/html", page("No such mail", "<p><a href=\"/\">All mails</a></p>"));
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String content) throws IOException {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type + "; charset=utf-8");
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; base-uri 'self'");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String list(List<CaughtMail> mails) {
        if (mails.isEmpty()) {
            return page("Mail", "<p>No mail yet. Reload this page after something was sent.</p>");
        }
        var rows = new StringBuilder("<table><tr><th>Sent<th>To<th>Subject");
        for (var i = mails.size(); i > 0; i--) {
            var mail = mails.get(i - 1);
            rows.append("<tr><td>%s<td>%s<td><a href=\"/mail/%d\">%s</a>"
                    .formatted(
                            mail.sent(),
                            escape(mail.to()),
                            i,
                            escape(mail.subject().isBlank() ? "(no subject)" : mail.subject())));
        }
        return page("Mail", rows.append("</table>").toString());
    }

    private static String mail(CaughtMail mail) {
        var content = new StringBuilder();
        content.append(
                "<p>From %s<br>To %s<br>Sent %s</p>".formatted(escape(mail.from()), escape(mail.to()), mail.sent()));
        if (!mail.text().isEmpty()) {
            content.append("<h2>Text</h2><pre>").append(withLinks(mail.text())).append("</pre>");
        }
        if (!mail.html().isEmpty()) {
            // Scripts and forms of a mail stay dead; its links open beside this page, as in a mail program.
            content.append(
                            "<h2>HTML</h2><iframe title=\"HTML\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" srcdoc=\"")
                    .append(escape("<base target=\"_blank\">" + mail.html()))
                    .append("\"></iframe>");
        }
        return page(
                mail.subject(),
                content.append("<p><a href=\"/\">All mails</a></p>").toString());
    }

    private static String page(String title, String content) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                <style>
                body { font: 1rem/1.5 sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
                th, td { padding: .25rem 1rem .25rem 0; text-align: start; }
                pre { white-space: pre-wrap; overflow-wrap: anywhere; }
                iframe { border: 1px solid #767676; width: 100%%; height: 40rem; }
                </style>
                </head>
                <body>
                <h1>%1$s</h1>
                %2$s
                </body>
                </html>
                """
                .formatted(escape(title), content);
    }

    private static String withLinks(String text) {
        var result = new StringBuilder();
        var matcher = LINK.matcher(text);
        var end = 0;
        while (matcher.find()) {
            var link = escape(matcher.group());
            result.append(escape(text.substring(end, matcher.start())))
                    .append("<a target=\"_blank\" rel=\"noreferrer\" href=\"%s\">%s</a>".formatted(link, link));
            end = matcher.end();
        }
        return result.append(escape(text.substring(end))).toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
