package io.github.simplechat.platform.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The JSON that events are stored in and answers are written in: camelCase, instants as RFC 3339
 * UTC with milliseconds, enums in lower case, null left out.
 */
public final class ChatJson {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final JsonMapper MAPPER = configure(JsonMapper.builder()).build();

    private ChatJson() {}

    /** A mapper for this dialect, shared and immutable. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Turns a builder to this dialect. */
    public static JsonMapper.Builder configure(JsonMapper.Builder builder) {
        return builder.addModule(new SimpleModule().addSerializer(new MillisSerializer()))
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS);
    }

    /** An instant as this dialect writes it. */
    public static String format(Instant instant) {
        return MILLIS.format(instant);
    }

    private static final class MillisSerializer extends StdSerializer<Instant> {

        MillisSerializer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
            out.writeString(format(value));
        }
    }
}
