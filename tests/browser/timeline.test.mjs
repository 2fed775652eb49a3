// SPDX-License-Identifier: GPL-3.0-or-later
// Brushing: a span of the timeline drawn with the pointer, or with Shift and the arrow keys, becomes from and to.
import assert from 'node:assert/strict';
import {parameters, scripted} from './support/tests.mjs';

const bars = (page) => page.locator('#timeline svg a[data-from]');

async function span(page, first, last) {
  return {from: await bars(page).nth(first).getAttribute('data-from'), to: await bars(page).nth(last).getAttribute('data-to')};
}

async function middle(page, i) {
  await bars(page).nth(i).scrollIntoViewIfNeeded();
  const {x, y, width, height} = await bars(page).nth(i).boundingBox();
  return [x + width / 2, y + height / 2];
}

for (const [name, first, last] of [['forward', 1, 3], ['backward', 3, 1]])
  scripted(`dragging ${name} over bars sets from and to`, async ({page, go}) => {
    await go('/search?q=ferry&section=city');
    const {from, to} = await span(page, 1, 3);
    await page.mouse.move(...await middle(page, first));
    await page.mouse.down();
    await page.mouse.move(...await middle(page, 2), {steps: 3});
    await page.mouse.move(...await middle(page, last), {steps: 3});
    assert.equal(await page.locator('#timeline .brush').count(), 1);
    await page.mouse.up();
    await page.waitForURL(/from=/);
    assert.deepEqual(parameters(page), {q: 'ferry', section: 'city', from, to});
  });

scripted('a click on a bar is still a link', async ({page, go}) => {
  await go('/search?q=ferry');
  await page.mouse.click(...await middle(page, 2));
  await page.waitForURL(/from=/);
});

scripted('Shift and the arrows draw a span that is said, Enter searches it', async ({page, go}) => {
  await go('/search?q=ferry');
  const {from, to} = await span(page, 1, 3);
  await bars(page).first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  assert.match(await page.locator('#timeline [role=status]').textContent(), new RegExp(`${from} to ${to}`));
  await page.keyboard.press('Enter');
  await page.waitForURL(/from=/);
  assert.deepEqual(parameters(page), {q: 'ferry', from, to});
});

scripted('Escape lets a span go, and the timeline is one stop for Tab', async ({page, go}) => {
  await go('/search?q=ferry');
  await bars(page).first().focus();
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#timeline .brush').count(), 0);
  assert.equal(await page.locator('#timeline [role=status]').textContent(), '');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.matches('#timeline svg a')), false);
});

scripted('a pointer that is cancelled searches nothing', async ({page, go}) => {
  await go('/search?q=ferry');
  await page.mouse.move(...await middle(page, 1));
  await page.mouse.down();
  await page.mouse.move(...await middle(page, 3), {steps: 4});
  await page.locator('#timeline svg').dispatchEvent('pointercancel');
  await page.mouse.up();
  assert.equal(await page.locator('#timeline .brush').count(), 0);
  assert.equal(parameters(page).from, undefined);
});
