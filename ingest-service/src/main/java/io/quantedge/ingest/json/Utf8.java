package io.quantedge.ingest.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Whether bytes are UTF-8 to the letter. The JSON parser alone would take surrogates and overlong
 * forms, and would guess UTF-16 where it sees one. Stateless.
 */
final class Utf8 {
  private Utf8() {}

  static boolean isValid(byte[] bytes, int offset, int length) {
    if (length >= 2 && (bytes[offset] == 0 || bytes[offset + 1] == 0)) {
      // JSON begins with two ASCII characters; with a NUL beside them it is UTF-16 or UTF-32.
      return false;
    }
    return isAscii(bytes, offset, length) || isDecodable(bytes, offset, length);
  }

  private static boolean isAscii(byte[] bytes, int offset, int length) {
    int all = 0;
    for (int i = offset; i < offset + length; i++) {
      all |= bytes[i];
    }
    return all >= 0;
  }

  private static boolean isDecodable(byte[] bytes, int offset, int length) {
    try {
      // A new decoder reports what is malformed.
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
