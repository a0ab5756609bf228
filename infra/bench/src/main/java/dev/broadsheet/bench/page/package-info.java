/// Pages to measure with: made up, from the vocabulary of pages that are given.
@NullMarked
package dev.broadsheet.bench.page;

import org.jspecify.annotations.NullMarked;
