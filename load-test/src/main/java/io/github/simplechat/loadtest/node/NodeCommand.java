package io.github.simplechat.loadtest.node;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code chat-load node}: a service as a process of its own, with the settings of its environment.
 * It ends when its standard input does, and so with the process that started it.
 */
@Command(
        name = "node",
        hidden = true,
        description = "Runs a service for another command of this program.")
public final class NodeCommand implements Callable<Integer> {

    @Option(names = "--service", required = true, description = "${COMPLETION-CANDIDATES}")
    private Service service = Service.COMMAND;

    @Option(names = "--axon", required = true, description = "${COMPLETION-CANDIDATES}")
    private Axon axon = Axon.OURS;

    @Override
    public Integer call() throws IOException {
        try (var _ = service.prepare(axon).run()) {
            System.out.println(ChildJvm.READY);
            System.in.transferTo(OutputStream.nullOutputStream());
            return 0;
        }
    }
}
