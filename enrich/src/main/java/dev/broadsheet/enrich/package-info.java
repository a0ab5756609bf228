/// From raw issues to article documents: the Kafka Streams application around the pure core.
@NullMarked
package dev.broadsheet.enrich;

import org.jspecify.annotations.NullMarked;
