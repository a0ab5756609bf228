package dev.broadsheet.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class LongTablePropertyTest {
  @Property(tries = 200)
  void holdsWhatWasWrittenLast(
      @ForAll @Size(max = 400) List<@LongRange(min = -40, max = 40) Long> keys) {
    var table = new LongTable(2);
    Map<Hash128, Long> expected = new HashMap<>();

    long value = 0;
    for (long key : keys) {
      // Few values of either half: many keys share a segment or a slot.
      var hash = new Hash128(key % 3 << 62, key / 3 + 1_000);
      table.write(hash, ++value, -value);
      expected.put(hash, value);
    }

    assertThat(table.size()).isEqualTo(expected.size());
    expected.forEach(
        (key, last) -> {
          long[] cells = new long[2];
          assertThat(table.read(key, cells)).isTrue();
          assertThat(cells).containsExactly(last, -last);
        });
  }

  @Property(tries = 100)
  void showsEveryEntryOnce(@ForAll @Size(max = 300) List<Long> keys) {
    var table = new LongTable(1);
    keys.forEach(key -> table.write(Hash128.of(Long.toString(key)), key));

    var seen = new HashMap<Hash128, Long>();
    table.forEach((key, values) -> assertThat(seen.put(key, values[0])).isNull());

    assertThat(seen.values())
        .containsExactlyInAnyOrderElementsOf(keys.stream().distinct().toList());
  }

  @Example
  void takesTheHashThatIsZero() {
    var table = new LongTable(1);
    var zero = new Hash128(0, 0);
    long[] cells = new long[1];

    assertThat(table.read(zero, cells)).isFalse();
    table.write(zero, 7);

    assertThat(table.read(zero, cells)).isTrue();
    assertThat(cells).containsExactly(7);
  }

  @Property
  void knowsNoKeyThatWasNotWritten(@ForAll List<Long> keys, @ForAll String other) {
    var table = new LongTable(1);
    keys.forEach(key -> table.write(Hash128.of("k" + key), key));

    assertThat(table.read(Hash128.of("x" + other), new long[1])).isFalse();
  }
}
