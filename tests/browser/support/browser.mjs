// SPDX-License-Identifier: GPL-3.0-or-later
// One Chromium for all tests. Every page is watched: a dialog, an error, a violated policy or a request to anywhere but the
// server fails the test that opened it.
import assert from 'node:assert/strict';
import {chromium} from 'playwright-core';
import {endPrograms, index, makeArchive, root, serve} from './programs.mjs';
import {hostileArticles, oddArticles} from './articles.mjs';

/// What make() makes, made when it is first asked for.
export function once(make) {
  let made;
  return () => (made ??= make());
}

export const browser = once(() => chromium.launch({
  executablePath: process.env.MORGUE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--disable-gpu', '--disable-quic', '--disable-sync'],
}));
export const sampleArchive = once(() => makeArchive('sample', `${root}/corpus-sample`, oddArticles));
export const sampleServer = once(() => serve(sampleArchive()));
export const hostileServer = once(() => serve(makeArchive('hostile', hostileArticles)));
export const emptyServer = once(() => {
  const archive = makeArchive('empty', [{id: 'only', title: 'The only article'}]);
  index(archive, '--remove', 'only');
  return serve(archive);
});

/// Ends all that was started.
export async function end() {
  try {
    await (await browser()).close();
  } finally {
    endPrograms();
  }
}

function watch(context, allowed) {
  const troubles = [];
  const isAllowed = (url) => allowed.some((origin) => url.startsWith(`${origin}/`)) || /^(about|data|blob):/.test(url);
  context.on('request', (request) => { if (!isAllowed(request.url())) troubles.push(`asked ${request.url()}`); });
  context.on('dialog', (dialog) => { troubles.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  context.on('weberror', (error) => troubles.push(`error: ${error.error()}`));
  context.on('console', (message) => {
    // A page that answers 4xx is reported so too; what a script wants to fetch is seen by the tests.
    if (message.type() === 'error' && !/the server responded with a status of/.test(message.text()))
      troubles.push(`console: ${message.text()}`);
  });
  return troubles;
}

const windows = new Map();  // by what they were opened with; a new one costs more than most tests

async function openWindow(address, {scripts, others, ...options}) {
  const context = await (await browser()).newContext({javaScriptEnabled: scripts, ...options});
  context.setDefaultTimeout(8000);
  const troubles = watch(context, [address, ...others]);
  return {context, troubles, page: await context.newPage(), server: address};
}

/// Runs body({page, context, server, go, troubles}) in a window, as good as new; go(path) opens a path of the server.
/// Options: server (a function), scripts (false: JavaScript off), others (origins that may be asked beside), fresh (a window
/// that no other test has), and those of Playwright's newContext.
export async function inWindow({server = sampleServer, fresh = false, ...given}, body) {
  const options = {scripts: true, others: [], viewport: {width: 1280, height: 800}, colorScheme: 'light', reducedMotion: 'reduce', ...given};
  const address = await server();
  const key = JSON.stringify([address, options]);
  const window = !fresh && windows.get(key) || await openWindow(address, options);
  windows.delete(key);  // it comes back if all goes well
  const {context, page, troubles} = window;
  let isGood = false;
  try {
    await page.setViewportSize(options.viewport);
    await page.emulateMedia({media: 'screen', colorScheme: options.colorScheme});
    await body({...window, go: (path) => page.goto(address + path)});
    assert.deepEqual(troubles, []);
    isGood = !fresh;
  } finally {
    if (isGood) windows.set(key, window);
    else await context.close();
  }
}

export const texts = (locator) => locator.evaluateAll((elements) => elements.map((element) => element.textContent.trim()));
export const titles = (page) => texts(page.locator('article.result a.title'));
export const parameters = (page) => Object.fromEntries(new URL(page.url()).searchParams);
