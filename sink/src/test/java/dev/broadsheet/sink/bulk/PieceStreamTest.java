package dev.broadsheet.sink.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PieceStreamTest {
  @Property
  void readsThePiecesInStepsOfAnySize(
      @ForAll @Size(max = 8) List<@Size(max = 20) byte[]> pieces,
      @ForAll @IntRange(min = 1, max = 25) int step)
      throws IOException {
    var whole = new ByteArrayOutputStream();
    pieces.forEach(whole::writeBytes);
    var stream = new PieceStream(pieces.toArray(byte[][]::new), whole.size());
    var read = new ByteArrayOutputStream();
    byte[] buffer = new byte[step + 3];

    for (int n = stream.read(buffer, 3, step); n >= 0; n = stream.read(buffer, 3, step)) {
      assertThat(n).isEqualTo(Math.min(step, whole.size() - read.size()));
      read.write(buffer, 3, n);
      assertThat(stream.available()).isEqualTo(whole.size() - read.size());
    }

    assertThat(read.toByteArray()).isEqualTo(whole.toByteArray());
    assertThat(stream.read()).isEqualTo(-1);
  }
}
