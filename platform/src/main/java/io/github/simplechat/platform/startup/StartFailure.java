package io.github.simplechat.platform.startup;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Why a start failed, in one sentence for the person who started it. */
final class StartFailure {

    private StartFailure() {}

    static String sentence(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(StartFailure::known)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> root(failure));
    }

    @SuppressWarnings("NullAway") // null means: this exception is not the one that tells
    private static String known(Throwable failure) {
        return switch (failure) {
            case CannotStart e -> e.getMessage();
            case PortInUseException e ->
                    "port %d is already in use; stop what uses it or choose another port."
                            .formatted(e.getPort());
            case BindValidationException e ->
                    e.getValidationErrors().getAllErrors().stream()
                            .map(error ->
                                    describe(e.getValidationErrors().getName().toString(), error))
                            .findFirst()
                            .orElse(null);
            case BindException e
                    when !(e.getCause() instanceof BindValidationException)
                            && e.getProperty() != null ->
                    "the setting %s has the value '%s', which makes no sense there."
                            .formatted(
                                    environmentName(e.getProperty().getName().toString()),
                                    e.getProperty().getValue());
            case ConfigurationPropertiesBindException e -> null;
            default -> null;
        };
    }

    private static String describe(String prefix, ObjectError error) {
        if (!(error instanceof FieldError field)) {
            return "the group of settings %s %s."
                    .formatted(environmentName(prefix), error.getDefaultMessage());
        }
        if (Boolean.FALSE.equals(field.getRejectedValue())) { // a rule over several settings
            return describe(prefix, new ObjectError(prefix, field.getDefaultMessage()));
        }
        return "the setting %s %s%s."
                .formatted(
                        environmentName(prefix + "." + field.getField()),
                        field.getDefaultMessage(),
                        field.getRejectedValue() == null
                                ? ""
                                : " (it is '" + field.getRejectedValue() + "')");
    }

    /** {@code chat.token.jwks-uri} as it is set in the environment. */
    static String environmentName(String property) {
        return property.replaceAll("([a-z])([A-Z])", "$1$2")
                .replace("-", "")
                .replace('.', '_')
                .toUpperCase(Locale.ROOT);
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null
                ? root.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
