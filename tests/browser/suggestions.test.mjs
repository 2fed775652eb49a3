// SPDX-License-Identifier: GPL-3.0-or-later
// Suggestions while typing: the WAI-ARIA combobox with list autocomplete and manual selection.
import assert from 'node:assert/strict';
import {eitherWay, parameters, scripted, texts} from './support/tests.mjs';

const box = (page) => page.getByRole('combobox', {name: 'Search the archive'});
const list = (page) => page.getByRole('listbox', {name: 'Suggestions'});
const options = (page) => list(page).getByRole('option');

async function typed(page, text) {
  await box(page).pressSequentially(text);
  await options(page).first().waitFor();
}

async function active(page) {
  const id = await box(page).getAttribute('aria-activedescendant');
  return id && page.locator(`[id="${id}"]`);
}

scripted('the box is a combobox with a name, closed until there is something to suggest', async ({page, go}) => {
  await go('/');
  assert.equal(await box(page).getAttribute('aria-expanded'), 'false');
  assert.equal(await box(page).getAttribute('aria-autocomplete'), 'list');
  await typed(page, 'hallor');
  assert.equal(await box(page).getAttribute('aria-expanded'), 'true');
  assert.equal(await box(page).getAttribute('aria-controls'), await list(page).getAttribute('id'));
  assert.equal(await list(page).getByRole('option', {name: /^Judith R\. Halloran person · \d+ articles$/}).count(), 1);
  assert.match(await page.locator('[role=status].morgue-said').textContent(), /^\d+ suggestions, arrow keys/);
});

scripted('nothing is picked until it is chosen', async ({page, go}) => {
  await go('/');
  await typed(page, 'hallor');
  assert.equal(await active(page), null);
  assert.equal(await list(page).locator('[aria-selected=true]').count(), 0);
  await page.keyboard.press('ArrowDown');
  assert.equal(await box(page).inputValue(), 'hallor');
  await page.keyboard.press('Tab');
  assert.equal(await box(page).inputValue(), 'hallor');
  assert.equal(await list(page).isVisible(), false);
  await box(page).press('Enter');
  await page.waitForURL(/q=hallor/);
});

scripted('arrows lead through the list and back to what was typed', async ({page, go}) => {
  await go('/');
  await typed(page, 'harb');
  const count = await options(page).count();
  await page.keyboard.press('ArrowUp');
  assert.equal(await (await active(page)).textContent(), (await texts(options(page))).at(-1));
  await page.keyboard.press('ArrowDown');
  assert.equal(await active(page), null);
  for (let i = 0; i < count; i++) {
    await page.keyboard.press('ArrowDown');
    assert.equal(await (await active(page)).getAttribute('aria-selected'), 'true');
    assert.equal(await list(page).locator('[aria-selected=true]').count(), 1);
  }
  await page.keyboard.press('ArrowDown');
  assert.equal(await active(page), null);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await active(page), null);
  assert.ok(await box(page).evaluate((input) => input === document.activeElement));
});

scripted('Escape closes the list, then empties the box', async ({page, go}) => {
  await go('/');
  await typed(page, 'harb');
  await page.keyboard.press('Escape');
  assert.equal(await list(page).isVisible(), false);
  assert.equal(await box(page).inputValue(), 'harb');
  await page.keyboard.press('ArrowDown');
  await options(page).first().waitFor();
  await page.keyboard.press('Alt+ArrowUp');
  assert.equal(await list(page).isVisible(), false);
  await page.keyboard.press('Escape');
  assert.equal(await box(page).inputValue(), '');
});

scripted('Enter on words searches for them and keeps the other fields', async ({page, go}) => {
  await go('/search?sort=oldest&section=city');
  await typed(page, 'harbo');
  const words = options(page).filter({hasText: /words/}).first();
  const text = await words.locator('bdi').textContent();
  while (!(await words.getAttribute('aria-selected') === 'true')) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=/);
  assert.deepEqual(parameters(page), {q: text, sort: 'oldest', section: 'city'});
});

scripted('a person chosen is a limit to that person, by all forms of the name', async ({page, go}) => {
  await go('/');
  await typed(page, 'chernol');
  await options(page).filter({hasText: 'person'}).first().click();
  await page.waitForURL(/person=/);
  assert.match(parameters(page).person, /Cherno/);
  assert.equal(parameters(page).q, undefined);
});

scripted('a title chosen opens the article', async ({page, go}) => {
  await go('/');
  await typed(page, 'container ship');
  await options(page).filter({hasText: 'article ·'}).first().click();
  await page.waitForURL(/\/article\?id=/);
});

scripted('only the answer to the last question is shown', async ({page, go}) => {
  await go('/');
  const asked = [];
  await page.route('**/v1/suggest*', async (route) => {
    const q = new URL(route.request().url()).searchParams.get('q');
    asked.push(q);
    if (q === 'harb') await new Promise((later) => setTimeout(later, 500));
    await route.continue().catch(() => {});
  });
  const aborted = page.waitForEvent('requestfailed');
  await box(page).fill('harb');
  await page.waitForRequest(/suggest/);
  await box(page).fill('hallor');
  await aborted;
  await options(page).filter({hasText: 'Halloran'}).first().waitFor();
  await page.waitForTimeout(600);
  assert.deepEqual(asked, ['harb', 'hallor']);
  assert.match((await texts(options(page)))[0], /Halloran/);
}, {fresh: true});

scripted('a server that suggests nothing hinders no search', async ({page, go}) => {
  await go('/');
  await page.route('**/v1/suggest*', (route) => route.fulfill({status: 503, body: ''}));
  await box(page).pressSequentially('fog');
  await page.waitForTimeout(200);
  assert.equal(await list(page).isVisible(), false);
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=fog/);
}, {fresh: true});

eitherWay('the box searches and the address says what for', async ({page, go}) => {
  await go('/');
  await page.locator('#q').fill('ferry fog');
  await page.locator('#q').press('Enter');
  await page.waitForURL(/q=ferry\+fog/);
  assert.equal(await page.locator('#q').inputValue(), 'ferry fog');
  assert.ok(await page.locator('article.result').count() > 0);
});
