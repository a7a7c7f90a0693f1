package com.micloud.signin.acceptance.harness.portal;

import com.micloud.signin.acceptance.harness.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;

/** What all JVMs of a run share, and later runs as well: it takes long to make, and is copied quickly. */
final class Shared {
    private Shared() {}

    /** Where it lies. */
    static Path folder(String name) {
        return Settings.build().resolve("built").resolve(name);
    }

    /** Makes it, or finds it made, while no other JVM does. */
    static <T> T byOneAtATime(String name, Callable<T> work) {
        var lockFile = folder(name + ".lock");
        try {
            Files.createDirectories(lockFile.getParent());
            try (var file = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = file.lock()) {
                return work.call();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
