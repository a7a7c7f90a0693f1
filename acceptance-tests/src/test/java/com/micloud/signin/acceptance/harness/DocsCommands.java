package com.micloud.signin.acceptance.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The code blocks of a page of the docs, for tests that type what a reader types. A block below the comment
 * `settings`, or `file ...`, sets variables to examples that the reader replaces; all others are taken as they stand.
 */
public final class DocsCommands {
    private static final Pattern BLOCK =
            Pattern.compile("(?:^<!-- ([^\\n]*) -->\\R)?^```([a-z]+)\\R(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private static final Pattern SETTING =
            Pattern.compile("^((?:export )?([A-Za-z_][A-Za-z0-9_]*)=).*$", Pattern.MULTILINE);

    /** One block: the comment above it, empty where there is none, its language and its text. */
    public record Block(String comment, String language, String text) {
        /** Whether the reader has values of his own for what the block sets. */
        boolean isSettings() {
            return comment.equals("settings") || comment.startsWith("file ");
        }

        /** The text with other values for some of the variables that it sets, and for no others. */
        public String with(Map<String, String> values) {
            var unused = new HashSet<>(values.keySet());
            var changed = SETTING.matcher(text).replaceAll(setting -> {
                var value = values.get(setting.group(2));
                unused.remove(setting.group(2));
                var line = value == null ? setting.group() : setting.group(1) + "'" + value + "'";
                return Matcher.quoteReplacement(line);
            });
            if (!unused.isEmpty()) {
                throw new AssertionError("The page does not tell its readers to set " + unused + ":\n" + text);
            }
            return changed;
        }
    }

    private DocsCommands() {}

    /** All blocks of a page that name their language. */
    public static List<Block> of(String page) {
        var found = new ArrayList<Block>();
        var blocks = BLOCK.matcher(text(page));
        while (blocks.find()) {
            found.add(new Block(blocks.group(1) == null ? "" : blocks.group(1), blocks.group(2), blocks.group(3)));
        }
        return found;
    }

    /** One script of these blocks, with values for the variables of each block of settings in its turn. */
    public static String script(List<Block> blocks, List<Map<String, String>> values) {
        var turns = values.iterator();
        var script = blocks.stream().map(block -> text(block, turns)).collect(Collectors.joining("\n"));
        if (turns.hasNext()) {
            throw new AssertionError("More values than blocks of settings");
        }
        return script;
    }

    private static String text(Block block, Iterator<Map<String, String>> turns) {
        return block.isSettings() ? block.with(turns.next()) : block.text();
    }

    private static String text(String page) {
        try {
            return Files.readString(Settings.root().resolve("docs").resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
