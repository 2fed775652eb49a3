// SPDX-License-Identifier: GPL-3.0-or-later
// measure.mjs ARCHIVE [QUERIES]: what a page of results with facets and timeline takes over any archive: the first byte, the
// last one, the page drawn in Chromium, and the bytes sent. The queries (200) are made of the archive's own words and names,
// each asked once by a plain client and then once by Chromium, so that nothing was asked before in the same way.
import {Agent, get} from 'node:http';
import {resolve} from 'node:path';
import {browser, end} from './support/browser.mjs';
import {serve} from './support/programs.mjs';

const [archive, count = '200'] = process.argv.slice(2);
if (!archive) {
  console.error('usage: node measure.mjs ARCHIVE [QUERIES]');
  process.exit(2);
}

let state = 20211;  // the same draws in every run
const draw = (list) => list[(state = (state * 48271) % 2147483647) % list.length];

/// Titles, words, names and values that the archive has.
async function material(server) {
  const json = async (path) => (await fetch(server + path)).json();
  const {total, facets} = await json('/v1/search?limit=0&facets=person,source,section,tag,date&facet_size=60&interval=month');
  const titles = [];
  for (let i = 0; i < 10; i++) {
    const {results} = await json(`/v1/search?sort=newest&limit=30&fields=title,body&snippets=0&offset=${Math.floor(total / 10 * i)}`);
    titles.push(...results.map(({title}) => title));
  }
  const words = [...new Set(titles.flatMap((title) => title.match(/\p{L}{4,}/gu) ?? []))];
  const pairs = titles.flatMap((title) => title.match(/\p{L}{4,} \p{L}{4,}/gu) ?? []);
  return {words, pairs, months: facets.date.values.filter((month) => month.count > 0),
          ...Object.fromEntries(['person', 'source', 'section', 'tag'].map((name) => [name, facets[name].values.map(({value}) => value)]))};
}

/// Kinds of searches, in turn.
const kinds = [
  ({words}) => ({q: draw(words)}),
  ({words}) => ({q: `${draw(words)} ${draw(words)}`}),
  ({words}) => ({q: `${draw(words)} OR ${draw(words)}`}),
  ({pairs}) => ({q: `"${draw(pairs)}"`}),
  ({words}) => ({q: `${draw(words).slice(0, 4)}*`}),
  ({words}) => ({q: `${draw(words)} NEAR/8 ${draw(words)}`}),
  ({words}) => ({q: `${draw(words)} -${draw(words)}`}),
  ({person}) => ({person: draw(person)}),
  ({words, person}) => ({q: draw(words), person: draw(person)}),
  ({words, source}) => ({q: draw(words), source: draw(source), sort: 'newest'}),
  ({words, months}) => ({q: draw(words), from: draw(months).from}),
  ({months}) => { const {from, to} = draw(months); return {from, to}; },
  ({pairs}) => ({q: draw(pairs), match: 'any'}),
  ({words}) => ({q: `title:${draw(words)} OR ${draw(words)}~`}),
];

const addresses = (found, how_many) => Array.from({length: how_many}, (_, i) =>
  `/search?${new URLSearchParams(Object.entries(kinds[i % kinds.length](found)).filter(([, value]) => value))}`);

function asked(url, agent) {
  return new Promise((done, failed) => {
    const begin = performance.now();
    const request = get(url, {agent, headers: {'Accept-Encoding': 'gzip'}}, (response) => {
      const first = performance.now() - begin;
      let bytes = 0;
      response.on('data', (chunk) => (bytes += chunk.length));
      response.on('end', () => {
        if (response.statusCode === 200) done({first, last: performance.now() - begin, bytes});
        else failed(new Error(`${url}: ${response.statusCode}`));
      });
    });
    request.on('error', failed);
  });
}

async function opened(page, url) {
  await page.goto(url, {waitUntil: 'load'});
  return page.evaluate(() => {
    const [{responseStart, requestStart, loadEventStart, startTime}] = performance.getEntriesByType('navigation');
    const bars = document.querySelectorAll('#timeline svg a').length, facets = document.querySelectorAll('#facets [data-facet]').length;
    return {first: responseStart - requestStart, loaded: loadEventStart - startTime, bars, facets};
  });
}

function row(name, values, digits = 1) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)].toFixed(digits);
  console.log(`| ${name} | ${at(.5)} | ${at(.99)} | ${at(1)} |`);
}

try {
  const server = await serve(resolve(archive));
  const found = await material(server);
  const [plain, drawn] = [addresses(found, Number(count)), addresses(found, Number(count))];
  const agent = new Agent({keepAlive: true, maxSockets: 1});
  const answers = [];
  for (const path of plain) answers.push(await asked(server + path, agent));
  agent.destroy();
  const page = await (await browser()).newPage();
  await page.goto(server);
  const pages = [];
  for (const path of drawn) pages.push(await opened(page, server + path));
  console.log(`${plain.length} searches by a client and ${drawn.length} by Chromium; ` +
              `${pages.filter(({bars, facets}) => bars && facets).length} of these with facets and timeline\n`);
  console.log('| | median | p99 | most |\n| --- | --- | --- | --- |');
  row('first byte, ms', answers.map(({first}) => first));
  row('last byte, ms', answers.map(({last}) => last));
  row('bytes sent (gzip, without head)', answers.map(({bytes}) => bytes), 0);
  row('first byte in Chromium, ms', pages.map(({first}) => first));
  row('page loaded in Chromium, ms', pages.map(({loaded}) => loaded));
} finally {
  await end();
}
