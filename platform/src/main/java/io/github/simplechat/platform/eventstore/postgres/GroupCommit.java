package io.github.simplechat.platform.eventstore.postgres;

import io.github.simplechat.platform.eventstore.Claim;
import io.github.simplechat.platform.eventstore.ClaimTaken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DuplicateKeyException;

/**
 * Writes the appends of concurrent commands in groups: what comes in while one group is being
 * committed makes up the next one, so the cost of a commit is shared by all who wait for it. One
 * thread writes; a caller returns when its own append is durable.
 *
 * <p>An append whose claim is taken fails alone, and so does one that conflicts, which is found by
 * halving its group.
 */
final class GroupCommit implements AutoCloseable {

    private static final int MOST_APPENDS = 512;
    private static final Append STOP = new Append(List.of(), List.of());

    private final BlockingQueue<Append> waiting = new LinkedBlockingQueue<>();
    private final GroupWriter writer;
    private final Runnable afterCommit;
    private final Thread thread;

    /**
     * Starts the writing thread.
     *
     * @param afterCommit called after each group that was stored
     */
    GroupCommit(GroupWriter writer, Runnable afterCommit) {
        this.writer = writer;
        this.afterCommit = afterCommit;
        this.thread = Thread.ofPlatform().daemon().name("event-writer").start(this::run);
    }

    /**
     * Stores an append; returns when it is durable.
     *
     * @throws ConcurrencyException when a version of it is taken; nothing of it was stored
     * @throws ClaimTaken when a claim of it is taken; nothing of it was stored
     */
    void store(Append append) {
        waiting.add(append);
        if (!thread.isAlive()) {
            throw new IllegalStateException("The event store is closed.");
        }
        try {
            append.durable().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void run() {
        List<Append> group = new ArrayList<>(MOST_APPENDS);
        boolean open = true;
        while (open) {
            try {
                group.add(waiting.take());
                waiting.drainTo(group, MOST_APPENDS - 1);
                open = !group.remove(STOP);
                write(group);
            } catch (InterruptedException e) {
                open = false;
            }
            group.clear();
        }
    }

    private void write(List<Append> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            Map<Append, Set<Claim>> refused = writer.write(group);
            if (refused.isEmpty()) {
                group.forEach(append -> append.durable().complete(null));
                afterCommit.run();
            } else {
                writeWithout(refused, group);
            }
        } catch (DuplicateKeyException e) {
            separate(group, e);
        } catch (RuntimeException | Error e) {
            group.forEach(append -> append.durable().completeExceptionally(e));
        }
    }

    /** The refused are told last, so that they can read the answer of a request in their group. */
    private void writeWithout(Map<Append, Set<Claim>> refused, List<Append> group) {
        write(group.stream().filter(append -> !refused.containsKey(append)).toList());
        refused.forEach(
                (append, taken) -> append.durable().completeExceptionally(new ClaimTaken(taken)));
    }

    private void separate(List<Append> group, DuplicateKeyException cause) {
        if (group.size() == 1) {
            group.getFirst()
                    .durable()
                    .completeExceptionally(
                            new ConcurrencyException("The feed has moved on meanwhile.", cause));
            return;
        }
        int half = group.size() / 2;
        write(group.subList(0, half));
        write(group.subList(half, group.size()));
    }

    /** Writes what waits and stops. */
    @Override
    public void close() {
        waiting.add(STOP);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        waiting.forEach(late ->
                late.durable()
                        .completeExceptionally(
                                new IllegalStateException("The event store is closed.")));
    }
}
