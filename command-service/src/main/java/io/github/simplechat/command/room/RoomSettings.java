package io.github.simplechat.command.room;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of rooms.
 *
 * @param maxMembers how many members a room may have
 * @param maxRooms how many rooms a person may be in, not counting direct ones
 * @param sendsPerSecond how many messages a person may send each second, over all rooms
 * @param sendBurst how many of them at once after a pause
 */
@Validated
@ConfigurationProperties("chat.room")
public record RoomSettings(
        @DefaultValue("5000") @Min(1) int maxMembers,
        @DefaultValue("1000") @Min(1) int maxRooms,
        @DefaultValue("100") @Min(1) int sendsPerSecond,
        @DefaultValue("500") @Min(1) int sendBurst) {}
