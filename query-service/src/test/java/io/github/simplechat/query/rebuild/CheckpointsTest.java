package io.github.simplechat.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.query.rebuild.memory.InMemoryCheckpoints;
import io.github.simplechat.query.rebuild.mongo.MongoCheckpoints;
import io.github.simplechat.query.testing.TestMongo;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CheckpointsTest {

    abstract static class CheckpointsContract {

        private static final GenerationId FIRST = new GenerationId("rooms", 1);
        private static final GenerationId SECOND = new GenerationId("rooms", 2);

        private final Checkpoints checkpoints = open();

        abstract Checkpoints open();

        @Test
        void a_position_only_rises() {
            assertThat(checkpoints.position(FIRST)).isZero();

            checkpoints.advance(FIRST, 7);
            checkpoints.advance(FIRST, 5);

            assertThat(checkpoints.position(FIRST)).isEqualTo(7);
            assertThat(checkpoints.position(SECOND)).isZero();
        }

        @Test
        void a_forgotten_generation_begins_at_the_beginning() {
            checkpoints.advance(FIRST, 7);

            checkpoints.forget(FIRST);

            assertThat(checkpoints.position(FIRST)).isZero();
            checkpoints.advance(FIRST, 3);
            assertThat(checkpoints.position(FIRST)).isEqualTo(3);
        }
    }

    @Nested
    class InMemory extends CheckpointsContract {
        @Override
        Checkpoints open() {
            return new InMemoryCheckpoints();
        }
    }

    @Nested
    class OnTheEmbeddedStore extends CheckpointsContract {
        @Override
        Checkpoints open() {
            return new MongoCheckpoints(TestMongo.embedded());
        }
    }

    @Nested
    class OnMongo extends CheckpointsContract {
        @Override
        Checkpoints open() {
            return new MongoCheckpoints(TestMongo.real());
        }
    }
}
