package com.micloud.signin.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** What a class file says of the class: its parents, what it declares, and what it uses of others. Names are internal. */
final class ClassFile {

    /** A method or field, as byte code names it. */
    record Member(String owner, String name, String descriptor) {}

    private final Map<String, Integer> declared = new TreeMap<>();
    private final Set<String> ownMethods = new TreeSet<>();
    private final List<Member> uses = new ArrayList<>();
    private final Set<String> types = new TreeSet<>();
    private final Set<String> texts = new TreeSet<>();
    private final Set<String> annotated = new TreeSet<>();
    private final Map<String, String> publicTexts = new TreeMap<>();
    private final List<String> parents = new ArrayList<>();
    private String name = "";
    private int access;

    private ClassFile() {}

    static ClassFile read(byte[] bytes) {
        ClassFile read = new ClassFile();
        new ClassReader(bytes).accept(read.new Visitor(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return read;
    }

    String name() {
        return name;
    }

    /** The superclass, then the interfaces. */
    List<String> parents() {
        return parents;
    }

    boolean declares(String member) {
        return declared.containsKey(member);
    }

    /** Whether a class below can give a method of its own in its place. */
    boolean canBeOverridden(String member) {
        return declares(member)
                && (declared.get(member) & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL)) == 0;
    }

    /** The methods that can override one, bridges of the compiler among them: name and descriptor. */
    Set<String> ownMethods() {
        return ownMethods;
    }

    List<Member> uses() {
        return uses;
    }

    /** All classes that are named, in whatever place. */
    Set<String> types() {
        return types;
    }

    /** The texts in the code; a text that is put together of pieces is in pieces. */
    Set<String> texts() {
        return texts;
    }

    /** Whether a text of the class, of an annotation or the name of a method is this one or has it as a part. */
    boolean knows(String text) {
        return Stream.of(texts, annotated).flatMap(Set::stream).anyMatch(known -> known.toLowerCase(Locale.ROOT)
                        .contains(text.toLowerCase(Locale.ROOT)))
                || declared.keySet().stream().anyMatch(member -> member.startsWith(text + "("));
    }

    /** The constants that every class can use: their names and texts. */
    Map<String, String> publicTexts() {
        return (access & Opcodes.ACC_PUBLIC) == 0 ? Map.of() : publicTexts;
    }

    private void addDescriptor(String descriptor) {
        Type type = Type.getType(descriptor);
        if (type.getSort() == Type.METHOD) {
            Stream.concat(Stream.of(type.getReturnType()), Stream.of(type.getArgumentTypes()))
                    .forEach(this::addType);
        } else {
            addType(type);
        }
    }

    private void addType(Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() == Type.OBJECT) {
            types.add(element.getInternalName());
        }
    }

    private void addSignature(String signature) {
        if (signature != null) {
            new SignatureReader(signature).accept(new SignatureVisitor(Opcodes.ASM9) {
                @Override
                public void visitClassType(String type) {
                    types.add(type);
                }
            });
        }
    }

    private void addUse(String owner, String member, String descriptor) {
        if (!owner.startsWith("[")) {
            types.add(owner);
            uses.add(new Member(owner, member, descriptor));
        }
    }

    private void addConstant(Object constant) {
        if (constant instanceof String text) {
            Stream.of(text.split("[\u0001\u0002]", -1))
                    .filter(piece -> !piece.isEmpty())
                    .forEach(texts::add);
        } else if (constant instanceof Type type) {
            addDescriptor(type.getDescriptor());
        } else if (constant instanceof Handle handle) {
            addUse(handle.getOwner(), handle.getName(), handle.getDesc());
        } else if (constant instanceof ConstantDynamic dynamic) {
            for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                addConstant(dynamic.getBootstrapMethodArgument(i));
            }
        }
    }

    /** The texts of annotations are the parts of addresses. */
    private AnnotationVisitor annotation(String descriptor) {
        addDescriptor(descriptor);
        return new AnnotationVisitor(Opcodes.ASM9) {
            @Override
            public void visit(String key, Object value) {
                if (value instanceof String text) {
                    annotated.add(text);
                }
            }
        };
    }

    private final class Visitor extends ClassVisitor {

        Visitor() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int flags, String self, String signature, String parent, String[] interfaces) {
            name = self;
            access = flags;
            if (parent != null) {
                parents.add(parent);
            }
            parents.addAll(List.of(interfaces));
            types.addAll(parents);
            addSignature(signature);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return annotation(descriptor);
        }

        @Override
        public FieldVisitor visitField(int flags, String field, String descriptor, String signature, Object value) {
            declared.put(field + ":" + descriptor, flags);
            addDescriptor(descriptor);
            addSignature(signature);
            if (value instanceof String text) {
                texts.add(text);
                if ((flags & Opcodes.ACC_PUBLIC) != 0) {
                    publicTexts.put(field, text);
                }
            }
            return new FieldVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    return annotation(annotation);
                }
            };
        }

        @Override
        public MethodVisitor visitMethod(
                int flags, String method, String descriptor, String signature, String[] exceptions) {
            declared.put(method + descriptor, flags);
            boolean isOwn = (flags & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) == 0 && !method.startsWith("<");
            if (isOwn) {
                ownMethods.add(method + descriptor);
            }
            addDescriptor(descriptor);
            addSignature(signature);
            if (exceptions != null) {
                types.addAll(List.of(exceptions));
            }
            return new Code();
        }
    }

    private final class Code extends MethodVisitor {

        Code() {
            super(Opcodes.ASM9);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return annotation(descriptor);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            addType(Type.getObjectType(type));
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
            addUse(owner, field, ":" + descriptor);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean isInterface) {
            addUse(owner, method, descriptor);
        }

        @Override
        public void visitInvokeDynamicInsn(String site, String descriptor, Handle bootstrap, Object... arguments) {
            addDescriptor(descriptor);
            Stream.of(arguments).forEach(ClassFile.this::addConstant);
        }

        @Override
        public void visitLdcInsn(Object value) {
            addConstant(value);
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
            if (type != null) {
                types.add(type);
            }
        }
    }
}
