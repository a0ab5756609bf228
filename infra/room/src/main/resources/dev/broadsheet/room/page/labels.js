// The words of the page in both languages.

const ZH = {
  title: '阅览室',
  skip: '跳到内容',
  search: '检索',
  words: '检索词',
  hint: '输入词语，多个词用空格隔开',
  language: 'English',
  home: 'Broadsheet 阅览室首页',
  results: (n) => `${n} 篇文章`,
  took: (ms) => `${ms} 毫秒`,
  resultsFor: (n, q) => `“${q}”：${n} 篇文章`,
  allArticles: (n) => `全部 ${n} 篇文章`,
  nothing: '没有找到文章',
  nothingHint: '少用几个词，或去掉一些筛选条件。检索词至少要两个字。',
  empty: '还没有文章',
  emptyHint: '把报纸版面的文本文件放进收件箱，几秒钟后就能在这里读到。',
  filters: '筛选',
  chosen: '已选条件',
  remove: (what) => `去掉条件：${what}`,
  clear: '全部清除',
  paper: '报纸', topic: '主题', person: '人物', place: '地点', genre: '体裁',
  from: '从', to: '到', dates: '见报日期', undated: '日期不详', apply: '应用',
  since: (d) => `${d} 起`, until: (d) => `${d} 止`, between: (a, b) => `${a} 至 ${b}`,
  order: '排序', best: '最相关', newest: '最新', oldest: '最早',
  timeline: '按时间分布',
  timelineHint: '点一下柱子缩小时间范围；左右方向键移动，回车选择',
  per: { day: '每日', month: '每月', quarter: '每季', year: '每年' },
  most: (unit, n) => `${unit}文章数，最多 ${n} 篇`,
  bar: (when, n) => `${when}：${n} 篇`,
  pager: '翻页', page: (n, all) => `第 ${n} / ${all} 页`, previous: '上一页', next: '下一页',
  limit: '只能翻到前一万篇，请缩小范围',
  headlineLost: '（无标题）',
  paperPage: (n) => `第${n}版`,
  back: '返回检索结果', toSearch: '去检索',
  openIssue: '看整版',
  by: '作者', agency: '来源', dateline: '电头', published: '见报', event: '事件日期',
  marks: '标出', hits: '检索词', names: '人名', places: '地名', organisations: '机构', evidence: '主题依据',
  about: '主题与依据', score: (s) => `把握 ${s}`, found: '文中日期', value: '指',
  people: '人物', placesFound: '地点', organisationsFound: '机构', keywords: '关键词',
  samePage: '同版文章', here: '正在阅读', captions: '图片说明',
  continuedOn: (n) => `下转第${n}版`, continuedFrom: (n) => `上接第${n}版`,
  duplicate: '与这一篇重复', flags: '存疑与修补', provenance: '出处',
  revision: (n) => `第 ${n} 次版本`, received: '收到', key: '版面编号', pipeline: '处理程序',
  lunar: '农历', number: (n) => `第${n}期`, ofPages: (n) => `共${n}版`, pagesOfDay: '当日各版',
  readOn: '读全文', partial: (a, b) => `共 ${b} 篇，这里列出前 ${a} 篇`,
  searchPerson: (v) => `检索人物：${v}`, searchPlace: (v) => `检索地点：${v}`,
  strip: '流水线', inStep: '已跟上', behind: (n) => `${n} 条待处理`, unknown: '查不到',
  toSplit: (n) => `待切分 ${n}`, toIndex: (n) => `待入库 ${n}`, letters: (n) => `死信 ${n}`,
  held: (n) => `${n} 篇可检索`, last: (d, p) => `最新：${p} ${d}`, noPapers: '尚无报纸',
  lastByPaper: '各报最新一期', lettersByReason: '死信（按原因）', noLetters: '没有未处理的死信',
  kafkaSilent: '消息系统没有应答，流水线状态暂时查不到。',
  stage: '环节', reason: '原因', count: '数量', lastDay: '最新一期', lastReceived: '最近收到', articles: '文章',
  retry: '再试一次', loading: '正在查找…',
  errors: {
    offline: '阅览室没有应答，服务可能已经停止。',
    unavailable: '索引暂时没有应答。',
    busy: '同时查询太多，请稍后再试。',
    none: '没有这篇文章，或者已经撤回。',
    parameter: '网址里的条件无法识别。',
    failed: '出错了，日志里有详情。',
  },
  genres: {
    news: '消息', commentary: '评论', feature: '通讯', interview: '访谈', photo: '图片', brief: '简讯',
    notice: '公告', teaser: '导读', promo: '推介',
  },
  flagNames: {
    headline_lost: '标题缺失', undated: '日期不详', lunar_mismatch: '农历与公历不符', weekday_mismatch: '星期与日期不符',
    date_conflict: '日期有冲突', impossible_date: '有不可能的日期', duplicate_text: '与别处重复', inferred: '日期为推断',
  },
  foot: '只读。检索和正文都来自索引。',
};

