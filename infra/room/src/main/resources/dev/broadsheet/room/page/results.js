// Search: the time histogram, the filters and the articles that were found.

import { day } from './dates.js';
import { h, parts } from './dom.js';
import { chosen, filters } from './facets.js';
import { histogram } from './histogram.js';
import { change, href, isBare } from './route.js';
import { topicName } from './topics.js';

const WIDE = matchMedia('(min-width: 60rem)');

/** The view of a search. */
export function results(state, found, context) {
  const { l, n } = context;
  const total = n(found.total);
  const heading = state.q ? l.resultsFor(total, state.q) : isBare(state) ? l.allArticles(total) : l.results(total);
  return {
    title: heading,
    element: h('div', { class: 'search-view' },
      filters(state, found, context, WIDE.matches),
      h('section', { class: 'found', 'aria-labelledby': 'heading' },
        h('div', { class: 'found-head' },
          h('h1', { id: 'heading', tabindex: '-1' }, heading),
          h('span', { class: 'took' }, l.took(n(found.took_millis))),
          found.total > 1 ? orders(state, context) : null),
        chosen(state, context),
        histogram(state, found.histogram, context),
        found.total === 0 ? nothing(state, context)
          : h('ol', { class: 'results', lang: 'zh-Hans' }, found.results.map((r) => h('li', null, result(state, r, context)))),
        pager(state, found, context))),
  };
}

function nothing(state, { l }) {
  const none = isBare(state);
  return h('div', { class: 'nothing' },
    h('p', { class: 'nothing-head' }, none ? l.empty : l.nothing),
    h('p', null, none ? l.emptyHint : l.nothingHint));
}

function orders(state, { l }) {
  const usual = state.q ? 'best' : 'newest';
  const now = state.order || usual;
  const all = state.q ? ['best', 'newest', 'oldest'] : ['newest', 'oldest'];
  return h('nav', { class: 'orders', 'aria-label': l.order },
    all.map((order) => h('a', {
      href: href(change(state, { order: order === usual ? '' : order })),
      'aria-current': order === now ? 'true' : null,
    }, l[order])));
}

function result(state, r, context) {
  const { l } = context;
  return h('article', { class: 'result' },
    r.kicker.length > 0 ? h('p', { class: 'kicker' }, parts(r.kicker)) : null,
    h('h2', { class: r.headline.length > 0 ? null : 'lost' },
      h('a', { href: href({ ...state, article: r.id }) },
        r.headline.length > 0 ? parts(r.headline) : l.headlineLost)),
    r.subheads.length > 0
      ? h('p', { class: 'subheads' }, r.subheads.map((s) => h('span', null, parts(s)))) : null,
    r.excerpts.map((piece) => h('p', { class: 'excerpt' }, parts(piece), isCut(piece) ? '…' : null)),
    meta(state, r, context));
}

/** Whether a piece ends in the middle of a sentence. */
function isCut(piece) {
  return !/[。！？!?.”’」』）)\s]$/u.test(piece.at(-1)?.text ?? '。');
}

function meta(state, r, { l, language }) {
  const { issue } = r;
  const page = [issue.page ? l.paperPage(issue.page) : null, issue.section].filter(Boolean).join(' ');
  return h('p', { class: 'meta' },
    h('span', { class: 'paper' }, issue.paper ?? issue.key),
    r.published_on
      ? h('time', { datetime: r.published_on }, day(r.published_on, language))
      : h('span', { class: 'doubt' }, l.undated),
    h('a', { href: href({ ...state, issue: issue.key }) }, page || l.openIssue),
    r.column ? h('span', null, `【${r.column}】`) : null,
    r.genre && r.genre !== 'news' ? h('span', null, l.genres[r.genre] ?? r.genre) : null,
    r.topics.map((t) => h('span', { class: 'topic' }, topicName(t.code, language, t.label))));
}

function pager(state, found, { l, n }) {
  if (found.pages < 2) return null;
  const to = (page) => href(change(state, { page: page === 1 ? '' : String(page) }));
  return h('nav', { class: 'pager', 'aria-label': l.pager },
    found.page > 1 ? h('a', { rel: 'prev', href: to(found.page - 1) }, `← ${l.previous}`) : h('span'),
    h('span', null, l.page(n(found.page), n(found.pages))),
    found.page < found.pages ? h('a', { rel: 'next', href: to(found.page + 1) }, `${l.next} →`) : h('span'),
    found.page === found.pages && found.total > 10_000 ? h('p', null, l.limit) : null);
}
