// Articles over time: bars that narrow the dates. One tab stop; arrow keys move along the bars.

import { number, span } from './dates.js';
import { h, svg } from './dom.js';
import { change, href, search } from './route.js';

const WIDTH = 1000;
const HEIGHT = 72;
const GAP = 0.12;
const THINNEST = 2;

/** The picture with its caption; nothing where no article has a day. */
export function histogram(state, data, context) {
  if (!data || data.bars.length === 0) return null;
  const { l, n, language } = context;
  const most = Math.max(...data.bars.map((bar) => bar.articles));
  const caption = l.most(l.per[data.unit], n(most));
  const bars = data.bars.map((bar) => ({ ...bar, name: l.bar(span(bar, data.unit, language), n(bar.articles)) }));
  const picture = svg('svg', {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'group',
    'aria-label': `${l.timeline}。${caption}`, 'aria-describedby': 'timeline-hint',
  }, links(state, bars, most));
  picture.addEventListener('keydown', move);
  const [first, last] = [data.bars[0], data.bars[data.bars.length - 1]];
  return h('figure', { class: 'timeline' },
    picture,
    h('div', { class: 'axis', 'aria-hidden': 'true' },
      h('span', null, span(first, data.unit, language)),
      h('span', { class: 'axis-caption' }, caption),
      h('span', null, first === last ? '' : span(last, data.unit, language))),
    h('p', { class: 'aside-only', id: 'timeline-hint' }, l.timelineHint));
}

function links(state, bars, most) {
  const start = number(bars[0].from);
  const days = Math.max(number(bars[bars.length - 1].to) - start + 1, 1);
  // A single bar need not be as wide as the page.
  const scale = WIDTH / Math.max(days, (number(bars[0].to) - number(bars[0].from) + 1) * 12);
  return bars.map((bar, i) => {
    const x = (number(bar.from) - start) * scale;
    const width = (number(bar.to) - number(bar.from) + 1) * scale;
    const height = Math.max((bar.articles / most) * (HEIGHT - 4), THINNEST);
    const target = search(change(state, { from: bar.from, to: bar.to, undated: '' }));
    return svg('a', { href: href(target), 'aria-label': bar.name, tabindex: i === 0 ? 0 : -1 },
      svg('title', null, bar.name),
      svg('rect', { class: 'hit-area', x, y: 0, width: Math.max(width, THINNEST), height: HEIGHT }),
      svg('rect', {
        class: 'bar', x: x + width * (GAP / 2), y: HEIGHT - height,
        width: Math.max(width * (1 - GAP), THINNEST), height,
      }));
  });
}

function move(event) {
  const bars = [...event.currentTarget.querySelectorAll('a')];
  const at = bars.indexOf(document.activeElement);
  const steps = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: bars.length - 1 };
  const next = bars[steps[event.key]];
  if (at < 0 || !next) return;
  event.preventDefault();
  bars[at].setAttribute('tabindex', '-1');
  next.setAttribute('tabindex', '0');
  next.focus();
}
