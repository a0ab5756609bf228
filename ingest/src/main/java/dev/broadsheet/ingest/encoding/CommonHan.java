package dev.broadsheet.ingest.encoding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Objects;

/// How usual a Chinese character is in running text.
///
/// The two older standards sort their characters by use: level 1 of GB 2312-80 (rows 16 to 55)
/// holds the 3,755 common simplified ones, and level 1 of Big5 (A440 to C67E) the 5,401 common
/// traditional ones. The JDK's charsets carry both tables.
final class CommonHan {
  private static final String FREQUENT_LIST = "frequent-han.txt";
  private static final BitSet FREQUENT = frequent();
  private static final BitSet COMMON = common();

  private CommonHan() {}

  /// Whether a character is one of the few hundred that most of a text is made of.
  static boolean isFrequent(int c) {
    return FREQUENT.get(c);
  }

  /// Whether a character is at level 1 of either standard.
  static boolean isCommon(int c) {
    return COMMON.get(c);
  }

  private static BitSet frequent() {
    var set = new BitSet();
    try (InputStream list = CommonHan.class.getResourceAsStream(FREQUENT_LIST)) {
      String text = new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.startsWith("#"))
          .flatMapToInt(String::codePoints)
          .filter(Character::isIdeographic)
          .forEach(set::set);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return set;
  }

  private static BitSet common() {
    var set = new BitSet();
    add(set, Charset.forName("GB2312"), 0xB0, 0xD7);
    add(set, Charset.forName("Big5"), 0xA4, 0xC6);
    return set;
  }

  private static void add(BitSet set, Charset charset, int firstLead, int lastLead) {
    for (int lead = firstLead; lead <= lastLead; lead++) {
      for (int trail = 0x40; trail <= 0xFE; trail++) {
        add(set, charset, new byte[] {(byte) lead, (byte) trail});
      }
    }
  }

  private static void add(BitSet set, Charset charset, byte[] pair) {
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(pair)).toString();
      text.codePoints().filter(Character::isIdeographic).forEach(set::set);
    } catch (CharacterCodingException _) {
      // A hole in the table.
      return;
    }
  }
}
