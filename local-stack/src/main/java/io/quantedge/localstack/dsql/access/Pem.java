package io.quantedge.localstack.dsql.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;

/** Writes DER as PEM files. */
final class Pem {
  private static final int LINE_CHARACTERS = 64;

  private Pem() {}

  /** One block, with the line length of RFC 7468. */
  static String block(String label, byte[] der) {
    String body =
        Base64.getMimeEncoder(LINE_CHARACTERS, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  /** Writes a file that everybody may read. */
  static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
  }

  /** Writes a file that never was readable by anybody but its owner. */
  static void writeSecret(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, ownerOnly(file));
    Files.writeString(file, text, StandardOpenOption.WRITE);
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    boolean posix =
        Files.getFileAttributeView(
                file.toAbsolutePath().getParent(),
                java.nio.file.attribute.PosixFileAttributeView.class,
                LinkOption.NOFOLLOW_LINKS)
            != null;
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(
              Set.of(
                  java.nio.file.attribute.PosixFilePermission.OWNER_READ,
                  java.nio.file.attribute.PosixFilePermission.OWNER_WRITE))
        }
        : new FileAttribute<?>[0];
  }
}
