package io.github.simplechat.loadtest.plan;

import java.util.HashMap;
import java.util.Map;

/**
 * Who is behind a nick, at this place of the log. A renamed person goes on under the new nick;
 * whoever then shows up under the old nick is somebody else.
 */
final class Cast {

    private final String prefix;
    private final Map<String, Persona> byNick = new HashMap<>();

    Cast(String prefix) {
        this.prefix = prefix;
    }

    Persona of(String nick) {
        return byNick.computeIfAbsent(nick, this::unused);
    }

    void rename(String from, String to) {
        if (!from.equals(to)) {
            Persona person = of(from);
            byNick.remove(from);
            byNick.put(to, person);
        }
    }

    /** The first persona of that nick that nobody else holds now. */
    private Persona unused(String nick) {
        Persona persona = Persona.of(prefix, nick, nick);
        for (int another = 2; byNick.containsValue(persona); another++) {
            persona = Persona.of(prefix, nick + "\n" + another, nick);
        }
        return persona;
    }
}
