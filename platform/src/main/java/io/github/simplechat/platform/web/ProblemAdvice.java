package io.github.simplechat.platform.web;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;

/**
 * Every error that leaves a controller is a problem with a code, and tells nothing of our insides.
 */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(Rejection.class)
    ResponseEntity<ProblemDetail> refused(Rejection rejection, HttpServletRequest request) {
        ProblemDetail problem = Problems.of(rejection, request.getRequestURI());
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.getStatus());
        Duration wait = rejection.retryAfter();
        if (wait != null) {
            answer.header(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(wait.plusNanos(999_999_999).toSeconds()));
        } else if (rejection.reason() == Reason.PROJECTION_BEHIND
                || rejection.reason() == Reason.RATE_LIMITED) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer.body(problem);
    }

    @ExceptionHandler(AccessDeniedException.class)
    ResponseEntity<ProblemDetail> denied(HttpServletRequest request) {
        return refused(new Rejection(Reason.FORBIDDEN, "Your roles do not allow this."), request);
    }

    @ExceptionHandler(ConstraintViolationException.class)
    ResponseEntity<ProblemDetail> violated(
            ConstraintViolationException e, HttpServletRequest request) {
        List<Fault> faults = e.getConstraintViolations().stream().map(Fault::of).toList();
        return ResponseEntity.badRequest()
                .body(invalid("The request is not valid.", faults, request.getRequestURI()));
    }

    /** What had been begun may or may not have happened; with its key a request can be repeated. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        RecoverableDataAccessException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<ProblemDetail> storeAway(Exception e, HttpServletRequest request) {
        log.warn(
                "{} {}: the store does not answer: {}",
                request.getMethod(),
                request.getRequestURI(),
                e.getMessage());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(
                        Problems.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "store-unavailable",
                                "The store does not answer at the moment; the request may be"
                                        + " repeated.",
                                request.getRequestURI()));
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> unexpected(Exception e, HttpServletRequest request) {
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return ResponseEntity.internalServerError()
                .body(
                        Problems.of(
                                HttpStatus.INTERNAL_SERVER_ERROR,
                                "internal-error",
                                "Something went wrong here; the request may be repeated.",
                                request.getRequestURI()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        List<Fault> faults = e.getBindingResult().getAllErrors().stream().map(Fault::of).toList();
        return ResponseEntity.badRequest()
                .body(invalid("The request body is not valid.", faults, path(request)));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        List<Fault> faults = e.getParameterValidationResults().stream().flatMap(Fault::of).toList();
        return ResponseEntity.badRequest()
                .body(invalid("The request is not valid.", faults, path(request)));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (e.getCause() instanceof BodyTooLarge) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE)
                    .body(BodyTooLarge.problem(path(request)));
        }
        List<Fault> faults =
                e.getCause() instanceof DatabindException mapping ? Fault.of(mapping) : List.of();
        return ResponseEntity.badRequest()
                .body(
                        invalid(
                                "The body is not the JSON that is expected here.",
                                faults,
                                path(request)));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        List<Fault> faults = List.of(new Fault("/" + e.getPropertyName(), "has the wrong type"));
        return ResponseEntity.badRequest()
                .body(invalid("A parameter is not valid.", faults, path(request)));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        HttpStatus known = HttpStatus.valueOf(status.value());
        String code =
                switch (known) {
                    case NOT_FOUND -> Reason.NOT_FOUND.code();
                    case BAD_REQUEST -> Reason.INVALID_REQUEST.code();
                    default -> known.name().toLowerCase(Locale.ROOT).replace('_', '-');
                };
        String detail =
                switch (known) {
                    case NOT_FOUND -> "There is nothing here.";
                    case METHOD_NOT_ALLOWED -> "This path does not know that verb.";
                    case UNSUPPORTED_MEDIA_TYPE -> "Send the body as application/json.";
                    case NOT_ACCEPTABLE -> "Answers here are application/json.";
                    default -> "The request is not valid.";
                };
        return ResponseEntity.status(status)
                .headers(headers)
                .body(Problems.of(known, code, detail, path(request)));
    }

    private static ProblemDetail invalid(String detail, List<Fault> faults, String path) {
        ProblemDetail problem = Problems.of(new Rejection(Reason.INVALID_REQUEST, detail), path);
        if (!faults.isEmpty()) {
            problem.setProperties(Map.of("code", Reason.INVALID_REQUEST.code(), "errors", faults));
        }
        return problem;
    }

    private static String path(WebRequest request) {
        return ((ServletWebRequest) request).getRequest().getRequestURI();
    }
}
