package io.github.simplechat.testing.axonserver;

import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;

/** One client that follows all events, as fast as its permits allow. */
final class Tracker {

    private final StoredEvents stored;
    private final StreamObserver<EventWithToken> answers;
    private long next = -1;
    private long permits;

    Tracker(StoredEvents stored, StreamObserver<EventWithToken> answers) {
        this.stored = stored;
        this.answers = answers;
    }

    /** The first request says where to begin, every one how many more may be sent. */
    synchronized void request(GetEventsRequest request) {
        if (next < 0) {
            next = request.getTrackingToken();
        }
        permits += request.getNumberOfPermits();
        push();
    }

    synchronized void push() {
        try {
            for (; next >= 0 && permits > 0 && next < stored.size(); next++, permits--) {
                answers.onNext(
                        EventWithToken.newBuilder()
                                .setToken(next)
                                .setEvent(stored.at(next))
                                .build());
            }
        } catch (StatusRuntimeException e) {
            permits = 0; // cancelled by the client
        }
    }

    synchronized void fail() {
        permits = 0;
        answers.onError(Status.UNAVAILABLE.asRuntimeException());
    }
}