const EN = {
  title: 'Reading room',
  skip: 'Skip to content',
  search: 'Search',
  words: 'Words to search for',
  hint: 'Words, with spaces between',
  language: '中文',
  home: 'Broadsheet reading room, home',
  results: (n) => (n === '1' ? '1 article' : `${n} articles`),
  took: (ms) => `${ms} ms`,
  resultsFor: (n, q) => `“${q}”: ${EN.results(n)}`,
  allArticles: (n) => `All ${EN.results(n)}`,
  nothing: 'No articles found',
  nothingHint: 'Use fewer words or remove a filter. A Chinese word needs two characters or more.',
  empty: 'No articles yet',
  emptyHint: 'Put text files of newspaper pages into the inbox; they can be read here seconds later.',
  filters: 'Filters',
  chosen: 'Chosen',
  remove: (what) => `Remove: ${what}`,
  clear: 'Clear all',
  paper: 'Paper', topic: 'Topic', person: 'Person', place: 'Place', genre: 'Genre',
  from: 'From', to: 'To', dates: 'Published', undated: 'Undated', apply: 'Apply',
  since: (d) => `since ${d}`, until: (d) => `until ${d}`, between: (a, b) => `${a} – ${b}`,
  order: 'Order', best: 'Best match', newest: 'Newest', oldest: 'Oldest',
  timeline: 'Articles over time',
  timelineHint: 'Choose a bar to narrow the dates; arrow keys move, Enter chooses',
  per: { day: 'day', month: 'month', quarter: 'quarter', year: 'year' },
  most: (unit, n) => `Articles per ${unit}, ${n} at most`,
  bar: (when, n) => `${when}: ${EN.results(n)}`,
  pager: 'Pages', page: (n, all) => `Page ${n} of ${all}`, previous: 'Previous', next: 'Next',
  limit: 'Only the first 10,000 can be leafed through; narrow the search',
  headlineLost: '(no headline)',
  paperPage: (n) => `page ${n}`,
  back: 'Back to results', toSearch: 'Go to search',
  openIssue: 'See the page',
  by: 'By', agency: 'Source', dateline: 'Dateline', published: 'Published', event: 'Date of the event',
  marks: 'Mark', hits: 'Search words', names: 'Persons', places: 'Places',
  organisations: 'Organisations', evidence: 'Topic evidence',
  about: 'Topics and evidence', score: (s) => `score ${s}`, found: 'Dates in the text', value: 'means',
  people: 'Persons', placesFound: 'Places', organisationsFound: 'Organisations', keywords: 'Keywords',
  samePage: 'On the same page', here: 'You are here', captions: 'Captions',
  continuedOn: (n) => `Continued on page ${n}`, continuedFrom: (n) => `Continued from page ${n}`,
  duplicate: 'Repeats this article', flags: 'Doubts and repairs', provenance: 'Provenance',
  revision: (n) => `revision ${n}`, received: 'Received', key: 'Page key', pipeline: 'Pipeline',
  lunar: 'Lunar date', number: (n) => `No. ${n}`, ofPages: (n) => `${n} pages`, pagesOfDay: 'Pages of the day',
  readOn: 'Read on', partial: (a, b) => `The first ${a} of ${b} articles`,
  searchPerson: (v) => `Search for person ${v}`, searchPlace: (v) => `Search for place ${v}`,
  strip: 'Pipeline', inStep: 'in step', behind: (n) => `${n} behind`, unknown: 'not known',
  toSplit: (n) => `to split ${n}`, toIndex: (n) => `to index ${n}`, letters: (n) => `dead letters ${n}`,
  held: (n) => `${EN.results(n)} to search`, last: (d, p) => `newest: ${p} ${d}`, noPapers: 'no papers yet',
  lastByPaper: 'Last issue by paper', lettersByReason: 'Dead letters by reason',
  noLetters: 'No open dead letters',
  kafkaSilent: 'Kafka does not answer, so the state of the pipeline is not known.',
  stage: 'Stage', reason: 'Reason', count: 'Count', lastDay: 'Last issue', lastReceived: 'Last received', articles: 'Articles',
  retry: 'Try again', loading: 'Looking…',
  errors: {
    offline: 'The reading room does not answer; it may have been stopped.',
    unavailable: 'The index does not answer at the moment.',
    busy: 'Too many questions at once; try again in a moment.',
    none: 'There is no such article, or it was withdrawn.',
    parameter: 'The address holds conditions that make no sense.',
    failed: 'Something failed; the log says more.',
  },
  genres: {
    news: 'News', commentary: 'Commentary', feature: 'Feature', interview: 'Interview', photo: 'Photo',
    brief: 'Brief', notice: 'Notice', teaser: 'Teaser', promo: 'Promotion',
  },
  flagNames: {
    headline_lost: 'headline lost', undated: 'undated', lunar_mismatch: 'lunar date differs',
    weekday_mismatch: 'weekday differs', date_conflict: 'dates in conflict',
    impossible_date: 'impossible date', duplicate_text: 'repeats another', inferred: 'date inferred',
  },
  foot: 'Read only. Search and text come from the index.',
};

const KEY = 'broadsheet-language';

function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // Storage may be switched off; the browser's language will do.
  }
}

/** The language of the labels: chosen before, or the browser's, `zh` or `en`. */
export function preferred() {
  const known = remembered();
  if (known === 'zh' || known === 'en') return known;
  return (navigator.language ?? '').toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Keeps the choice of the language. */
export function remember(language) {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    return; // Then it holds for this page only.
  }
}

/** The labels of a language. */
export function labels(language) {
  return language === 'zh' ? ZH : EN;
}

/** A number with the language's separators. */
export function count(n, language) {
  return new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB').format(n);
}
