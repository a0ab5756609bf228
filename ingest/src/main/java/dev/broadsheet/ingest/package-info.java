/// Taking issues in: from files and an inbox to the issues topic, once each.
@NullMarked
package dev.broadsheet.ingest;

import org.jspecify.annotations.NullMarked;
