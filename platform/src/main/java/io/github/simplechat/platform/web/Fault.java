package io.github.simplechat.platform.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterValidationResult;
import tools.jackson.core.JacksonException;

/**
 * One fault of a request.
 *
 * @param pointer where, as a JSON pointer into the body, or {@code /name} of a parameter
 * @param detail what is wrong
 */
record Fault(String pointer, String detail) {

    static Fault of(ObjectError error) {
        return new Fault(
                error instanceof FieldError field ? pointer(field.getField()) : "",
                String.valueOf(error.getDefaultMessage()));
    }

    static Fault of(ConstraintViolation<?> violation) {
        String last = "";
        for (Path.Node step : violation.getPropertyPath()) {
            last = String.valueOf(step.getName());
        }
        return new Fault("/" + last, violation.getMessage());
    }

    static Stream<Fault> of(ParameterValidationResult result) {
        String name = "/" + result.getMethodParameter().getParameterName();
        return result.getResolvableErrors().stream()
                .map(MessageSourceResolvable::getDefaultMessage)
                .map(message -> new Fault(name, String.valueOf(message)));
    }

    static List<Fault> of(JacksonException e) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/').append(name == null ? String.valueOf(step.getIndex()) : name);
        }
        return List.of(
                new Fault(pointer.toString(), "has the wrong type or a value that is not allowed"));
    }

    private static String pointer(String field) {
        return "/" + field.replace('.', '/').replace("[", "/").replace("]", "");
    }
}
