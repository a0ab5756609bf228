/// The development stack: a real Kafka broker and a real Elasticsearch node as processes of this
/// machine, and the means to run other Java processes beside them.
@NullMarked
package dev.broadsheet.stack;

import org.jspecify.annotations.NullMarked;
