/// Issues that publishers send by HTTP: `PUT /issues/{key}` and `DELETE /issues/{key}`, answered
/// after Kafka has acknowledged.
@NullMarked
package dev.broadsheet.ingest.push;

import org.jspecify.annotations.NullMarked;
