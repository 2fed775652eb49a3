// SPDX-License-Identifier: GPL-3.0-or-later
// One article to read: the matches marked and counted, people, similar articles, the way back, print.
import assert from 'node:assert/strict';
import {eitherWay, parameters, scripted, texts} from './support/tests.mjs';

const solan = '/article?id=city-2015-06-solan-at-forty&q=torvay';

eitherWay('the matches are numbered, and links lead from one to the next', async ({page, go}) => {
  await go(solan);
  const marks = page.locator('mark[id^="match-"]');
  const count = await marks.count();
  assert.ok(count > 2);
  assert.deepEqual(await marks.evaluateAll((all) => all.map(({id}) => id)), Array.from({length: count}, (_, i) => `match-${i + 1}`));
  assert.match((await page.locator('#matches').textContent()).replace(/\s+/g, ' '), new RegExp(`\\b${count}\\b`));
  await page.locator('#matches a').nth(1).click();
  assert.equal(new URL(page.url()).hash, '#match-2');
});

eitherWay('a person leads to the coverage of that person', async ({page, go}) => {
  await go('/article?id=politics-2018-03-inquiry-opens');
  const person = page.locator('.people a').first();
  const name = (await person.textContent()).trim();
  await person.click();
  await page.waitForURL(/person=/);
  assert.equal(parameters(page).person, name);
  assert.ok(await page.locator('article.result').count() > 0);
});

eitherWay('similar articles lead on, and there is a way back to the results', async ({page, go}) => {
  await go('/search?q=ferry&sort=oldest');
  await page.locator('article.result a.title').first().click();
  await page.waitForURL(/\/article/);
  assert.equal(parameters(page).sort, 'oldest');
  await page.getByRole('link', {name: /back to the results/i}).click();
  await page.waitForURL(/\/search\?/);
  assert.deepEqual(parameters(page), {q: 'ferry', sort: 'oldest'});
  await go('/article?id=city-2026-10-solan-museum');
  const similar = page.locator('.related a.title');
  assert.ok(await similar.count() > 0);
  const title = (await similar.first().textContent()).trim();
  await similar.first().click();
  await page.waitForURL((url) => !url.href.includes('solan-museum'));
  assert.equal((await page.locator('h1').last().textContent()).trim(), title);
});

eitherWay('an article that is gone says so', async ({page, go}) => {
  const answer = await go('/article?id=gone&q=ferry');
  assert.equal(answer.status(), 404);
  assert.equal(await page.locator('#q').inputValue(), 'ferry');
  assert.equal(await page.locator('h1').count() > 0, true);
});

scripted('on paper only the article is left', async ({page, go}) => {
  await go(solan);
  await page.emulateMedia({media: 'print'});
  assert.equal(await page.locator('#search').isVisible(), false);
  assert.equal(await page.locator('#matches').isVisible(), false);
  assert.equal(await page.locator('h1').last().isVisible(), true);
  assert.ok((await texts(page.locator('article p'))).length > 3);
});
