package io.github.simplechat.query.rebuild.web;

import io.github.simplechat.query.QueryServiceApplication;
import io.github.simplechat.query.platform.VersionGate;
import io.github.simplechat.query.rebuild.ProjectionEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses queries until the projections have caught up once: half an answer would look like a whole
 * one. Lets alone the controllers of other services in the same process.
 */
@Component("queryCatchUpGate")
final class CatchUpGate implements HandlerInterceptor, WebMvcConfigurer {

    private static final String OURS = QueryServiceApplication.class.getPackageName() + ".";

    private final ProjectionEngine engine;

    CatchUpGate(ProjectionEngine engine) {
        this.engine = engine;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/v1/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && asksProjections(method.getBeanType())
                && !engine.isCaughtUp()) {
            throw VersionGate.behind();
        }
        return true;
    }

    private static boolean asksProjections(Class<?> api) {
        return api.getName().startsWith(OURS) && !api.isAnnotationPresent(AnswersAlways.class);
    }
}
