package dev.broadsheet.ingest.encoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/// Bytes read in one charset.
///
/// @param charset that they were read in
/// @param text what could be read; bytes that could not are left out of it, so it is for weighing
///     only unless `firstError` is -1
/// @param firstError offset of the first byte that is none of the charset's, or -1
/// @param isCut whether the only error is that the last character is not whole
record Reading(Charset charset, String text, int firstError, boolean isCut) {
  /// After so many errors nobody doubts any more.
  private static final int ENOUGH_ERRORS = 100;

  /// Bytes of the longest character of any charset here.
  private static final int LONGEST = 4;

  static Reading of(byte[] bytes, int from, int to, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes, from, to - from);
    var out = CharBuffer.allocate((int) ((to - from) * decoder.maxCharsPerByte()) + 1);
    int firstError = -1;
    int errors = 0;
    boolean isCut = false;
    while (errors < ENOUGH_ERRORS) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        break;
      }
      if (firstError < 0) {
        firstError = in.position();
        isCut = isCut(in, charset);
      }
      errors++;
      in.position(in.position() + Math.min(result.length(), in.remaining()));
      decoder.reset();
    }
    return new Reading(charset, out.flip().toString(), firstError, isCut && errors == 1);
  }

  boolean isWhole() {
    return firstError < 0;
  }

  Plausibility plausibility() {
    return Plausibility.of(text);
  }

  /// Whether a decoder would wait for more bytes instead of finding fault with these.
  private static boolean isCut(ByteBuffer in, Charset charset) {
    ByteBuffer rest = in.duplicate();
    return rest.remaining() < LONGEST
        && charset.newDecoder().decode(rest, CharBuffer.allocate(LONGEST), false).isUnderflow()
        && rest.hasRemaining();
  }
}
