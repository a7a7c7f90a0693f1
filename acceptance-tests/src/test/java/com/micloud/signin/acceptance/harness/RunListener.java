package com.micloud.signin.acceptance.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Begins the part of the closing report that one JVM writes. */
public final class RunListener implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!Settings.areThere()) {
            // Maven itself opens a session to see which tests there are, and runs none of them.
            return;
        }
        try {
            LeftOut.begin();
            if (!Settings.whole()) {
                LeftOut.because(
                        "a part of each long proof", "this run takes samples; with -Dmicloud.whole=true it takes all");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
