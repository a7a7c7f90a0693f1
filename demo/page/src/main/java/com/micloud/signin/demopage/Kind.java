package com.micloud.signin.demopage;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kind of an application, and its group on the page. */
enum Kind {
    WEB("Web applications", "username"),
    DESKTOP("Desktop applications", "credentials"),
    MOBILE("Mobile applications", "username");

    static final String ATTRIBUTE = "micloud.kind";

    private final String title;
    private final String usualReentry;

    Kind(String title, String usualReentry) {
        this.title = title;
        this.usualReentry = usualReentry;
    }

    /** The kind that an attribute's value names; empty for any other value and for none. */
    static Optional<Kind> of(String value) {
        return Stream.of(values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst();
    }

    String title() {
        return title;
    }

    String usualReentry() {
        return usualReentry;
    }
}
