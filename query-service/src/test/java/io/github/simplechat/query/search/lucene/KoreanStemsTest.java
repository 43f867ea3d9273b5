package io.github.simplechat.query.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KoreanStemsTest {

    @ParameterizedTest
    @CsvSource({
        "서울에서, 서울",
        "먹었어요, 먹다",
        "친군데, 친구",
        "고백했어, 고백",
        "소개팅하고싶다, 소개 팅 싶다",
        "소개팅 하고싶다, 소개 팅 싶다",
        "할 수 있어, 하다 수 있다",
        "좋아했어, 좋아하다",
        "청소를 좋아하시나봐요, 청소 좋아하다 보다"
    })
    void particles_and_endings_go_and_verbs_get_their_dictionary_form(String text, String stems) {
        assertThat(MessageAnalysis.tokens(Fields.KOREAN, text))
                .extracting(MessageAnalysis.Token::term)
                .containsExactly(stems.split(" "));
    }
}
