package com.micloud.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A class that gets another name must get it in the docs too. */
@DisplayName("The names of classes in the docs")
final class DocsNamesTest {

    private static final Path ROOT = Path.of("..");

    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern NAME = Pattern.compile("`([A-Z][A-Za-z0-9]*)((?:[#.][A-Za-z0-9]+)*)`");
    private static final Pattern EXTENDS = Pattern.compile("\\bclass \\w+(?:<[^{]*>)? extends (\\w+)");
    private static final Pattern TEST = Pattern.compile(".+(?:IT|Test)");
    private static final Pattern CAMEL_CASE = Pattern.compile(".*[a-z][A-Z].*");

    /** Words of SAML, and a name of ours. */
    private static final Set<String> NO_CLASSES = Set.of(
            "AuthnInstant",
            "AuthnRequest",
            "ForceAuthn",
            "InResponseTo",
            "IsPassive",
            "LogoutRequest",
            "LogoutResponse",
            "MiCloud",
            "NoPassive",
            "NotOnOrAfter",
            "RelayState",
            "SessionIndex");

    @Test
    @DisplayName("are names of tests that there are")
    void tests() {
        Map<String, String> sources = sources();
        List<String> unknown = pages().flatMap(page -> names(page)
                        .filter(name -> TEST.matcher(name.group(1)).matches())
                        .filter(name -> !isThere(sources, name))
                        .map(name -> page + ": " + name.group()))
                .toList();
        assertThat(unknown).isEmpty();
    }

    @Test
    @DisplayName("are names of classes of ours or of Keycloak")
    void classes() throws IOException {
        Map<String, String> sources = sources();
        Set<String> keycloaks = keycloaks();
        List<String> unknown = pages().filter(page -> !isAboutKeycloak(page))
                .flatMap(page -> names(page)
                        .filter(name -> !NO_CLASSES.contains(name.group(1)))
                        .filter(name -> CAMEL_CASE.matcher(name.group(1)).matches()
                                || !name.group(2).isEmpty())
                        .filter(name -> !isThere(sources, name) && !keycloaks.contains(name.group(1)))
                        .map(name -> page + ": " + name.group()))
                .toList();
        assertThat(unknown).isEmpty();
    }

    /** Such a page names classes that are in other versions, or in jars that only the server has. */
    private static boolean isAboutKeycloak(Path page) {
        String name = page.getFileName().toString();
        return name.equals("endpoints.md") || name.startsWith("keycloak-");
    }

    private static boolean isThere(Map<String, String> sources, MatchResult name) {
        String source = sources.get(name.group(1));
        return source != null
                && Arrays.stream(name.group(2).split("[#.]", -1))
                        .allMatch(member -> member.isEmpty() || isMember(sources, source, member));
    }

    /** Whether a class has that member, by itself or by one of ours that it extends. */
    private static boolean isMember(Map<String, String> sources, String source, String name) {
        if (isMember(source, name)) {
            return true;
        }
        Matcher base = EXTENDS.matcher(source);
        return base.find() && sources.containsKey(base.group(1)) && isMember(sources, sources.get(base.group(1)), name);
    }

    private static boolean isMember(String source, String name) {
        return Pattern.compile("\\b(?:class|record|interface|enum) " + name + "\\b|\\b" + name + "\\(")
                .matcher(source)
                .find();
    }

    private static Stream<MatchResult> names(Path page) {
        return NAME.matcher(CODE_BLOCK.matcher(text(page)).replaceAll("")).results();
    }

    private static Stream<Path> pages() {
        return Stream.concat(
                Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CHANGELOG.md")),
                files(ROOT.resolve("docs"), 1).filter(file -> file.toString().endsWith(".md")));
    }

    /** By the name of the class; of classes with the same name in two modules, all that they say. */
    private static Map<String, String> sources() {
        Map<String, String> sources = new HashMap<>();
        files(ROOT, 3)
                .filter(folder -> folder.endsWith("src"))
                .flatMap(folder -> files(folder, Integer.MAX_VALUE))
                .filter(file -> file.toString().endsWith(".java"))
                .forEach(file ->
                        sources.merge(file.getFileName().toString().replace(".java", ""), text(file), String::concat));
        return sources;
    }

    private static Set<String> keycloaks() throws IOException {
        Set<String> names = new HashSet<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (entry.contains("keycloak") && entry.endsWith(".jar")) {
                try (JarFile jar = new JarFile(entry)) {
                    jar.stream()
                            .map(file -> file.getName())
                            .filter(file -> file.endsWith(".class"))
                            .map(file -> file.replaceAll(".*[/$]|\\.class$", ""))
                            .forEach(names::add);
                }
            }
        }
        return names;
    }

    private static Stream<Path> files(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
