// Days for people. All days are calendar days without a time zone.

const LOCALES = { zh: 'zh-CN', en: 'en-GB' };

function at(iso) {
  return new Date(`${iso}T00:00:00Z`);
}

/** A day in words. */
export function day(iso, language) {
  const form = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' });
  return form.format(at(iso));
}

/** A bar of the histogram in words. */
export function span(bar, unit, language) {
  if (unit === 'day') return day(bar.from, language);
  const [year, month] = bar.from.split('-').map(Number);
  if (unit === 'year') return language === 'zh' ? `${year}年` : String(year);
  if (unit === 'quarter') {
    const quarter = Math.ceil(month / 3);
    return language === 'zh' ? `${year}年第${quarter}季度` : `Q${quarter} ${year}`;
  }
  const form = new Intl.DateTimeFormat(LOCALES[language],
    { year: 'numeric', month: 'long', timeZone: 'UTC' });
  return form.format(at(bar.from));
}

/** A point in time on this reader's clock. */
export function moment(iso, language) {
  const form = new Intl.DateTimeFormat(LOCALES[language],
    { dateStyle: 'short', timeStyle: 'short' });
  return form.format(new Date(iso));
}

/** Days since 1970. */
export function number(iso) {
  return Math.round(at(iso).getTime() / 86_400_000);
}
