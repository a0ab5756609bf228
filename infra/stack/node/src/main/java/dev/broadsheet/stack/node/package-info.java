/// The development node: an Elasticsearch server in a process of its own.
@NullMarked
package dev.broadsheet.stack.node;

import org.jspecify.annotations.NullMarked;
