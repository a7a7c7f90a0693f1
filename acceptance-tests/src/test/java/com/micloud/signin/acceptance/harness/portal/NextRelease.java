package com.micloud.signin.acceptance.harness.portal;

import com.micloud.signin.acceptance.harness.ContentHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The jars of a release after this one: whatever browsers load from them has other bytes there, and so another name. */
final class NextRelease {
    private static final Pattern OF_THE_THEME =
            Pattern.compile("theme/micloud/login/resources/(?<stem>.+)\\.(?<hash>[0-9a-f]{8})\\.(?<kind>css|js|svg)");
    private static final Pattern OF_THE_POLICY = Pattern.compile("com/micloud/signin/policy/.+\\.js");
    private static final String NAMES = "theme/micloud/login/theme.properties";

    private NextRelease() {}

    /** Makes such a jar, under its own name, in a folder. */
    static Path of(Path jar, Path folder) throws IOException {
        var files = new LinkedHashMap<ZipEntry, byte[]>();
        var renamed = new LinkedHashMap<String, String>();
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream().toList()) {
                try (var in = zip.getInputStream(entry)) {
                    add(entry, in.readAllBytes(), files, renamed);
                }
            }
        }
        Files.createDirectories(folder);
        return Files.write(folder.resolve(jar.getFileName()), zipped(files, renamed));
    }

    private static void add(ZipEntry entry, byte[] content, Map<ZipEntry, byte[]> files, Map<String, String> renamed) {
        var name = entry.getName();
        var asset = OF_THE_THEME.matcher(name);
        if (asset.matches()) {
            var changed = changed(content);
            var hash = ContentHash.of(changed);
            renamed.put(asset.group("hash"), hash);
            files.put(dated(name.replace(asset.group("hash"), hash), entry), changed);
        } else {
            files.put(dated(name, entry), OF_THE_POLICY.matcher(name).matches() ? changed(content) : content);
        }
    }

    private static byte[] changed(byte[] content) {
        return (new String(content, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** With the old time stamp, so that the same jar comes out of every run. */
    private static ZipEntry dated(String name, ZipEntry old) {
        var entry = new ZipEntry(name);
        entry.setTime(old.getTime());
        return entry;
    }

    private static byte[] zipped(Map<ZipEntry, byte[]> files, Map<String, String> renamed) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(file.getKey());
                zip.write(file.getKey().getName().equals(NAMES) ? renamed(file.getValue(), renamed) : file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] renamed(byte[] properties, Map<String, String> renamed) {
        var text = new String(properties, StandardCharsets.UTF_8);
        for (var name : renamed.entrySet()) {
            text = text.replace(name.getKey(), name.getValue());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
