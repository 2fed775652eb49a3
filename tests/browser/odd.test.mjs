// SPDX-License-Identifier: GPL-3.0-or-later
// Odd content looks right, on a phone and on a wide screen: nothing runs out of the window, right to left is right.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inWindow, scripted} from './support/tests.mjs';

const widths = [360, 768, 1440];
const paths = {
  'odd results': '/search?q=quillonade&limit=20',
  'a query of 4,000 letters': `/search?q=${'w'.repeat(4000)}`,
  'a long title': '/article?id=odd-long-title&q=quillonade',
  'a word without end': '/article?id=odd-unbroken&q=quillonade',
  'a live blog': '/article?id=odd-live-blog&q=quillonade',
  'mixed directions': '/article?id=odd-directions&q=quillonade',
  'Arabic': '/article?id=odd-arabic&q=quillonade',
  'search page': '/',
  'results': '/search?q=ferry',
  'an article': '/article?id=city-2015-06-solan-at-forty&q=ferry',
  'gone': '/article?id=gone',
};

test('nothing is wider than the window, be it narrow or wide', () => inWindow({}, async ({page, go}) => {
  for (const [name, path] of Object.entries(paths)) {
    await go(path);
    for (const width of widths) {
      await page.setViewportSize({width, height: 800});
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `${name}: ${wide} px too wide for ${width}`);
    }
  }
}));

const direction = (locator) => locator.evaluate((element) => getComputedStyle(element).direction);

scripted('an Arabic article runs from right to left, an English one beside it does not', async ({page, go}) => {
  await go('/search?q=quillonade&limit=20');
  const title = (id) => page.locator(`article.result a.title[href*="${id}"]`);
  assert.equal(await direction(title('odd-arabic').locator('xpath=..')), 'rtl');
  assert.equal(await direction(title('odd-directions').locator('xpath=..')), 'ltr');
  await go('/article?id=odd-arabic');
  assert.equal(await direction(page.locator('h1').last()), 'rtl');
  assert.equal(await direction(page.locator('article p').filter({hasText: 'وصلت'})), 'rtl');
  assert.equal(await page.locator('h1').last().getAttribute('lang'), 'ar');
});

scripted('a live blog of 200,000 characters is there from its first entry to its last', async ({page, go}) => {
  await go('/article?id=odd-live-blog&q=quillonade');
  const text = await page.locator('article').first().innerText();
  assert.ok(text.length > 200000);
  assert.ok(text.includes('Entry 1 of') && text.includes('Entry 1600 of'));
  await page.keyboard.press('p');
  const last = page.locator('mark[id^="match-"]').last();
  assert.ok(await last.evaluate((mark) => mark.getBoundingClientRect().top < innerHeight));
});

scripted('an article without a date says so, one without a title has a name to click', async ({page, go}) => {
  await go('/search?q=quillonade&limit=20');
  assert.match(await page.locator('article.result').filter({hasText: 'without a date'}).locator('.meta').first().textContent(), /undated/);
  await page.getByRole('link', {name: '(no title)'}).click();
  await page.waitForURL(/odd-no-title/);
});

scripted('emoji stay whole', async ({page, go}) => {
  await go('/search?q=quillonade+pirates');
  assert.ok((await page.locator('article.result').first().innerText()).includes('👩‍👩‍👧‍👦 🏴‍☠️ 🎉'));
});
