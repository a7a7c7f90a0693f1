package com.micloud.signin.demo.runner;

import com.micloud.signin.demo.server.Folders;
import com.micloud.signin.realm.DemoRealm;
import com.micloud.signin.realm.DemoSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the demo remembers between two starts. */
final class DemoData {

    private final DemoOptions options;
    private final Path mark;

    DemoData(DemoOptions options) {
        this.options = options;
        this.mark = options.work().resolve("imported");
    }

    /**
     * Decides what there is to import: everything at the first start, nothing later.
     *
     * <p>Data of an import that did not come to its end, or that was made for other addresses, is of no use: the realms
     * know each other's keys and addresses.
     */
    List<Path> realmFiles() throws IOException {
        if (!options.fresh() && Files.exists(mark) && Files.readString(mark).equals(addresses())) {
            return List.of();
        }
        Files.deleteIfExists(mark);
        Folders.remove(options.instance().resolve("data"));
        var folder = options.work().resolve("realms");
        Folders.remove(folder);
        return DemoRealm.write(
                folder,
                DemoSettings.standard().withBaseUrl(options.baseUrl()).withSmtp("localhost", options.smtpPort()));
    }

    /** Notes that the import is done and the data can be kept. */
    void keep() throws IOException {
        Files.writeString(mark, addresses());
    }

    private String addresses() {
        return options.baseUrl() + " smtp:" + options.smtpPort() + "\n";
    }
}
