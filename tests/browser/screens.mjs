// SPDX-License-Identifier: GPL-3.0-or-later
// screens.mjs FOLDER: pictures of the pages at three widths, in light and in dark, to be looked at; never into the repository.
import {mkdirSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {emptyServer, end, inWindow, sampleServer} from './support/browser.mjs';
import {root} from './support/programs.mjs';

const folder = resolve(process.argv[2] ?? root);
if (folder.startsWith(root)) {
  console.error('usage: node screens.mjs FOLDER (outside the repository)');
  process.exit(2);
}
mkdirSync(folder, {recursive: true});

async function suggest(page) {
  await page.locator('#q').pressSequentially('harb');
  await page.locator('.morgue-suggestions [role=option]').first().waitFor();
  await page.keyboard.press('ArrowDown');
}

const screens = {
  search: {path: '/'},
  suggestions: {path: '/', then: suggest, whole: false},
  results: {path: '/search?q=ferry+headlin:x+OR+harbour&section=city&-source=The+Northquay+Echo&from=2015'},
  help: {path: '/search?q=ferry', then: (page) => page.keyboard.press('?')},
  odd: {path: '/search?q=quillonade&limit=20'},
  article: {path: '/article?id=city-2015-06-solan-at-forty&q=ferry#match-2'},
  arabic: {path: '/article?id=world-2018-11-qarwani-arabic&q=القرواني'},
  'arabic-results': {path: '/search?q=القرواني'},
  nothing: {path: '/search?q=zzyzx+qwrt'},
  gone: {path: '/article?id=gone'},
  empty: {path: '/', server: emptyServer},
};

try {
  for (const colorScheme of ['light', 'dark'])
    for (const width of [360, 768, 1440])
      for (const [name, {path, server = sampleServer, then = () => {}, whole = true}] of Object.entries(screens))
        await inWindow({server, colorScheme, viewport: {width, height: 900}}, async ({page, go}) => {
          await go(path);
          await then(page);
          const path_to = join(folder, `${name}-${width}-${colorScheme}.png`);
          const height = await page.evaluate(() => document.documentElement.scrollHeight);
          await page.screenshot({path: path_to, fullPage: whole && height < 6000});
        });
  console.log(`pictures in ${folder}`);
} finally {
  await end();
}
