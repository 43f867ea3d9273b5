package io.github.simplechat.platform.eventstore.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.platform.eventstore.Claim;
import io.github.simplechat.platform.eventstore.ClaimTaken;
import io.github.simplechat.platform.eventstore.ClaimedRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What a claim promises when its event is in another store. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ClaimsContract {

    private @Nullable AxonServerProfile profile;

    abstract AxonServerProfile open();

    @BeforeAll
    void connect() {
        profile = open();
    }

    @AfterAll
    void disconnect() {
        if (profile != null) {
            profile.close();
        }
    }

    AxonServerProfile profile() {
        if (profile == null) {
            throw new IllegalStateException("not connected");
        }
        return profile;
    }

    AxonServerClaims claims() {
        return profile().bean(AxonServerClaims.class);
    }

    AxonServerFeedReader feeds() {
        return profile().bean(AxonServerFeedReader.class);
    }

    static Claim claim(String body) {
        return Claim.of(
                UUID.randomUUID(), "key", "/v1/rooms", body.getBytes(StandardCharsets.UTF_8));
    }

    /** A command that sends a message to the feed as it is now, as a command bus executes it. */
    ClaimedRequest send(Claim claim, UUID feed, String at) {
        long version = feeds().version(feed) + 1;
        ClaimedRequest request =
                new ClaimedRequest(
                        claim, new Receipt(feed, version, version + 1, Instant.parse(at)));
        execute(request, List.of(MessageSent.of(feed, feed, Instant.parse(at), version + 1, "말")));
        return request;
    }

    void execute(ClaimedRequest request, List<ChatEvent> events) {
        long first = request.receipt().version() - events.size() + 1;
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("command"));
        unit.onPrepareCommit(preparing ->
                profile()
                        .bean(AxonServerStorageEngine.class)
                        .appendEvents(
                                IntStream.range(0, events.size())
                                        .mapToObj(i ->
                                                new GenericDomainEventMessage<>(
                                                        "Feed",
                                                        events.get(i).feedId().toString(),
                                                        first + i,
                                                        events.get(i)))
                                        .toList()));
        claims().storeWithCommand(request);
        unit.commit();
    }

    @Test
    void given_a_request_that_took_effect_when_it_comes_again_then_taken_and_the_first_answer() {
        UUID feed = UUID.randomUUID();
        Claim claim = claim("hello");
        ClaimedRequest first = send(claim, feed, "2026-11-22T06:00:00.001Z");

        assertThatThrownBy(() -> send(claim, feed, "2026-11-22T07:00:00Z"))
                .isInstanceOf(ClaimTaken.class);

        assertThat(claims().find(claim)).hasValue(first);
        assertThat(feeds().version(feed)).isZero();
    }

    @Test
    void given_another_body_with_the_key_when_it_comes_then_the_first_digest_is_told() {
        UUID feed = UUID.randomUUID();
        Claim first = claim("hello");
        send(first, feed, "2026-11-22T06:00:00Z");
        Claim other =
                Claim.of(
                        first.actorId(),
                        first.key(),
                        "/v1/rooms",
                        "other".getBytes(StandardCharsets.UTF_8));

        assertThat(claims().find(other)).map(ClaimedRequest::claim).hasValue(first);
    }

    @Test
    void given_a_command_without_events_when_its_key_comes_again_then_its_answer() {
        UUID feed = UUID.randomUUID();
        Claim claim = claim("join");
        ClaimedRequest request =
                new ClaimedRequest(
                        claim, new Receipt(feed, 7, null, Instant.parse("2026-11-22T06:00:00Z")));
        execute(request, List.of());

        assertThat(claims().find(claim)).hasValue(request);
        assertThatThrownBy(() -> execute(request, List.of())).isInstanceOf(ClaimTaken.class);
    }

    @Test
    void given_what_an_actor_asked_for_when_forgotten_then_it_is_not_found_and_others_is() {
        UUID feed = UUID.randomUUID();
        Claim claim = claim("hello");
        Claim other = claim("others");
        send(claim, feed, "2026-11-22T06:00:00Z");
        send(other, feed, "2026-11-22T06:00:00Z");

        claims().forget(claim.actorId());

        assertThat(claims().find(claim)).isEmpty();
        assertThat(claims().find(other)).isPresent();
        assertThat(feeds().version(feed)).isEqualTo(1);
    }

    @Test
    void given_one_request_many_times_at_once_when_each_is_tried_until_answered_then_one_event()
            throws Exception {
        UUID feed = UUID.randomUUID();
        Claim claim = claim("hello");
        List<ClaimedRequest> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sends =
                    IntStream.range(0, 12)
                            .mapToObj(i ->
                                    threads.submit(() ->
                                            sendUntilAnswered(
                                                    claim,
                                                    feed,
                                                    "2026-11-22T06:00:%02dZ".formatted(i))))
                            .toList();
            for (var send : sends) {
                answers.add(send.get());
            }
        }

        assertThat(feeds().version(feed)).isZero();
        assertThat(answers).hasSize(12).containsOnly(claims().find(claim).orElseThrow());
    }

    private ClaimedRequest sendUntilAnswered(Claim claim, UUID feed, String at) {
        while (true) {
            try {
                return send(claim, feed, at);
            } catch (ClaimTaken e) {
                return claims().find(claim).orElseThrow();
            } catch (ConcurrencyException e) {
                // Somebody was faster with this version of the feed.
            }
        }
    }
}
