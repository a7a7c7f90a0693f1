package com.micloud.signin.acceptance.harness.real;

import com.micloud.signin.acceptance.harness.Tab;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;

/** A tab of the real browser. */
public final class RealTab implements Tab {
    private static final String SAML_FORM = "input[name=SAMLRequest], input[name=SAMLResponse]";

    /** Marks the page that is left, so that the next one is known when it is there. */
    private static final String MARK = "() => document.documentElement.setAttribute('data-left', '')";

    private static final String NEXT_PAGE = "html:not([data-left])";

    private final Page page;
    private final boolean script;
    private final Function<Page, Map<String, String>> posted;

    RealTab(Page page, boolean script, Function<Page, Map<String, String>> posted) {
        this.page = page;
        this.script = script;
        this.posted = posted;
    }

    /** A tab of a browser that no test opened, and that nothing is posted to. */
    public RealTab(Page page) {
        this(page, true, none -> Map.of());
    }

    /** The tab as Playwright drives it, for what only a real browser has. */
    public Page page() {
        return page;
    }

    @Override
    public Tab open(URI address) {
        page.navigate(address.toString());
        arriveBehindSamlForms();
        return this;
    }

    @Override
    public URI address() {
        return URI.create(page.url());
    }

    @Override
    public boolean has(String id) {
        return byId(id).count() > 0;
    }

    @Override
    public String text(String id) {
        return byId(id).innerText().strip();
    }

    @Override
    public String value(String id) {
        return byId(id).inputValue();
    }

    @Override
    public String heading() {
        return page.locator("h1").first().innerText().strip();
    }

    @Override
    public Tab fill(String id, String value) {
        var field = byId(id);
        if (field.evaluate("element => element.tagName").equals("SELECT")) {
            field.selectOption(value);
        } else {
            field.fill(value);
        }
        return this;
    }

    @Override
    public Tab press(String id) {
        leaveBy(byId(id)::click);
        return this;
    }

    @Override
    public Tab back() {
        page.goBack();
        page.waitForLoadState();
        return this;
    }

    @Override
    public Tab reload() {
        page.reload();
        page.waitForLoadState();
        return this;
    }

    @Override
    public URI arrival() {
        page.waitForURL("http://127.0.0.1:9999/**");
        return address();
    }

    @Override
    public Map<String, String> posted() {
        arrival();
        return posted.apply(page);
    }

    private void leaveBy(Runnable action) {
        page.evaluate(MARK);
        action.run();
        attached(NEXT_PAGE);
        arriveBehindSamlForms();
    }

    /** Pages that only carry a SAML message send themselves; without script somebody has to press their button. */
    private void arriveBehindSamlForms() {
        if (script) {
            attached(NEXT_PAGE + ":not(:has(" + SAML_FORM + "))");
        } else {
            while (page.locator(SAML_FORM).count() > 0) {
                page.evaluate(MARK);
                page.locator("form [type=submit]").click();
                attached(NEXT_PAGE);
            }
        }
        page.waitForLoadState();
    }

    private void attached(String selector) {
        page.locator(selector).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    private Locator byId(String id) {
        return page.locator("[id='" + id + "']");
    }

    @Override
    public String toString() {
        return "tab at " + page.url() + ": " + page.locator("body").innerText();
    }
}
