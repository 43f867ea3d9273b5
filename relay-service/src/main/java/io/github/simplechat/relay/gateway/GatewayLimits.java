package io.github.simplechat.relay.gateway;

import java.time.Duration;

/**
 * What one client may take.
 *
 * @param feedsPerConnection how many feeds a connection may have open
 * @param connectionsPerPerson how many connections a person may have on one node
 * @param connectionsPerAddress how many connections may come from one address to one node
 * @param framesPerSecond how many frames a client may send each second
 * @param frameBurst how many it may send at once after a pause
 * @param badFrames how many frames in a row may be no request before the connection is closed
 * @param pingInterval how often a client is pinged
 * @param pingTimeout how long a client may be silent after a ping
 * @param presencePeople about the presence of how many people a connection may ask; 0 when about
 *     nobody, and then nobody's presence is told to other nodes
 * @param presenceHolds for how long a person counts as here after a node has said so
 */
public record GatewayLimits(
        int feedsPerConnection,
        int connectionsPerPerson,
        int connectionsPerAddress,
        int framesPerSecond,
        int frameBurst,
        int badFrames,
        Duration pingInterval,
        Duration pingTimeout,
        int presencePeople,
        Duration presenceHolds) {}
