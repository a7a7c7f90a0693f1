package com.micloud.signin.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Entities;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Takes pictures of all mails side by side into {@code target/mails}. No part of the build, since it wants a Chromium:
 * {@code mvn package -pl theme -am -Dtest=MailGallery -Dsurefire.failIfNoSpecifiedTests=false}.
 */
final class MailGallery {

    private static final int COLUMNS_WIDTH = 2700;

    @ParameterizedTest
    @CsvSource({
        "en, 640, 800, light",
        "en, 640, 800, dark",
        "en, 390, 980, light",
        "en, 390, 980, dark",
        "ar, 640, 800, light",
        "ar, 390, 980, dark",
        "de, 390, 1040, light",
        "ja, 640, 800, light"
    })
    void isPictured(String language, int width, int height, String scheme) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target", "mails"));
        Renderer renderer = new Renderer(new ThemeChain("email"));
        StringBuilder sheet = new StringBuilder("<!DOCTYPE html><meta charset=utf-8><meta name=color-scheme "
                + "content='light dark'><style>body{margin:20px;font:14px sans-serif}figure{display:inline-block;"
                + "margin:0 20px 20px 0}iframe{border:1px solid gray}</style>");
        for (Mail mail : Mail.all()) {
            String html = renderer.render("html/" + mail.template() + ".ftl", language, mail.model(language));
            sheet.append(
                    "<figure><figcaption>%s</figcaption><iframe width=%d height=%d srcdoc=\"%s\"></iframe></figure>"
                            .formatted(
                                    mail.name(),
                                    width,
                                    height,
                                    Entities.escape(html).replace("\"", "&quot;")));
        }
        String name = "mails-" + language + "-" + width + "-" + scheme;
        Path page = Files.writeString(folder.resolve(name + ".html"), sheet);
        Path picture = folder.resolve(name + ".png");
        int rows = (Mail.all().size() * (width + 24) + COLUMNS_WIDTH) / COLUMNS_WIDTH + 1;
        Process chromium = new ProcessBuilder(
                        System.getenv().getOrDefault("MICLOUD_CHROMIUM", "chromium"),
                        "--headless",
                        "--no-sandbox",
                        "--hide-scrollbars",
                        "--blink-settings=preferredColorScheme=" + (scheme.equals("dark") ? 0 : 1),
                        "--window-size=" + (COLUMNS_WIDTH + 60) + "," + rows * (height + 50),
                        "--screenshot=" + picture.toAbsolutePath(),
                        page.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.log").toFile())
                .start();
        assertThat(chromium.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(picture).isNotEmptyFile();
    }
}
