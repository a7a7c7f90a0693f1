package com.micloud.signin.acceptance.harness.plain;

import static org.awaitility.Awaitility.await;

import com.micloud.signin.acceptance.harness.Tab;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** A tab of the plain browser. */
public final class PlainTab implements Tab {
    private final PlainBrowser browser;
    private final Deque<PlainPage> history = new ArrayDeque<>();

    /** A tab that shows nothing yet. */
    public PlainTab(PlainBrowser browser) {
        this.browser = browser;
    }

    /** A tab of a browser of its own. */
    public static PlainTab fresh() {
        return new PlainTab(new PlainBrowser());
    }

    /** A tab of a browser that says it wants pages, as people's browsers do: Keycloak's last resort depends on it. */
    public static PlainTab wantingPages() {
        return new PlainTab(new PlainBrowser().sending("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
    }

    /** Another tab of the same browser. */
    public PlainTab another() {
        return new PlainTab(browser);
    }

    /** The browser of this tab. */
    public PlainBrowser browser() {
        return browser;
    }

    /** The page that is shown. */
    public PlainPage page() {
        return history.getLast();
    }

    /** Shows a page that the browser got in another way than by this tab's links and forms. */
    public PlainTab show(PlainPage page) {
        history.add(page);
        return this;
    }

    @Override
    public Tab open(URI address) {
        history.add(browser.open(address));
        return this;
    }

    /** Posts a form to an address, as a page of somebody else's would. */
    public PlainTab post(URI address, Map<String, String> form) {
        history.add(browser.post(address, form));
        return this;
    }

    /**
     * Enters a password soon after the same user has entered it elsewhere. Keycloak counts attempts on another thread,
     * and until it has finished with the last one it turns the user away as if the password were wrong, uncounted.
     */
    public PlainTab passwordAgain(String password) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            password(password);
            return !has("password");
        });
        return this;
    }

    @Override
    public URI address() {
        return page().address();
    }

    @Override
    public boolean has(String id) {
        return page().has(id);
    }

    @Override
    public String text(String id) {
        return page().text(id);
    }

    @Override
    public String value(String id) {
        return page().element(id).val();
    }

    @Override
    public String heading() {
        return page().heading();
    }

    @Override
    public Tab fill(String id, String value) {
        page().fill(page().element(id).attr("name"), value);
        return this;
    }

    @Override
    public Tab press(String id) {
        var isLink = page().element(id).normalName().equals("a");
        history.add(isLink ? page().follow(id) : page().press(id));
        return this;
    }

    @Override
    public Tab back() {
        history.removeLast();
        return this;
    }

    @Override
    public Tab reload() {
        history.add(page().reload());
        return this;
    }

    @Override
    public URI arrival() {
        return page().arrival();
    }

    @Override
    public Map<String, String> posted() {
        return page().posted();
    }

    @Override
    public String toString() {
        return page().toString();
    }
}
