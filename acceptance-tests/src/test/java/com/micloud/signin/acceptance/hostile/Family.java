package com.micloud.signin.acceptance.hostile;

import com.micloud.signin.acceptance.harness.saml.SamlXml;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Kinds of hostile values. In their texts @ stands for the mark by which a case is known. */
enum Family {
    SIZE(plain(
            "",
            "@",
            "@" + "x".repeat(240),
            "@" + "x".repeat(255),
            "@" + "x".repeat(4096),
            "@" + "x".repeat(65536),
            "@" + "x".repeat(1 << 20))),
    BLANKS(plain(" ", "  @  ", "\t@\t", "@ @", "\u00a0@\u00a0", "\u200b@", "\u3000@")),
    BROKEN_ESCAPES(escaped("@%", "@%zz", "%@", "@%f", "%u0040@", "@%%", "@%25", "@%2525zz")),
    BROKEN_TEXT(Stream.concat(
                    escaped("@%ff%fe", "@%c0%ae%c0%af", "@%ed%a0%80", "@%f8%88%80%80%80", "%fe%ff%00%40@", "@%80")
                            .stream(),
                    plain("\ud800@", "@\udfff\ud800", "\ufeff@", "\ufffe@").stream())
            .toList()),
    CONTROLS(Stream.concat(
                    escaped("@%00", "%00@", "@%01%02%1f%7f", "@%0d%0aX-Forged:%20@", "@%08%08%08").stream(),
                    plain("@\u0000b", "@\u0085@", "@\u2028\u2029@", "\u001b[31m@\u001b[0m").stream())
            .toList()),
    UNICODE(plain(
            "\u202e@gpj.exe",
            "\u2066@\u2069",
            "@" + "e\u0301\u0316\u0300".repeat(200),
            "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67@",
            "\u212a\u017f@\u0130\u0131",
            "\uff1cscript\uff1e@",
            "@\ufdfa",
            "\ud835\udd50@\udb40\udd00",
            "@\u0000\u0301")),
    HTML(plain(
            "<@>",
            "\"><@ on@=1>",
            "'><@ on@=1>",
            "</script><script>@()</script>",
            "</title><@>",
            "<!--@--><@ ",
            "<svg/onload=@()>",
            "<img src=x onerror=@()>",
            "&lt;@&gt;&#60;@&#62;",
            "]]><@>",
            "<a href=javascript:@()>@</a>",
            "\\u003c@\\u003e\\x3c@",
            "<@\u0000>",
            "`onmouseover=@()")),
    SCRIPT(plain(
            "'-@()-'",
            "\";@();//",
            "\\\";@();//",
            "${@}",
            "`${@()}`",
            "</script @>",
            "javascript:@()",
            "*/@()/*",
            "'@")),
    STYLE(plain(
            "</style><@>", ";}*{background:url(javascript:@)}", "expression(@)", "url(//@.evil.example)", "\\3c @")),
    TEMPLATE(plain(
            "@${1337*1337}",
            "@#{1337*1337}",
            "@[=1337*1337]",
            "@<#assign x=1337*1337>${x}",
            "@<@x/>",
            "@${.data_model}",
            "@${'freemarker.template.utility.Execute'?new()('id')}",
            "@{{1337*1337}}",
            "@<%= 1337*1337 %>",
            "@*{1337*1337}")),
    MESSAGE(plain(
            "@{0}",
            "@{0}{1}'{'", "@'{0}'", "@''{0", "@{0,number,#}", "@{", "@}", "@%s%n%x%d", "@{username}", "@\\{0\\}")),
    JSON(plain(
            "{\"@\":1}",
            "{\"userinfo\":{\"@\":{\"essential\":true}}}",
            "{\"@\":",
            "[".repeat(5000) + "@",
            "{\"a\":".repeat(2000) + "\"@\"",
            "1e999",
            "\"\\ud800@\"",
            "null",
            "true",
            "[null,\"@\"]",
            "{\"@\":1,\"@\":2}")),
    LOG(plain(
            "@\r\n2026-01-01 00:00:00,000 ERROR [forged] (main) @",
            "@\n\tat forged.@(Forged.java:1)",
            "@\r@",
            "\u001b[2J@\u001b]0;@\u0007",
            "${jndi:ldap://127.0.0.1:1/@}",
            "${jndi:dns://127.0.0.1:1/${env:PATH}@}",
            "@ type=\"LOGIN\", realmName=\"micloud\", userId=\"@\"")),
    XML(Stream.concat(
                    plain(
                            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;@</x>",
                            "<!DOCTYPE x [<!ENTITY a \"@\"><!ENTITY b \"&a;&a;&a;&a;\">]><x>&b;</x>",
                            "<?@ ?>",
                            "<@:AuthnRequest/>",
                            "<![CDATA[@")
                            .stream(),
                    saml(
                            "<x>@</x>",
                            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
                            "<samlp:AuthnRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"a\"/>",
                            "<samlp:Response xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"a\" Version=\"2.0\"/>",
                            "<samlp:LogoutRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"a\"/>",
                            "",
                            "no XML"))
            .toList()),
    QUERIES(plain(
            "' OR '1'='1' -- @",
            "@'; DROP TABLE USER_ENTITY; --",
            "*)(uid=*))(|(uid=@",
            "@*",
            "%@_",
            "\\@\\",
            "admin'/*@*/",
            "@\" || \"",
            "(&(objectClass=*)@")),
    PATHS(Stream.concat(
                    plain(
                            "../../../../../../etc/passwd",
                            "..\\..\\@",
                            "/etc/passwd",
                            "file:///etc/passwd",
                            "C:\\@",
                            "//@//..//",
                            ";@=1",
                            "@/../../master",
                            "~@",
                            "micloud/../master")
                            .stream(),
                    escaped("..%2f..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/@", "..%252f..%252f@", "..%c0%af@", "%5c%5c@")
                            .stream())
            .toList()),
    ADDRESSES(Stream.concat(
                    plain(
                            "https://@.evil.example/",
                            "//@.evil.example/%2f..",
                            "/\\@.evil.example",
                            "\\\\@.evil.example",
                            "javascript:@()",
                            "JaVaScRiPt:@()",
                            "data:text/html,<@>",
                            "vbscript:@",
                            "http://127.0.0.1:9999/callback/../@",
                            "http://127.0.0.1:9999/callback?@",
                            "http://127.0.0.1:9999/callback#@",
                            "http://127.0.0.1:9999.@.evil.example/callback",
                            "http://127.0.0.1:9999/callback\\@",
                            "http://127.0.0.1:9999/callback\r\nLocation: https://@.evil.example",
                            "HTTP://127.0.0.1:9999/CALLBACK",
                            "http://[::1/@",
                            "http://127.0.0.1:99999/@",
                            "urn:ietf:wg:oauth:2.0:oob",
                            "http://\u2025/@",
                            "*",
                            "+",
                            "/",
                            "?",
                            "#@")
                            .stream(),
                    Stream.of(
                            Payload.verbatim("http://127.0.0.1:9999@evil.example/callback"),
                            Payload.verbatim("https://localhost@evil.example"),
                            Payload.verbatim("@evil.example"),
                            Payload.escaped("http://127.0.0.1:9999/callback%0d%0aX-Forged:%20@"),
                            Payload.escaped("http:%2f%2f127.0.0.1:9999/callback%00.@")))
            .toList()),
    NUMBERS(plain(
            "-1",
            "0",
            "1",
            "2147483648",
            "-9223372036854775809",
            "9223372036854775808",
            "1e309",
            "NaN",
            "1.5",
            "0x10",
            "\u0661\u0662",
            "undefined",
            "TRUE",
            "1" + "0".repeat(400))),
    TOKENS(Stream.concat(
                    plain(
                            "a.b.c",
                            "@",
                            "..",
                            "....",
                            "a.b.c.d.e",
                            jwt("{\"alg\":\"none\"}", "{\"sub\":\"admin\",\"iss\":\"x\",\"typ\":\"ID\"}") + ".",
                            jwt("{\"alg\":\"HS256\",\"kid\":\"../../../../dev/null\"}", "{\"sub\":\"admin\"}")
                                    + ".AAAA",
                            jwt("{\"alg\":\"RS256\",\"jku\":\"http://127.0.0.1:1/@\"}", "{}") + ".AAAA",
                            jwt("{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"zip\":\"DEF\"}", "") + "AAAA.AAAA.AAAA",
                            jwt("{\"alg\":1}", "[]") + ".",
                            jwt("{", "}") + ".x",
                            "00000000-0000-0000-0000-000000000000",
                            "A".repeat(43))
                            .stream(),
                    Stream.of(
                            base64("@"),
                            base64("{\"ru\":\"https://evil.example\",\"rt\":\"code\",\"st\":\"<@>\"}"),
                            base64("{")))
            .toList()),
    LANGUAGES(plain(
            "../../@",
            "en-@",
            "xx",
            "*",
            "_",
            "en_US_@",
            "en;q=x",
            "en;q=1e9",
            "fr-CA-x-" + "a".repeat(300),
            "de,".repeat(2000),
            "-",
            "@-@-@",
            "und",
            "root",
            "AR",
            "pt-BR ",
            "en\u0000",
            "\u0130"));

    @SuppressWarnings("ImmutableEnumChecker") // Nobody changes the list.
    private final List<Payload> payloads;

    Family(List<Payload> payloads) {
        this.payloads = payloads;
    }

    List<Payload> payloads() {
        return payloads;
    }

    private static List<Payload> plain(String... texts) {
        return Stream.of(texts).map(Payload::plain).toList();
    }

    private static List<Payload> escaped(String... texts) {
        return Stream.of(texts).map(Payload::escaped).toList();
    }

    /** As SAML carries them: in Base64, for redirects deflated as well. */
    private static Stream<Payload> saml(String... texts) {
        return Stream.of(texts).flatMap(text -> Stream.of(base64(text), Payload.verbatim(SamlXml.deflate(text))));
    }

    private static Payload base64(String text) {
        return Payload.verbatim(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String jwt(String header, String claims) {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    }
}
