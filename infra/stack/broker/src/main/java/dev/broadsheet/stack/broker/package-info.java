/// The development broker: a Kafka server in a process of its own.
@NullMarked
package dev.broadsheet.stack.broker;

import org.jspecify.annotations.NullMarked;
