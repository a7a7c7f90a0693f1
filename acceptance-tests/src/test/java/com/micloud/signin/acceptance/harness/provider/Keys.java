package com.micloud.signin.acceptance.harness.provider;

import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;

/** A key pair with a self-signed certificate, made by the JDK's own tool. */
record Keys(PrivateKey privateKey, String certificate) {
    private static final String SECRET = "changeit";

    static Keys make() {
        try {
            Files.createDirectories(Settings.target());
            var file = Settings.target().resolve("keys-" + Names.word() + ".p12");
            run(file);
            var store = KeyStore.getInstance(file.toFile(), SECRET.toCharArray());
            Files.delete(file);
            var certificate = store.getCertificate("provider").getEncoded();
            return new Keys(
                    (PrivateKey) store.getKey("provider", SECRET.toCharArray()),
                    Base64.getEncoder().encodeToString(certificate));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Path file) throws IOException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "provider",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=provider",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        SECRET,
                        "-keystore",
                        file.toString()))
                .redirectErrorStream(true)
                .start();
        try (var output = process.getInputStream()) {
            var said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool failed: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
