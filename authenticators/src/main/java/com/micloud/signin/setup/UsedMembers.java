package com.micloud.signin.setup;

import java.lang.invoke.MethodType;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The classes and members of the server that this jar uses or overrides, looked for in a server's classes.
 */
final class UsedMembers {

    private static final String OWN = "own ";

    private final List<String> lines;

    private UsedMembers(List<String> lines) {
        this.lines = lines;
    }

    /**
     * What these lines name.
     *
     * @param lines each {@code class <name>}, {@code uses <class> <member> <descriptor>}, {@code overrides} of the same form,
     *     or {@code own <name>}, a class of this jar
     */
    static UsedMembers of(List<String> lines) {
        return new UsedMembers(lines);
    }

    /** How many classes and members of the server the lines name. */
    long size() {
        return lines.stream().filter(line -> !line.startsWith(OWN)).count();
    }

    /** The lines that do not hold in the classes of this loader; none where all is there. */
    List<String> missingIn(ClassLoader server) {
        Search search = new Search(server);
        return lines.stream().filter(line -> !search.holds(line.split(" ", 4))).toList();
    }

    private static final class Search {
        private final ClassLoader server;
        private final Map<String, Optional<Class<?>>> classes = new HashMap<>();
        private final Map<Class<?>, List<String>> declared = new HashMap<>();

        Search(ClassLoader server) {
            this.server = server;
        }

        boolean holds(String[] line) {
            Optional<Class<?>> type = type(line[1]);
            try {
                return switch (line[0]) {
                    case "class" -> type.isPresent();
                    case "own" -> type.isPresent() && leavesNothingOpen(type.get());
                    default -> type.isPresent() && has(type.get(), line[2] + line[3]);
                };
            } catch (LinkageError e) {
                // A type in the signature of a neighbour is gone.
                return false;
            }
        }

        private Optional<Class<?>> type(String name) {
            return classes.computeIfAbsent(name, unknown -> {
                try {
                    return Optional.of(Class.forName(name, false, server));
                } catch (ClassNotFoundException | LinkageError e) {
                    return Optional.empty();
                }
            });
        }

        private boolean has(Class<?> type, String member) {
            return declared(type).contains(member) || supertypes(type).anyMatch(supertype -> has(supertype, member));
        }

        /** What a class has not itself, it has by one of these. */
        private static Stream<Class<?>> supertypes(Class<?> type) {
            Class<?> superclass = type.isInterface() ? Object.class : type.getSuperclass();
            return Stream.concat(Stream.ofNullable(superclass), Stream.of(type.getInterfaces()));
        }

        private List<String> declared(Class<?> type) {
            return declared.computeIfAbsent(type, unknown -> {
                List<String> members = new ArrayList<>();
                for (Method method : type.getDeclaredMethods()) {
                    if (!Modifier.isPrivate(method.getModifiers())) {
                        members.add(method.getName() + descriptor(method.getReturnType(), method));
                    }
                }
                for (Executable constructor : type.getDeclaredConstructors()) {
                    if (!Modifier.isPrivate(constructor.getModifiers())) {
                        members.add("<init>" + descriptor(void.class, constructor));
                    }
                }
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isPrivate(field.getModifiers())) {
                        members.add(field.getName() + field.getType().descriptorString());
                    }
                }
                return members;
            });
        }

        private static String descriptor(Class<?> result, Executable of) {
            return MethodType.methodType(result, of.getParameterTypes()).descriptorString();
        }

        /** Whether a class can be made as it is: a newer server may ask for a method that it does not have. */
        private static boolean leavesNothingOpen(Class<?> type) {
            return Modifier.isAbstract(type.getModifiers())
                    || Stream.of(type.getMethods()).noneMatch(method -> Modifier.isAbstract(method.getModifiers()));
        }
    }
}
