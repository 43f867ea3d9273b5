package io.github.simplechat.standalone;

import io.github.simplechat.platform.startup.ChatApplication;

/** Starts everything in this process, or says in one sentence why not. */
public final class StandaloneApplication {

    private StandaloneApplication() {}

    /** Takes its settings from the environment; see the README. */
    public static void main(String[] args) {
        try {
            Settings settings = Settings.from(System.getenv());
            Parent.endWith(settings.parentPid());
            Assembly assembly = Assembly.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(assembly::close, "shutdown"));
            System.out.println(StartMessage.of(settings));
        } catch (RuntimeException e) {
            throw ChatApplication.exit(e);
        }
    }
}
