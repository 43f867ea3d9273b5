package io.github.simplechat.platform.security;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.platform.database.DatabaseConfiguration;
import io.github.simplechat.platform.database.Migrations;
import io.github.simplechat.platform.database.PersonNews;
import io.github.simplechat.platform.security.revocation.Revocations;
import io.github.simplechat.platform.security.revocation.postgres.PostgresRevocations;
import io.github.simplechat.platform.startup.CannotStart;
import io.github.simplechat.platform.web.ProblemWriter;
import jakarta.servlet.DispatcherType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/** One filter chain for every service: no session, a bearer token on all but the public paths. */
@Configuration(proxyBeanMethods = false)
@Import(DatabaseConfiguration.class)
@EnableMethodSecurity
@EnableConfigurationProperties(TokenSettings.class)
public class SecurityConfiguration {

    private static final String[] PUBLIC_GET = {
        "/.well-known/jwks.json",
        "/actuator/health",
        "/admin/projections",
        "/admin/projections/*",
        "/v3/api-docs/**",
        "/v3/api-docs.yaml",
        "/swagger-ui/**",
        "/swagger-ui.html"
    };

    private static final String[] PUBLIC_POST = {
        "/v1/auth/register", "/v1/auth/login", "/v1/auth/refresh", "/v1/auth/logout"
    };

    /** Brings the schema {@code access} to this version; several processes may do it at once. */
    @Bean
    Flyway accessSchema(Migrations migrations) {
        return migrations.migrate("access");
    }

    /** Depends on the schema so that nothing is read before it is there. */
    @Bean
    PostgresRevocations revocations(
            @Qualifier("accessSchema") Flyway schema,
            DataSource dataSource,
            PersonNews news,
            TokenSettings settings) {
        return new PostgresRevocations(dataSource, news, settings.longest());
    }

    @Bean
    TokenVerifier tokenVerifier(
            ObjectProvider<VerificationKeys> own, TokenSettings settings, Revocations revocations) {
        return new TokenVerifier(issuer(own, settings), settings.longest(), revocations);
    }

    /** The outside issuer if there is one; else ourselves, here or in another process. */
    private static TrustedIssuer issuer(
            ObjectProvider<VerificationKeys> own, TokenSettings settings) {
        return settings.outside() == null
                ? TrustedIssuer.own(settings, own.getIfAvailable(() -> remote(settings)))
                : TrustedIssuer.outside(settings.outside());
    }

    private static VerificationKeys remote(TokenSettings settings) {
        if (settings.jwksUri() == null) {
            throw new CannotStart(
                    "the setting CHAT_TOKEN_JWKS_URI must name the address of the token keys, such as"
                            + " http://localhost:8081/.well-known/jwks.json.");
        }
        return new RemoteJwks(settings.jwksUri());
    }

    @Bean
    SecurityFilterChain chatSecurity(
            HttpSecurity http, TokenVerifier tokens, ProblemWriter problems) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(paths ->
                        paths.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, PUBLIC_GET)
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, PUBLIC_POST)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint((request, response, e) ->
                                        problems.write(request, response, unauthenticated()))
                                .accessDeniedHandler((request, response, e) ->
                                        problems.write(request, response, forbidden())))
                .addFilterBefore(
                        new BearerTokenFilter(tokens, problems),
                        UsernamePasswordAuthenticationFilter.class)
                .build();
    }

    /** There are no users but those of tokens; this keeps Boot from inventing one. */
    @Bean
    UserDetailsService noUsers() {
        return name -> {
            throw new UsernameNotFoundException("There are no users here.");
        };
    }

    private static Rejection unauthenticated() {
        return new Rejection(
                Reason.UNAUTHENTICATED, "Send an access token as 'Authorization: Bearer …'.");
    }

    private static Rejection forbidden() {
        return new Rejection(Reason.FORBIDDEN, "Your roles do not allow this.");
    }
}
