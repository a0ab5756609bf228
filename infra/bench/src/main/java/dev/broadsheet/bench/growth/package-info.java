/// What an article costs as the index grows, and as more instances of the stages share the work.
@NullMarked
package dev.broadsheet.bench.growth;

import org.jspecify.annotations.NullMarked;
