package com.micloud.signin.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** Our theme on top of its parent, looked through in the order in which Keycloak does. */
final class ThemeChain {

    static final List<String> LANGUAGES = List.of("en", "fr", "fr-CA", "es", "de", "nl", "it", "pt-BR", "ja", "ar");

    /** Keycloak puts the environment's value in such a place; here the environment has none, and the default stands. */
    private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{env\\.\\w+:([^}]*)}");

    private static final List<String> NAMES = List.of("micloud", "base");

    /** What was read once: files do not change while tests run. Nobody may change what is in here. */
    private static final Map<String, Properties> READ = new ConcurrentHashMap<>();

    private final String type;
    private final ClassLoader ours;
    private final ClassLoader stock;

    ThemeChain(String type) {
        this(type, ThemeChain.class.getClassLoader(), ThemeChain.class.getClassLoader());
    }

    /** Looks elsewhere for our theme and for its parent. */
    ThemeChain(String type, ClassLoader ours, ClassLoader stock) {
        this.type = type;
        this.ours = ours;
        this.stock = stock;
    }

    Optional<URL> find(String path) {
        return NAMES.stream().flatMap(name -> url(name, path).stream()).findFirst();
    }

    Optional<URL> url(String theme, String path) {
        ClassLoader where = theme.equals("micloud") ? ours : stock;
        return Optional.ofNullable(where.getResource("theme/" + theme + "/" + type + "/" + path));
    }

    Properties properties() {
        Properties all = new Properties();
        all.putAll(read("base", "theme.properties"));
        all.putAll(read("micloud", "theme.properties"));
        all.replaceAll((key, value) -> ENVIRONMENT.matcher(value.toString()).replaceAll("$1"));
        return all;
    }

    Properties own(String language) {
        return read("micloud", bundle(language));
    }

    /** File names of the parent's templates. */
    List<String> stockTemplates() throws IOException {
        URL anyTemplate = url("base", "template.ftl")
                .or(() -> url("base", "html/template.ftl"))
                .orElseThrow();
        String folder = "theme/base/" + type + "/";
        JarURLConnection connection = (JarURLConnection) anyTemplate.openConnection();
        // Closing a shared file would take it away from everybody else.
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            return jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(folder) && name.endsWith(".ftl"))
                    .map(name -> name.substring(folder.length()))
                    .toList();
        }
    }

    Properties stock(String language) {
        return read("base", bundle(language));
    }

    /** What a page in this language finds: English, then the language, then its region, each with ours over Keycloak's. */
    Properties messages(String language) {
        Properties all = new Properties();
        for (String step : fallbacks(language)) {
            all.putAll(read(ofPolicy(step)));
            all.putAll(read("base", bundle(step)));
            all.putAll(read("micloud", bundle(step)));
        }
        return all;
    }

    /** Every language that Keycloak has texts in, whether we have any or not. */
    List<String> keycloaksLanguages() {
        return List.of(read("base", "theme.properties").getProperty("locales").split(","));
    }

    /** Where a page in this language finds a text: the first of its languages that has it, and whose words they are. */
    Optional<Origin> origin(String key, String language) {
        List<String> steps = new ArrayList<>(fallbacks(language));
        Collections.reverse(steps);
        return steps.stream()
                .flatMap(step -> NAMES.stream()
                        .filter(name -> read(name, bundle(step)).containsKey(key))
                        .map(name -> new Origin(step, name.equals("micloud"))))
                .findFirst();
    }

    /** A text's language, and whether its words are ours. */
    record Origin(String language, boolean ours) {}

    private static List<String> fallbacks(String language) {
        // Java knows by the country which script it is, and Keycloak's files are named by that.
        if (language.equals("zh-CN") || language.equals("zh-TW")) {
            return List.of("en", language.equals("zh-CN") ? "zh-Hans" : "zh-Hant");
        }
        String parent = Locale.forLanguageTag(language).getLanguage();
        return parent.equals(language)
                ? (language.equals("en") ? List.of("en") : List.of("en", language))
                : List.of("en", parent, language);
    }

    private static String bundle(String language) {
        return "messages/messages_" + language.replace('-', '_') + ".properties";
    }

    /** The texts that the policy's jar has for all themes. */
    private static Optional<URL> ofPolicy(String language) {
        return Optional.ofNullable(ThemeChain.class
                .getClassLoader()
                .getResource("com/micloud/signin/policy/messages_" + language.replace('-', '_') + ".properties"));
    }

    private Properties read(String theme, String path) {
        return read(url(theme, path));
    }

    private static Properties read(Optional<URL> file) {
        return file.map(url -> READ.computeIfAbsent(url.toString(), any -> load(url)))
                .orElseGet(Properties::new);
    }

    private static Properties load(URL url) {
        Properties read = new Properties();
        try (InputStream in = url.openStream()) {
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }
}
