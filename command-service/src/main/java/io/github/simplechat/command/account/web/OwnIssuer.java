package io.github.simplechat.command.account.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;

/** No outside issuer is trusted, so passwords and keys are ours to look after. */
final class OwnIssuer extends NoneNestedConditions {

    OwnIssuer() {
        super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnProperty("chat.token.outside.issuer")
    static class OutsideIssuer {}
}
