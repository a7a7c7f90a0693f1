package com.micloud.signin.brand;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The links below every page, written as {@code label=address | label=address}.
 *
 * @param shown those that can be followed, each with its label and its address
 * @param refused the others, as they are written
 */
record FooterLinks(List<Map<String, String>> shown, List<String> refused) {

    FooterLinks {
        shown = List.copyOf(shown);
        refused = List.copyOf(refused);
    }

    static FooterLinks parse(String text) {
        List<Map<String, String>> shown = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (String pair : text.split("[|\\r\\n]+", -1)) {
            int sign = pair.indexOf('=');
            String label = sign < 0 ? "" : pair.substring(0, sign).strip();
            String address = pair.substring(sign + 1).strip();
            if (!label.isEmpty() && isAllowed(address)) {
                shown.add(Map.of("label", label, "address", address));
            } else if (!pair.isBlank()) {
                refused.add(pair.strip());
            }
        }
        return new FooterLinks(shown, refused);
    }

    /** Whether an address leads to a page over HTTPS, a mailbox or a telephone. */
    static boolean isAllowed(String address) {
        try {
            URI uri = new URI(address);
            return switch (uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT)) {
                case "https" -> uri.getHost() != null && uri.getRawUserInfo() == null;
                case "mailto", "tel" -> uri.isOpaque();
                default -> false;
            };
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
