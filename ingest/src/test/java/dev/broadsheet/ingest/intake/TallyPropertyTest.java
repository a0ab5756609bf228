package dev.broadsheet.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.ledger.Publication;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TallyPropertyTest {
  @Property
  void countsEveryOutcomeOnce(@ForAll("outcomes") List<FileOutcome> outcomes) {
    var tally = Tally.ZERO;
    for (FileOutcome outcome : outcomes) {
      tally = tally.plus(outcome);
    }

    assertThat(tally.files()).isEqualTo(outcomes.size());
    assertThat(tally.refused())
        .isEqualTo(outcomes.stream().filter(o -> o instanceof FileOutcome.Refused).count());
    assertThat(tally.bytes())
        .isEqualTo(
            outcomes.stream()
                .mapToLong(o -> o instanceof FileOutcome.Taken(_, var bytes) ? bytes : 0)
                .sum());
  }

  @Provide
  Arbitrary<List<FileOutcome>> outcomes() {
    Arbitrary<FileOutcome> taken =
        Arbitraries.of(Publication.Kind.values())
            .map(kind -> new FileOutcome.Taken(new Publication(kind, 1), kind.name().length()));
    Arbitrary<FileOutcome> refused =
        Arbitraries.of(RejectReason.values()).map(r -> new FileOutcome.Refused(r, "why"));
    Arbitrary<FileOutcome> ignored = Arbitraries.of(new FileOutcome.Ignored("why"));
    return Arbitraries.oneOf(taken, refused, ignored).list();
  }
}
