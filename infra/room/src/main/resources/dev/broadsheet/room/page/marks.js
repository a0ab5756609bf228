// Where in a text something is marked. Spans may overlap; segments do not.

const MOST = 2000;

/** UTF-16 offsets of code point offsets, of which documents speak. */
export function utf16(text) {
  const offsets = [];
  let at = 0;
  for (const point of text) {
    offsets.push(at);
    at += point.length;
  }
  offsets.push(at);
  return (points) => offsets[Math.min(Math.max(points, 0), offsets.length - 1)];
}

/** Every place where a word stands, whatever its case. */
export function places(text, word, kind) {
  const spans = [];
  const small = text.toLowerCase();
  const wanted = word.toLowerCase();
  // Lower case can be longer than the original; offsets would not fit then.
  const same = small.length === text.length;
  let at = 0;
  while (wanted !== '' && spans.length < MOST) {
    const start = same ? small.indexOf(wanted, at) : text.indexOf(word, at);
    if (start < 0) break;
    at = start + wanted.length;
    spans.push({ start, end: at, kind, title: null });
  }
  return spans;
}

/** The pieces of text[from, to), each with the spans that cover it. */
export function segments(text, spans, from, to) {
  const within = spans.filter((s) => s.end > from && s.start < to && s.end > s.start);
  const cuts = new Set([from, to]);
  for (const span of within) {
    cuts.add(Math.max(span.start, from));
    cuts.add(Math.min(span.end, to));
  }
  const points = [...cuts].sort((a, b) => a - b);
  const opening = within.sort((a, b) => a.start - b.start);
  const pieces = [];
  let next = 0;
  let open = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const [start, end] = [points[i], points[i + 1]];
    while (next < opening.length && opening[next].start <= start) open.push(opening[next++]);
    open = open.filter((s) => s.end > start);
    pieces.push({ text: text.slice(start, end), spans: [...open] });
  }
  return pieces;
}

/** The paragraphs of a body: one a line, with their offsets. */
export function paragraphs(body) {
  const all = [];
  let at = 0;
  for (const line of body.split('\n')) {
    if (line.trim() !== '') all.push({ start: at, end: at + line.length });
    at += line.length + 1;
  }
  return all;
}
