package com.micloud.signin.acceptance.hostile;

import java.nio.charset.StandardCharsets;

/** Bytes as they go over the wire, kept in strings of which every character is one byte. */
final class Bytes {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final int LONGEST_SHOWN = 400;

    private Bytes() {}

    /** A text in UTF-8; what UTF-8 cannot say, a lone surrogate, goes out as the three bytes of a sloppy encoder. */
    static String utf8(String text) {
        var bytes = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                bytes.append((char) (0xE0 | (point >> 12)))
                        .append((char) (0x80 | ((point >> 6) & 0x3F)))
                        .append((char) (0x80 | (point & 0x3F)));
            } else {
                var encoded = Character.toString(point).getBytes(StandardCharsets.UTF_8);
                bytes.append(new String(encoded, StandardCharsets.ISO_8859_1));
            }
        });
        return bytes.toString();
    }

    /** The bytes for the wire. */
    static byte[] of(String raw) {
        return raw.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Bytes from the wire. */
    static String from(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Bytes read as the UTF-8 that they should be. */
    static String decoded(String raw) {
        return new String(of(raw), StandardCharsets.UTF_8);
    }

    /** With percent escapes for all but unreserved bytes. */
    static String escaped(String raw) {
        var escaped = new StringBuilder(raw.length() + 16);
        for (var i = 0; i < raw.length(); i++) {
            var b = raw.charAt(i);
            if (UNRESERVED.indexOf(b) >= 0) {
                escaped.append(b);
            } else {
                escaped.append('%').append(hex(b));
            }
        }
        return escaped.toString();
    }

    /** For people: printable, and of great length the beginning only. */
    static String shown(String raw) {
        var shown = new StringBuilder();
        var end = Math.min(raw.length(), LONGEST_SHOWN);
        for (var i = 0; i < end; i++) {
            var b = raw.charAt(i);
            if (b >= ' ' && b < 0x7F) {
                shown.append(b);
            } else {
                shown.append("\\x").append(hex(b));
            }
        }
        return raw.length() > end ? shown + "... (" + raw.length() + " bytes)" : shown.toString();
    }

    private static String hex(char b) {
        return "%02X".formatted((int) b);
    }
}
