// A page of a paper: its masthead and its articles in reading order.

import { day } from './dates.js';
import { h } from './dom.js';
import { href, isBare, search } from './route.js';

/** The view of a page. */
export function issue(state, view, context) {
  const { l, n, language } = context;
  const { issue: about } = view;
  const name = about.paper ?? about.key;
  const title = [name, about.date ? day(about.date, language) : l.undated, about.page ? l.paperPage(about.page) : null]
    .filter(Boolean).join(' ');
  return {
    title,
    element: h('div', { class: 'issue-view' },
      h('nav', { class: 'trail' },
        h('a', { href: href(search(state)) }, `← ${isBare(state) ? l.toSearch : l.back}`)),
      masthead(about, name, context),
      pages(state, view, context),
      view.total > view.articles.length
        ? h('p', { class: 'nothing' }, l.partial(n(view.articles.length), n(view.total))) : null,
      h('div', { class: 'sheet', lang: 'zh-Hans' },
        view.articles.map((entry, i) => piece(state, entry, i === 0, context)))),
  };
}

function masthead(about, name, { l, language }) {
  const facts = [
    about.date ? day(about.date, language) : l.undated, about.lunar_date, about.weekday,
    about.number ? l.number(about.number) : null, about.pages ? l.ofPages(about.pages) : null, about.serial,
  ].filter(Boolean);
  const here = [about.page ? l.paperPage(about.page) : null, about.section].filter(Boolean).join(' · ');
  return h('header', { class: 'masthead' },
    h('h1', { id: 'heading', tabindex: '-1', lang: 'zh-Hans' }, name),
    about.publisher ? h('p', { class: 'publisher', lang: 'zh-Hans' }, about.publisher) : null,
    h('p', { class: 'facts' }, facts.map((fact) => h('span', null, fact))),
    here ? h('p', { class: 'section' }, here) : null);
}

function pages(state, view, { l }) {
  if (view.pages.length < 2) return null;
  return h('nav', { class: 'pages', 'aria-label': l.pagesOfDay },
    view.pages.map((page) => h('a', {
      href: href({ ...state, article: '', issue: page.key }),
      'aria-current': page.key === view.issue.key ? 'page' : null,
    }, [page.page ? l.paperPage(page.page) : page.key, page.section].filter(Boolean).join(' '))));
}

function piece(state, entry, first, { l }) {
  const link = href({ ...state, issue: '', article: entry.id });
  const lead = entry.lead.split('\n').filter((line) => line.trim() !== '');
  return h('article', { class: first ? 'piece first' : 'piece' },
    entry.column ? h('p', { class: 'column' }, entry.column) : null,
    entry.kicker ? h('p', { class: 'kicker' }, entry.kicker) : null,
    h('h2', { class: entry.headline ? null : 'lost' }, h('a', { href: link }, entry.headline ?? l.headlineLost)),
    entry.subheads.map((s) => h('p', { class: 'subhead' }, s)),
    entry.byline ? h('p', { class: 'byline' }, entry.byline) : null,
    h('div', { class: 'body' }, lead.map((line) => h('p', null, line))),
    entry.captions.filter((caption) => !entry.lead.includes(caption)).map((caption) => h('p', { class: 'caption' }, caption)),
    entry.whole ? null : h('p', { class: 'read-on' }, h('a', { href: link, 'aria-label': `${l.readOn}：${entry.headline ?? l.headlineLost}` }, l.readOn)));
}
