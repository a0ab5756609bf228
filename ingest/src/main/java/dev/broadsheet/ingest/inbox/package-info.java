/// The inbox: a folder that is watched for as long as the process lives.
@NullMarked
package dev.broadsheet.ingest.inbox;

import org.jspecify.annotations.NullMarked;
