package dev.broadsheet.contract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// UTF-8 without replacement characters: what is not text is an error.
public final class Utf8 {
  private Utf8() {}

  /// The text of `bytes`.
  ///
  /// @throws CharacterCodingException when they are not UTF-8
  public static String decode(byte[] bytes) throws CharacterCodingException {
    if (isAscii(bytes)) {
      return new String(bytes, StandardCharsets.US_ASCII);
    }
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }

  /// Keys and headers mostly are, and need no decoder of their own then.
  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /// The bytes of `text`.
  ///
  /// @throws CharacterCodingException when it holds a lone surrogate
  public static byte[] encode(String text) throws CharacterCodingException {
    ByteBuffer buffer =
        StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .encode(CharBuffer.wrap(text));
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  /// Offset of the first byte that is not UTF-8, or -1 when all of it is.
  public static int firstError(byte[] bytes) {
    var input = ByteBuffer.wrap(bytes);
    var output = CharBuffer.allocate(8192);
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    while (true) {
      var result = decoder.decode(input, output, true);
      if (result.isError()) {
        return input.position();
      }
      if (result.isUnderflow()) {
        return -1;
      }
      output.clear();
    }
  }
}
