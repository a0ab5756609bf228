package dev.broadsheet.ingest.format;

import dev.broadsheet.contract.RejectReason;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/// Goes through the entries of archives. Nothing is written to disk, so no name can lead anywhere.
final class Archives {
  private final Members members;
  private final Budget budget;

  Archives(Members members, Budget budget) {
    this.members = members;
    this.budget = budget;
  }

  void zip(SeekableByteChannel channel, String folder, int depth) throws IOException {
    budget.directory(ZipCheck.end(channel));
    channel.position(0);
    try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(channel).get()) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      for (int i = 0; i < entries.size(); i++) {
        if (entries.get(i).isDirectory()) {
          budget.entry();
        }
      }
      ZipCheck.overlap(entries);
      List<String> names = names(entries);
      for (int i = 0; i < entries.size(); i++) {
        zipEntry(zip, entries.get(i), place(folder, names.get(i)), depth);
      }
    } catch (Refusal e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(e);
    }
  }

  private void zipEntry(ZipFile zip, ZipArchiveEntry entry, String path, int depth)
      throws IOException {
    try {
      ZipCheck.entry(entry);
    } catch (Refusal e) {
      throw e.in(path);
    }
    if (entry.isDirectory() || isLeftOut(path)) {
      return;
    }
    try (var in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
      members.entry(in, path, depth);
      in.transferTo(OutputStream.nullOutputStream());
      if (in.getChecksum().getValue() != entry.getCrc()) {
        throw new Refusal(RejectReason.ARCHIVE, "its checksum is wrong: copy it again").in(path);
      }
    }
  }

  void tar(InputStream in, String folder, int depth) throws IOException {
    try (var tar = new TarArchiveInputStream(open(in), "UTF-8")) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String path = place(folder, entry.getName());
        if (entry.isDirectory()) {
          budget.entry();
          continue;
        }
        if (!entry.isFile() || entry.isLink() || entry.isSymbolicLink()) {
          throw new Refusal(RejectReason.ARCHIVE_PATH, "a link or device: pack the file itself")
              .in(path);
        }
        if (!isLeftOut(path)) {
          members.entry(tar, path, depth);
        }
      }
    } catch (Refusal e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(e);
    }
  }

  /// A gzip file is what it holds; it is no folder.
  void gzip(InputStream in, Members.Place place) throws IOException {
    int depth = place.depth() + 1;
    budget.depth(depth);
    try (var unpacked =
        GzipCompressorInputStream.builder()
            .setInputStream(open(in))
            .setDecompressConcatenated(true)
            .get()) {
      InputStream counted = new BufferedInputStream(budget.counted(unpacked), 1 << 13);
      Format format = Format.of(Members.head(counted));
      members.member(
          counted, format, new Members.Place(place.path(), place.declared(), place.hints(), depth));
      // The end holds the checksum.
      counted.transferTo(OutputStream.nullOutputStream());
    } catch (Refusal e) {
      throw e;
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  /// A stream that stays open: who opened it reads on after what was in it.
  private static InputStream open(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        return in.read(buffer, offset, length);
      }

      @Override
      public void close() {
        // Not ours to close.
      }
    };
  }

  private boolean isLeftOut(String path) {
    if (Names.isHidden(path)) {
      members.remark("%s: left behind by a system, left out".formatted(path));
      return true;
    }
    return false;
  }

  private static List<String> names(List<ZipArchiveEntry> entries) throws Refusal {
    List<byte[]> raw = new ArrayList<>();
    for (ZipArchiveEntry entry : entries) {
      raw.add(entry.getRawName());
    }
    return Names.decode(raw);
  }

  private static String place(String folder, String name) throws Refusal {
    return Members.join(folder, Names.path(name));
  }

  private static Refusal damaged(Exception e) {
    return new Refusal(
        RejectReason.ARCHIVE,
        "it is damaged or not complete (%s): copy it again".formatted(e.getMessage()));
  }
}
