package io.github.simplechat.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.query.rebuild.memory.InMemoryGenerationRegister;
import io.github.simplechat.query.rebuild.mongo.MongoGenerationRegister;
import io.github.simplechat.query.testing.TestMongo;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GenerationRegisterTest {

    abstract static class GenerationRegisterContract {

        private static final GenerationId FIRST = new GenerationId("rooms", 1);
        private static final GenerationId SECOND = new GenerationId("rooms", 2);

        private final GenerationRegister register = open();

        abstract GenerationRegister open();

        @Test
        void the_first_generation_serves_until_another_is_switched_to() {
            assertThat(register.serving("rooms")).isEqualTo(1);

            register.serve(SECOND);

            assertThat(register.serving("rooms")).isEqualTo(2);
            assertThat(register.serving("people")).isEqualTo(1);
        }

        @Test
        void a_position_only_rises() {
            assertThat(register.position(FIRST)).isZero();

            register.advance(FIRST, 7);
            register.advance(FIRST, 5);

            assertThat(register.position(FIRST)).isEqualTo(7);
            assertThat(register.position(SECOND)).isZero();
        }

        @Test
        void a_forgotten_generation_begins_at_the_beginning() {
            register.advance(FIRST, 7);

            register.forget(FIRST);

            assertThat(register.position(FIRST)).isZero();
            register.advance(FIRST, 3);
            assertThat(register.position(FIRST)).isEqualTo(3);
        }
    }

    @Nested
    class InMemory extends GenerationRegisterContract {
        @Override
        GenerationRegister open() {
            return new InMemoryGenerationRegister();
        }
    }

    @Nested
    class OnTheEmbeddedStore extends GenerationRegisterContract {
        @Override
        GenerationRegister open() {
            return new MongoGenerationRegister(TestMongo.embedded());
        }
    }

    @Nested
    class OnMongo extends GenerationRegisterContract {
        @Override
        GenerationRegister open() {
            return new MongoGenerationRegister(TestMongo.real());
        }
    }
}
