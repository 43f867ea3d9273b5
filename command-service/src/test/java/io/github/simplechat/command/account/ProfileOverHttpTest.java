package io.github.simplechat.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.person.PersonChanged;
import io.github.simplechat.command.TestService;
import io.github.simplechat.command.TestService.Answer;
import io.github.simplechat.command.TestService.User;
import io.github.simplechat.platform.eventstore.FeedReader;
import org.junit.jupiter.api.Test;

class ProfileOverHttpTest {

    private final User me = TestService.user();

    @Test
    void given_a_person_when_they_change_their_name_twice_alike_then_one_event_and_the_account() {
        Answer first = me.patch("/v1/me", "{\"displayName\":\"새 이름\"}");
        Answer again = me.patch("/v1/me", "{\"displayName\":\"새 이름\"}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.number("version")).isEqualTo(first.number("version"));
        assertThat(TestService.bean(FeedReader.class).read(me.id(), first.number("version") - 1, 9))
                .singleElement()
                .satisfies(recorded ->
                        assertThat(((PersonChanged) recorded.event()).displayName())
                                .isEqualTo("새 이름"));
        assertThat(TestService.bean(AccountRepository.class).findById(me.id()))
                .get()
                .extracting(Account::displayName)
                .isEqualTo("새 이름");
    }

    @Test
    void given_an_unusable_name_when_changing_it_then_invalid_request() {
        for (String body : new String[] {"{}", "{\"displayName\":\" \"}", "{\"displayName\":5}"}) {
            assertThat(me.patch("/v1/me", body).code()).isEqualTo("invalid-request");
        }
    }
}
