// The strip below the head: how far the pipeline is.

import { ask } from './api.js';
import { day, moment } from './dates.js';
import { h } from './dom.js';

const EVERY_MS = 15_000;

/** Keeps the strip up to date while the page is looked at. */
export function watch(place, context) {
  let open = false;
  let running = false;

  async function refresh() {
    if (running || document.hidden) return;
    running = true;
    try {
      show(await ask('state', ''));
    } catch {
      show(null); // The results say what is wrong; the strip says that it does not know.
    } finally {
      running = false;
    }
  }

  function show(state) {
    const focused = place.contains(document.activeElement);
    place.replaceChildren(strip(state, context(), open, (now) => { open = now; }));
    if (focused) place.querySelector('summary').focus();
  }

  setInterval(refresh, EVERY_MS);
  document.addEventListener('visibilitychange', refresh);
  refresh();
  return refresh;
}

function strip(state, context, open, toggled) {
  const { l } = context;
  const letters = (state?.letters ?? []).reduce((sum, kind) => sum + kind.count, 0);
  const behind = state?.lag ? state.lag.enrich + state.lag.sink : 0;
  const mood = !state?.lag ? 'silent' : letters > 0 ? 'letters' : behind > 0 ? 'busy' : 'well';
  return h('details', { class: `strip ${mood}`, open, ontoggle: (e) => toggled(e.target.open) },
    h('summary', null,
      h('span', { class: 'strip-name' }, l.strip),
      facts(state, letters, behind, context).map((fact) => h('span', { class: 'fact' }, fact))),
    state ? details(state, context) : null);
}

function facts(state, letters, behind, { l, n, language }) {
  if (!state) return [l.unknown];
  const papers = state.holdings.papers.filter((p) => p.newest);
  const newest = papers.sort((a, b) => (a.newest < b.newest ? 1 : -1))[0];
  return [
    !state.lag ? l.unknown : behind === 0 ? l.inStep : l.behind(n(behind)),
    state.letters ? l.letters(n(letters)) : null,
    l.held(n(state.holdings.articles)),
    newest ? l.last(day(newest.newest, language), newest.name) : l.noPapers,
  ].filter((fact) => fact !== null);
}

function details(state, context) {
  const { l, n } = context;
  return h('div', { class: 'strip-more' },
    state.lag
      ? h('p', { class: 'lag' }, l.toSplit(n(state.lag.enrich)), ' · ', l.toIndex(n(state.lag.sink)))
      : h('p', { class: 'lag' }, l.kafkaSilent),
    papers(state.holdings, context),
    state.letters ? letterTable(state.letters, context) : null);
}

function papers(holdings, { l, n, language }) {
  if (holdings.papers.length === 0) return null;
  return table(l.lastByPaper, [l.paper, l.lastDay, l.lastReceived, l.articles],
    holdings.papers.map((p) => [
      p.name,
      p.newest ? day(p.newest, language) : l.undated,
      p.received ? moment(p.received, language) : '—',
      n(p.articles),
    ]));
}

function letterTable(letters, { l, n }) {
  if (letters.length === 0) return h('p', null, l.noLetters);
  return table(l.lettersByReason, [l.stage, l.reason, l.count],
    letters.map((kind) => [kind.stage, kind.reason, n(kind.count)]));
}

function table(caption, head, rows) {
  return h('div', { class: 'scroll' },
    h('table', null,
      h('caption', null, caption),
      h('thead', null, h('tr', null, head.map((cell) => h('th', { scope: 'col' }, cell)))),
      h('tbody', null, rows.map((row) =>
        h('tr', null, row.map((cell, i) => (i === 0 ? h('th', { scope: 'row' }, cell) : h('td', null, cell))))))));
}
