/// Which analysis of Chinese text finds what, and what it costs.
@NullMarked
package dev.broadsheet.bench.study;

import org.jspecify.annotations.NullMarked;
