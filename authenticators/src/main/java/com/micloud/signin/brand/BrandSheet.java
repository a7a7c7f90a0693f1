package com.micloud.signin.brand;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The style sheet that a realm's brand adds to ours. Its content follows from its name, which has the colours and the
 * first eight hex digits of the SHA-256 of the content. So an old page keeps its colours on every node, also after the
 * realm has changed them.
 */
final class BrandSheet {

    /** The part for the colours in the name of a sheet, if the realm uses our colours. */
    private static final String OWN_COLORS = "own";

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{6}-[0-9a-f]{6}|own)\\.[0-9a-f]{8}\\.css");

    private static final int SHORT_HASH = 8;

    /** A picture keeps its room while it loads, and when it does not come; links stand side by side. */
    private static final String PARTS = ".brand picture{flex:none}"
            + ".brand img{display:block;object-fit:contain}"
            + ".foot ul{display:flex;flex-wrap:wrap;justify-content:center;gap:0 1.25rem;margin:0;padding:0;list-style:none}"
            + ".foot li a{display:inline-flex;align-items:center;min-height:44px}\n";

    private static final String COLORED = ".btn:not(.alt){border-color:var(--brand-edge)}"
            + "[type=checkbox],[type=radio]{accent-color:var(--brand-edge)}\n";

    private final String colors;
    private final String text;

    private BrandSheet(String colors, String text) {
        this.colors = colors;
        this.text = text;
    }

    /** The sheet for these colours; without them, for the other parts of a brand. */
    static BrandSheet of(Optional<Accents> accents) {
        return accents.map(of -> new BrandSheet(
                        of.digits(),
                        ":root{" + of.onLight().properties() + "}\n"
                                + "@media (prefers-color-scheme:dark){:root[data-dark]{"
                                + of.onDark().properties() + "}}\n" + COLORED + PARTS))
                .orElseGet(() -> new BrandSheet(OWN_COLORS, PARTS));
    }

    /** The sheet that has a name, or had it in another version of this jar; none for what never was a name. */
    static Optional<BrandSheet> named(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? Optional.of(of(Accents.fromDigits(matcher.group(1)))) : Optional.empty();
    }

    String name() {
        return colors + "." + hash() + ".css";
    }

    String text() {
        return text;
    }

    private String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, SHORT_HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
