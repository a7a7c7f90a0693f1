package com.micloud.signin.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Draws everything in a language in which every text stands in brackets: what stands outside of them cannot be translated. */
@DisplayName("In a made-up language")
final class PseudoLanguageTest {

    private static final Pattern BRACKETED = Pattern.compile("\u27e6[^\u27e6\u27e7]*\u27e7");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final List<String> READ_ATTRIBUTES =
            List.of("alt", "aria-label", "aria-roledescription", "placeholder", "title", "data-hide", "data-caps");
    private static final Renderer PAGES = Renderer.inBrackets(new ThemeChain("login"));
    private static final Renderer MAILS = Renderer.inBrackets(new ThemeChain("email"));

    /** Recovery codes and the name of an algorithm, which the model holds out of sight. */
    private static final String OF_BEANS = " ABCD EFGH IJ SHA";

    static Stream<Page> pages() {
        return GoldenPages.all().stream().filter(page -> page.language().equals("en"));
    }

    static List<Mail> mails() {
        return Mail.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    @DisplayName("no page says anything that cannot be translated")
    void page(Page page) {
        Document drawn = Jsoup.parse(PAGES.render(page.template(), page.language(), page.model()));
        // Languages are named in themselves.
        drawn.select("#kc-locale ul, #kc-current-locale-link").remove();
        Set<String> read = outside(drawn);
        read.removeAll(words(page.model() + values(drawn) + OF_BEANS));
        assertThat(read).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    @DisplayName("no mail says anything that cannot be translated")
    void mail(Mail mail) {
        // The names of months come from Java.
        Set<String> data = words(mail.model("en") + " January November UTC AM PM at");
        Document html = Jsoup.parse(MAILS.render("html/" + mail.template() + ".ftl", "en", mail.model("en")));
        assertThat(outside(html)).isSubsetOf(data);
        assertThat(words(unbracketed(MAILS.render("text/" + mail.template() + ".ftl", "en", mail.model("en")))))
                .isSubsetOf(data);
    }

    /** What stands in fields is what somebody has entered. */
    private static String values(Document page) {
        return String.join(" ", page.select("input[value], option, bdi").eachAttr("value"));
    }

    private static Set<String> outside(Document document) {
        document.select("script, style").remove();
        StringBuilder read =
                new StringBuilder(document.title()).append(document.body().wholeText());
        for (Element element : document.getAllElements()) {
            for (String attribute : READ_ATTRIBUTES) {
                read.append(' ').append(element.attr(attribute));
            }
            if (element.is("input[type=submit], input[type=button]")) {
                read.append(' ').append(element.attr("value"));
            }
        }
        return words(unbracketed(read.toString()));
    }

    /** Texts stand in texts: the innermost go first. */
    private static String unbracketed(String text) {
        String left = text;
        String next = BRACKETED.matcher(left).replaceAll(" ");
        while (!next.equals(left)) {
            left = next;
            next = BRACKETED.matcher(left).replaceAll(" ");
        }
        return left;
    }

    private static Set<String> words(String text) {
        Set<String> words = new TreeSet<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
