package io.github.simplechat.relay.servlet;

import io.github.simplechat.platform.web.ProblemWriter;
import io.github.simplechat.relay.gateway.Doors;
import io.github.simplechat.relay.gateway.Gateway;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody in while the node goes away. */
final class ClosedDoor extends OncePerRequestFilter {

    private final Gateway gateway;
    private final ProblemWriter problems;

    ClosedDoor(Gateway gateway, ProblemWriter problems) {
        this.gateway = gateway;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (gateway.isDraining()) {
            response.setHeader("Retry-After", Doors.SOON_SECONDS);
            problems.write(request, response, Doors.closing());
        } else {
            chain.doFilter(request, response);
        }
    }
}
