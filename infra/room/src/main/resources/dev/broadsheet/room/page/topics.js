// IPTC Media Topics, top level, in both languages.

const NAMES = {
  '01000000': ['文化娱乐', 'Arts and media'],
  '02000000': ['犯罪与司法', 'Crime and justice'],
  '03000000': ['灾害事故', 'Disaster and accident'],
  '04000000': ['经济', 'Economy'],
  '05000000': ['教育', 'Education'],
  '06000000': ['环境', 'Environment'],
  '07000000': ['卫生', 'Health'],
  '08000000': ['人情趣闻', 'Human interest'],
  '09000000': ['劳动', 'Labour'],
  '10000000': ['生活休闲', 'Lifestyle'],
  '11000000': ['政治', 'Politics'],
  '12000000': ['宗教', 'Religion'],
  '13000000': ['科技', 'Science'],
  '14000000': ['社会', 'Society'],
  '15000000': ['体育', 'Sport'],
  '16000000': ['冲突与和平', 'Conflict and peace'],
  '17000000': ['天气', 'Weather'],
};

/** The short name of a topic; the label of the document where the code is not known. */
export function topicName(code, language, label = code) {
  const names = NAMES[code.replace('medtop:', '')];
  return names ? names[language === 'zh' ? 0 : 1] : label;
}
