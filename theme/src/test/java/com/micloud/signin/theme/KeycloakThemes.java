package com.micloud.signin.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The themes that one version of Keycloak comes with. */
record KeycloakThemes(String version, Path jar) {

    private static final Pattern LOGIN_TEMPLATE = Pattern.compile("theme/(?:base|keycloak\\.v2)/login/([^/]+\\.ftl)");
    private static final Pattern MAIL_TEMPLATE = Pattern.compile("theme/base/email/(?:html|text)/([^/]+)\\.ftl");

    /** Every version that the build names, from the oldest to the newest. */
    static List<KeycloakThemes> all() {
        return Stream.of(System.getProperty("keycloak.versions").split(","))
                .distinct()
                .map(version -> new KeycloakThemes(
                        version, Path.of("target", "keycloak-themes", "keycloak-themes-" + version + ".jar")))
                .toList();
    }

    static KeycloakThemes newest() {
        List<KeycloakThemes> all = all();
        return all.get(all.size() - 1);
    }

    /** Our theme of this type on top of this version's. */
    ThemeChain under(ClassLoader ours, String type) {
        return new ThemeChain(type, ours, loader());
    }

    /** File names of the login templates that are pages: whatever fills the frame. A page may be in one of its themes only. */
    Set<String> pages() {
        return templates(LOGIN_TEMPLATE, "<@layout.registrationLayout");
    }

    /** Names of the mails, without an ending. */
    Set<String> mails() {
        Set<String> mails = templates(MAIL_TEMPLATE, "");
        mails.remove("template");
        return mails;
    }

    private Set<String> templates(Pattern which, String mark) {
        Set<String> found = new TreeSet<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
                var name = which.matcher(entry.getName());
                if (name.matches()
                        && new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)
                                .contains(mark)) {
                    found.add(name.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private ClassLoader loader() {
        try {
            return new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "Keycloak " + version;
    }
}
