package io.github.simplechat.platform.eventstore;

import io.github.simplechat.api.event.Revision;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The revision of a snapshot: a digest of the names and types of all that a state holds, so that a
 * snapshot of an older state is recognised without anybody having to raise a number. Where the
 * meaning changes and the shape does not, the state's {@link Revision} is raised.
 */
public final class StateShape {

    private static final ClassValue<String> REVISIONS =
            new ClassValue<>() {
                @Override
                protected String computeValue(Class<?> type) {
                    StringBuilder description = new StringBuilder();
                    describe(type, description, new HashSet<>());
                    CRC32 digest = new CRC32();
                    digest.update(description.toString().getBytes(StandardCharsets.UTF_8));
                    return byHand(type) + "-" + Long.toHexString(digest.getValue());
                }
            };

    private StateShape() {}

    /** The revision that snapshots of a state have. */
    public static String of(Class<?> state) {
        return REVISIONS.get(state);
    }

    private static String byHand(Class<?> type) {
        Revision revision = type.getAnnotation(Revision.class);
        return revision == null ? "1" : revision.value();
    }

    private static void describe(Type type, StringBuilder description, Set<Type> seen) {
        description.append(type.getTypeName());
        if (!seen.add(type)) {
            return;
        }
        switch (type) {
            case ParameterizedType generic ->
                    Arrays.stream(generic.getActualTypeArguments())
                            .forEach(argument -> describe(argument, description, seen));
            case Class<?> e when e.isEnum() ->
                    description.append(Arrays.toString(e.getEnumConstants()));
            case Class<?> r when r.isRecord() -> {
                for (RecordComponent component : r.getRecordComponents()) {
                    description.append(',').append(component.getName()).append(':');
                    describe(component.getGenericType(), description, seen);
                }
            }
            default -> {}
        }
    }
}
