// What narrows the search: chosen conditions, days, and values with their counts.

import { day } from './dates.js';
import { h } from './dom.js';
import { change, go, href, isBare, search } from './route.js';
import { topicName } from './topics.js';

const NAMES = ['paper', 'topic', 'person', 'place', 'genre'];

/** A value of a facet in words. */
export function valueName(facet, value, { l, language }) {
  if (facet === 'topic') return topicName(value, language);
  if (facet === 'genre') return l.genres[value] ?? value;
  return value;
}

/** The side column. */
export function filters(state, found, context, open) {
  const { l } = context;
  return h('details', { class: 'filters', open },
    h('summary', null, l.filters),
    h('div', { class: 'filters-in' },
      days(state, found, context),
      NAMES.map((name) => group(name, state, found.facets[name] ?? [], context))));
}

/** What is chosen, each with a way to drop it. */
export function chosen(state, context) {
  const { l, language } = context;
  const drops = [];
  for (const name of NAMES) {
    for (const value of state[name]) {
      drops.push([`${l[name]}：${valueName(name, value, context)}`, without(state, name, value)]);
    }
  }
  const [from, to] = [state.from, state.to].map((iso) => (iso ? safeDay(iso, language) : ''));
  if (from || to) {
    const words = from && to ? l.between(from, to) : from ? l.since(from) : l.until(to);
    drops.push([words, change(state, { from: '', to: '' })]);
  }
  if (state.undated) drops.push([l.undated, change(state, { undated: '' })]);
  if (drops.length === 0) return null;
  const bare = change(state, { from: '', to: '', undated: '', paper: [], topic: [], person: [], place: [], genre: [] });
  return h('nav', { class: 'chosen', 'aria-label': l.chosen },
    h('ul', null,
      drops.map(([words, rest]) => h('li', null,
        h('a', { class: 'chip', href: href(rest), 'aria-label': l.remove(words) },
          words, h('span', { 'aria-hidden': 'true', class: 'cross' }, '×')))),
      drops.length > 1 && !isBare(state)
        ? h('li', null, h('a', { href: href(bare) }, l.clear)) : null));
}

function safeDay(iso, language) {
  try {
    return day(iso, language);
  } catch {
    return iso; // An address that somebody changed by hand; the server tells what is wrong.
  }
}

function without(state, name, value) {
  return change(state, { [name]: state[name].filter((v) => v !== value) });
}

function group(name, state, counts, context) {
  const { l, n } = context;
  const on = new Set(state[name]);
  if (counts.length === 0) return null;
  const id = `facet-${name}`;
  return h('section', { class: 'facet', 'aria-labelledby': id },
    h('h3', { id }, l[name]),
    h('ul', null, counts.map(({ value, articles }) => {
      const next = on.has(value) ? without(state, name, value) : change(state, { [name]: [...state[name], value] });
      return h('li', null,
        h('a', { href: href(search(next)), 'aria-current': on.has(value) ? 'true' : null },
          h('span', { class: 'value' }, valueName(name, value, context)),
          h('span', { class: 'count' }, n(articles))));
    })));
}

function days(state, found, { l, n }) {
  const from = h('input', { type: 'date', id: 'from', name: 'from', value: state.from });
  const to = h('input', { type: 'date', id: 'to', name: 'to', value: state.to });
  const narrow = (event) => {
    event.preventDefault();
    go(search(change(state, { from: from.value, to: to.value, undated: '' })));
  };
  return h('section', { class: 'facet', 'aria-labelledby': 'facet-days' },
    h('h3', { id: 'facet-days' }, l.dates),
    h('form', { class: 'days', onsubmit: narrow },
      h('label', { for: 'from' }, l.from), from,
      h('label', { for: 'to' }, l.to), to,
      h('button', { type: 'submit' }, l.apply)),
    found.undated > 0 && !state.undated
      ? h('ul', null, h('li', null,
        h('a', { href: href(search(change(state, { undated: '1', from: '', to: '' }))) },
          h('span', { class: 'value' }, l.undated), h('span', { class: 'count' }, n(found.undated)))))
      : null);
}
