package com.micloud.signin.acceptance.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/** A table of the docs that the tests run: the page stands between two comments, so that nobody moves it unseen. */
public final class DocsTable {
    private DocsTable() {}

    /** The rows below the heading, each as its cells. */
    public static List<List<String>> rows(String page, String name) {
        String text;
        try {
            text = Files.readString(Settings.root().resolve("docs").resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var from = text.indexOf("<!-- " + name + " -->");
        var to = text.indexOf("<!-- end of " + name + " -->");
        if (from < 0 || to < from) {
            throw new IllegalStateException("docs/" + page + " has no table " + name);
        }
        return text.substring(from, to)
                .lines()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(DocsTable::cells)
                .toList();
    }

    private static List<String> cells(String line) {
        var inner = line.substring(1, line.lastIndexOf('|'));
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }
}
