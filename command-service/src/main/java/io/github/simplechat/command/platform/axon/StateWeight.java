package io.github.simplechat.command.platform.axon;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How much memory a state takes, in entries of its collections (about 100 bytes each): a fixed
 * share and one for each member, invitation, pin and the like.
 */
final class StateWeight {

    private static final int FIXED = 10;

    private static final ClassValue<Method[]> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected Method[] computeValue(Class<?> type) {
                    return Stream.of(type.getRecordComponents())
                            .filter(StateWeight::canGrow)
                            .map(RecordComponent::getAccessor)
                            .peek(accessor -> accessor.setAccessible(true))
                            .toArray(Method[]::new);
                }
            };

    private StateWeight() {}

    /** The weight of a state; records within it are looked into. */
    static int of(Object state) {
        return FIXED + entries(state);
    }

    private static boolean canGrow(RecordComponent component) {
        Class<?> type = component.getType();
        return type.isRecord()
                || Map.class.isAssignableFrom(type)
                || Collection.class.isAssignableFrom(type);
    }

    private static int entries(Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.size();
            case Collection<?> collection -> collection.size();
            case Record state -> {
                int sum = 0;
                for (Method component : COMPONENTS.get(state.getClass())) {
                    sum += entries(valueOf(component, state));
                }
                yield sum;
            }
            default -> 0;
        };
    }

    private static Object valueOf(Method component, Record state) {
        try {
            Object value = component.invoke(state);
            return value == null ? "" : value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
