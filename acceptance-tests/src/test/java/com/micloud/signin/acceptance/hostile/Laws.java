package com.micloud.signin.acceptance.hostile;

import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.SamlApplication;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** What holds for every answer, whatever was asked. */
final class Laws {
    private static final Set<Integer> TROUBLE_AT_PROVIDER = Set.of(502, 503, 504);
    private static final Set<String> ADDRESS_ATTRIBUTES = Set.of(
            "href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href", "background", "ping");
    /** What 1337*1337 comes to, should anything compute it. */
    private static final String COMPUTED = "1787569";

    private static final Set<String> ECHOING_HEADERS = Set.of("location", "set-cookie", "access-control-allow-origin");
    /** Pages that applications put into frames; they hold nothing. */
    private static final Set<Target> FRAMES = Set.of(Target.STATUS_FRAME, Target.THIRD_PARTY_COOKIES);

    private final String portal;
    private final boolean stockErrors;

    /** The laws for the portal at an address, and whether Keycloak's own errors are let through. */
    Laws(URI portal, boolean stockErrors) {
        this.portal = portal.toString();
        this.stockErrors = stockErrors;
    }

    /** What an answer breaks, in words; empty for a lawful one. */
    List<String> broken(Attack attack, String mark, WireRequest request, WireAnswer answer) {
        var broken = new ArrayList<String>();
        status(request, answer, broken);
        answer.all("Location").forEach(location -> redirect(location, broken));
        answer.headers().forEach(header -> header(header, mark, broken));
        if (answer.isHtml()) {
            pageHeaders(attack.target(), answer, broken);
            page(answer, mark, broken);
            if (attack.uses(Family.TEMPLATE) && answer.text().contains(COMPUTED)) {
                broken.add("A template was computed");
            }
        } else if (answer.body().contains(mark)) {
            textHeaders(answer, broken);
        }
        return broken;
    }

    private void status(WireRequest request, WireAnswer answer, List<String> broken) {
        var ours = TROUBLE_AT_PROVIDER.contains(answer.status()) && answer.isHtml();
        var known = stockErrors
                && answer.status() == 500
                && Stream.of(StockError.values()).anyMatch(stock -> stock.explains(request));
        if (answer.status() >= 500 && !ours && !known) {
            broken.add("Status " + answer.status());
        }
    }

    private void redirect(String location, List<String> broken) {
        if (!leadsTo(location)) {
            broken.add("A redirect to " + Bytes.shown(location));
        }
    }

    /** Whether an address is the portal's, the application's own, or the provider's. */
    private boolean leadsTo(String address) {
        return begins(address, portal)
                || begins(address, OidcApplication.CALLBACK.toString())
                || begins(address, SamlApplication.CONSUMER.toString())
                || begins(address, Scene.AT_PROVIDER);
    }

    private static boolean begins(String address, String base) {
        return address.equals(base)
                || Stream.of("/", "?", "#")
                        .anyMatch(next -> address.startsWith(base + next) && !address.contains("\\"));
    }

    private static void header(WireRequest.Header header, String mark, List<String> broken) {
        var name = header.name().toLowerCase(Locale.ROOT);
        if (name.contains(mark) || name.startsWith("x-forged")) {
            broken.add("The header " + header.name());
        }
        if (name.equals("set-cookie") && header.value().toLowerCase(Locale.ROOT).contains("domain=")) {
            broken.add("A cookie for other hosts: " + header.value());
        }
        if (header.value().contains(mark) && !ECHOING_HEADERS.contains(name)) {
            broken.add("An echo in the header " + header.name() + ": " + Bytes.shown(header.value()));
        }
    }

    private static void pageHeaders(Target target, WireAnswer answer, List<String> broken) {
        var policy = answer.header("Content-Security-Policy").orElse("");
        if (!policy.contains("frame-ancestors") && answer.status() < 400 && !FRAMES.contains(target)) {
            broken.add("A page that can be framed: " + policy);
        }
        for (var wanted : List.of("X-Content-Type-Options", "Referrer-Policy")) {
            if (answer.status() < 400 && answer.header(wanted).isEmpty()) {
                broken.add("A page without " + wanted);
            }
        }
        var state = answer.text().contains("session_code=")
                || answer.all("Set-Cookie").stream().anyMatch(cookie -> !cookie.contains("Max-Age=0"));
        if (state && !answer.header("Cache-Control").orElse("").contains("no-store")) {
            broken.add("A page with state that may be cached");
        }
    }

    private static void textHeaders(WireAnswer answer, List<String> broken) {
        var type = answer.header("Content-Type").orElse("");
        if (!type.startsWith("application/json") && !type.startsWith("text/plain")) {
            broken.add("An echo as '" + type + "'");
        }
        if (!answer.header("X-Content-Type-Options").orElse("").equals("nosniff")) {
            broken.add("An echo that browsers may take for a page");
        }
    }

    private void page(WireAnswer answer, String mark, List<String> broken) {
        if (answer.text().toLowerCase(Locale.ROOT).contains("<" + mark)) {
            broken.add("An echo as markup");
        }
        var document = Jsoup.parse(answer.text(), portal);
        for (var element : document.getAllElements()) {
            element(element, mark, broken);
        }
        forms(document, broken);
    }

    private void element(Element element, String mark, List<String> broken) {
        if (element.tagName().contains(mark)) {
            broken.add("An echo as the element " + element.tagName());
        }
        for (var attribute : element.attributes()) {
            attribute(element, attribute, mark, broken);
        }
        for (var child : element.childNodes()) {
            if (hidden(child).contains(mark)) {
                broken.add("An echo inside " + element.tagName() + ": " + child);
            }
        }
    }

    /** What is in the page but not to be read: scripts, styles, comments. */
    private static String hidden(Node node) {
        if (node instanceof DataNode data) {
            return data.getWholeData();
        }
        return node instanceof Comment comment ? comment.getData() : "";
    }

    private void attribute(Element element, Attribute attribute, String mark, List<String> broken) {
        var name = attribute.getKey().toLowerCase(Locale.ROOT);
        var value = attribute.getValue();
        if (name.contains(mark)) {
            broken.add("An echo as an attribute: " + element.cssSelector() + " " + name);
        }
        if (!value.contains(mark)) {
            return;
        }
        if (name.startsWith("on") || name.equals("style") || name.equals("srcdoc")) {
            broken.add("An echo in " + name);
        }
        if (ADDRESS_ATTRIBUTES.contains(name) && !leadsTo(element.absUrl(name))) {
            broken.add("An echo in an address: " + name + "=" + value);
        }
    }

    /** Where forms are sent is settled by the portal, whoever asked for the page. */
    private void forms(Document document, List<String> broken) {
        for (var form : document.select("form")) {
            if (form.hasAttr("action") && !leadsTo(form.absUrl("action"))) {
                broken.add("A form that is sent to " + form.absUrl("action"));
            }
        }
        for (var refresh : document.select("meta[http-equiv=refresh]")) {
            broken.add("A page that goes on by itself: " + refresh.attr("content"));
        }
    }
}
