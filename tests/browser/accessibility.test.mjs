// SPDX-License-Identifier: GPL-3.0-or-later
// What axe-core holds against the pages: nothing serious, nothing critical, in light and in dark.
import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {readFileSync} from 'node:fs';
import {emptyServer, inWindow, sampleServer} from './support/tests.mjs';
import {test} from 'node:test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/// "color-contrast: #help > summary", one for each finding that counts; of these rules, or of all.
async function findings(page, rules) {
  await page.evaluate(axe);  // not bound by the policy of the page
  const {violations, passes} = await page.evaluate((values) => window.axe.run(document, {
    resultTypes: ['violations'], ...(values && {runOnly: {type: 'rule', values}})}), rules);
  assert.ok(passes.length > (rules ? 0 : 10), 'axe has looked at the page');
  return violations.filter(({impact}) => ['serious', 'critical'].includes(impact))
    .flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) => `${id}: ${target} ${failureSummary}`));
}

const pages = {
  'search': {path: '/'},
  'results': {path: '/search?q=ferry+headlin:x+OR+harbour&section=city&-source=The+Northquay+Echo&from=2015&sort=newest'},
  'suggestions open': {path: '/search?q=fog', then: async (page) => {
    await page.locator('#q').fill('');
    await page.locator('#q').pressSequentially('harb');
    await page.locator('.morgue-suggestions [role=option]').first().waitFor();
    await page.keyboard.press('ArrowDown');
  }},
  'help open': {path: '/search?q=ferry', then: (page) => page.keyboard.press('?')},
  'odd content': {path: '/search?q=quillonade&limit=20'},
  'article': {path: '/article?id=city-2015-06-solan-at-forty&q=ferry#match-2'},
  'Arabic article': {path: '/article?id=world-2018-11-qarwani-arabic'},
  'nothing found': {path: '/search?q=zzyzx+qwrt'},
  'gone': {path: '/article?id=gone'},
  'no such page': {path: '/nowhere'},
  'past the end': {path: '/search?q=ferry&offset=5000'},
  'empty archive': {path: '/', server: emptyServer},
};

for (const [name, {path, server = sampleServer, then = () => {}}] of Object.entries(pages))
  test(`axe finds nothing serious: ${name}, light and dark`, () =>
    inWindow({server}, async ({page, go}) => {
      await go(path);
      await then(page);
      assert.deepEqual(await findings(page), [], 'light');
      await page.emulateMedia({colorScheme: 'dark'});
      assert.deepEqual(await findings(page, ['color-contrast', 'link-in-text-block']), [], 'dark');
    }));

test('axe finds nothing serious on a phone', () =>
  inWindow({viewport: {width: 360, height: 740}, hasTouch: true}, async ({page, go}) => {
    for (const path of [pages.results.path, pages.article.path]) {
      await go(path);
      assert.deepEqual(await findings(page), [], path);
    }
  }));
