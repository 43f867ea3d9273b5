package io.github.simplechat.command.platform.axon;

import io.github.simplechat.command.platform.axon.WaitingCommand.Call;
import io.github.simplechat.platform.eventstore.Claim;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/**
 * Takes turns on each feed. The first caller leads: it executes its own command. Who comes
 * meanwhile waits; when the leader is done, the first of them leads next, and executes the commands
 * of all who wait, as one batch. So a busy feed costs one commit for each batch, and no caller ever
 * executes more than one batch. Thread-safe; made for virtual threads.
 */
final class FeedTurns {

    private static final int MOST = 512;

    private final ConcurrentMap<Object, Queue<WaitingCommand>> waiting = new ConcurrentHashMap<>();
    private final Consumer<List<WaitingCommand>> execution;

    /**
     * Turns.
     *
     * @param execution executes a batch and leaves what became of each; throws nothing
     */
    FeedTurns(Consumer<List<WaitingCommand>> execution) {
        this.execution = execution;
    }

    /** Executes a command, or waits until it was executed. */
    void take(Object feed, WaitingCommand command) {
        if (isFirst(feed, command) || command.await() == Call.LEAD) {
            lead(feed, command);
        }
    }

    /** An entry of the map means that somebody leads; its queue holds those who wait. */
    private boolean isFirst(Object feed, WaitingCommand command) {
        boolean[] first = {false};
        waiting.compute(
                feed,
                (key, queue) -> {
                    if (queue == null) {
                        first[0] = true;
                        return new ArrayDeque<>(0);
                    }
                    queue.add(command);
                    return queue;
                });
        return first[0];
    }

    /** How many wait for their turn on a feed. */
    int waiting(Object feed) {
        int[] size = {0};
        waiting.computeIfPresent(
                feed,
                (key, queue) -> {
                    size[0] = queue.size();
                    return queue;
                });
        return size[0];
    }

    private void lead(Object feed, WaitingCommand command) {
        List<WaitingCommand> batch = batch(feed, command);
        try {
            execution.accept(batch);
        } finally {
            waiting.computeIfPresent(feed, (key, queue) -> passOn(queue));
            batch.forEach(done -> done.call(Call.DONE));
        }
    }

    /** Of commands with one idempotency key, one is taken; the others find its answer later. */
    private List<WaitingCommand> batch(Object feed, WaitingCommand own) {
        List<WaitingCommand> batch = new ArrayList<>();
        Set<Claim> claims = new HashSet<>();
        add(own, batch, claims);
        waiting.computeIfPresent(
                feed,
                (key, queue) -> {
                    Iterator<WaitingCommand> next = queue.iterator();
                    while (next.hasNext() && batch.size() < MOST) {
                        if (add(next.next(), batch, claims)) {
                            next.remove();
                        }
                    }
                    return queue;
                });
        return batch;
    }

    private static boolean add(
            WaitingCommand command, List<WaitingCommand> batch, Set<Claim> claims) {
        Claim claim = command.claim();
        return (claim == null || claims.add(claim)) && batch.add(command);
    }

    @SuppressWarnings("NullAway") // null takes the entry out of the map
    private static Queue<WaitingCommand> passOn(Queue<WaitingCommand> queue) {
        WaitingCommand next = queue.poll();
        if (next == null) {
            return null;
        }
        next.call(Call.LEAD);
        return queue;
    }
}
