package com.micloud.signin.demo.server;

import java.util.concurrent.TimeUnit;

/** Ends a process together with those it started. */
final class ProcessTree {

    private static final long PATIENCE_SECONDS = 30;

    private ProcessTree() {}

    /** Asks first, and uses force on whatever is left after a while. */
    static void end(Process process) {
        var family = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        family.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }

    /** Ends all at once, without asking, as a power cut would. */
    static void kill(Process process) {
        var family = process.descendants().toList();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }
}
