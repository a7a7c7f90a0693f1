package com.micloud.signin.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;

/** Writes the list that {@link UsedList} reads, from the byte code of the jar's classes. The build runs it. */
public final class UsedListWriter {
    private static final String OWN = "com/micloud/";
    private static final Set<String> OF_JAVA = Set.of("java/", "javax/crypto/", "javax/net/", "javax/xml/", "org/w3c/");
    private static final String SERVICES = "META-INF/services";

    private final Set<String> lines = new TreeSet<>();
    private final Path classes;

    private UsedListWriter(Path classes) {
        this.classes = classes;
    }

    /** Writes the list of the classes in the directory that the argument names, into that directory. */
    public static void main(String[] arguments) throws Exception {
        Path classes = Path.of(arguments[0]);
        Path list = classes.resolve(UsedList.FILE);
        Files.createDirectories(list.getParent());
        List<String> lines = of(classes);
        // A list that did not change keeps its time: Maven then keeps the jar, and compiles nothing that needs it.
        if (!Files.exists(list) || !Files.readAllLines(list).equals(lines)) {
            Files.write(list, lines);
        }
    }

    static List<String> of(Path classes) throws Exception {
        UsedListWriter writer = new UsedListWriter(classes);
        for (Path file : files(classes)) {
            if (file.toString().endsWith(".class")) {
                writer.read(new ClassReader(Files.readAllBytes(file)));
            }
        }
        writer.readParts();
        return List.copyOf(writer.lines);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(ClassReader code) throws ClassNotFoundException {
        char[] buffer = new char[code.getMaxStringLength()];
        for (int i = 1; i < code.getItemCount(); i++) {
            int item = code.getItem(i);
            if (item != 0) {
                readConstant(code, item, buffer);
            }
        }
        readOverrides(
                Class.forName(code.getClassName().replace('/', '.'), false, UsedListWriter.class.getClassLoader()));
    }

    /** The constant pool names all that byte code refers to (JVM specification, 4.4). */
    private void readConstant(ClassReader code, int item, char[] buffer) {
        switch (code.readByte(item - 1)) {
            case 7 -> addClass(code.readUTF8(item, buffer));
            case 9, 10, 11 -> {
                String owner = code.readClass(item, buffer);
                int nameAndType = code.getItem(code.readUnsignedShort(item + 2));
                if (isServers(owner)) {
                    lines.add("uses " + name(owner) + " " + code.readUTF8(nameAndType, buffer) + " "
                            + code.readUTF8(nameAndType + 2, buffer));
                }
            }
            default -> {
                // Says nothing of others.
            }
        }
    }

    private void addClass(String internalName) {
        String element = internalName.startsWith("[")
                ? Type.getObjectType(internalName).getElementType().getInternalName()
                : internalName;
        if (isServers(element)) {
            lines.add("class " + name(element));
        }
    }

    private void readOverrides(Class<?> own) {
        lines.add("own " + own.getName());
        for (Method method : own.getDeclaredMethods()) {
            if (!Modifier.isStatic(method.getModifiers()) && !Modifier.isPrivate(method.getModifiers())) {
                supertypes(own).forEach(type -> addOverridden(type, method));
            }
        }
    }

    private void addOverridden(Class<?> type, Method own) {
        if (isServers(type.getName().replace('.', '/'))) {
            Stream.of(type.getDeclaredMethods())
                    .filter(method -> method.getName().equals(own.getName())
                            && List.of(method.getParameterTypes()).equals(List.of(own.getParameterTypes()))
                            && method.getReturnType() == own.getReturnType()
                            && !Modifier.isPrivate(method.getModifiers()))
                    .forEach(method -> lines.add("overrides " + type.getName() + " " + method.getName() + " "
                            + MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                                    .descriptorString()));
        }
    }

    private static Set<Class<?>> supertypes(Class<?> type) {
        Set<Class<?>> found = new LinkedHashSet<>();
        Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
                .forEach(supertype -> {
                    found.add(supertype);
                    found.addAll(supertypes(supertype));
                });
        return found;
    }

    private void readParts() throws Exception {
        Map<String, Spi> spis = new HashMap<>();
        ServiceLoader.load(Spi.class)
                .forEach(spi -> spis.put(spi.getProviderFactoryClass().getName(), spi));
        for (Path service : files(classes.resolve(SERVICES))) {
            Spi spi = spis.get(service.getFileName().toString());
            if (spi == null) {
                // Names a kind of providers, and none of them.
                continue;
            }
            Map<String, String> keycloaks = new HashMap<>();
            for (ProviderFactory<?> factory : factories(spi, false)) {
                keycloaks.put(factory.getId(), factory.getClass().getName());
            }
            for (ProviderFactory<?> own : factories(spi, true)) {
                String replaced = keycloaks.getOrDefault(own.getId(), "");
                // Where Keycloak names no provider it uses the one with the highest order. It names one of several.
                boolean first = own.order() > 0 && (replaced.isEmpty() || keycloaks.size() == 1);
                lines.add(("part " + spi.getProviderClass().getName() + " " + own.getId() + " "
                                + own.getClass().getName() + " " + (first ? "first" : "named") + " " + replaced)
                        .strip());
            }
        }
    }

    private static List<ProviderFactory<?>> factories(Spi spi, boolean own) throws Exception {
        List<ProviderFactory<?>> factories = new ArrayList<>();
        ClassLoader loader = UsedListWriter.class.getClassLoader();
        String service = SERVICES + "/" + spi.getProviderFactoryClass().getName();
        for (URL file : Collections.list(loader.getResources(service))) {
            try (var in = file.openStream()) {
                for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList()) {
                    String name = line.replaceFirst("#.*", "").strip();
                    if (!name.isEmpty() && name.startsWith("com.micloud.") == own) {
                        factories.add((ProviderFactory<?>)
                                loader.loadClass(name).getDeclaredConstructor().newInstance());
                    }
                }
            }
        }
        return factories;
    }

    private static boolean isServers(String internalName) {
        return internalName.contains("/")
                && !internalName.startsWith("[")
                && !internalName.startsWith(OWN)
                && OF_JAVA.stream().noneMatch(internalName::startsWith);
    }

    private static String name(String internalName) {
        return internalName.replace('/', '.');
    }
}
