package com.micloud.signin.demo.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The mail page")
class MailPageTest {

    private static final CaughtMail PLAIN = mail("First & foremost", "Go to https://a.example/?x=1&y=2 now", "");
    private static final CaughtMail HOSTILE =
            mail("<script>alert(1)</script>", "<b>\"x\"</b>", "<p>Hello</p><script>alert('2')</script>");

    @Test
    void listsTheNewestMailFirst() throws IOException, InterruptedException {
        var page = get("/", PLAIN, HOSTILE);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("First &amp; foremost");
        assertThat(page.body().indexOf("/mail/2")).isLessThan(page.body().indexOf("/mail/1"));
    }

    @Test
    void saysWhenThereIsNothing() throws IOException, InterruptedException {
        assertThat(get("/").body()).contains("No mail yet");
    }

    @Test
    void makesTheLinksOfPlainTextFollowable() throws IOException, InterruptedException {
        assertThat(get("/mail/1", PLAIN).body())
                .contains("href=\"https://a.example/?x=1&amp;y=2\"")
                .doesNotContain("<iframe");
    }

    @Test
    void letsNothingOfAMailRun() throws IOException, InterruptedException {
        for (var path : List.of("/", "/mail/1")) {
            assertThat(get(path, HOSTILE).body()).doesNotContain("<script").doesNotContain("<b>");
        }
        assertThat(get("/mail/1", HOSTILE).body())
                .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
                .contains("srcdoc=\"&lt;base target=&quot;_blank&quot;&gt;&lt;p&gt;Hello");
        assertThat(get("/mail/1", HOSTILE).headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
    }

    @Test
    void showsTheSourceAsPlainText() throws IOException, InterruptedException {
        var source = get("/mail/1/source", HOSTILE);
        assertThat(source.body()).isEqualTo("source of <script>alert(1)</script>");
        assertThat(source.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mail/0", "/mail/2", "/mail/99999999999", "/mail/x", "/mail/1/other", "/else"})
    void knowsNoOtherAddress(String path) throws IOException, InterruptedException {
        assertThat(get(path, PLAIN).statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> get(String path, CaughtMail... mails) throws IOException, InterruptedException {
        try (var page = MailPage.start("127.0.0.1", 0, () -> List.of(mails))) {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + page.port() + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        }
    }

    private static CaughtMail mail(String subject, String text, String html) {
        return new CaughtMail(
                Instant.parse("2031-01-01T00:00:00Z"),
                "from@example.com",
                "to@example.com",
                subject,
                text,
                html,
                "source of " + subject);
    }
}
