package dev.broadsheet.ingest.push;

/// A request that is answered with a problem. It has no stack trace: it is an answer, not a fault.
final class RequestRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  RequestRefused(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
