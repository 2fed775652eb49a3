// SPDX-License-Identifier: GPL-3.0-or-later
// The real programs: archives made by morgue-index, servers on loopback ports of their own. Everything goes with the test.
import {spawn, spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createInterface} from 'node:readline';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';

export const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../../..');
const build = resolve(process.env.MORGUE_BROWSER_BUILD ?? join(root, 'build/release'));
const folder = mkdtempSync(join(tmpdir(), 'morgue-browser-'));
const servers = [];
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('MORGUE_')));  // no options by the way

/// The folder of an archive of these inputs: paths, or lists of articles.
export function makeArchive(name, ...inputs) {
  const archive = join(folder, name);
  const paths = inputs.map((input, i) => {
    if (typeof input === 'string') return input;
    const path = join(folder, `${name}-${i}.jsonl`);
    writeFileSync(path, input.map((article) => JSON.stringify(article) + '\n').join(''));
    return path;
  });
  index(archive, ...paths);
  return archive;
}

/// Runs morgue-index on an archive.
export function index(archive, ...options) {
  const run = spawnSync(join(build, 'indexer/morgue-index'), ['--archive', archive, '--quiet', ...options],
                        {encoding: 'utf8', env});
  if (run.status !== 0) throw new Error(`morgue-index ended with ${run.status}: ${run.error ?? run.stderr}`);
}

/// Starts a server and gives its address, as http://127.0.0.1:PORT.
export async function serve(archive, ...options) {
  const server = spawn(join(build, 'server/morgue-server'), ['--archive', archive, '--listen', '127.0.0.1:0', ...options],
                       {stdio: ['ignore', 'pipe', 'inherit'], env});
  servers.push(server);
  const ended = new Promise((_, reject) => {
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`morgue-server ended with ${code}`)));
  });
  ended.catch(() => {});
  const firstLine = new Promise((said) => createInterface({input: server.stdout}).once('line', said));
  const line = await Promise.race([firstLine, ended]);
  return line.replace('listening on ', '');
}

export function endPrograms() {
  for (const server of servers) server.kill('SIGTERM');
  rmSync(folder, {recursive: true, force: true});
}
