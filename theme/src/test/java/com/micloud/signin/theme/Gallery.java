package com.micloud.signin.theme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every page in every state, drawn into a folder for browsers: what pictures are taken of and accessibility is judged on. */
public final class Gallery {

    private static final ThemeChain LOGIN = new ThemeChain("login");

    /** What pages load: our own files by property, Keycloak's by name. */
    private static final List<String> OWN =
            List.of("styles", "scripts", "micloudGoScript", "micloudCodesScript", "micloudPasskeysScript", "favIcon");

    private static final List<String> KEYCLOAKS = List.of("js/authChecker.js");

    private Gallery() {}

    /**
     * One picture: a page in one state and one language.
     *
     * @param file its name below the folder
     * @param template the page
     * @param language what it is written in
     * @param first whether it shows the page as most people meet it
     * @param failed whether it shows an error
     * @param own whether its template is ours, and not inherited
     */
    public record Drawn(String file, String template, String language, boolean first, boolean failed, boolean own) {}

    /** Draws all states in their own language. */
    public static List<Drawn> draw(Path folder) throws IOException {
        return draw(folder, GoldenPages.all());
    }

    /** Draws all states, and those that are in English again from right to left. */
    public static List<Drawn> drawBothWays(Path folder) throws IOException {
        Map<String, Page> pages = new LinkedHashMap<>();
        for (Page page : GoldenPages.all()) {
            pages.put(page.name(), page);
            if (page.language().equals("en")) {
                Page mirrored = page.in("ar");
                pages.put(mirrored.name(), mirrored);
            }
        }
        return draw(folder, List.copyOf(pages.values()));
    }

    private static List<Drawn> draw(Path folder, List<Page> pages) throws IOException {
        for (String property : OWN) {
            copy(LOGIN.properties().getProperty(property), folder);
        }
        for (String file : KEYCLOAKS) {
            copy(file, folder);
        }
        Renderer renderer = new Renderer(LOGIN);
        List<Drawn> drawn = new ArrayList<>();
        List<String> met = new ArrayList<>();
        for (Page page : pages) {
            Files.writeString(
                    folder.resolve(page.name() + ".html"),
                    renderer.render(page.template(), page.language(), page.model()));
            String kind = page.template() + page.language();
            boolean failed = page.model().get("message") instanceof Beans.Message message
                    && message.getType().equals("error");
            drawn.add(new Drawn(
                    page.name() + ".html",
                    page.template().replace(".ftl", ""),
                    page.language(),
                    !met.contains(kind),
                    failed,
                    LOGIN.url("micloud", page.template()).isPresent()));
            met.add(kind);
        }
        return drawn;
    }

    private static void copy(String resource, Path folder) throws IOException {
        Path target = folder.resolve("resources").resolve(resource);
        Files.createDirectories(target.getParent());
        try (InputStream in = LOGIN.find("resources/" + resource).orElseThrow().openStream()) {
            Files.write(target, in.readAllBytes());
        }
    }
}
