// SPDX-License-Identifier: GPL-3.0-or-later
// Articles that a page finds hard: odd ones that must look right, and hostile ones that must stay text.

const lines = (count, line) => Array.from({length: count}, (_, i) => line(i + 1)).join('\n\n');

export const oddArticles = [
  {id: 'odd-long-title', title: 'Quillonade ' + 'and so on '.repeat(999), body: 'A title of ten thousand characters.',
   published: '2014-02-03', source: 'The Odd Paper'},
  {id: 'odd-unbroken', title: 'Quillonade' + 'x'.repeat(600), body: `Without a break: ${'y'.repeat(3000)}`, published: '2014-02-04',
   source: 'The Odd Paper'},
  {id: 'odd-live-blog', title: 'Quillonade, live', published: '2014-02-05T06:00:00Z', source: 'The Odd Paper',
   body: lines(1600, (i) => `06:${String(i % 60).padStart(2, '0')} Entry ${i} of the quillonade: the tide is turning, and the harbour master has ` +
                            'nothing to add to what was said before breakfast.')},
  {id: 'odd-undated', title: 'Quillonade without a date', body: 'Nobody knows when.'},
  {id: 'odd-emoji', title: 'Quillonade 👩‍👩‍👧‍👦 🏴‍☠️ 🎉', body: 'Family, pirates and a party: 👩‍👩‍👧‍👦 🏴‍☠️ 🎉 in one quillonade.', published: '2014-02-06',
   people: ['Ada 🎉 Brimble']},
  {id: 'odd-directions', title: 'Quillonade of "بندر القرواني" and שלום in one line', published: '2014-02-07', language: 'en',
   body: 'The quillonade was called القرواني by some and שלום by others, 3 to 1.', people: ['هشام القرواني', 'Ada Brimble']},
  {id: 'odd-arabic', title: 'كويلوناد في الميناء quillonade', body: 'وصلت السفينة quillonade إلى الميناء صباح اليوم.', published: '2014-02-08',
   language: 'ar', source: 'صحيفة الميناء', people: ['هشام القرواني']},
  {id: 'odd-nobody', title: 'Quillonade without people', body: 'No one was there.', published: '2014-02-09', people: []},
  {id: 'odd-no-title', body: 'Quillonade without a title.', published: '2014-02-10'},
];

/// What a page would run, load or fall out of if it were not escaped. Each says alert, so that it shows when it runs.
export const hostileTexts = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(2)>',
  "' onmouseover=alert(3) autofocus onfocus=alert(4) x='",
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(5)"/>',
  '</title></textarea></style></script><script>alert(6)</script>',
  ']]><script xmlns="http://www.w3.org/1999/xhtml">alert(7)</script><![CDATA[',
  '--><script>alert(8)</script><!--',
  '{{{title}}}{{> templates/begin.mustache}}{{=<% %>=}}<% alert %>',
  '&lt;script&gt;alert(9)&lt;/script&gt;&#60;script&#62;alert(10)&#60;/script&#62;',
  '<mark onclick=alert(11)>alert</mark><iframe srcdoc="<script>alert(12)</script>"></iframe>',
  '<link rel=stylesheet href=http://elsewhere.invalid/alert.css><base href=http://elsewhere.invalid/>',
  '<meta http-equiv=refresh content="0;url=http://elsewhere.invalid/alert">',
  '\u2028</script><script>alert(13)//\u2029',
  '=HYPERLINK("http://elsewhere.invalid/alert")',
];

export const hostileUrls = [
  'javascript:alert(20)', 'JaVaScRiPt:alert(21)', ' javascript:alert(22)', 'java\nscript:alert(23)',
  'data:text/html,<script>alert(24)</script>', 'vbscript:alert(25)', 'http://x.invalid/" onclick="alert(26)',
  '//elsewhere.invalid/alert', 'http://elsewhere.invalid/\'><script>alert(27)</script>',
];

export const hostileArticles = hostileTexts.map((text, i) => ({
  id: `${text}#${i}`, title: `alert ${text}`, body: `alert first ${text}\n\nalert second ${text}`, people: [text, `alert ${text}`],
  published: `2021-0${i % 9 + 1}-11`, source: text, section: text, tags: [text], places: [text], authors: [text],
  language: i % 3 ? 'en' : `en"><script>alert(30)</script>`, url: hostileUrls[i % hostileUrls.length], [text]: text,
}));
