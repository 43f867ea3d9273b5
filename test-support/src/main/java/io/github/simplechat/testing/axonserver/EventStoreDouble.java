package io.github.simplechat.testing.axonserver;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetAggregateEventsRequest;
import io.axoniq.axonserver.grpc.event.GetAggregateSnapshotsRequest;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.GetFirstTokenRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.GetTokenAtRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrResponse;
import io.axoniq.axonserver.grpc.event.TrackingToken;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The event store's calls, each on {@link StoredEvents}. */
final class EventStoreDouble extends EventStoreGrpc.EventStoreImplBase {

    private static final Metadata.Key<String> ERROR_CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private final StoredEvents stored = new StoredEvents();
    private final Set<Tracker> trackers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean loseAppend = new AtomicBoolean();
    private final AtomicBoolean loseConfirmation = new AtomicBoolean();

    void loseNextAppend() {
        loseAppend.set(true);
    }

    void loseNextConfirmation() {
        loseConfirmation.set(true);
    }

    void breakStreams() {
        trackers.forEach(Tracker::fail);
    }

    @Override
    public StreamObserver<Event> appendEvent(StreamObserver<Confirmation> answer) {
        List<Event> transaction = new ArrayList<>();
        return new StreamObserver<>() {
            @Override
            public void onNext(Event event) {
                transaction.add(event);
            }

            @Override
            public void onError(Throwable cause) {
                // Rolled back: nothing was stored.
            }

            @Override
            public void onCompleted() {
                append(transaction, answer);
            }
        };
    }

    private void append(List<Event> transaction, StreamObserver<Confirmation> answer) {
        if (loseAppend.compareAndSet(true, false)) {
            answer.onError(Status.UNAVAILABLE.asRuntimeException());
        } else if (!stored.append(transaction)) {
            Metadata trailers = new Metadata();
            trailers.put(ERROR_CODE, "AXONIQ-2000");
            answer.onError(
                    Status.OUT_OF_RANGE
                            .withDescription("Invalid sequence number")
                            .asRuntimeException(trailers));
        } else {
            trackers.forEach(Tracker::push);
            if (loseConfirmation.compareAndSet(true, false)) {
                answer.onError(Status.UNAVAILABLE.asRuntimeException());
            } else {
                answer(answer, Confirmation.newBuilder().setSuccess(true).build());
            }
        }
    }

    @Override
    public void appendSnapshot(Event snapshot, StreamObserver<Confirmation> answer) {
        stored.keepSnapshot(snapshot);
        answer(answer, Confirmation.newBuilder().setSuccess(true).build());
    }

    @Override
    public void listAggregateEvents(
            GetAggregateEventsRequest request, StreamObserver<Event> answer) {
        long max = request.getMaxSequence() == 0 ? Long.MAX_VALUE : request.getMaxSequence();
        stored.feed(request.getAggregateId(), request.getInitialSequence(), max)
                .forEach(answer::onNext);
        answer.onCompleted();
    }

    @Override
    public void listAggregateSnapshots(
            GetAggregateSnapshotsRequest request, StreamObserver<Event> answer) {
        stored.snapshot(request.getAggregateId()).ifPresent(answer::onNext);
        answer.onCompleted();
    }

    @Override
    public StreamObserver<GetEventsRequest> listEvents(StreamObserver<EventWithToken> answers) {
        Tracker tracker = new Tracker(stored, answers);
        trackers.add(tracker);
        return new StreamObserver<>() {
            @Override
            public void onNext(GetEventsRequest request) {
                tracker.request(request);
            }

            @Override
            public void onError(Throwable cause) {
                trackers.remove(tracker);
            }

            @Override
            public void onCompleted() {
                trackers.remove(tracker);
                answers.onCompleted();
            }
        };
    }

    @Override
    public void readHighestSequenceNr(
            ReadHighestSequenceNrRequest request,
            StreamObserver<ReadHighestSequenceNrResponse> answer) {
        answer(
                answer,
                ReadHighestSequenceNrResponse.newBuilder()
                        .setToSequenceNr(stored.version(request.getAggregateId()))
                        .build());
    }

    @Override
    public void getFirstToken(GetFirstTokenRequest request, StreamObserver<TrackingToken> answer) {
        answer(answer, token(0));
    }

    @Override
    public void getLastToken(GetLastTokenRequest request, StreamObserver<TrackingToken> answer) {
        answer(answer, token(stored.size() - 1));
    }

    @Override
    public void getTokenAt(GetTokenAtRequest request, StreamObserver<TrackingToken> answer) {
        answer(answer, token(stored.firstAt(request.getInstant())));
    }

    private static TrackingToken token(long token) {
        return TrackingToken.newBuilder().setToken(token).build();
    }

    private static <T> void answer(StreamObserver<T> answer, T value) {
        answer.onNext(value);
        answer.onCompleted();
    }
}
