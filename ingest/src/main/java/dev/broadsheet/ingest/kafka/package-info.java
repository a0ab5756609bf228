/// How Kafka's clients are set up here, what their failures mean, and how long they are tried
/// again.
@NullMarked
package dev.broadsheet.ingest.kafka;

import org.jspecify.annotations.NullMarked;
