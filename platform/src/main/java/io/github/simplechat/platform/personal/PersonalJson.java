package io.github.simplechat.platform.personal;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.event.Personal;
import io.github.simplechat.api.person.PersonEvent;
import io.github.simplechat.platform.json.ChatJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;

/**
 * Writes the {@link Personal} components of events sealed, as a list of one text in Base64, which
 * none of them is otherwise; an empty list stays one. Reads that, and what was written before there
 * were seals.
 */
public final class PersonalJson {

    private PersonalJson() {}

    /** A module for the mapper that reads and writes events. */
    public static SimpleModule module(Seal seal) {
        return new SimpleModule("personal") {
            @Override
            public void setupModule(SetupContext context) {
                super.setupModule(context);
                context.insertAnnotationIntrospector(new Introspector(seal));
            }
        };
    }

    private static UUID owner(ChatEvent event) {
        return event instanceof PersonEvent person ? person.userId() : event.actorId();
    }

    private static final class Introspector extends NopAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        private final transient Seal seal;

        Introspector(Seal seal) {
            this.seal = seal;
        }

        @Override
        public Version version() {
            return Version.unknownVersion();
        }

        @Override
        public @Nullable Object findSerializer(MapperConfig<?> config, Annotated component) {
            return component.hasAnnotation(Personal.class) ? new Sealing(seal) : null;
        }

        @Override
        public @Nullable Object findDeserializer(MapperConfig<?> config, Annotated component) {
            return component.hasAnnotation(Personal.class) ? new Opening(seal, null) : null;
        }
    }

    private static final class Sealing extends ValueSerializer<Object> {

        private final Seal seal;

        Sealing(Seal seal) {
            this.seal = seal;
        }

        @Override
        public void serialize(Object value, JsonGenerator out, SerializationContext context) {
            if (value instanceof List<?> list && list.isEmpty()) {
                out.writeStartArray();
                out.writeEndArray();
                return;
            }
            byte[] plain =
                    value instanceof String text
                            ? text.getBytes(StandardCharsets.UTF_8)
                            : ChatJson.mapper().writeValueAsBytes(value);
            byte[] sealed = seal.seal(owner((ChatEvent) out.currentValue()), plain);
            out.writeStartArray();
            out.writeBinary(sealed);
            out.writeEndArray();
        }
    }

    private static final class Opening extends ValueDeserializer<Object> {

        private final Seal seal;
        private final @Nullable JavaType type;

        Opening(Seal seal, @Nullable JavaType type) {
            this.seal = seal;
            this.type = type;
        }

        @Override
        public ValueDeserializer<?> createContextual(
                DeserializationContext context, BeanProperty property) {
            return new Opening(seal, property.getType());
        }

        @Override
        public @Nullable Object deserialize(JsonParser in, DeserializationContext context) {
            JavaType wanted = Objects.requireNonNull(type);
            if (in.currentToken() == JsonToken.VALUE_STRING && wanted.hasRawClass(String.class)) {
                return in.getString();
            }
            if (in.currentToken() != JsonToken.START_ARRAY) {
                return context.readTreeAsValue(context.readTree(in), wanted);
            }
            if (in.nextToken() != JsonToken.VALUE_STRING) {
                return context.readTreeAsValue(restOfList(in, context), wanted);
            }
            byte[] sealed = in.getBinaryValue();
            if (in.nextToken() != JsonToken.END_ARRAY) {
                return context.reportInputMismatch(wanted, "A sealed value is one text.");
            }
            return seal.open(sealed)
                    .map(plain -> value(plain, wanted))
                    .orElseGet(() -> wanted.isCollectionLikeType() ? List.of() : null);
        }

        /** What is left of a list that was written before there were seals. */
        private static JsonNode restOfList(JsonParser in, DeserializationContext context) {
            ArrayNode elements = context.getNodeFactory().arrayNode();
            for (; in.currentToken() != JsonToken.END_ARRAY; in.nextToken()) {
                elements.add(context.readTree(in));
            }
            return elements;
        }

        private static Object value(byte[] plain, JavaType type) {
            return type.hasRawClass(String.class)
                    ? new String(plain, StandardCharsets.UTF_8)
                    : ChatJson.mapper().readValue(plain, type);
        }
    }
}
