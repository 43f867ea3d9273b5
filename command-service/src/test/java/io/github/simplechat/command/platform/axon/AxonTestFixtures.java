package io.github.simplechat.command.platform.axon;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;

/** Axon's fixtures, with our way of finding a command's aggregate. */
public final class AxonTestFixtures {

    private AxonTestFixtures() {}

    public static <T> AggregateTestFixture<T> of(Class<T> aggregate) {
        AggregateTestFixture<T> fixture = new AggregateTestFixture<>(aggregate);
        fixture.registerCommandTargetResolver(new FeedTargetResolver());
        return fixture;
    }

    public static void refused(Reason reason, ResultValidator<?> result) {
        result.expectNoEvents()
                .expectException(
                        new CustomTypeSafeMatcher<Throwable>("a rejection with " + reason) {
                            @Override
                            protected boolean matchesSafely(Throwable thrown) {
                                return thrown instanceof Rejection r && r.reason() == reason;
                            }
                        });
    }
}
