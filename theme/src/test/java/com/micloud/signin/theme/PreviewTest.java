package com.micloud.signin.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Leaves every page as a file under {@code target/pages}, to be looked at in a browser. */
final class PreviewTest {

    @Test
    void everyPageIsLeftForLookingAt() throws IOException {
        Path folder = Path.of("target", "pages");
        StringBuilder index = new StringBuilder("<!DOCTYPE html><meta charset=utf-8><title>Pages</title>");
        for (Gallery.Drawn page : Gallery.draw(folder)) {
            link(index, page.file());
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
                    link(index, file);
                }
            }
        }
        Files.writeString(folder.resolve("index.html"), index);
        assertThat(folder.resolve("login-username.html")).exists();
    }

    private static void link(StringBuilder index, String file) {
        index.append("<p><a href=\"").append(file).append("\">").append(file).append("</a>");
    }
}
