package io.github.simplechat.query.rebuild;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Whether a node lives. Whatever a dead one still wants to read or write fails. */
final class Mortal {

    private volatile boolean dead;

    void die() {
        dead = true;
    }

    /** A port that works as long as the node lives. */
    <T> T over(Class<T> port, T real) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (proxy, method, arguments) -> {
                            if (method.getDeclaringClass() == Object.class) {
                                return method.invoke(this, arguments);
                            }
                            check();
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }

    void check() {
        if (dead) {
            throw new IllegalStateException("dead");
        }
    }
}
