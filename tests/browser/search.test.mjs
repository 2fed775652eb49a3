// SPDX-License-Identifier: GPL-3.0-or-later
// Searching and narrowing: all of it in the address, with a script and without.
import assert from 'node:assert/strict';
import {eitherWay, parameters, scripted, texts, titles} from './support/tests.mjs';

const total = async (page) => Number((await page.locator('#count').textContent()).match(/([\d,]+) article/)[1].replace(',', ''));

async function follow(page, link) {
  const before = page.url();
  await link.click();
  await page.waitForURL((url) => url.href !== before);
}

eitherWay('results come with title, source, date, section, marked snippets, people, count and time', async ({page, go}) => {
  await go('/search?q=calliope');
  const result = page.locator('main#results article.result').first();
  assert.match(await result.locator('a.title').textContent(), /\w/);
  assert.match(await result.locator('.meta').first().textContent(), /Ledger|Meridian|Echo/);
  assert.match(await result.locator('time').first().getAttribute('datetime'), /^2021-01-/);
  assert.equal((await result.locator('.snippet mark').first().textContent()).toLowerCase(), 'calliope');
  assert.ok(await result.locator('.people').count() > 0);
  assert.match(await page.locator('#count').textContent(), /^4 articles · (under )?\d+ ms$/);
});

eitherWay('a slip in the query is said with what may be meant', async ({page, go}) => {
  await go('/search?q=auther:brimble');
  assert.match(await page.locator('#warnings').textContent(), /auther/);
  await follow(page, page.locator('#warnings a').filter({hasText: 'author:'}).first());
  assert.equal(parameters(page).q, 'author:brimble');
});

eitherWay('another spelling is offered', async ({page, go}) => {
  await go('/search?q=calliopee');
  await follow(page, page.locator('main a').filter({hasText: 'calliope'}).first());
  assert.equal(await total(page), 4);
});

eitherWay('nothing found says what would find something', async ({page, go}) => {
  await go('/search?q=ferry&source=Nobody&from=2015');
  assert.match(await page.locator('main').textContent(), /Nothing found/);
  for (const way of await page.locator('.nothing .ways li').all()) assert.match(await way.textContent(), / – [1-9][\d,]* articles?$/);
  await go('/search?q=ferry&from=1900&to=1901');
  const way = page.locator('.nothing .ways li').filter({hasText: /all dates/i});
  const count = Number((await way.textContent()).match(/ – (\d+)/)[1]);
  await follow(page, way.locator('a'));
  assert.equal(await total(page), count);
});

eitherWay('sorting and pages', async ({page, go}) => {
  await go('/search?q=ferry');
  await follow(page, page.locator('#orders a').filter({hasText: /oldest/i}));
  assert.equal(parameters(page).sort, 'oldest');
  const dates = await page.locator('article.result .meta time').evaluateAll((all) => all.map((time) => time.dateTime).filter(Boolean));
  assert.deepEqual(dates, [...dates].sort());
  const first = await titles(page);
  await follow(page, page.getByRole('link', {name: /next/i}).last());
  assert.equal((await titles(page)).some((title) => first.includes(title)), false);
  await follow(page, page.getByRole('link', {name: /previous/i}).last());
  assert.deepEqual(await titles(page), first);
});

eitherWay('a facet narrows to as many as it says, a chip takes that back', async ({page, go}) => {
  await go('/search?q=ferry');
  for (const field of ['person', 'source', 'section', 'tag', 'lang']) {
    const value = page.locator(`#facets [data-facet="${field}"] a.value`).first();
    const count = Number(await value.locator('.number').textContent());
    await follow(page, value);
    assert.ok(parameters(page)[field], field);
    assert.equal(await total(page), count, field);
    assert.ok((await page.locator('#chips').textContent()).toLowerCase().includes(parameters(page)[field].toLowerCase()), field);
    await follow(page, page.locator('#chips a').first());
    assert.equal(parameters(page)[field], undefined);
  }
});

eitherWay('an excluded value is a chip struck through', async ({page, go}) => {
  await go('/search?q=ferry&-section=city');
  assert.deepEqual(await texts(page.locator('#chips del')), ['city']);
  await follow(page, page.locator('#chips a').first());
  assert.equal(parameters(page)['-section'], undefined);
});

