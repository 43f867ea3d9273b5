package io.github.simplechat.loadtest.node;

import io.github.simplechat.stores.EmbeddedMongo;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chat-load documents}: the embedded document server as a process of its own. */
@Command(
        name = "documents",
        hidden = true,
        description = "Runs a document server for another command of this program.")
public final class DocumentsCommand implements Callable<Integer> {

    @Option(names = "--port", required = true)
    private int port;

    @Override
    public Integer call() throws IOException {
        try (var _ = EmbeddedMongo.on(port)) {
            System.out.println(ChildJvm.READY);
            System.in.transferTo(OutputStream.nullOutputStream());
            return 0;
        }
    }
}
