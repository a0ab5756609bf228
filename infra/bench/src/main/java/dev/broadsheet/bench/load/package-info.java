/// What the sink is held against: other ways to bring the same documents into the index, each a
/// program of its own.
@NullMarked
package dev.broadsheet.bench.load;

import org.jspecify.annotations.NullMarked;
