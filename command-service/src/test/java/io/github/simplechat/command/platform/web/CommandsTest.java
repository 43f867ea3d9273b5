package io.github.simplechat.command.platform.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.command.platform.idempotency.FirstAnswers;
import io.github.simplechat.platform.eventstore.Claim;
import io.github.simplechat.platform.eventstore.ClaimedRequest;
import io.github.simplechat.platform.eventstore.Claims;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessException;

class CommandsTest {

    private record Nothing() {}

    private static final class NoClaims implements Claims {

        @Override
        public Optional<ClaimedRequest> find(Claim claim) {
            return Optional.empty();
        }

        @Override
        public void storeWithCommand(ClaimedRequest request) {}

        @Override
        public void forget(UUID actorId) {}
    }

    @Test
    void given_others_who_were_always_faster_when_a_command_gives_up_then_it_may_be_repeated() {
        CommandBus bus = SimpleCommandBus.builder().build();
        var _ =
                bus.subscribe(
                        Nothing.class.getName(),
                        command -> {
                            throw new ConcurrencyException("The feed has moved on meanwhile.");
                        });
        Commands commands =
                new Commands(
                        DefaultCommandGateway.builder().commandBus(bus).build(),
                        new FirstAnswers(new NoClaims()));

        assertThatThrownBy(() -> commands.send(new Nothing()))
                .isInstanceOf(TransientDataAccessException.class);
    }
}
