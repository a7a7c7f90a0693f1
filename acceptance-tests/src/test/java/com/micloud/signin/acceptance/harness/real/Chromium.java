package com.micloud.signin.acceptance.harness.real;

import com.micloud.signin.acceptance.harness.LeftOut;
import com.micloud.signin.acceptance.harness.Settings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The browser program: the machine's own when it has one, else the one that an npm package carries. */
record Chromium(Path program, Map<String, String> environment) {
    private static final String OVERRIDE = "MICLOUD_CHROMIUM";
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final String PACKAGE = "@sparticuz/chromium@147.0.0";
    private static final String NPM = "npm";

    /** Unpacks what the package carries: the program itself, and libraries for machines that lack them. */
    private static final String UNPACK =
            """
            const fs = require('fs'), zlib = require('zlib'), path = require('path');
            const [bin, out] = process.argv.slice(1);
            for (const [from, to] of [['chromium.br', 'chromium'], ['al2023.tar.br', 'al2023.tar'],
                ['fonts.tar.br', 'fonts.tar']]) {
              const source = path.join(bin, from);
              if (fs.existsSync(source)) {
                fs.writeFileSync(path.join(out, to), zlib.brotliDecompressSync(fs.readFileSync(source)), { mode: 0o755 });
              }
            }
            """;

    static Chromium find() {
        var override = System.getenv(OVERRIDE);
        if (override != null && !override.isBlank()) {
            if (!override.equals(NPM)) {
                return present(Path.of(override));
            }
        } else {
            var installed = installed();
            if (installed.isPresent()) {
                return present(installed.get());
            }
        }
        try {
            return fromNpm();
        } catch (IOException | IllegalStateException e) {
            throw new IllegalStateException(
                    "The acceptance tests need a browser and there is none: no " + String.join(", ", NAMES)
                            + " on the PATH, " + OVERRIDE + " names none, and npm could not bring " + PACKAGE + " ("
                            + e.getMessage() + "). Install Debian's package `chromium`, or name a Chromium in "
                            + OVERRIDE + ".",
                    e);
        }
    }

    /** The machine's own browser: the one of the package has no windows. */
    static Optional<Path> installed() {
        return NAMES.stream().map(Chromium::onPath).flatMap(Optional::stream).findFirst();
    }

    private static Chromium present(Path program) {
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException(OVERRIDE + " names " + program + ", which cannot be run.");
        }
        return new Chromium(program, Map.of());
    }

    static Optional<Path> onPath(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Chromium fromNpm() throws IOException {
        var folder = Settings.target().resolve("chromium");
        var program = folder.resolve("chromium");
        if (!Files.isExecutable(program)) {
            Files.createDirectories(folder);
            run(folder, "npm", "pack", "--silent", PACKAGE);
            try (var packed = Files.newDirectoryStream(folder, "*.tgz")) {
                for (var file : packed) {
                    run(folder, "tar", "-xzf", file.getFileName().toString());
                    Files.delete(file);
                }
            }
            run(folder, "node", "-e", UNPACK, "package/bin", ".");
            for (var archive : List.of("al2023.tar", "fonts.tar")) {
                if (Files.exists(folder.resolve(archive))) {
                    run(folder, "tar", "-xf", archive);
                }
            }
        }
        LeftOut.ranWith("the Chromium of npm's " + PACKAGE);
        var environment = new LinkedHashMap<>(System.getenv());
        environment.merge(
                "LD_LIBRARY_PATH", folder.resolve("lib").toString(), (own, ours) -> own + File.pathSeparator + ours);
        if (!Files.exists(Path.of("/etc/fonts/fonts.conf"))) {
            var configuration = folder.resolve("own-fonts.conf");
            Files.writeString(configuration, "<fontconfig><dir>" + folder.resolve("fonts") + "</dir></fontconfig>");
            environment.put("FONTCONFIG_FILE", configuration.toString());
        }
        return new Chromium(program, environment);
    }

    private static void run(Path folder, String... command) throws IOException {
        var log = folder.resolve("bring-up.log");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(command[0] + " took too long, see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command[0] + " failed, see " + log);
        }
    }
}
