package com.micloud.signin.acceptance.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Begins the closing report of a run. */
public final class RunListener implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            LeftOut.begin();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
