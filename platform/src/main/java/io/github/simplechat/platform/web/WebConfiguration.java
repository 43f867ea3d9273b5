package io.github.simplechat.platform.web;

import io.github.simplechat.platform.json.ChatJson;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/** What every HTTP answer has in common. */
@Configuration(proxyBeanMethods = false)
@Import({
    ApiDescription.class,
    ProblemAdvice.class,
    ProblemWriter.class,
    HealthApi.class,
    BodyLimitFilter.class
})
public class WebConfiguration {

    /** Our JSON, and no guessing: a number where a text is expected is a fault, not a text. */
    @Bean
    JsonMapperBuilderCustomizer chatJson() {
        return builder ->
                ChatJson.configure(builder)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .withCoercionConfig(
                                LogicalType.Textual,
                                config ->
                                        config.setCoercion(
                                                        CoercionInputShape.Integer,
                                                        CoercionAction.Fail)
                                                .setCoercion(
                                                        CoercionInputShape.Float,
                                                        CoercionAction.Fail)
                                                .setCoercion(
                                                        CoercionInputShape.Boolean,
                                                        CoercionAction.Fail));
    }
}
