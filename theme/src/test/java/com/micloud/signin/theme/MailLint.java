package com.micloud.signin.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds in an HTML mail what mail programs drop, block or draw wrongly: Outlook with Word's engine and Gmail first. */
final class MailLint {

    private static final Set<String> ELEMENTS = Set.of(
            "html", "head", "meta", "title", "style", "body", "div", "table", "tbody", "tr", "td", "th", "h1", "p",
            "ul", "li", "a", "b", "br", "strong");
    private static final Set<String> ATTRIBUTES = Set.of(
            "lang",
            "dir",
            "charset",
            "name",
            "content",
            "class",
            "style",
            "role",
            "scope",
            "width",
            "align",
            "valign",
            "bgcolor",
            "border",
            "cellpadding",
            "cellspacing",
            "href");
    private static final Set<String> PROPERTIES = Set.of(
            "margin",
            "padding",
            "background",
            "border",
            "border-radius",
            "border-top",
            "color",
            "font-family",
            "font-size",
            "font-weight",
            "line-height",
            "letter-spacing",
            "text-align",
            "text-decoration",
            "display",
            "max-width",
            "word-break",
            "mso-padding-alt");
    private static final Pattern SELECTOR = Pattern.compile(
            "(\\[data-ogs[bc]] )?\\.[a-z]+( \\.[a-z]+)?( (a|p))?(, (\\[data-ogs[bc]] )?\\.[a-z]+( \\.[a-z]+)?( (a|p))?)*");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");

    private final String source;
    private final Document document;
    private final List<String> faults = new ArrayList<>();

    MailLint(String source) {
        this.source = source;
        this.document = Jsoup.parse(source);
    }

    List<String> faults() {
        for (Element element : document.select("*:not(#root)")) {
            if (!element.tagName().startsWith("#")) {
                element(element);
            }
        }
        sheet();
        tables();
        if (document.select("meta[name=color-scheme][content=light dark]").size() != 1) {
            faults.add("says nothing about dark mode");
        }
        if (source.lines().anyMatch(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > 2000)) {
            faults.add("has a line that mail servers may break");
        }
        if (source.contains("url(") || source.contains("@import") || source.contains("@font-face")) {
            faults.add("loads something");
        }
        return faults;
    }

    private void element(Element element) {
        if (!ELEMENTS.contains(element.tagName())) {
            faults.add("element " + element.tagName());
        }
        for (Attribute attribute : element.attributes()) {
            if (!ATTRIBUTES.contains(attribute.getKey())) {
                faults.add("attribute " + attribute.getKey());
            }
        }
        declarations(element.attr("style"), element.tagName());
        String href = element.attr("href");
        if (!href.isEmpty() && !href.startsWith("https://")) {
            faults.add("leads to " + href);
        }
        // Colours that only a class sets are lost where the style sheet is.
        if (element.tagName().equals("a") && !element.attr("style").contains("color:")) {
            faults.add("link without a colour of its own");
        }
    }

    private void declarations(String style, String where) {
        for (String declaration : style.split(";", -1)) {
            if (declaration.isBlank()) {
                continue;
            }
            String property = declaration.substring(0, declaration.indexOf(':')).strip();
            String value = declaration.substring(declaration.indexOf(':') + 1).strip();
            if (!PROPERTIES.contains(property)) {
                faults.add("property " + property + " on " + where);
            }
            if (value.matches(".*\\b(calc|var|rgb|hsl|min|max|clamp)\\(.*|.*\\d(rem|em|vw|vh|ch).*")) {
                faults.add("value " + value + " on " + where);
            }
        }
    }

    private void sheet() {
        if (document.select("style").size() != 1
                || document.select("head > style").size() != 1) {
            faults.add("has not one style sheet in its head");
        }
        String sheet = document.select("style").html();
        String dark = "@media (prefers-color-scheme: dark) {";
        if (!sheet.contains(dark) || sheet.split("@", -1).length != 2) {
            faults.add("has other rules for media than those for dark mode");
        }
        Matcher rule = RULE.matcher(sheet.replace(dark, ""));
        while (rule.find()) {
            String selector = rule.group(1).replace("}", "").strip();
            if (!SELECTOR.matcher(selector).matches()) {
                faults.add("selector " + selector);
            }
            declarations(rule.group(2).replace("!important", "").replace("border-color", "color"), selector);
        }
    }

    private void tables() {
        for (Element table : document.select("table")) {
            boolean data = !table.select("> tbody > tr > th").isEmpty();
            if (data == table.attr("role").equals("presentation")) {
                faults.add("table with the wrong role");
            }
            if (!table.attr("cellpadding").equals("0")
                    || !table.attr("cellspacing").equals("0")
                    || !table.attr("border").equals("0")) {
                faults.add("table with the gaps of the mail program");
            }
        }
        for (Element cell : document.select("td, th")) {
            boolean hasText =
                    !cell.ownText().isBlank() || !cell.select("> h1, > p, > a").isEmpty();
            if (hasText && !cell.hasAttr("align")) {
                faults.add("cell that is aligned as the mail program likes");
            }
            if (!cell.ownText().isBlank() && !cell.attr("style").contains("font-family:")) {
                faults.add("cell with the typeface of the mail program");
            }
        }
    }
}
