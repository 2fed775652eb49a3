// SPDX-License-Identifier: GPL-3.0-or-later
// Three tasks done with the keyboard alone, written down as the keys that are pressed: {type: …} stands for the keys of a
// text, {tab: …} and {j: …} for these keys until what is so called has the focus, {goes: …} waits for the page that the key
// before opens.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {scripted, texts} from './support/tests.mjs';

const focused = (page) => page.evaluate(() => {
  const at = document.activeElement;
  return (at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent).trim();
});

async function until(page, key, name) {
  for (let times = 1; times <= 60; times++) {
    await page.keyboard.press(key);
    if ((await focused(page)).startsWith(name)) return;
  }
  assert.fail(`${key}, 60 times, does not lead to ${name}`);
}

async function press(page, keys) {
  for (const key of keys) {
    if (typeof key === 'string') await page.keyboard.press(key);
    else if (key.type) await page.keyboard.type(key.type);
    else if (key.tab) await until(page, 'Tab', key.tab);
    else if (key.j) await until(page, 'j', key.j);
    else if (key.goes) await page.waitForURL(key.goes);
    else if (key.sees) await page.locator(key.sees).first().waitFor();
  }
}

scripted('find what was written on a person in one month, and export it', async ({page, go, server}) => {
  await go('/');
  await press(page, [
    '/', {type: 'hallor'}, {sees: '.morgue-suggestions [role=option]'}, 'ArrowDown', 'Enter', {goes: /person=/},
    '/', {tab: 'From'}, {type: '2017-02'}, 'Tab', {type: '2017-02'}, 'Enter', {goes: /from=2017-02/},
  ]);
  const shown = await texts(page.locator('article.result a.title'));
  assert.ok(shown.length > 0);
  for (const iso of await page.locator('article.result time').evaluateAll((all) => all.map((time) => time.dateTime)))
    assert.match(iso, /^2017-02/);
  const download = page.waitForEvent('download');
  await press(page, [{tab: 'CSV'}, 'Enter']);
  const lines = readFileSync(await (await download).path(), 'utf8').trim().split('\r\n');
  assert.equal(lines.length, shown.length + 1);
  for (const line of lines.slice(1)) assert.match(line, /Halloran/);
  assert.ok((await (await download).url()).startsWith(`${server}/v1/export?`));
});

scripted('find an exact quote', async ({page, go}) => {
  await go('/');
  await press(page, [
    '/', {type: '"she tells you things"'}, 'Enter', {goes: /q=/}, 'j', 'Enter', {goes: /\/article/}, 'n',
  ]);
  assert.equal(await page.locator('mark:target').textContent(), 'She tells you things');
  assert.equal(await page.locator('#match-at').textContent(), '1 of 1');
});

scripted('follow a story from one article to its earlier coverage', async ({page, go}) => {
  await go('/');
  await press(page, ['/', {type: 'solan museum'}, 'Enter', {goes: /q=/}, 'j', 'o', {goes: /\/article/}]);
  const date = () => page.locator('article.whole time').first().getAttribute('datetime');
  const dates = [await date()];
  assert.match(dates[0], /^2026-10/);
  for (const title of ['Lady Maren comes to Skerrin', 'Dutch-born shipowner buys']) {
    const before = page.url();
    assert.match(await page.locator('.related').first().innerText(), new RegExp(`^Earlier coverage[^]*${title}`));
    await press(page, [{j: title}, 'Enter', {goes: (url) => url.href !== before}]);
    dates.push(await date());
    assert.match(await page.locator('article.whole').innerText(), /Solan/);
  }
  assert.ok(dates[0] > dates[1] && dates[1] > dates[2], dates.join());
});
