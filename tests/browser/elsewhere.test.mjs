// SPDX-License-Identifier: GPL-3.0-or-later
// The search box on the page of another site: docs/search-box.html, served from another origin under a strict policy.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {after, test} from 'node:test';
import {inWindow, once, parameters, sampleArchive, sampleServer} from './support/tests.mjs';
import {root, serve} from './support/programs.mjs';

const example = readFileSync(`${root}/docs/search-box.html`, 'utf8');
const site = createServer((request, response) => {
  const archive = new URL(request.url, 'http://site').searchParams.get('archive');
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `default-src 'none'; script-src ${archive}; connect-src ${archive}; form-action ${archive}; img-src 'self'`,
  });
  response.end(example.replaceAll('https://archive.example.org', archive));
});
await new Promise((ready) => site.listen(0, '127.0.0.1', ready));
after(() => site.close());
const origin = `http://127.0.0.1:${site.address().port}`;

const openServer = once(() => serve(sampleArchive(), '--cors', origin, '--public'));

function onTheSite(name, body, {server = openServer, ...options} = {}) {
  test(name, () => inWindow({server, others: [origin], ...options}, async (window) => {
    await window.page.goto(`${origin}/?archive=${window.server}`);
    await body(window);
  }));
}

onTheSite('a form that the element stands around gets suggestions and keeps its fields', async ({page, server}) => {
  const box = page.getByRole('combobox', {name: 'Search the city desk'});
  await box.pressSequentially('harb');
  await page.getByRole('option').filter({hasText: 'words'}).first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`${server}/search?**`);
  assert.deepEqual(parameters(page), {q: 'harb', section: 'city'});
});

onTheSite('the element alone draws a form that suggests', async ({page, server}) => {
  const box = page.getByRole('combobox', {name: 'Search our archive'});
  await box.pressSequentially('hallor');
  await page.getByRole('option').filter({hasText: 'person'}).first().waitFor();
  const [list, input] = [await page.getByRole('listbox').boundingBox(), await box.boundingBox()];
  assert.ok(Math.abs(list.x - input.x) < 2 && Math.abs(list.width - input.width) < 2 && list.y >= input.y + input.height - 1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${server}/search?**`);
  assert.match(parameters(page).person, /Halloran/);
  assert.ok(await page.locator('article.result').count() > 0);
});

onTheSite('its button searches', async ({page, server}) => {
  await page.getByRole('combobox', {name: 'Search our archive'}).fill('ferry');
  await page.getByRole('button', {name: 'Find'}).click();
  await page.waitForURL(`${server}/search?q=ferry`);
});

onTheSite('a title chosen opens the article at the archive', async ({page, server}) => {
  await page.getByRole('combobox', {name: 'Search our archive'}).pressSequentially('container ship');
  await page.getByRole('option').filter({hasText: 'article ·'}).first().click();
  await page.waitForURL(`${server}/article?id=*`);
});

onTheSite('without a script the forms search', async ({page, server}) => {
  for (const form of ['plain', 'with suggestions']) {
    await page.getByRole('search', {name: form}).getByRole('searchbox').fill('ferry');
    await page.getByRole('search', {name: form}).getByRole('button').click();
    await page.waitForURL(`${server}/search?q=ferry**`);
    await page.goBack();
  }
}, {scripts: false});

onTheSite('a server that does not know the site suggests nothing and is searched all the same', async ({page, server, troubles}) => {
  const refused = page.waitForEvent('requestfailed');
  await page.getByRole('combobox', {name: 'Search our archive'}).pressSequentially('ferry', {delay: 1});
  await refused;
  assert.equal(await page.getByRole('option').count(), 0);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${server}/search?q=ferry`);
  assert.match(troubles.splice(0).join(), /CORS policy/);
}, {server: sampleServer});
