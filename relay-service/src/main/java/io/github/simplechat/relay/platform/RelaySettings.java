package io.github.simplechat.relay.platform;

import io.github.simplechat.relay.gateway.GatewayLimits;
import io.github.simplechat.relay.gateway.SocketLimits;
import io.github.simplechat.relay.gateway.StrangerLimits;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What the relay allows and how often it looks.
 *
 * @param engine what moves the bytes
 * @param deflate whether {@code permessage-deflate} is agreed to; on Netty only
 * @param feedsPerConnection how many feeds one connection may have open
 * @param connectionsPerPerson how many connections one person may have on this node
 * @param connectionsPerAddress how many connections may come from one address to this node
 * @param framesPerSecond how many frames a client may send each second
 * @param frameBurst how many it may send at once after a pause
 * @param strangers how many Socket.IO sessions may wait for a token
 * @param strangersPerAddress how many of them may come from one address
 * @param strangerPatience how long they may wait
 * @param drain over how long the connections are closed when the node stops
 * @param badFrames how many frames in a row may be no request before a connection is closed
 * @param frameSize how long a frame from a client may be
 * @param outgoingSize how much may wait to be sent to one client before it counts as too slow
 * @param pingInterval how often each client is pinged
 * @param pingTimeout how long a client may be silent after a ping
 * @param tickInterval how often token ends and pings are looked at
 * @param presencePeople about the presence of how many people one connection may ask; 0 switches
 *     presence off
 * @param presenceInterval how often it is looked who is here
 * @param presenceHolds for how long a person counts as here after their node has said so
 * @param sweepInterval how often open feeds are compared with the event store
 * @param refills how many reads of missing events run at the same time
 * @param publishBatch how many events are published at a time
 * @param publishLease after how long of silence another node publishes instead
 */
@Validated
@ConfigurationProperties("chat.relay")
public record RelaySettings(
        @DefaultValue("netty") Engine engine,
        @DefaultValue("false") boolean deflate,
        @DefaultValue("300") @Min(1) int feedsPerConnection,
        @DefaultValue("20") @Min(1) int connectionsPerPerson,
        @DefaultValue("500") @Min(1) int connectionsPerAddress,
        @DefaultValue("50") @Min(1) @Max(100_000) int framesPerSecond,
        @DefaultValue("600") @Min(1) @Max(1_000_000) int frameBurst,
        @DefaultValue("1000") @Min(1) int strangers,
        @DefaultValue("50") @Min(1) int strangersPerAddress,
        @DefaultValue("20s") Duration strangerPatience,
        @DefaultValue("10s") Duration drain,
        @DefaultValue("20") @Min(1) int badFrames,
        @DefaultValue("64KB") DataSize frameSize,
        @DefaultValue("1MB") DataSize outgoingSize,
        @DefaultValue("25s") Duration pingInterval,
        @DefaultValue("20s") Duration pingTimeout,
        @DefaultValue("1s") Duration tickInterval,
        @DefaultValue("200") @Min(0) @Max(1_000) int presencePeople,
        @DefaultValue("2s") Duration presenceInterval,
        @DefaultValue("30s") Duration presenceHolds,
        @DefaultValue("5s") Duration sweepInterval,
        @DefaultValue("4") @Min(1) @Max(64) int refills,
        @DefaultValue("500") @Min(1) @Max(10_000) int publishBatch,
        @DefaultValue("600ms") @DurationMin(millis = 200) @DurationMax(minutes = 1)
                Duration publishLease) {

    /** What can move the bytes between sockets and the gateway. */
    public enum Engine {
        /** Netty, on a port of its own. */
        NETTY,
        /** The WebSocket of the servlet container. */
        SERVLET
    }

    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(10);
    private static final int LEAST_ROUNDS = 5;
    private static final Duration LONGEST_PRESENCE = Duration.ofHours(1);
    private static final DataSize MOST = DataSize.ofMegabytes(64);
    private static final DataSize LEAST_FRAME = DataSize.ofBytes(256);
    private static final DataSize LEAST_OUTGOING = DataSize.ofKilobytes(128);

    /** A request fits into a frame, and a page of the backlog fits twice into what may wait. */
    @AssertTrue(
            message =
                    "needs frame-size of 256B or more, outgoing-size of 128KB or more, and both of 64MB or less")
    boolean isRoomEnough() {
        return frameSize.compareTo(LEAST_FRAME) >= 0
                && outgoingSize.compareTo(LEAST_OUTGOING) >= 0
                && frameSize.compareTo(MOST) <= 0
                && outgoingSize.compareTo(MOST) <= 0;
    }

    /** Time runs forward. */
    @AssertTrue(message = "needs intervals and timeouts above zero")
    boolean isInTime() {
        return isPositive(pingInterval)
                && isPositive(pingTimeout)
                && isPositive(tickInterval)
                && isPositive(sweepInterval)
                && isPositive(presenceInterval)
                && isPositive(strangerPatience);
    }

    /** A node that stops is waited for. */
    @AssertTrue(message = "needs a drain of 0s to 10m")
    boolean isPatientAtTheEnd() {
        return !drain.isNegative() && drain.compareTo(LONGEST_DRAIN) <= 0;
    }

    /** Nobody's presence ends between two times that it is said. */
    @AssertTrue(
            message =
                    "needs a presence-holds of five times presence-interval or more, and of 1h or less")
    boolean isPresenceSteady() {
        return presenceHolds.compareTo(presenceInterval.multipliedBy(LEAST_ROUNDS)) >= 0
                && presenceHolds.compareTo(LONGEST_PRESENCE) <= 0;
    }

    private static boolean isPositive(Duration duration) {
        return duration.toMillis() > 0;
    }

    /** The part of it that the gateway keeps. */
    GatewayLimits limits() {
        return new GatewayLimits(
                feedsPerConnection,
                connectionsPerPerson,
                connectionsPerAddress,
                framesPerSecond,
                frameBurst,
                badFrames,
                pingInterval,
                pingTimeout,
                presencePeople,
                presenceHolds);
    }

    /** The part of it that is for whoever has not shown a token. */
    StrangerLimits strangerLimits() {
        return new StrangerLimits(strangers, strangersPerAddress, strangerPatience);
    }

    /** The part of it that sockets keep. */
    SocketLimits socketLimits() {
        return new SocketLimits((int) frameSize.toBytes(), (int) outgoingSize.toBytes(), deflate);
    }
}
