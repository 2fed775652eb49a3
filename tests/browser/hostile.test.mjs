// SPDX-License-Identifier: GPL-3.0-or-later
// Hostile articles and requests in every route and format: nothing of them becomes markup, runs, or asks for anything. The
// policy of the pages is switched off here, so that it is the escaping that is tested; the window watches for the rest.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {hostileServer, inWindow} from './support/tests.mjs';
import {hostileArticles, hostileTexts, hostileUrls} from './support/articles.mjs';

const inHostileWindow = (body) => inWindow({server: hostileServer, bypassCSP: true}, body);

/// What a page holds that none of ours does.
function foreign(page) {
  return page.evaluate(() => {
    const own = /^(html|head|meta|title|link|script|body|morgue-search|header|main|footer|nav|aside|section|article|figure|figcaption|form|fieldset|legend|div|span|p|a|h[1-6]|ul|ol|li|dl|dt|dd|input|select|option|button|label|output|details|summary|table|caption|thead|tbody|tr|th|td|time|bdi|bdo|mark|code|pre|kbd|del|s|small|strong|em|b|br|hr|wbr|svg|g|path|rect|text|line|desc)$/;
    const found = [];
    for (const element of document.querySelectorAll('*')) {
      if (!own.test(element.localName)) found.push(`<${element.localName}>`);
      if (element.localName === 'script' && !/^\/assets\/[a-z-]+\.js$/.test(element.getAttribute('src'))) found.push('a script');
      if (element.localName === 'link' && !/^\/[a-z]/.test(element.getAttribute('href'))) found.push('a link elsewhere');
      if (element.localName === 'meta' && element.httpEquiv) found.push('a meta command');
      for (const {name, value} of element.attributes) {
        if (/^on|^srcdoc$|^formaction$/.test(name)) found.push(name);
        if (name === 'style' && element.getAttribute('role') !== 'listbox') found.push(name);
        if (/^(href|action|src)$/.test(name) && !/^(\/(?!\/)|#|https?:\/\/)/.test(value) ||
            name === 'xlink:href') found.push(`${name}=${value}`);
      }
    }
    return found;
  });
}

async function staysText(page, go, path) {
  const answer = await go(path);
  assert.match(answer.headers()['content-type'], /^text\/html/, path);
  assert.deepEqual(await foreign(page), [], path);
}

const queries = (text) => {
  const bad = encodeURIComponent(text);
  return [
    `/search?q=alert+${bad}&match=any&facets=person,source,section,tag,lang,date`,
    `/search?q=title:(${bad}&person=${bad}&-source=${bad}&section=${bad}&tag=${bad}&lang=${bad}&from=2021&${bad}=${bad}`,
    `/search?q=${bad}&limit=${bad}`,
    `/article?id=${bad}&q=${bad}`,
    `/${bad}?q=${bad}`,
  ];
};

test('each hostile text would be seen if it were not escaped', () => inHostileWindow(async ({context, troubles}) => {
  for (const text of hostileTexts.filter((text) => /<[a-z]/.test(text) || text.includes(' on'))) {
    const page = await context.newPage();
    await page.setContent(`<p title='${text}'>${text}</p>`);
    const found = await foreign(page).catch(() => ['it led away']);
    await page.close();
    assert.ok(found.length + troubles.splice(0).length > 0, text);
  }
}));

/// Some together: each page shows them one after the other, and one that is not escaped is enough.
const together = (every, first) => hostileTexts.filter((_, i) => i % every === first).join(' ');

test('hostile queries stay text on every page', () => inHostileWindow(async ({page, go}) => {
  for (const first of [0, 1, 2]) for (const path of queries(together(3, first))) await staysText(page, go, path);
}));

test('hostile articles stay text in the list', () => inHostileWindow(async ({page, go}) => {
  await staysText(page, go, '/search?q=alert&limit=100');
  assert.equal(await page.locator('article.result').count(), hostileArticles.length);
  const shown = await page.locator('main').innerText();
  for (const part of ['<script>alert(1)</script>', 'onerror=alert(2)', '{{{title}}}', '&lt;script&gt;alert(9)'])
    assert.ok(shown.includes(part), part);
}));

test('hostile articles stay text when they are read, and their addresses lead to the web only', () =>
  inHostileWindow(async ({page, go}) => {
    for (const {id, title} of hostileArticles) {
      await staysText(page, go, `/article?id=${encodeURIComponent(id)}&q=alert`);
      assert.equal(await page.locator('h1').last().textContent(), title);
      await page.locator('body').press('n');
    }
  }));

test('hostile suggestions stay text', () => inHostileWindow(async ({page, go}) => {
  await go('/');
  for (const typed of ['alert', 'alert script', 'img', 'svg', 'script']) {
    await page.locator('#q').fill('');
    await page.locator('#q').pressSequentially(typed);
    await page.waitForTimeout(250);
    assert.deepEqual(await foreign(page), []);
  }
  await page.locator('#q').fill('');
  await page.locator('#q').pressSequentially('alert');
  await page.getByRole('option').filter({hasText: /<script>|onerror=/}).first().waitFor();
}));

/// Everything that is no page, opened as if it were one.
const others = (bad, id) => [
  `/feed?q=alert&source=${bad}`, `/feed?q=${bad}`, '/feed?q=alert', '/opensearch.xml', '/openapi.json', '/metrics', '/healthz',
  `/v1/search?q=alert+${bad}&match=any`, `/v1/search?q=${bad}&${bad}=1`, `/v1/search?q=alert&limit=${bad}`, '/v1/search?q=alert&format=jsonl',
  '/v1/search?q=alert&format=atom', '/v1/search?q=alert&format=csv', `/v1/count?q=${bad}`, `/v1/facets?q=${bad}&facets=person,source`,
  `/v1/timeline?q=${bad}&interval=${bad}`, `/v1/suggest?q=${bad}`, '/v1/suggest?q=alert', `/v1/articles?id=${id}`, `/v1/articles?id=${bad}`,
  `/v1/articles/${bad}`, `/v1/similar?id=${id}`, `/v1/explain?q=${bad}`, '/v1/export?q=alert&format=csv', '/v1/export?q=alert',
  `/assets/${bad}`,
];

test('no other format is taken for a page', () => inHostileWindow(async ({page, go}) => {
  for (const path of others(encodeURIComponent(together(1, 0)), encodeURIComponent(hostileArticles[5].id))) {
    const answer = await go(path).catch((error) => {
      if (!/download|ERR_ABORTED/i.test(error.message)) throw error;  // it is saved, not shown
    });
    if (!answer) continue;
    const headers = answer.headers();
    assert.equal(headers['x-content-type-options'], 'nosniff', path);
    if (/html/.test(headers['content-type'])) assert.deepEqual(await foreign(page), [], path);
    else assert.equal(await page.locator('script').count(), 0, path);
  }
}));

test('a spreadsheet gets no formula', () => inHostileWindow(async ({server}) => {
  const csv = await (await fetch(`${server}/v1/export?q=HYPERLINK&format=csv`)).text();
  assert.ok(csv.includes('HYPERLINK'));
  assert.doesNotMatch(csv, /(^|,|")=HYPERLINK/m);
}));

test('with the policy in force nothing is refused either', () => inWindow({server: hostileServer}, async ({page, go}) => {
  assert.equal(hostileUrls.length, 9);
  for (const path of ['/search?q=alert&limit=100', `/article?id=${encodeURIComponent(hostileArticles[0].id)}&q=alert`, ...queries(hostileTexts[0])])
    await staysText(page, go, path);
}));
