package io.github.simplechat.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ChatLoadTest {

    private final StringWriter err = new StringWriter();

    private int run(String arguments) {
        CommandLine commandLine = ChatLoad.commandLine().setErr(new PrintWriter(err));
        return commandLine.execute(arguments.isEmpty() ? new String[0] : arguments.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\" | Say what to do",
                "sing | Unmatched argument",
                "play --log /no/such/file | There is no file or folder /no/such/file.",
                "play --listeners -1 | --listeners needs a number from 0 to 100",
                "play --listeners many | 'many' is not an int",
                "play --parallel 0 | --parallel needs a number from 1 to 256",
                "play --speed -3 | --speed needs max or a number above 0",
                "play --prefix Ä | --prefix needs 1 to 16 of",
                "play --once --twice | not both",
                "play --admin-username root --admin-password= | needs both",
                "play --live-url http://localhost | --live-url needs an address that begins with ws",
                "baseline --query-url http://192.0.2.1 | is not on this machine",
                "baseline --rate -1 | --rate needs a number from 0",
                "baseline --seconds 100000 | --seconds needs a number from 1 to 600",
                "baseline --rooms 1000 --senders 1000 | are more than 5,000 people",
                "baseline --rate 0 --threads 0 | nothing to measure",
                "baseline --json /no/such/folder/x.json | cannot be written",
                "sends --rounds 0 | All numbers must be 1 or more",
                "crash --rounds 0 | All numbers must be 1 or more",
                "http --rounds 0 | All numbers must be 1 or more",
                "room-size --messages 0 | --messages needs numbers from 1",
                "reconnect --clients 100 --rooms 3 | multiple of --rooms",
                "reconnect --away 0 | All numbers must be 1 or more",
                "removal-races --races 0 | --races needs 1 to 100,000",
                "removal-races --at-once 501 | --at-once needs 1 to 500",
                "redis-faults --rounds 0 | --rounds needs 1 to 1,000",
                "redis-faults --longest 61 | --longest needs 1 to 60",
                "two-nodes --senders 1 | --senders 2 or more",
                "rebuild-under-load --kills 0 | All numbers must be 1 or more",
                "rebuild-under-load --rate -1 | All numbers must be 1 or more",
                "rebuild-under-load --rooms 201 | --rooms needs a number from 1 to 200",
                "rebuild-under-load --events 10 | --events needs a number from that of --rooms",
                "rebuild-under-load --kills 101 | --kills needs a number from 1 to 100",
                "rebuild-under-load --part half | expected one of"
            })
    void senseless_arguments_end_in_one_sentence_and_exit_code_2(
            String arguments, String sentence) {
        int exit = run(arguments);

        assertThat(err.toString()).contains(sentence).endsWith("." + System.lineSeparator());
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(exit).isEqualTo(2);
    }

    @Test
    void given_no_service_then_one_sentence_and_exit_code_1() {
        assertThat(run("play --command-url http://localhost:1")).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly("No chat service answers at http://localhost:1.");
    }
}
