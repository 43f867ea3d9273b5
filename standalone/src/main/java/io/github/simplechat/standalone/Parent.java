package io.github.simplechat.standalone;

import java.util.Optional;

/**
 * The script that started this process. When it is gone, however it went, this process ends too.
 */
final class Parent {

    private Parent() {}

    static void endWith(Optional<Long> pid) {
        pid.flatMap(ProcessHandle::of)
                .ifPresent(parent -> {
                    var _ = parent.onExit().thenRun(() -> System.exit(0));
                });
    }
}
