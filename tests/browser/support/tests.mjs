// SPDX-License-Identifier: GPL-3.0-or-later
// Tests in windows; what was started for them ends after the last.
import {after, test} from 'node:test';
import {end, inWindow} from './browser.mjs';

export * from './browser.mjs';

after(end);

/// A test in a window with JavaScript.
export function scripted(name, body, options = {}) {
  test(name, () => inWindow(options, body));
}

/// The same test with JavaScript and without.
export function eitherWay(name, body, options = {}) {
  for (const scripts of [true, false])
    test(`${name}, JavaScript ${scripts ? 'on' : 'off'}`, () => inWindow({...options, scripts}, body));
}
