package io.github.simplechat.query.rebuild.web;

import io.github.simplechat.query.rebuild.Readers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells rebuilds that somebody asks. Who only looks how far a rebuild is does not count. */
@Component
final class ReadersFilter extends OncePerRequestFilter {

    private static final String API = "/v1/";
    private static final String ADMIN = "/v1/admin/";

    private final Readers readers;

    ReadersFilter(Readers readers) {
        this.readers = readers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith(API) || path.startsWith(ADMIN);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        readers.ask();
        chain.doFilter(request, response);
    }
}
