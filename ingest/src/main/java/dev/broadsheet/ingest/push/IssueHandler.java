package dev.broadsheet.ingest.push;

import dev.broadsheet.contract.LedgerEntry;
import dev.broadsheet.contract.LedgerEntry.State;
import dev.broadsheet.ingest.ledger.IncomingIssue;
import dev.broadsheet.ingest.ledger.Publication;
import dev.broadsheet.ingest.ledger.Transaction;
import dev.broadsheet.ingest.ledger.Withdrawal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/// Answers requests about one issue. Whatever it answers with success is in Kafka.
final class IssueHandler {
  private static final Set<String> PARAMETERS =
      Set.of("paper", "date", "page", "reissue", "in-advance");

  private final PushQueue queue;
  private final RequestBody bodies;

  IssueHandler(PushQueue queue, RequestBody bodies) {
    this.queue = queue;
    this.bodies = bodies;
  }

  /// Does what a request asks for.
  Answer answer(Request request, String key) throws RequestRefused, InterruptedException {
    Fields query = query(request);
    var conditions =
        Conditions.of(
            request.getHeaders().get(HttpHeader.IF_MATCH),
            request.getHeaders().get(HttpHeader.IF_NONE_MATCH));
    return switch (request.getMethod()) {
      case "PUT" -> put(request, key, query, conditions);
      case "DELETE" -> delete(key, flag(query, "in-advance"), conditions);
      case "GET", "HEAD" -> get(key, conditions);
      default ->
          throw new RequestRefused(
              Problem.of(405, "method", "No such method", "use PUT, DELETE, GET or HEAD")
                  .with(HttpHeader.ALLOW.asString(), "PUT, DELETE, GET, HEAD"));
    };
  }

  private Answer put(Request request, String key, Fields query, Conditions conditions)
      throws RequestRefused, InterruptedException {
    RequestText.check(request);
    boolean reissue = flag(query, "reissue");
    return bodies.read(
        request,
        bytes -> {
          IncomingIssue issue = RequestText.issue(request, key, query, bytes);
          return settle(queue.transact(t -> publish(t, issue, reissue, conditions)), key);
        });
  }

  /// What became of a request within its transaction.
  private sealed interface Settled {
    /// The issue is as the client wants it.
    record Done(int status, LedgerEntry entry, String outcome) implements Settled {}

    /// Nothing was done.
    record Refused(Problem problem) implements Settled {}
  }

  private static Answer settle(Settled settled, String key) throws RequestRefused {
    return switch (settled) {
      case Settled.Done(int status, var entry, var outcome) ->
          Answer.of(status, key, entry, outcome)
              .with(HttpHeader.LOCATION.asString(), IssuePath.of(key));
      case Settled.Refused(var problem) -> throw new RequestRefused(problem);
    };
  }

  private static Settled publish(
      Transaction transaction, IncomingIssue issue, boolean reissue, Conditions conditions) {
    Optional<LedgerEntry> before = transaction.find(issue.key());
    if (!conditions.hold(before)) {
      return new Settled.Refused(failed(before));
    }
    Publication publication = transaction.publish(issue, reissue);
    LedgerEntry entry = transaction.find(issue.key()).orElseThrow();
    String outcome = publication.kind().name().toLowerCase(Locale.ROOT);
    return switch (publication.kind()) {
      case ACCEPTED -> new Settled.Done(201, entry, outcome);
      case REVISED, UNCHANGED -> new Settled.Done(200, entry, outcome);
      case STILL_WITHDRAWN ->
          new Settled.Refused(
              Problem.of(
                      409,
                      "withdrawn",
                      "Withdrawn",
                      "the issue was withdrawn and stays so: add ?reissue=true to bring it back")
                  .with(HttpHeader.ETAG.asString(), Conditions.tag(entry)));
    };
  }

  private Answer delete(String key, boolean inAdvance, Conditions conditions)
      throws RequestRefused, InterruptedException {
    return settle(queue.transact(t -> withdraw(t, key, inAdvance, conditions)), key);
  }

  private static Settled withdraw(
      Transaction transaction, String key, boolean inAdvance, Conditions conditions) {
    Optional<LedgerEntry> before = transaction.find(key);
    if (!conditions.hold(before)) {
      return new Settled.Refused(failed(before));
    }
    Withdrawal withdrawal = transaction.withdraw(key, inAdvance);
    return switch (withdrawal.kind()) {
      case WITHDRAWN, ALREADY_WITHDRAWN ->
          new Settled.Done(200, transaction.find(key).orElseThrow(), "withdrawn");
      case UNKNOWN -> new Settled.Refused(unknown("; add ?in-advance=true to hide what will come"));
    };
  }

  private Answer get(String key, Conditions conditions)
      throws RequestRefused, InterruptedException {
    Optional<LedgerEntry> entry = queue.transact(t -> t.find(key));
    if (entry.isEmpty()) {
      throw new RequestRefused(unknown(""));
    }
    if (entry.get().state() == State.WITHDRAWN) {
      throw new RequestRefused(
          Problem.of(
              410,
              "withdrawn",
              "Withdrawn",
              "revision %d withdrew it".formatted(entry.get().revision())));
    }
    if (!conditions.match().isEmpty()
        && !new Conditions(conditions.match(), List.of()).hold(entry)) {
      throw new RequestRefused(failed(entry));
    }
    Answer answer = Answer.of(200, key, entry.get(), "known");
    return conditions.hold(entry) ? answer : new Answer(304, answer.headers(), null);
  }

  private static Problem failed(Optional<LedgerEntry> entry) {
    String now = entry.map(Conditions::tag).orElse("absent");
    return Problem.of(
        412,
        "condition",
        "Condition does not hold",
        "the issue is %s now: look at it and decide anew".formatted(now));
  }

  private static Problem unknown(String more) {
    return Problem.of(
        404,
        "unknown",
        "Unknown issue",
        "nothing was ever taken in under this key: check its spelling" + more);
  }

  private static Fields query(Request request) throws RequestRefused {
    Fields query;
    try {
      query = Request.extractQueryParameters(request);
    } catch (IllegalArgumentException _) {
      throw new RequestRefused(
          Problem.of(400, "query", "Not a query", "percent-encode its values as UTF-8"));
    }
    for (String name : query.getNames()) {
      if (!PARAMETERS.contains(name)) {
        throw new RequestRefused(
            Problem.of(
                400,
                "query",
                "Unknown parameter",
                "allowed are " + PARAMETERS.stream().sorted().toList()));
      }
    }
    return query;
  }

  private static boolean flag(Fields query, String name) throws RequestRefused {
    return switch (query.getValue(name)) {
      case "true" -> true;
      case "false" -> false;
      case null -> false;
      default ->
          throw new RequestRefused(
              Problem.of(400, "query", "Not a flag", name + ": true or false is due"));
    };
  }
}
