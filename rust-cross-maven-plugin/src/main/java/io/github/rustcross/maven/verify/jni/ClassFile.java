package io.github.rustcross.maven.verify.jni;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads the native methods of a class file (JVM specification, chapter 4). */
final class ClassFile extends ClassVisitor {
  private static final int MAGIC = 0xcafebabe;
  private static final int MAJOR_VERSION = 6;
  private static final int HEADER_BYTES = 10;

  private final List<NativeMethod> methods = new ArrayList<>();
  private String className = "";

  private static final String JNA = "com/sun/jna/Native";

  private ClassFile() {
    super(Opcodes.ASM9);
  }

  /**
   * Reads them.
   *
   * @param bytes the file; the version in it may be changed
   * @return none of them marked as overloaded
   * @throws IllegalArgumentException with what is wrong, if it is no class file
   */
  static List<NativeMethod> nativeMethods(byte[] bytes) {
    ByteBuffer header = ByteBuffer.wrap(bytes);
    if (bytes.length < HEADER_BYTES || header.getInt(0) != MAGIC) {
      throw new IllegalArgumentException("is no class file");
    }
    // The library refuses versions that it does not know. What is read here is the same in all.
    if (header.getShort(MAJOR_VERSION) > Opcodes.V17) {
      header.putShort(MAJOR_VERSION, (short) Opcodes.V17);
    }
    ClassFile file = new ClassFile();
    try {
      new ClassReader(bytes)
          .accept(file, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    } catch (RuntimeException e) {
      // The library checks little and stumbles over the rest, in many ways.
      throw new IllegalArgumentException("is no class file that can be read: " + e.getMessage(), e);
    }
    return registersByJna(bytes) ? List.of() : file.methods;
  }

  /**
   * Whether the class has native methods that JNA maps to plain functions of C ({@code
   * com.sun.jna.Native.register}): the JVM looks for none of them.
   */
  private static boolean registersByJna(byte[] bytes) {
    // A text of the constant pool begins with its length (JVM specification, 4.4.7).
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .contains("\0" + (char) JNA.length() + JNA);
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      String signature,
      String superName,
      String[] interfaces) {
    className = name.replace('/', '.');
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    if ((access & Opcodes.ACC_NATIVE) != 0) {
      methods.add(new NativeMethod(className, name, descriptor, false));
    }
    return null;
  }
}
