package dev.broadsheet.ingest.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/// Archives for tests, sound and unsound.
public final class Fixtures {
  public static final String PAGE =
      """
      云溪日报 2025年3月20日 星期四

      全市春耕生产现场会在柳塘镇召开

      本报讯 记者林知远报道：昨日，全市春耕生产现场会在柳塘镇召开，与会人员实地察看了育秧工厂和高标准农田。

      会议要求，各地要抓住农时，把种子、化肥等农资备足，确保春播任务按时完成。
      """;

  private Fixtures() {}

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] zip(Map<String, byte[]> entries) {
    return zip(entries, StandardCharsets.UTF_8);
  }

  public static byte[] zip(Map<String, byte[]> entries, Charset names) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out, names)) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] zipWithLink(String name, String target) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipArchiveOutputStream(out)) {
      var entry = new ZipArchiveEntry(name);
      entry.setUnixMode(0120777);
      zip.putArchiveEntry(entry);
      zip.write(utf8(target));
      zip.closeArchiveEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// A zip archive whose entry is marked as encrypted.
  public static byte[] encryptedZip() {
    byte[] zip = zip(Map.of("01.txt", utf8(PAGE)));
    for (int i = 0; i + 4 < zip.length; i++) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 3 && zip[i + 3] == 4) {
        zip[i + 6] |= 1;
      } else if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
        zip[i + 8] |= 1;
      }
    }
    return zip;
  }

  /// Two entries of the directory that stand for the same bytes.
  public static byte[] overlappingZip() {
    byte[] one = zip(Map.of("01.txt", utf8(PAGE)));
    int directory = indexOf(one, 0x02014B50);
    int end = indexOf(one, 0x06054B50);
    var out = new ByteArrayOutputStream();
    out.write(one, 0, end);
    out.write(one, directory, end - directory);
    byte[] tail = java.util.Arrays.copyOfRange(one, end, one.length);
    var buffer = java.nio.ByteBuffer.wrap(tail).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    buffer.putShort(8, (short) 2).putShort(10, (short) 2);
    buffer.putInt(12, 2 * (end - directory));
    out.writeBytes(tail);
    byte[] zip = out.toByteArray();
    // Another name for the second.
    zip[end + 46] = '9';
    return zip;
  }

  public static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] tar(Map<String, byte[]> entries) {
    var out = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(out, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (var entry : entries.entrySet()) {
        var header = new TarArchiveEntry(entry.getKey(), true);
        header.setSize(entry.getValue().length);
        tar.putArchiveEntry(header);
        tar.write(entry.getValue());
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] tarWithLink(String name, String target) {
    var out = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(out, "UTF-8")) {
      var header = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
      header.setLinkName(target);
      tar.putArchiveEntry(header);
      tar.closeArchiveEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] nested(int depth) {
    byte[] zip = zip(Map.of("01.txt", utf8(PAGE)));
    for (int i = 1; i < depth; i++) {
      zip = zip(Map.of("inner.zip", zip));
    }
    return zip;
  }

  public static byte[] zipWithWrongChecksum() {
    byte[] content = utf8(PAGE);
    var crc = new CRC32();
    crc.update(content);
    byte[] zip = zip(Map.of("01.txt", content));
    int directory = indexOf(zip, 0x02014B50);
    zip[directory + 16] ^= 0x55;
    int descriptor = indexOf(zip, 0x08074B50);
    if (descriptor >= 0) {
      zip[descriptor + 4] ^= 0x55;
    }
    return zip;
  }

  private static int indexOf(byte[] bytes, int signature) {
    var buffer = java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i + 4 <= bytes.length; i++) {
      if (buffer.getInt(i) == signature) {
        return i;
      }
    }
    return -1;
  }
}
