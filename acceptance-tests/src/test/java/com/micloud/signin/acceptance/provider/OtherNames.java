package com.micloud.signin.acceptance.provider;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Names that look like a username, or are taken for it by careless software, and are not the same name. */
final class OtherNames {
    private OtherNames() {}

    /** Rows of a description and of what makes the name of a username. */
    static Stream<Arguments> all() {
        return Stream.of(
                name("a longer name", name -> name + ".evil.example"),
                name("a name before it", name -> "x" + name),
                name("the part before the @", name -> name.substring(0, name.indexOf('@'))),
                name("another domain", name -> name.substring(0, name.indexOf('@')) + "@evil.example"),
                name("a blank behind", name -> name + " "),
                name("a blank before", name -> " " + name),
                name("a tab before", name -> "\t" + name),
                name("no character", name -> ""),
                name("a blank inside", name -> name.replace("@", " @")),
                name("a no-break space behind", name -> name + "\u00A0"),
                name("an ideographic space behind", name -> name + "\u3000"),
                name("a zero-width space behind", name -> name + "\u200B"),
                name("a zero-width joiner inside", name -> name.replace("@", "\u200D@")),
                name("a byte order mark before", name -> "\uFEFF" + name),
                name("a soft hyphen inside", name -> name.replace("@", "\u00AD@")),
                name("a right-to-left override before", name -> "\u202E" + name),
                name("a Cyrillic letter", name -> name.replace("e", "\u0435")),
                name("a full-width letter", name -> name.replace("e", "\uFF45")),
                name("a full-width @", name -> name.replace("@", "\uFF20")),
                name("an accent", name -> name.replace("e", "e\u0301")),
                name("a dotless i", name -> "i" + name.substring(1).replace("@", "\u0131@")),
                name("two names", name -> name + "," + name),
                name("a URI", name -> "mailto:" + name),
                name("a Windows name", name -> "CONTOSO\\" + name),
                name("a percent-encoded name", name -> name.replace("@", "%40")),
                name("a name in quotes", name -> "\"" + name + "\""));
    }

    private static Arguments name(String what, UnaryOperator<String> change) {
        return Arguments.of(what, change);
    }
}
