/// The door to Kafka: what was taken in, and the one writer that adds to it.
@NullMarked
package dev.broadsheet.ingest.ledger;

import org.jspecify.annotations.NullMarked;
