package dev.broadsheet.bench.load;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Documents in a file: what the raw bulk loader sends.
public final class Documents {
  private static final int BUFFER = 1 << 20;

  private Documents() {}

  /// Writes documents, one after the other.
  public static final class Writer implements AutoCloseable {
    private final DataOutputStream out;

    public Writer(Path file) throws IOException {
      out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    /// @param id of the article, UTF-8
    /// @param json exactly the bytes that the sink indexes
    public void add(byte[] id, byte[] json) throws IOException {
      out.writeInt(id.length);
      out.write(id);
      out.writeInt(json.length);
      out.write(json);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /// Takes one document.
  public interface Visitor {
    /// @param id of the article, UTF-8
    /// @param json exactly the bytes that the sink indexes
    void visit(byte[] id, byte[] json);
  }

  /// Reads the documents of a file, in their order.
  public static void read(Path file, Visitor visitor) throws IOException {
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      for (long left = Files.size(file); left > 0; ) {
        byte[] id = in.readNBytes(in.readInt());
        byte[] json = in.readNBytes(in.readInt());
        left -= 2 * Integer.BYTES + id.length + json.length;
        visitor.visit(id, json);
      }
    }
  }

  /// Bodies of bulk requests of at most so many bytes, with the same action lines as the sink's.
  static List<byte[]> bodies(Path file, int bytes) throws IOException {
    List<byte[]> bodies = new ArrayList<>();
    var body = new BulkBody(bytes);
    read(
        file,
        (id, json) -> {
          if (!body.fits(json.length)) {
            bodies.add(body.take());
          }
          body.add(new String(id, StandardCharsets.UTF_8), 1, json);
        });
    if (!body.isEmpty()) {
      bodies.add(body.take());
    }
    return bodies;
  }
}
