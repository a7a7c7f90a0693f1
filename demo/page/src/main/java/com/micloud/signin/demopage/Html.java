package com.micloud.signin.demopage;

import java.util.Collection;
import java.util.stream.Collectors;

/** Markup that is safe to send: every text that goes into it is escaped on the way in. */
final class Html {

    static final Html NOTHING = new Html("");

    private static final String SLOT = "{}";

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    /**
     * Fills the slots <code>{}</code> of a template: markup goes in as it is, everything else as escaped text.
     *
     * @throws IllegalArgumentException when slots and values do not match in number
     */
    static Html of(String template, Object... values) {
        StringBuilder filled = new StringBuilder(template.length() + 64);
        int from = 0;
        for (Object value : values) {
            int slot = template.indexOf(SLOT, from);
            if (slot < 0) {
                throw new IllegalArgumentException("More values than slots in: " + template);
            }
            filled.append(template, from, slot).append(value instanceof Html html ? html.markup : escaped(value));
            from = slot + SLOT.length();
        }
        if (template.indexOf(SLOT, from) >= 0) {
            throw new IllegalArgumentException("More slots than values in: " + template);
        }
        return new Html(filled.append(template, from, template.length()).toString());
    }

    static Html join(Collection<Html> parts) {
        return new Html(parts.stream().map(part -> part.markup).collect(Collectors.joining("\n")));
    }

    /** This markup when the condition holds, else none. */
    Html when(boolean condition) {
        return condition ? this : NOTHING;
    }

    @Override
    public String toString() {
        return markup;
    }

    private static String escaped(Object value) {
        String text = String.valueOf(value);
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
