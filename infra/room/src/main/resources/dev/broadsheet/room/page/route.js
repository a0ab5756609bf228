// What is shown is what the address says: every view can be shared, and the back button works.

const LISTS = ['paper', 'topic', 'person', 'place', 'genre'];
const TEXTS = ['q', 'from', 'to', 'undated', 'order', 'page', 'article', 'issue'];

/** The state that a query string tells. */
export function read(query) {
  const given = new URLSearchParams(query);
  const state = {};
  for (const name of LISTS) state[name] = given.getAll(name).filter((v) => v !== '');
  for (const name of TEXTS) state[name] = (given.get(name) ?? '').trim();
  return state;
}

/** The state with some of it changed; another list of results begins with its first page. */
export function change(state, changes) {
  const narrowed = Object.keys(changes).some((name) => name !== 'page');
  return { ...state, ...(narrowed ? { page: '' } : {}), ...changes };
}

/** Only what narrows the search. */
export function search(state) {
  return change(state, { article: '', issue: '', page: state.page });
}

/** Whether nothing narrows the search. */
export function isBare(state) {
  return LISTS.every((name) => state[name].length === 0)
    && ['q', 'from', 'to', 'undated'].every((name) => state[name] === '');
}

/** The query string of a state. */
export function query(state, names = [...TEXTS, ...LISTS]) {
  const all = new URLSearchParams();
  for (const name of names) {
    for (const value of [state[name]].flat()) if (value) all.append(name, value);
  }
  return all.toString();
}

/** The address of a state. */
export function href(state) {
  const text = query(state);
  return text === '' ? '/' : `/?${text}`;
}

/** What the search itself is asked. */
export function searchQuery(state) {
  return query(state, [...TEXTS.filter((n) => n !== 'article' && n !== 'issue'), ...LISTS]);
}

/** Shows a state. */
export function go(state) {
  history.pushState(null, '', href(state));
  dispatchEvent(new Event('route'));
}

/** Calls back on each change of the address; links of this page no longer load it anew. */
export function listen(changed) {
  addEventListener('popstate', changed);
  addEventListener('route', changed);
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    // An SVG link has an object for an address.
    const target = new URL(link.getAttribute('href'), location.href);
    if (target.origin !== location.origin || target.pathname !== '/' || target.hash) return;
    event.preventDefault();
    go(read(target.search));
  });
}
