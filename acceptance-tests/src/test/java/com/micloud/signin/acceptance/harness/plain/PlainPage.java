package com.micloud.signin.acceptance.harness.plain;

import com.micloud.signin.acceptance.harness.Parameters;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** What the plain browser shows: a page to read, fill in and send, or the arrival at an application. */
public final class PlainPage {
    private static final List<String> SAML_FIELDS = List.of("SAMLRequest", "SAMLResponse");

    private final PlainBrowser browser;
    private final URI address;
    private final int status;
    private final Map<String, List<String>> headers;
    private final String body;
    private final Document document;
    private final Map<String, String> posted;
    private final Map<String, String> typed = new LinkedHashMap<>();

    private PlainPage(
            PlainBrowser browser,
            URI address,
            int status,
            Map<String, List<String>> headers,
            String body,
            Map<String, String> posted) {
        this.browser = browser;
        this.address = address;
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.document = Jsoup.parse(body, address.toString());
        this.posted = posted;
    }

    static PlainPage shown(PlainBrowser browser, URI address, HttpResponse<String> response) {
        return new PlainPage(
                browser, address, response.statusCode(), response.headers().map(), response.body(), Map.of());
    }

    static PlainPage arrived(PlainBrowser browser, URI address, Map<String, String> posted) {
        return new PlainPage(browser, address, 0, Map.of(), "", posted);
    }

    /** The browser that shows it. */
    public PlainBrowser browser() {
        return browser;
    }

    /** The address of this page. */
    public URI address() {
        return address;
    }

    /** The HTTP status, 0 for an arrival. */
    public int status() {
        return status;
    }

    /** The page as it was sent. */
    public String body() {
        return body;
    }

    /** The page as a document. */
    public Document document() {
        return document;
    }

    /** A response header. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().get(0))
                .findFirst();
    }

    /** True when the browser was sent away to an application. */
    public boolean hasArrived() {
        return status == 0;
    }

    /** The address at the application that the browser was sent to. */
    public URI arrival() {
        if (!hasArrived()) {
            throw new AssertionError("Still at the portal instead of at the application: " + this);
        }
        return address;
    }

    /** What was posted to the application, for bindings that post. */
    public Map<String, String> posted() {
        arrival();
        return posted;
    }

    /** True when an element with this id is there. */
    public boolean has(String id) {
        return document.getElementById(id) != null;
    }

    /** The element with this id. */
    public Element element(String id) {
        var element = document.getElementById(id);
        if (element == null) {
            throw new AssertionError("No element with the id '" + id + "' on " + this);
        }
        return element;
    }

    /** The text of the element with this id. */
    public String text(String id) {
        return element(id).text();
    }

    /** Where the chooser leads that shows this page in another language. */
    public URI inLanguage(String tag) {
        var choice = document.selectFirst("#kc-locale [lang=" + tag + "]");
        if (choice == null) {
            throw new AssertionError("No language '" + tag + "' on " + this);
        }
        if (choice.normalName().equals("a")) {
            return URI.create(choice.absUrl("href"));
        }
        var form = (FormElement) choice.closest("form");
        var fields = new LinkedHashMap<String, String>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.put(choice.attr("name"), choice.attr("value"));
        return URI.create(form.absUrl("action") + "?" + Parameters.encode(fields));
    }

    /** The error text of the page, empty when there is none. */
    public String error() {
        return has("error") ? text("error") : "";
    }

    /** The heading of the page. */
    public String heading() {
        var heading = document.selectFirst("h1");
        return heading == null ? "" : heading.text();
    }

    /** Types into a field, or chooses the option with this value. */
    public PlainPage fill(String name, String value) {
        typed.put(name, value);
        return this;
    }

    /** Presses the button with this id: its form is sent with what was typed. */
    public PlainPage press(String id) {
        var button = element(id);
        var form = formOf(button);
        var fields = fields(form);
        if (!button.attr("name").isEmpty()) {
            fields.put(button.attr("name"), button.attr("value"));
        }
        return send(form, fields);
    }

    /** The parameters of the address to which the form of the button with this id is sent. */
    public Map<String, String> parametersOf(String id) {
        return Parameters.of(actionOf(id));
    }

    /** The ids of the elements that this selector finds. */
    public List<String> ids(String selector) {
        return document.select(selector).stream().map(Element::id).toList();
    }

    /** Follows the link with this id. */
    public PlainPage follow(String id) {
        return browser.open(URI.create(element(id).absUrl("href")));
    }

    /** Sends the form with this id as it is, plus what was typed. */
    public PlainPage submit(String formId) {
        var form = (FormElement) element(formId);
        return send(form, fields(form));
    }

    /**
     * Loads the page again. Keycloak's pages put the address of their form, without the session code, in place of their
     * own by script, so that a reload in a browser is no second submission.
     */
    public PlainPage reload() {
        var form = document.selectFirst("form[action*=session_code]");
        var shown = form == null ? address.toString() : form.absUrl("action");
        return browser.open(URI.create(shown.replaceAll("session_code=[^&]*&?", "")));
    }

    /** The address to which the form of the button with this id is sent. */
    public URI actionOf(String id) {
        return URI.create(formOf(element(id)).absUrl("action"));
    }

    /** Forms that carry SAML messages are sent by the page itself in a browser with script; so they are here. */
    PlainPage continued() {
        for (var form : document.forms()) {
            var fields = fields(form);
            if (fields.keySet().stream().anyMatch(SAML_FIELDS::contains)) {
                return send(form, fields);
            }
        }
        return this;
    }

    private PlainPage send(FormElement form, Map<String, String> fields) {
        var action = URI.create(form.absUrl("action").isEmpty() ? address.toString() : form.absUrl("action"));
        if (form.attr("method").equalsIgnoreCase("post")) {
            return browser.post(action, fields);
        }
        var query = Parameters.encode(fields);
        return browser.open(URI.create(withoutQuery(action) + "?" + query));
    }

    private Map<String, String> fields(FormElement form) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : form.formData()) {
            fields.put(field.key(), field.value());
        }
        // A browser sends the name of the pressed button only.
        form.select("[type=submit]").forEach(button -> fields.remove(button.attr("name")));
        for (var entry : typed.entrySet()) {
            if (form.elements().stream()
                    .noneMatch(element -> element.attr("name").equals(entry.getKey()))) {
                throw new AssertionError("No field '" + entry.getKey() + "' in the form on " + this);
            }
            fields.put(entry.getKey(), entry.getValue());
        }
        return fields;
    }

    private FormElement formOf(Element button) {
        var form = button.hasAttr("form") ? element(button.attr("form")) : button.closest("form");
        if (form instanceof FormElement found) {
            return found;
        }
        throw new AssertionError("The button '" + button.id() + "' belongs to no form on " + this);
    }

    private static String withoutQuery(URI address) {
        var text = address.toString();
        var question = text.indexOf('?');
        return question < 0 ? text : text.substring(0, question);
    }

    @Override
    public String toString() {
        if (hasArrived()) {
            return "arrival at " + address;
        }
        var text = document.body().text();
        return "page " + status + " '" + document.title() + "' at " + address + ": "
                + (text.length() > 600 ? text.substring(0, 600) + "..." : text);
    }
}
