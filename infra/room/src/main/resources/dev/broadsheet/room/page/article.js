// One article whole, with what was found in it marked.

import { day, moment } from './dates.js';
import { h } from './dom.js';
import { paragraphs, places, segments, utf16 } from './marks.js';
import { href, isBare, read, search } from './route.js';
import { topicName } from './topics.js';

const KINDS = ['hits', 'dates', 'names', 'places', 'organisations', 'evidence'];
const shown = new Set(['hits', 'dates', 'names', 'evidence']);

/** The view of an article. */
export function article(state, view, context) {
  const { l } = context;
  const doc = view.article;
  const headline = doc.headline ?? l.headlineLost;
  const element = h('div', { class: 'article-view' },
    h('nav', { class: 'trail' },
      h('a', { href: href(search(state)) }, `← ${isBare(state) ? l.toSearch : l.back}`),
      h('a', { href: href({ ...search(state), issue: doc.issue.key }) }, l.openIssue)),
    h('div', { class: 'article-columns' },
      text(state, doc, headline, context),
      h('aside', { class: 'notes', 'aria-label': l.about }, notes(state, view, context))));
  apply(element);
  return { title: headline, element };
}

function apply(element) {
  for (const kind of KINDS) element.classList.toggle(`show-${kind}`, shown.has(kind));
}

function text(state, doc, headline, context) {
  const { l } = context;
  const marker = new Marker(state, doc, context);
  return h('article', { class: 'paper-text', lang: 'zh-Hans', 'aria-labelledby': 'heading' },
    h('header', null,
      doc.column ? h('p', { class: 'column' }, doc.column) : null,
      doc.kicker ? h('p', { class: 'kicker' }, marker.field('kicker', doc.kicker)) : null,
      h('h1', { id: 'heading', tabindex: '-1', class: doc.headline ? null : 'lost' },
        doc.headline ? marker.field('headline', doc.headline) : headline),
      marker.subheads(doc.subheads).map((s) => h('p', { class: 'subhead' }, s)),
      origin(doc, context),
      credits(doc, context)),
    legend(state, context),
    h('div', { class: 'body' },
      doc.continued_from ? h('p', { class: 'jump' }, l.continuedFrom(doc.continued_from)) : null,
      marker.body(doc.body).map((p) => h('p', null, p)),
      doc.continued_on ? h('p', { class: 'jump' }, l.continuedOn(doc.continued_on)) : null),
    captions(doc, context));
}

/** Captions that are not the text itself, as they are for a photo with nothing else. */
function captions(doc, { l }) {
  const others = doc.captions.filter((caption) => !doc.body.includes(caption));
  if (others.length === 0) return null;
  return h('section', { class: 'captions', 'aria-label': l.captions }, others.map((c) => h('p', null, c)));
}

function origin(doc, { l, language }) {
  const { issue } = doc;
  return h('p', { class: 'origin' },
    h('span', { class: 'paper' }, issue.paper ?? issue.key),
    doc.published_on ? h('time', { datetime: doc.published_on }, day(doc.published_on, language)) : h('span', { class: 'doubt' }, l.undated),
    issue.page ? h('span', null, l.paperPage(issue.page)) : null,
    issue.section ? h('span', null, issue.section) : null,
    doc.genre ? h('span', null, l.genres[doc.genre] ?? doc.genre) : null);
}

function credits(doc, { l, language }) {
  const { dateline } = doc;
  const filed = [dateline.place, dateline.date ? day(dateline.date, language) : null].filter(Boolean).join(' ');
  const rows = [[l.by, doc.byline.text], [l.agency, doc.agency], [l.dateline, filed]].filter(([, value]) => value);
  if (rows.length === 0) return null;
  return h('dl', { class: 'credits' }, rows.map(([name, value]) => h('div', null, h('dt', null, name), h('dd', null, value))));
}

function legend(state, { l }) {
  const names = { hits: l.hits, dates: l.found, names: l.names, places: l.places, organisations: l.organisations, evidence: l.evidence };
  return h('fieldset', { class: 'legend' },
    h('legend', null, l.marks),
    KINDS.filter((kind) => kind !== 'hits' || state.q).map((kind) => h('label', { class: `key-${kind}` },
      h('input', {
        type: 'checkbox', checked: shown.has(kind),
        onchange: (event) => {
          if (event.target.checked) shown.add(kind);
          else shown.delete(kind);
          apply(event.target.closest('.article-view'));
        },
      }),
      h('span', null, names[kind]))));
}

/** Marks the text of one document. */
class Marker {
  constructor(state, doc, { language, l }) {
    this.doc = doc;
    this.language = language;
    this.label = l.value;
    const { persons, places: where, organisations } = doc.entities;
    this.words = [
      ...state.q.split(/\s+/).filter(Boolean).map((word) => [word, 'hits']),
      ...persons.map((word) => [word, 'names']),
      ...where.map((word) => [word, 'places']),
      ...organisations.map((word) => [word, 'organisations']),
      ...doc.topics.flatMap((topic) => topic.evidence).map((word) => [word, 'evidence']),
    ];
  }

