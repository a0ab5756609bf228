// The page: reads the address, asks, shows.

import { ask, Refusal } from './api.js';
import { article } from './article.js';
import { h } from './dom.js';
import { issue } from './issue.js';
import { count, labels, preferred, remember } from './labels.js';
import { results } from './results.js';
import { change, go, listen, read, search, searchQuery } from './route.js';
import { watch } from './strip.js';

const place = (id) => document.getElementById(id);
let language = preferred();
let asking = new AbortController();
let begun = false;

function context() {
  return { language, l: labels(language), n: (number) => count(number, language) };
}

/** What the address asks for: a question to the server and the view of its answer. */
function wanted(state) {
  if (state.article) return ['article', new URLSearchParams({ id: state.article }).toString(), article];
  if (state.issue) return ['issue', new URLSearchParams({ key: state.issue }).toString(), issue];
  return ['search', searchQuery(state), results];
}

async function show() {
  const state = read(location.search);
  frame(state);
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  const main = place('main');
  main.setAttribute('aria-busy', 'true');
  try {
    const [path, query, view] = wanted(state);
    const answer = await ask(path, query, signal);
    if (!signal.aborted) put(main, view(state, answer, context()));
  } catch (problem) {
    if (signal.aborted) return;
    if (!(problem instanceof Refusal)) console.error(problem);
    put(main, failure(problem instanceof Refusal ? problem.code : 'failed'));
  }
}

function put(main, { title, element }) {
  main.replaceChildren(element);
  main.removeAttribute('aria-busy');
  document.title = `${title} — Broadsheet`;
  place('said').textContent = title;
  // The first view leaves the focus where a reader expects it.
  if (begun) {
    scrollTo(0, 0);
    const typing = place('top').contains(document.activeElement);
    if (!typing) (element.querySelector('#heading') ?? main).focus({ preventScroll: true });
  }
  begun = true;
}

function failure(code) {
  const { l } = context();
  const words = l.errors[code] ?? l.errors.failed;
  return {
    title: words,
    element: h('div', { class: 'nothing', role: 'alert' },
      h('p', { class: 'nothing-head' }, words),
      h('p', null, h('button', { type: 'button', onclick: show }, l.retry), ' ', h('a', { href: '/' }, l.toSearch))),
  };
}

function frame(state) {
  const { l } = context();
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  place('skip').textContent = l.skip;
  place('foot').textContent = l.foot;
  const field = place('q');
  if (field && field.dataset.language === language) {
    // What is being typed stays.
    if (document.activeElement !== field) field.value = state.q;
    return;
  }
  place('top').replaceChildren(
    h('a', { class: 'brand', href: '/', 'aria-label': l.home },
      h('span', { class: 'brand-name' }, 'Broadsheet'), h('span', { class: 'brand-title' }, l.title)),
    searchForm(state, l),
    h('button', { type: 'button', class: 'language', lang: language === 'zh' ? 'en' : 'zh-Hans', onclick: turn }, l.language));
}

function searchForm(state, l) {
  const field = h('input', {
    type: 'search', id: 'q', name: 'q', value: state.q, placeholder: l.hint, 'aria-label': l.words,
    maxlength: 200, autocomplete: 'off', enterkeyhint: 'search', 'data-language': language,
  });
  const find = (event) => {
    event.preventDefault();
    const now = search(read(location.search));
    go(change(now, { q: field.value.trim(), order: '' }));
    field.blur();
  };
  return h('form', { role: 'search', class: 'search', onsubmit: find },
    field, h('button', { type: 'submit' }, l.search));
}

function turn() {
  language = language === 'zh' ? 'en' : 'zh';
  remember(language);
  show();
  refreshStrip();
  document.querySelector('.language').focus();
}

listen(show);
show();
const refreshStrip = watch(place('strip'), context);
