package dev.broadsheet.sink.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.sink.bulk.IndexOutcome.Blocked;
import dev.broadsheet.sink.bulk.IndexOutcome.Conflict;
import dev.broadsheet.sink.bulk.IndexOutcome.Indexed;
import dev.broadsheet.sink.bulk.IndexOutcome.Rejected;
import dev.broadsheet.sink.bulk.IndexOutcome.Retry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassificationTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          200, ''                                , Indexed
          201, ''                                , Indexed
          409, version_conflict_engine_exception , Conflict
          408, ''                                , Retry
          429, es_rejected_execution_exception   , Retry
          429, cluster_block_exception           , Retry
          429, circuit_breaking_exception        , Retry
          403, cluster_block_exception           , Retry
          500, null_pointer_exception            , Retry
          503, unavailable_shards_exception      , Retry
          503, no_shard_available_action_exception, Retry
          302, ''                                , Retry
          401, security_exception                , Blocked
          403, security_exception                , Blocked
          404, index_not_found_exception         , Blocked
          400, index_closed_exception            , Blocked
          """)
  void givesAStatusAndATypeTheirMeaning(int status, String type, String outcome) {
    assertThat(Classification.item(status, type, "").getClass().getSimpleName()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "400, document_parsing_exception, MAPPING",
    "400, strict_dynamic_mapping_exception, MAPPING",
    "400, mapper_parsing_exception, MAPPING",
    "400, illegal_argument_exception, REFUSED",
    "400, action_request_validation_exception, REFUSED",
    "409, some_other_exception, REFUSED",
    "413, '', TOO_LARGE",
    "422, '', REFUSED"
  })
  void refusesWhatTheDocumentIsToBlameFor(int status, String type, RejectReason reason) {
    assertThat(Classification.item(status, type, "why"))
        .isEqualTo(new Rejected(reason, type, "why"));
  }

  @Test
  void doesNotListenToMessages() {
    IndexOutcome outcome =
        Classification.item(
            400, "document_parsing_exception", "version_conflict_engine_exception 429 [503]");

    assertThat(outcome).isInstanceOf(Rejected.class);
    assertThat(Classification.item(201, "", "")).isEqualTo(new Indexed());
    assertThat(Classification.item(409, "version_conflict_engine_exception", ""))
        .isEqualTo(new Conflict());
  }

  @ParameterizedTest
  @CsvSource({"401", "403", "404", "405", "406", "415", "301"})
  void takesARefusedRequestForAQuestionOfSetUp(int status) {
    assertThat(Classification.request(status, "", ""))
        .isInstanceOfSatisfying(
            BatchAnswer.Whole.class, it -> assertThat(it.outcome()).isInstanceOf(Blocked.class));
  }

  @ParameterizedTest
  @CsvSource({"408, ''", "429, ''", "500, ''", "503, ''", "403, cluster_block_exception"})
  void triesARequestAgain(int status, String type) {
    assertThat(Classification.request(status, type, ""))
        .isInstanceOfSatisfying(
            BatchAnswer.Whole.class, it -> assertThat(it.outcome()).isInstanceOf(Retry.class));
  }
}
