/// The pipeline as real processes under a measured load, and its report.
@NullMarked
package dev.broadsheet.bench.run;

import org.jspecify.annotations.NullMarked;