eitherWay('the timeline is a picture, a table, and leads from years to days', async ({page, go}) => {
  await go('/search?q=ferry');
  assert.ok(await page.locator('#timeline table tr').count() > 3);
  const counts = [await total(page)];
  for (let i = 0; i < 3; i++) {
    const bar = page.locator('#timeline svg a[href]').last();
    const [from, to] = [await bar.getAttribute('data-from'), await bar.getAttribute('data-to')];
    await bar.click({force: true});
    await page.waitForURL((url) => url.searchParams.get('from') === from && url.searchParams.get('to') === to);
    counts.push(await total(page));
    assert.ok(counts.at(-1) > 0 && counts.at(-1) <= counts.at(-2));
    if (from === to) break;
  }
});

eitherWay('the date fields', async ({page, go}) => {
  await go('/search?q=ferry');
  await page.locator('#search [name=from]').fill('2021');
  await page.locator('#search [name=to]').fill('2021-06');
  await page.locator('#search [name=to]').press('Enter');
  await page.waitForURL(/from=2021/);
  for (const iso of await page.locator('article.result .meta time').evaluateAll((all) => all.map((time) => time.dateTime)))
    assert.match(iso, /^2021-0[1-6]/);
});

eitherWay('back, forward and reload keep the search', async ({page, go}) => {
  await go('/search?q=ferry');
  await follow(page, page.locator('#facets [data-facet="section"] a').first());
  const narrowed = await titles(page);
  await page.goBack();
  assert.equal(parameters(page).section, undefined);
  await page.goForward();
  assert.deepEqual(await titles(page), narrowed);
  await page.reload();
  assert.deepEqual(await titles(page), narrowed);
  assert.equal(await page.locator('#q').inputValue(), 'ferry');
});

eitherWay('the same search as feed, data, CSV and JSON Lines is a click away', async ({page, go, server}) => {
  await go('/search?q=ferry&section=city');
  const count = await total(page);
  const links = await page.locator('#elsewhere a').evaluateAll((all) => all.map((link) => link.href));
  const answer = async (path, format = '') => {
    const link = links.find((href) => href.startsWith(`${server}${path}?`) && href.includes(format));
    assert.ok(link, `${path} ${format}`);
    assert.equal(new URL(link).searchParams.get('section'), 'city');
    return (await fetch(link)).text();
  };
  assert.equal(JSON.parse(await answer('/v1/search')).total, count);
  assert.equal((await answer('/v1/export', 'jsonl')).trim().split('\n').length, count);
  assert.match(await answer('/v1/export', 'csv'), /^rank,id,title/);
  assert.match(await answer('/feed'), /<feed/);
});

eitherWay('browsers find the search to add it, readers the feed to follow', async ({page, go, server}) => {
  await go('/search?q=ferry&section=city');
  const link = async (rel) => server + await page.locator(`head link[rel=${rel}]`).getAttribute('href');
  assert.match(await (await fetch(await link('search'))).text(), /<OpenSearchDescription/);
  const feed = await link('alternate');
  assert.match(feed, /^[^?]*\/feed\?q=ferry&section=city$/);
  assert.match(await (await fetch(feed)).text(), /<feed/);
});

scripted('nothing moves for those who want no motion', async ({page, go}) => {
  await go('/search?q=ferry');
  const behaviour = () => page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  assert.equal(await behaviour(), 'auto');
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
});

scripted('what is left empty does not stand in the address', async ({page, go}) => {
  await go('/');
  await page.locator('#q').fill('ferry');
  await page.locator('#q').press('Enter');
  await page.waitForURL(/q=ferry/);
  assert.equal(parameters(page).from, undefined);
});

eitherWay('help is on the page, with examples that find something', async ({page, go, server}) => {
  await go('/search?q=ferry');
  await page.locator('#help summary').click();
  const examples = await page.locator('#help dt a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.ok(examples.length >= 10);
  for (const path of examples) {
    const html = await (await fetch(server + path)).text();
    assert.equal(html.includes('id="warnings"'), false, path);
    assert.ok(!html.includes('Nothing found') || /-/.test(path), path);  // all but one without the other
  }
});
