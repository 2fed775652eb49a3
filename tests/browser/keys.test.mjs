// SPDX-License-Identifier: GPL-3.0-or-later
// The keys: / search, j k move, o or Enter open, n p matches, ? help; and that they stay out of the way.
import assert from 'node:assert/strict';
import {scripted, texts, titles} from './support/tests.mjs';

const focusedTitle = (page) =>
  page.evaluate(() => (document.activeElement.matches('a.title') ? document.activeElement.textContent.trim() : null));

scripted('/ goes to the box and selects what stands there', async ({page, go}) => {
  await go('/search?q=ferry');
  await page.locator('body').click({position: {x: 2, y: 2}});
  await page.keyboard.press('/');
  await page.keyboard.type('fog');
  assert.equal(await page.locator('#q').inputValue(), 'fog');
});

scripted('j and k move among the results, Enter opens', async ({page, go}) => {
  await go('/search?q=ferry');
  const all = await titles(page);
  await page.keyboard.press('j');
  assert.equal(await focusedTitle(page), all[0]);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  assert.equal(await focusedTitle(page), all[2]);
  await page.keyboard.press('k');
  assert.equal(await focusedTitle(page), all[1]);
  for (let i = 0; i < 4; i++) await page.keyboard.press('k');
  assert.equal(await focusedTitle(page), all[0]);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/article\?/);
  assert.equal((await page.locator('h1').first().textContent()).trim(), all[0]);
});

scripted('o opens the result that one is at', async ({page, go}) => {
  await go('/search?q=ferry');
  await page.keyboard.press('o');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('o');
  await page.waitForURL(/\/article\?/);
});

scripted('n and p go from match to match and say which of how many', async ({page, go}) => {
  await go('/article?id=city-2015-06-solan-at-forty&q=torvay');
  const count = await page.locator('mark[id^="match-"]').count();
  assert.ok(count > 2);
  const at = page.locator('#match-at');
  const before = await page.evaluate(() => history.length);
  await page.keyboard.press('n');
  assert.equal(await at.textContent(), `1 of ${count}`);
  await page.keyboard.press('n');
  assert.equal(await at.textContent(), `2 of ${count}`);
  assert.equal(new URL(page.url()).hash, '#match-2');
  assert.ok(await page.locator('#match-2').evaluate((mark) => {
    const {top, bottom} = mark.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight && mark.matches(':target');
  }));
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  assert.equal(await at.textContent(), `${count} of ${count}`);
  assert.equal(await page.evaluate(() => history.length), before);
});

scripted('? opens the help and closes it again', async ({page, go}) => {
  await go('/search?q=ferry');
  await page.keyboard.press('j');
  const before = await focusedTitle(page);
  await page.keyboard.press('?');
  assert.equal(await page.locator('#help').getAttribute('open'), '');
  assert.ok(await page.locator('#help summary').evaluate((summary) => summary === document.activeElement));
  assert.deepEqual(await texts(page.locator('#help kbd')), ['/', 'j', 'k', 'o', 'n', 'p', '?', 'Shift ← →']);
  await page.keyboard.press('?');
  assert.equal(await page.locator('#help').getAttribute('open'), null);
  assert.equal(await focusedTitle(page), before);
});

scripted('letters typed into a field, or with a modifier, are no commands', async ({page, go}) => {
  await go('/search?q=ferry');
  await page.locator('#q').press('End');
  await page.keyboard.type(' jko/?np');
  assert.equal(await page.locator('#q').inputValue(), 'ferry jko/?np');
  await page.keyboard.press('Escape');
  await page.locator('#q').blur();
  for (const key of ['Control+j', 'Alt+j', 'Meta+j']) await page.keyboard.press(key);
  assert.equal(await focusedTitle(page), null);
  assert.equal(await page.locator('#help').getAttribute('open'), null);
});

scripted('single keys can be switched off, and stay off', async ({page, go}) => {
  await go('/search?q=ferry');
  await page.keyboard.press('?');
  await page.getByLabel('Keys, each by itself').uncheck();
  await page.keyboard.press('j');
  assert.equal(await focusedTitle(page), null);
  await go('/search?q=fog');
  await page.keyboard.press('j');
  assert.equal(await focusedTitle(page), null);
  await page.locator('#help summary').click();
  await page.getByLabel('Keys, each by itself').check();
  await page.keyboard.press('j');
  assert.notEqual(await focusedTitle(page), null);
}, {fresh: true});
