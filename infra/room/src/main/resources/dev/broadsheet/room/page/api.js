// The questions to the room's server.

/** What the server said instead of an answer; its code has a label. */
export class Refusal extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/** Asks; gives up when the signal says so. */
export async function ask(path, query, signal) {
  let response;
  try {
    response = await fetch(`/api/${path}${query ? `?${query}` : ''}`, { signal });
  } catch (problem) {
    if (problem.name === 'AbortError') throw problem;
    throw new Refusal('offline');
  }
  let body;
  try {
    body = await response.json();
  } catch (problem) {
    if (problem.name === 'AbortError') throw problem;
    throw new Refusal('failed');
  }
  if (!response.ok) throw new Refusal(body.code ?? 'failed');
  return body;
}
