package com.micloud.signin.acceptance.hostile;

import com.micloud.signin.acceptance.hostile.Draft.Parameter;
import com.micloud.signin.acceptance.hostile.Draft.Side;
import java.util.Optional;

/** One way to spoil a request. */
sealed interface Change {
    /** Spoils the request; what is sent carries the mark of the case where it can. */
    void spoil(Draft draft, String mark);

    /** The hostile value, if it takes one. */
    default Optional<Payload> hostile() {
        return Optional.empty();
    }

    /** Another value for a parameter, or one more parameter. */
    record Value(Side side, String name, Payload payload) implements Change {
        @Override
        public Optional<Payload> hostile() {
            return Optional.of(payload);
        }

        @Override
        public void spoil(Draft draft, String mark) {
            var parameters = draft.side(side);
            var hostile = new Parameter(name, payload.parameter(mark));
            var found = false;
            for (var i = 0; i < parameters.size(); i++) {
                if (parameters.get(i).name().equals(name)) {
                    parameters.set(i, hostile);
                    found = true;
                }
            }
            if (!found) {
                parameters.add(hostile);
            }
        }
    }

    /** The same parameter once more, before or behind the right one. */
    record Twice(Side side, String name, Payload payload, boolean first) implements Change {
        @Override
        public Optional<Payload> hostile() {
            return Optional.of(payload);
        }

        @Override
        public void spoil(Draft draft, String mark) {
            var parameters = draft.side(side);
            parameters.add(first ? 0 : parameters.size(), new Parameter(name, payload.parameter(mark)));
        }
    }

    /** The parameter as some languages write lists: `name[]`. */
    record Listed(Side side, String name, Payload payload) implements Change {
        @Override
        public Optional<Payload> hostile() {
            return Optional.of(payload);
        }

        @Override
        public void spoil(Draft draft, String mark) {
            var parameters = draft.side(side);
            parameters.removeIf(parameter -> parameter.name().equals(name));
            parameters.add(new Parameter(name + "[]", payload.parameter(mark)));
            parameters.add(new Parameter(name + "%5B%5D", payload.parameter(mark)));
        }
    }

    /** The parameter is left out. */
    record Omitted(Side side, String name) implements Change {
        @Override
        public void spoil(Draft draft, String mark) {
            draft.side(side).removeIf(parameter -> parameter.name().equals(name));
        }
    }

    /** The parameter on the other side of the request. */
    record Moved(Side side, String name) implements Change {
        @Override
        public void spoil(Draft draft, String mark) {
            var other = draft.side(side == Side.QUERY ? Side.BODY : Side.QUERY);
            draft.side(side).stream()
                    .filter(parameter -> parameter.name().equals(name))
                    .toList()
                    .forEach(other::add);
            draft.side(side).removeIf(parameter -> parameter.name().equals(name));
        }
    }

    /** A parameter that nobody knows. */
    record Named(Side side, Payload payload) implements Change {
        @Override
        public Optional<Payload> hostile() {
            return Optional.of(payload);
        }

        @Override
        public void spoil(Draft draft, String mark) {
            draft.side(side).add(new Parameter(payload.parameter(mark), mark));
        }
    }

    /** More parameters than any form has. */
    record Many(Side side, int count) implements Change {
        @Override
        public void spoil(Draft draft, String mark) {
            for (var i = 0; i < count; i++) {
                draft.side(side).add(new Parameter(mark + i, String.valueOf(i)));
            }
        }
    }

    /** A header. */
    record HeaderIs(String name, Payload payload) implements Change {
        @Override
        public Optional<Payload> hostile() {
            return Optional.of(payload);
        }

        @Override
        public void spoil(Draft draft, String mark) {
            draft.header(name, payload.line(mark));
        }
    }

    /** A cookie. */
    record CookieIs(String name, Payload payload) implements Change {
        @Override
        public Optional<Payload> hostile() {
            return Optional.of(payload);
        }

        @Override
        public void spoil(Draft draft, String mark) {
            draft.cookie(name, payload.line(mark));
        }
    }

    /** Another method. */
    record MethodIs(String method) implements Change {
        @Override
        public void spoil(Draft draft, String mark) {
            draft.method(method);
        }
    }

    /** Another content type, or none. */
    record TypeIs(Optional<String> type) implements Change {
        @Override
        public void spoil(Draft draft, String mark) {
            draft.contentType(type);
        }
    }

    /** Another body, of whatever type. */
    record BodyIs(Optional<String> type, Payload payload) implements Change {
        @Override
        public Optional<Payload> hostile() {
            return Optional.of(payload);
        }

        @Override
        public void spoil(Draft draft, String mark) {
            draft.contentType(type);
            draft.rawBody(payload.raw(mark));
        }
    }

    /** An address below the right one. */
    record Below(Payload payload) implements Change {
        @Override
        public Optional<Payload> hostile() {
            return Optional.of(payload);
        }

        @Override
        public void spoil(Draft draft, String mark) {
            draft.below("/" + payload.parameter(mark));
        }
    }
}
