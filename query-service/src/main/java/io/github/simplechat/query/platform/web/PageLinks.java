package io.github.simplechat.query.platform.web;

import io.github.simplechat.api.query.Paged;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Names the neighbours of a page in {@code Link} headers. The addresses are relative, so they hold
 * behind any proxy.
 */
@RestControllerAdvice("io.github.simplechat.query")
final class PageLinks implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(
            MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter answer,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Paged paged) {
            link(request, response, "next", "after", paged.page().next());
            link(request, response, "prev", "before", paged.page().prev());
        }
        return body;
    }

    private static void link(
            ServerHttpRequest request,
            ServerHttpResponse response,
            String relation,
            String parameter,
            @Nullable String cursor) {
        if (cursor == null) {
            return;
        }
        String target =
                UriComponentsBuilder.fromUri(request.getURI())
                        .scheme(null)
                        .host(null)
                        .port(null)
                        .replaceQueryParam("before")
                        .replaceQueryParam("after")
                        .replaceQueryParam("around")
                        .replaceQueryParam(parameter, cursor)
                        .build(true)
                        .toUriString();
        response.getHeaders().add(HttpHeaders.LINK, "<%s>; rel=\"%s\"".formatted(target, relation));
    }
}
