package com.micloud.signin.ledger;

import com.micloud.signin.guard.GuardActionFactory;
import com.micloud.signin.policy.MiCloudPasswordPolicyFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What our classes extend, override and use of Keycloak, read from byte code. A jar is stable if Keycloak publishes it for
 * extensions; of the stable jars only what is extended or overridden counts.
 */
final class Ledger {

    private static final Set<String> STABLE = Set.of("server-spi", "core", "common");

    private final ClassFiles files = new ClassFiles();
    private final List<ClassFile> ours;
    private final SortedMap<Entry.Key, Entry> entries = new TreeMap<>();

    private Ledger() {
        ours = Stream.of(GuardActionFactory.class, MiCloudPasswordPolicyFactory.class)
                .flatMap(one -> files.besides(one).stream())
                .toList();
        ours.forEach(this::enter);
    }

    static Ledger read() {
        return new Ledger();
    }

    static boolean isStable(String jar) {
        return STABLE.contains(jar);
    }

    SortedMap<Entry.Key, Entry> entries() {
        return entries;
    }

    List<ClassFile> ours() {
        return ours;
    }

    ClassFiles files() {
        return files;
    }

    /** A class as the page names it: what the compiler adds without a name counts for the class around it. */
    static String readable(String name) {
        return name.replaceAll("\\$\\d.*", "").replace('/', '.').replace('$', '.');
    }

    static String packageOf(String readable) {
        return readable.replaceFirst("\\.[A-Z].*", "");
    }

    static String simple(String readable) {
        return readable.replaceFirst("^([a-z0-9_]+\\.)+", "");
    }

    /** The class that has the file, without its package. */
    static String topLevel(String readable) {
        return simple(readable).replaceAll("\\..*", "");
    }

    private void enter(ClassFile file) {
        for (int i = 0; i < file.parents().size(); i++) {
            String parent = file.parents().get(i);
            if (ClassFiles.isKeycloaks(parent)) {
                entry(file, parent).isKin(i == 0 ? Entry.Kinship.EXTENDS : Entry.Kinship.IMPLEMENTS);
            }
        }
        for (String method : file.ownMethods()) {
            overridden(file, method)
                    .ifPresent(found -> entry(file, found.name()).overridden().add(method(method)));
        }
        for (ClassFile.Member member : file.uses()) {
            declaring(member).map(ClassFile::name).filter(this::isUnstable).ifPresent(owner -> entry(file, owner)
                    .used()
                    .add(method(member.name())));
        }
        file.types().stream().filter(this::isUnstable).forEach(type -> entry(file, type));
    }

    private static String method(String method) {
        String name = method.replaceAll("\\(.*", "");
        return name.equals("<init>") ? "new" : name;
    }

    private Entry entry(ClassFile file, String keycloaks) {
        return entries.computeIfAbsent(
                new Entry.Key(readable(file.name()), readable(keycloaks)), key -> new Entry(files.jar(keycloaks)));
    }

    private boolean isUnstable(String type) {
        return ClassFiles.isKeycloaks(type) && !isStable(files.jar(type));
    }

    private Optional<ClassFile> overridden(ClassFile file, String method) {
        return above(file.name(), found -> !found.name().equals(file.name()) && found.canBeOverridden(method))
                .filter(found -> ClassFiles.isKeycloaks(found.name()));
    }

    private Optional<ClassFile> declaring(ClassFile.Member member) {
        return above(member.owner(), found -> found.declares(member.name() + member.descriptor()));
    }

    /** The nearest class, of this one and those above it, that fits; superclasses come before interfaces. */
    private Optional<ClassFile> above(String start, Predicate<ClassFile> fits) {
        Deque<String> waiting = new ArrayDeque<>(List.of(start));
        Set<String> seen = new HashSet<>();
        while (!waiting.isEmpty()) {
            String name = waiting.poll();
            Optional<ClassFile> found = seen.add(name) ? files.find(name) : Optional.empty();
            if (found.filter(fits).isPresent()) {
                return found;
            }
            found.ifPresent(file -> {
                List<String> parents = file.parents();
                parents.stream().limit(1).forEach(waiting::addFirst);
                parents.stream().skip(1).forEach(waiting::addLast);
            });
        }
        return Optional.empty();
    }
}
