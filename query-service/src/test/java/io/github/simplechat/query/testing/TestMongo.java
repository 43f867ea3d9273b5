package io.github.simplechat.query.testing;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.github.simplechat.stores.EmbeddedMongo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/** Databases for tests, each empty and of its own, on servers shared by all tests. */
public final class TestMongo {

    private static @Nullable MongoClient embedded;
    private static @Nullable MongoClient real;

    private TestMongo() {}

    /** A database on the embedded store. */
    public static synchronized MongoTemplate embedded() {
        if (embedded == null) {
            embedded = connect(EmbeddedMongo.start().url());
        }
        return database(embedded);
    }

    /** A database on a real MongoDB; skips the test, aloud, where there is none. */
    public static synchronized MongoTemplate real() {
        if (real == null) {
            real = connect(realAddress());
        }
        return database(real);
    }

    private static String realAddress() {
        String given = System.getenv("CHAT_TEST_MONGODB_URI");
        if (given != null) {
            return given;
        }
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            String skipped =
                    "SKIPPED on a real MongoDB: set CHAT_TEST_MONGODB_URI, or let Docker run.";
            System.err.println(skipped);
            Assumptions.abort(skipped);
        }
        MongoDBContainer container = new MongoDBContainer("mongo:8.0");
        container.start();
        return container.getReplicaSetUrl();
    }

    private static MongoClient connect(String address) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(address))
                        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                        .build());
    }

    private static MongoTemplate database(MongoClient client) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        MongoTemplate template =
                new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, name));
        ((MappingMongoConverter) template.getConverter())
                .setTypeMapper(new DefaultMongoTypeMapper(null));
        return template;
    }
}
