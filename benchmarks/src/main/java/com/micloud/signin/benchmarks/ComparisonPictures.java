package com.micloud.signin.benchmarks;

import com.micloud.signin.acceptance.harness.real.BrowserProgram;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** Puts the pictures of a page beside each other: Keycloak's and ours, wide and narrow, light and dark. */
final class ComparisonPictures {
    private static final String FRAME =
            """
            <!DOCTYPE html><meta charset=utf-8><style>
            body { margin: 0; padding: 12px; width: 1416px; background: #fff; font: 600 15px system-ui; color: #14202b }
            div { display: flex; gap: 12px; align-items: flex-start; margin-block-end: 12px }
            figure { margin: 0 }
            figcaption { padding-block-end: 6px }
            img { display: block; height: 372px; border: 1px solid #bcc6d0; object-fit: cover; object-position: 0 0 }
            .wide { width: 516px } .narrow { width: 162px }
            </style>
            """;

    private ComparisonPictures() {}

    /** Makes one picture of each page that the docs show. */
    static void compose(BrowserProgram program, Path folder) throws IOException {
        var tab = program.browser().newPage();
        for (var page : ComparedPage.all()) {
            if (page.pictured()) {
                tab.setContent(frame(page, folder));
                tab.screenshot(new Page.ScreenshotOptions()
                        .setPath(composite(page, folder))
                        .setType(ScreenshotType.JPEG)
                        .setQuality(72)
                        .setFullPage(true));
            }
        }
        tab.close();
    }

    /** The picture of a page. */
    static Path composite(ComparedPage page, Path folder) {
        return folder.resolve("compared-" + page.file() + ".jpg");
    }

    private static String frame(ComparedPage page, Path folder) throws IOException {
        var html = new StringBuilder(FRAME);
        for (var scheme : List.of("light", "dark")) {
            html.append("<div>");
            for (var width : List.of("1280", "390")) {
                for (var theme : Comparison.THEMES) {
                    var picture = Files.readAllBytes(
                            folder.resolve(page.file() + "-" + theme + "-" + width + "-" + scheme + ".png"));
                    html.append("<figure><figcaption>")
                            .append(theme.equals("micloud") ? "micloud" : "Keycloak")
                            .append("</figcaption><img class=")
                            .append(width.equals("390") ? "narrow" : "wide")
                            .append(" src='data:image/png;base64,")
                            .append(Base64.getEncoder().encodeToString(picture))
                            .append("'></figure>");
                }
            }
            html.append("</div>");
        }
        return html.toString();
    }
}
