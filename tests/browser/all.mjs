// SPDX-License-Identifier: GPL-3.0-or-later
// All tests, in one process with one browser. A file by itself: node --test keys.test.mjs
import {readdirSync} from 'node:fs';

const here = new URL('.', import.meta.url);
for (const name of readdirSync(here).sort()) if (name.endsWith('.test.mjs')) await import(new URL(name, here));