  spans(field, text) {
    const offset = utf16(text);
    const dates = this.doc.dates.filter((d) => d.field === field)
      .map((d) => ({ start: offset(d.start), end: offset(d.end), kind: 'dates', value: d.value, title: d.value }));
    return [...dates, ...this.words.flatMap(([word, kind]) => places(text, word, kind))];
  }

  field(field, text) {
    return this.pieces(text, this.spans(field, text), 0, text.length);
  }

  /** Offsets of subheads are into all of them, a line break between. */
  subheads(list) {
    const all = list.join('\n');
    const spans = this.spans('subheads', all);
    return paragraphs(all).map(({ start, end }) => this.pieces(all, spans, start, end));
  }

  body(text) {
    const spans = this.spans('body', text);
    return paragraphs(text).map(({ start, end }) => this.pieces(text, spans, start, end));
  }

  pieces(text, spans, from, to) {
    return segments(text, spans, from, to).map((piece) => {
      if (piece.spans.length === 0) return piece.text;
      const kinds = [...new Set(piece.spans.map((s) => s.kind))];
      const date = piece.spans.find((s) => s.kind === 'dates');
      return h(date ? 'time' : 'span', {
        class: `mark ${kinds.map((k) => `is-${k}`).join(' ')}`,
        datetime: date && /^\d{4}(-\d{2}){0,2}$/.test(date.value) ? date.value : null,
        title: date ? date.title : null,
      }, piece.text);
    });
  }
}

function notes(state, view, context) {
  const { l } = context;
  const doc = view.article;
  return [
    topics(doc, context),
    dates(doc, context),
    names(l.people, doc.entities.persons, 'person', l.searchPerson),
    names(l.placesFound, doc.entities.places, 'place', l.searchPlace),
    names(l.organisationsFound, doc.entities.organisations, null, null),
    names(l.keywords, doc.keywords, 'q', null),
    doubts(doc, context),
    neighbours(state, view, context),
    provenance(doc, context),
  ];
}

function topics(doc, { l, language }) {
  if (doc.topics.length === 0) return null;
  return h('section', { class: 'note' }, h('h2', null, l.about),
    h('ul', { class: 'topics' }, doc.topics.map((t) => h('li', null,
      h('a', { href: href({ ...read(''), topic: [t.code] }) }, topicName(t.code, language, t.label)),
      h('meter', { min: 0, max: 1, value: t.score, 'aria-label': l.score(t.score.toFixed(2)), title: l.score(t.score.toFixed(2)) }),
      h('p', { class: 'evidence', lang: 'zh-Hans' }, t.evidence.join('、'))))));
}

function dates(doc, { l }) {
  if (doc.dates.length === 0 && !doc.event_date) return null;
  const seen = new Map();
  for (const d of doc.dates) if (!seen.has(`${d.text} ${d.value}`)) seen.set(`${d.text} ${d.value}`, d);
  return h('section', { class: 'note' }, h('h2', null, l.found),
    doc.event_date ? h('p', null, `${l.event}：`, h('strong', null, doc.event_date)) : null,
    h('ul', { class: 'date-list' }, [...seen.values()].map((d) => h('li', null,
      h('span', { lang: 'zh-Hans' }, d.text), h('span', { class: 'value' }, d.value)))));
}

function names(title, values, parameter, label) {
  if (values.length === 0) return null;
  return h('section', { class: 'note' }, h('h2', null, title),
    h('ul', { class: 'names', lang: 'zh-Hans' }, values.map((value) => h('li', null,
      parameter === null ? value : h('a', {
        href: href({ ...read(''), [parameter]: parameter === 'q' ? value : [value] }),
        'aria-label': label ? label(value) : null,
      }, value)))));
}

function doubts(doc, { l }) {
  if (doc.flags.length === 0 && !doc.duplicate_of) return null;
  return h('section', { class: 'note' }, h('h2', null, l.flags),
    doc.flags.length > 0 ? h('ul', { class: 'names' }, doc.flags.map((f) => h('li', null, l.flagNames[f] ?? f))) : null,
    doc.duplicate_of
      ? h('p', null, h('a', { href: href({ ...read(''), article: doc.duplicate_of }) }, l.duplicate)) : null);
}

function neighbours(state, view, { l }) {
  if (view.neighbours.length < 2) return null;
  return h('nav', { class: 'note', 'aria-label': l.samePage }, h('h2', null, l.samePage),
    h('ol', { class: 'neighbours', lang: 'zh-Hans' }, view.neighbours.map((other) => h('li', null,
      other.id === view.article.id
        ? h('span', { 'aria-current': 'true' }, other.headline ?? l.headlineLost)
        : h('a', { href: href({ ...state, article: other.id }) }, other.headline ?? l.headlineLost)))));
}

function provenance(doc, { l, language }) {
  const rows = [
    [l.key, doc.issue.key],
    [l.pipeline, `${doc.pipeline} · ${l.revision(doc.revision)}`],
    [l.received, doc.source.received_at ? moment(doc.source.received_at, language) : null],
    ['Kafka', `${doc.source.topic}/${doc.source.partition}/${doc.source.offset}`],
  ].filter(([, value]) => value);
  return h('section', { class: 'note provenance' }, h('h2', null, l.provenance),
    h('dl', null, rows.map(([name, value]) => h('div', null, h('dt', null, name), h('dd', null, value)))));
}
