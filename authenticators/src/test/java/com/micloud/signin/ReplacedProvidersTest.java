package com.micloud.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** An operator must know which of Keycloak's providers the jars replace, in every realm of the server. */
@DisplayName("The list of replaced providers in CHANGELOG.md")
final class ReplacedProvidersTest {
    private static final String SERVICES = "META-INF/services/";
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    @Test
    @DisplayName("names every provider that has the id of one of Keycloak's, or comes before it, and no other")
    void complete() throws Exception {
        assertThat(listed()).isEqualTo(replaced());
    }

    @Test
    @DisplayName("counts them")
    void counts() throws Exception {
        int number = replaced().values().stream().mapToInt(Set::size).sum();
        assertThat(page()).contains("replace " + number + " of Keycloak's providers");
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "CHANGELOG.md"));
    }

    private static Map<String, Set<String>> listed() throws IOException {
        String page = page();
        Map<String, Set<String>> listed = new TreeMap<>();
        page.substring(page.indexOf("<!-- replaced providers -->"), page.indexOf("<!-- end of replaced providers -->"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1))
                .forEach(cells -> listed.computeIfAbsent(quoted(cells[1]).get(0), kind -> new TreeSet<>())
                        .addAll(quoted(cells[2])));
        return listed;
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    private static Map<String, Set<String>> replaced() throws Exception {
        Map<String, String> kinds = kinds();
        Map<String, Set<String>> replaced = new TreeMap<>();
        Set<String> services = services();
        // Of all services these are providers; others name kinds of providers.
        services.retainAll(kinds.keySet());
        for (String service : services) {
            List<ProviderFactory<?>> keycloak = factories(service, false);
            List<String> ids = keycloak.stream().map(ProviderFactory::getId).toList();
            for (ProviderFactory<?> factory : factories(service, true)) {
                // Of the providers of one kind Keycloak uses the one with the highest order by itself.
                if (ids.contains(factory.getId()) || factory.order() > 0) {
                    replaced.computeIfAbsent(kinds.get(service), kind -> new TreeSet<>())
                            .add(factory.getId());
                }
            }
        }
        return replaced;
    }

    /** The name of each kind of provider, as in Keycloak's options: {@code --spi-<kind>--<provider>--...}. */
    private static Map<String, String> kinds() {
        Map<String, String> kinds = new HashMap<>();
        ServiceLoader.load(Spi.class)
                .forEach(spi -> kinds.put(spi.getProviderFactoryClass().getName(), spi.getName()));
        return kinds;
    }

    private static Set<String> services() throws IOException {
        Set<String> services = new TreeSet<>();
        for (String module : List.of("authenticators", "password-policy", "theme")) {
            Path folder = Path.of("..", module, "src", "main", "resources", "META-INF", "services");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.map(file -> file.getFileName().toString()).forEach(services::add);
                }
            }
        }
        return services;
    }

    private static List<ProviderFactory<?>> factories(String service, boolean ours) throws Exception {
        List<ProviderFactory<?>> factories = new ArrayList<>();
        ClassLoader loader = ReplacedProvidersTest.class.getClassLoader();
        for (URL file : Collections.list(loader.getResources(SERVICES + service))) {
            for (String name : names(file)) {
                if (name.startsWith("com.micloud.") == ours) {
                    factories.add((ProviderFactory<?>)
                            loader.loadClass(name).getDeclaredConstructor().newInstance());
                }
            }
        }
        return factories;
    }

    private static List<String> names(URL file) throws IOException {
        try (var in = file.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toList());
        }
    }
}
