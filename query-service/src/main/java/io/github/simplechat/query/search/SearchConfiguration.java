package io.github.simplechat.query.search;

import io.github.simplechat.query.rebuild.Projection;
import io.github.simplechat.query.rebuild.ServedProjection;
import io.github.simplechat.query.search.lucene.IndexFolder;
import io.github.simplechat.query.search.lucene.SearchSettings;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Messages by what they say, served from an index on this node's disk. */
@Configuration(value = "querySearch", proxyBeanMethods = false)
@EnableConfigurationProperties(SearchSettings.class)
class SearchConfiguration {

    @Bean
    IndexFolder searchIndexFolder(SearchSettings settings) {
        return new IndexFolder(settings);
    }

    @Bean
    ServedProjection<MessageIndex> servedSearch(IndexFolder folder) {
        return new ServedProjection<>(
                Projection.of(
                        "search",
                        folder::open,
                        SearchProjector::new,
                        Optional.of(folder.memory())));
    }
}
