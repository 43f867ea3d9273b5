package io.github.simplechat.platform.eventstore.axonserver;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.platform.eventstore.Claim;
import io.github.simplechat.platform.eventstore.ClaimedRequest;
import io.github.simplechat.platform.json.ChatJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * A claim and its answer as they are kept with the event that they stand for, in its metadata.
 *
 * @param version the feed's version after the command
 * @param seq the message's number, where there is one
 * @param at when the command was accepted
 */
record ClaimMark(
        UUID actorId, String key, String digest, long version, @Nullable Long seq, Instant at) {

    private static final String METADATA = "claims";

    static ClaimMark of(ClaimedRequest request) {
        Claim claim = request.claim();
        Receipt receipt = request.receipt();
        return new ClaimMark(
                claim.actorId(),
                claim.key(),
                claim.digest(),
                receipt.version(),
                receipt.seq(),
                receipt.at());
    }

    static ClaimMark parse(String json) {
        return ChatJson.mapper().readValue(json, ClaimMark.class);
    }

    String json() {
        return ChatJson.mapper().writeValueAsString(this);
    }

    boolean isOf(Claim claim) {
        return actorId.equals(claim.actorId()) && key.equals(claim.key());
    }

    ClaimedRequest on(UUID feedId) {
        return new ClaimedRequest(
                new Claim(actorId, key, digest), new Receipt(feedId, version, seq, at));
    }

    /** The event with marks in its metadata. */
    static DomainEventMessage<?> put(DomainEventMessage<?> event, List<ClaimMark> marks) {
        return marks.isEmpty()
                ? event
                : (DomainEventMessage<?>)
                        event.andMetaData(
                                Map.of(METADATA, ChatJson.mapper().writeValueAsString(marks)));
    }

    /** The marks in an event's metadata. */
    static List<ClaimMark> of(DomainEventMessage<?> event) {
        return event.getMetaData().get(METADATA) instanceof String json
                ? List.of(ChatJson.mapper().readValue(json, ClaimMark[].class))
                : List.of();
    }
}
