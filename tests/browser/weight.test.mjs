// SPDX-License-Identifier: GPL-3.0-or-later
// What a page weighs and asks for.
import assert from 'node:assert/strict';
import {get} from 'node:http';
import {scripted} from './support/tests.mjs';

function fetched(url) {
  return new Promise((done, failed) => get(url, {headers: {'Accept-Encoding': 'gzip'}}, (response) => {
    const chunks = [];
    response.on('data', (chunk) => chunks.push(chunk));
    response.on('end', () => done({headers: response.headers, bytes: Buffer.concat(chunks).length}));
  }).on('error', failed));
}

scripted('scripts and style are small, compressed and kept, and there is nothing else', async ({page, go, server}) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url().replace(server, '')));
  await go('/search?q=ferry');
  await page.waitForLoadState('networkidle');
  const [first, ...files] = asked;
  assert.equal(first, '/search?q=ferry');
  assert.ok(files.length >= 3 && files.every((file) => file.startsWith('/assets/')), files.join());
  let weight = 0;
  for (const file of files) {
    const {headers, bytes} = await fetched(server + file);
    assert.match(headers['cache-control'], /max-age=[1-9]/, file);
    if (/\.(js|css)$/.test(file)) {
      assert.equal(headers['content-encoding'], 'gzip', file);
      weight += bytes;
    }
  }
  assert.ok(weight > 1000 && weight < 40 * 1024, `${weight} bytes`);
}, {fresh: true});

scripted('the policy allows no script but the files of the server', async ({page, go, troubles}) => {
  const policy = (await go('/search?q=ferry')).headers()['content-security-policy'];
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src 'self'(;|$)/);
  assert.doesNotMatch(policy, /unsafe|\*|http|data:/);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
  });
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.match(troubles.splice(0).join(), /Content Security Policy/);
});
