package io.github.simplechat.loadtest.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.api.ChatHttp;
import io.github.simplechat.loadtest.api.Patience;
import io.github.simplechat.loadtest.conversation.ConversationFiles;
import io.github.simplechat.loadtest.fake.FakeChat;
import io.github.simplechat.loadtest.progress.Progress;
import io.github.simplechat.loadtest.proof.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Real logs against the fake. They are not part of the project: {@code -Dchat.logs=FOLDER}. */
@EnabledIfSystemProperty(
        named = "chat.logs",
        matches = ".+",
        disabledReason = "no folder of real logs was given by -Dchat.logs")
class RealConversationsTest {

    @Test
    void real_conversations_are_played_and_proved() {
        Path folder = Path.of(System.getProperty("chat.logs"));
        try (FakeChat chat = new FakeChat()) {
            PlaySettings settings =
                    new PlaySettings(
                            chat.url(),
                            chat.url(),
                            chat.url(),
                            2,
                            16,
                            0,
                            "irc",
                            Duration.ofSeconds(10),
                            true,
                            null);
            ApiClient api = new ApiClient(chat.url(), chat.url(), new ChatHttp(Patience.DEFAULT));
            Play play =
                    new Play(
                            settings,
                            api,
                            chat.feed(),
                            new Report(System.out),
                            Progress.on(System.err, false));

            assertThat(play.run(ConversationFiles.read(List.of(folder)))).isTrue();
        }
    }
}
