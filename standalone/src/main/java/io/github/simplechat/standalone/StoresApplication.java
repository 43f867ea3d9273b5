package io.github.simplechat.standalone;

import io.github.simplechat.platform.startup.ChatApplication;
import io.github.simplechat.platform.startup.Logs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * The three embedded stores alone, on fixed ports, for services that run as processes of their own.
 */
public final class StoresApplication {

    private static final int POSTGRES = 15_432;
    private static final int REDIS = 16_379;
    private static final int MONGO = 17_017;

    private StoresApplication() {}

    /**
     * Creates the file named by its argument once the stores can be used; runs until it is stopped.
     */
    public static void main(String[] args) {
        try {
            Logs.initialize();
            DataFolder folder = DataFolder.open(Settings.from(System.getenv()).dataFolder());
            Stores stores = Stores.start(folder.postgres(), POSTGRES, folder.redis(), REDIS, MONGO);
            Runtime.getRuntime().addShutdownHook(new Thread(stores::close, "shutdown"));
            Files.createFile(Path.of(args[0]));
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw ChatApplication.exit(new UncheckedIOException(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            throw ChatApplication.exit(e);
        }
    }
}
