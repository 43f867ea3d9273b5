package io.github.simplechat.loadtest.progress;

/** Whether a person is looking. */
public final class Terminal {

    private Terminal() {}

    /**
     * Whether standard error is a terminal. Java cannot ask that, so the start script tells it by
     * the property {@code chat.load.terminal}; without it the answer is no.
     */
    public static boolean isStandardError() {
        return Boolean.getBoolean("chat.load.terminal");
    }
}
