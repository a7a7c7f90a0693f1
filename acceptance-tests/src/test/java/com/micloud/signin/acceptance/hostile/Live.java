package com.micloud.signin.acceptance.hostile;

import com.micloud.signin.acceptance.harness.plain.PlainBrowser;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser that has come to a certain page, and from which hostile requests are sent. */
final class Live {
    private final PlainTab tab;
    private URI address;
    private Document page;

    private Live(PlainTab tab, URI address, Document page) {
        this.tab = tab;
        this.address = address;
        this.page = page;
    }

    /** The browser as it stands. */
    static Live at(PlainTab tab) {
        return new Live(tab, tab.address(), tab.page().document());
    }

    PlainBrowser browser() {
        return tab.browser();
    }

    PlainTab tab() {
        return tab;
    }

    /** The address of the page. */
    URI address() {
        return address;
    }

    /** Where the page's form is sent. */
    URI action() {
        var form = page.selectFirst("form[action*=session_code], form[action*=logout-confirm]");
        if (form == null) {
            throw new AssertionError("No form of a sign-in on " + address + ": " + page.text());
        }
        return URI.create(form.absUrl("action"));
    }

    /** The request with this browser's cookies. */
    Draft sent(Draft draft, URI to) {
        return draft.cookies(browser().cookiesFor(to));
    }

    /**
     * Takes an answer in: its cookies in any case, its page where it is still the same one.
     *
     * @return whether the browser is still where it was
     */
    boolean take(Stage stage, URI from, WireAnswer answer) {
        browser().takeCookies(from, answer.all("Set-Cookie"));
        if (stage.moves(answer)) {
            return false;
        }
        if (!answer.isHtml()) {
            return true;
        }
        var shown = Jsoup.parse(answer.text(), address.toString());
        if (!stage.shows(shown)) {
            return false;
        }
        page = shown;
        return true;
    }
}
