package com.micloud.signin.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Leaves every page as a file under {@code target/pages}, to be looked at in a browser. */
final class PreviewTest {

    private static final ThemeChain LOGIN = new ThemeChain("login");

    @Test
    void everyPageIsLeftForLookingAt() throws IOException {
        Path folder = Path.of("target", "pages");
        Properties properties = LOGIN.properties();
        for (String key : new String[] {
            "styles", "scripts", "micloudGoScript", "micloudCodesScript", "micloudPasskeysScript", "favIcon"
        }) {
            copy(properties.getProperty(key), folder);
        }
        Renderer renderer = new Renderer(LOGIN);
        StringBuilder index = new StringBuilder("<!DOCTYPE html><meta charset=utf-8><title>Pages</title>");
        for (Page page : GoldenPages.all()) {
            Files.writeString(
                    folder.resolve(page.name() + ".html"),
                    renderer.render(page.template(), page.language(), page.model()));
            index.append("<p><a href=\"")
                    .append(page.name())
                    .append(".html\">")
                    .append(page.name())
                    .append("</a>");
        }
        Renderer mails = new Renderer(new ThemeChain("email"));
        for (Mail mail : Mail.all()) {
            for (String language : new String[] {"en", "de", "ja", "ar"}) {
                String name = "mail-" + mail.name() + "-" + language;
                for (String part : new String[] {"html", "text"}) {
                    String file = name + (part.equals("html") ? ".html" : ".txt");
                    Files.writeString(
                            folder.resolve(file),
                            mails.render(part + "/" + mail.template() + ".ftl", language, mail.model(language)));
                    index.append("<p><a href=\"")
                            .append(file)
                            .append("\">")
                            .append(file)
                            .append("</a>");
                }
            }
        }
        Files.writeString(folder.resolve("index.html"), index);
        assertThat(folder.resolve("login-username.html")).exists();
    }

    private static void copy(String resource, Path folder) throws IOException {
        Path target = folder.resolve("resources").resolve(resource);
        Files.createDirectories(target.getParent());
        try (InputStream in = LOGIN.find("resources/" + resource).orElseThrow().openStream()) {
            Files.write(target, in.readAllBytes());
        }
    }
}
