// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages do with a script beside the search box: keys, steps through the matches of an article, dates brushed on
// the timeline. Everything here has a way without a script.
(() => {
  'use strict';
  const all = (selector) => [...document.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);

  function made(name, attributes = {}, ...inside) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...inside);
    return element;
  }

  // The form: what is left empty, or at the first choice of a list, holds anyhow and does not travel.

  const form = one('#search');
  form?.addEventListener('formdata', ({formData}) => {
    for (const [name, value] of [...formData])
      if (value === '' || value === form.elements.namedItem(name)?.options?.[0].value) formData.delete(name);
  });

  // Results and similar articles, one title after the other

  function step(by) {
    const titles = all('main a.title');
    const at = titles.findIndex((title) => title.closest('article, li').contains(document.activeElement));
    titles[at < 0 ? 0 : Math.min(Math.max(at + by, 0), titles.length - 1)]?.focus();
  }

  function openTitle() {
    document.activeElement?.closest('article, li')?.querySelector('a.title')?.click();
  }

  // The matches of an article: the address says which one is looked at

  const matches = all('mark[id^="match-"]');
  const matchAt = () => matches.findIndex((match) => `#${match.id}` === location.hash);

  function sayMatch() {
    const said = one('#match-at');
    if (!said || matchAt() < 0) return;
    said.textContent = `${matchAt() + 1} of ${matches.length}`;
    for (const link of all('#matches a')) {
      if (link.hash === location.hash) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }

  function stepMatch(by) {
    if (matches.length === 0) return;
    const at = matchAt();
    const next = at < 0 ? (by > 0 ? 0 : matches.length - 1) : (at + by + matches.length) % matches.length;
    location.replace(`#${matches[next].id}`);
  }

  addEventListener('hashchange', sayMatch);
  sayMatch();

  // Help

  let before = null;  // had the focus when help was opened

  function toggleHelp() {
    const help = one('#help');
    if (!help) return;
    help.open = !help.open;
    if (help.open) {
      before = document.activeElement;
      help.querySelector('summary').focus();
    } else before?.focus();
  }

  // Keys: one letter each, never while something is typed, and to be switched off (WCAG 2.1.4)

  function toBox() {
    const box = one('#q');
    box?.focus();
    box?.select();
  }

  const keys = {
    '/': {does: toBox, said: 'to the search box'},
    j: {does: () => step(1), said: 'to the next title'},
    k: {does: () => step(-1), said: 'to the one before'},
    o: {does: openTitle, said: 'open it, as Enter does'},
    n: {does: () => stepMatch(1), said: 'in an article, to the next match'},
    p: {does: () => stepMatch(-1), said: 'to the match before'},
    '?': {does: toggleHelp, said: 'this help'},
  };
  const setting = 'morgue-keys';

  function keysAreOn() {
    try { return localStorage.getItem(setting) !== 'off'; } catch { return true; }
  }

  function rememberKeys(on) {
    try { localStorage.setItem(setting, on ? 'on' : 'off'); } catch { /* for this page only */ }
  }

  const isTyping = (target) => target.closest?.('input:not([type=checkbox]), select, textarea, [contenteditable]');

  let on = keysAreOn();
  addEventListener('keydown', (event) => {
    const key = keys[event.key];
    if (!key || !on || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented ||
        isTyping(event.target))
      return;
    event.preventDefault();
    key.does();
  });

  function explainKeys(help) {
    const box = made('input', {type: 'checkbox', id: 'keys-on'});
    box.checked = on;
    box.addEventListener('change', () => rememberKeys(on = box.checked));
    const rows = Object.entries(keys).flatMap(([key, {said}]) =>
      [made('dt', {}, made('kbd', {}, key)), made('dd', {}, said)]);
    rows.push(made('dt', {}, made('kbd', {}, 'Shift ← →')), made('dd', {}, 'on the timeline, draw a span; so does the pointer'));
    help.append(made('p', {}, made('label', {}, box, ' Keys, each by itself:')), made('dl', {class: 'keys'}, ...rows));
  }
  if (one('#help')) explainKeys(one('#help'));

  // The timeline: a span of its bars, by pointer or with Shift and the arrow keys

  class Brush {
    #svg; #bars; #shade; #said;
    #anchor = -1;
    #end = -1;
    #pressed = null;

    constructor(figure) {
      this.#svg = figure.querySelector('svg');
      this.#bars = [...this.#svg.querySelectorAll('a[data-from]')];
      if (this.#bars.length === 0) return;
      this.#shade = document.createElementNS(this.#svg.namespaceURI, 'rect');
      this.#shade.setAttribute('class', 'brush');
      this.#said = made('p', {class: 'brush-said', role: 'status'});
      figure.append(this.#said);
      this.#bars.forEach((bar, i) => bar.setAttribute('tabindex', i === 0 ? '0' : '-1'));
      this.#listen();
    }

    #listen() {
      this.#svg.addEventListener('dragstart', (event) => event.preventDefault());
      this.#svg.addEventListener('pointerdown', (event) => this.#press(event));
      this.#svg.addEventListener('pointermove', (event) => this.#drag(event));
      this.#svg.addEventListener('pointerup', () => this.#release());
      this.#svg.addEventListener('pointercancel', () => this.#clear());
      this.#svg.addEventListener('click', (event) => this.#click(event), true);
      this.#svg.addEventListener('keydown', (event) => this.#key(event));
    }

    get #brushed() { return this.#anchor !== this.#end; }

    #nearest(x) {
      const distances = this.#bars.map((bar) => {
        const {left, right} = bar.getBoundingClientRect();
        return Math.abs((left + right) / 2 - x);
      });
      return distances.indexOf(Math.min(...distances));
    }

    #press(event) {
      if (event.button !== 0 || !event.isPrimary || event.ctrlKey || event.metaKey || event.shiftKey) return;
      this.#pressed = {x: event.clientX, moved: false};
    }

    #drag(event) {
      if (!this.#pressed || Math.abs(event.clientX - this.#pressed.x) < 5 && !this.#pressed.moved) return;
      if (!this.#pressed.moved) this.#svg.setPointerCapture(event.pointerId);
      this.#pressed.moved = true;
      this.#span(this.#nearest(this.#pressed.x), this.#nearest(event.clientX));
    }

    #release() {
      if (this.#pressed?.moved) this.#search();
    }

    /// The click that ends a drag opens nothing.
    #click(event) {
      if (this.#pressed?.moved) event.preventDefault();
      this.#pressed = null;
    }

    #key(event) {
      const at = this.#bars.indexOf(event.target.closest('a[data-from]'));
      if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
      const to = {ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: this.#bars.length - 1}[event.key];
      if (to !== undefined) this.#walk(at, Math.min(Math.max(to, 0), this.#bars.length - 1), event.shiftKey);
      else if (event.key === 'Enter' && this.#brushed) this.#search();
      else if (event.key === 'Escape' && this.#brushed) this.#clear();
      else return;
      event.preventDefault();
    }

    #walk(at, to, extends_it) {
      if (!extends_it) this.#clear();
      this.#bars[at].setAttribute('tabindex', '-1');
      this.#bars[to].setAttribute('tabindex', '0');
      this.#bars[to].focus();
      if (extends_it) this.#span(this.#brushed ? this.#anchor : at, to);
    }

    get #dates() {
      const [first, last] = [this.#anchor, this.#end].sort((a, b) => a - b);
      return {first, last, from: this.#bars[first].dataset.from, to: this.#bars[last].dataset.to};
    }

    #span(anchor, end) {
      this.#anchor = anchor;
      this.#end = end;
      const {first, last, from, to} = this.#dates;
      const into = this.#svg.getScreenCTM().inverse();
      const left = new DOMPoint(this.#bars[first].getBoundingClientRect().left, 0).matrixTransform(into).x;
      const right = new DOMPoint(this.#bars[last].getBoundingClientRect().right, 0).matrixTransform(into).x;
      const {y, height} = this.#svg.viewBox.baseVal;
      for (const [name, value] of Object.entries({x: left, y, width: right - left, height}))
        this.#shade.setAttribute(name, value);
      this.#svg.append(this.#shade);
      this.#said.textContent = `${from} to ${to}${this.#pressed ? '' : ': Enter searches these dates, Escape lets them go'}`;
    }

    #clear() {
      this.#anchor = this.#end = -1;
      this.#pressed = null;
      this.#shade.remove();
      this.#said.textContent = '';
    }

    #search() {
      const {from, to} = this.#dates;
      form.elements.namedItem('from').value = from;
      form.elements.namedItem('to').value = to;
      form.requestSubmit();
    }
  }

  const timeline = one('#timeline');
  if (timeline?.querySelector('svg') && form) new Brush(timeline);
})();
