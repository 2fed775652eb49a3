// SPDX-License-Identifier: GPL-3.0-or-later
// <morgue-search>: a search box that suggests while one types, on Morgue's pages and on those of others
// (docs/search-box.md). Around a form it adds suggestions to it, empty it draws a form of its own. It is the WAI-ARIA
// combobox with list autocomplete and manual selection: what was typed stays until a suggestion is chosen.
(() => {
  'use strict';
  if (customElements.get('morgue-search')) return;

  const pause = 80;  // ms without a key before a question is asked
  const limit = 4;   // suggestions of each kind

  const style = `
    :where(:host, morgue-search) { display: block; position: relative; }
    :where(.morgue-search-form) { display: flex; gap: .5rem; margin: 0; }
    :where(.morgue-search-form) > * { padding: .4rem .6rem; font: inherit; }
    :where(.morgue-search-form) > input { flex: 1; min-width: 0; }
    :where(.morgue-suggestions) {
      position: absolute; z-index: 10; box-sizing: border-box; margin: .15rem 0 0; padding: .25rem 0; list-style: none;
      border: 1px solid; border-radius: .3rem; background: Canvas; color: CanvasText;
      max-height: 60vh; overflow-y: auto; text-align: start; font-size: 1rem; line-height: 1.4;
    }
    :where(.morgue-suggestions[hidden]) { display: none; }
    :where(.morgue-suggestions > li) {
      display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; padding: .4rem .7rem; cursor: pointer;
    }
    :where(.morgue-suggestions > li:hover) { background: color-mix(in srgb, CanvasText 7%, Canvas); }
    :where(.morgue-suggestions > li[aria-selected=true]) {
      background: color-mix(in srgb, CanvasText 14%, Canvas); outline: 2px solid; outline-offset: -2px;
    }
    :where(.morgue-suggestions bdi) {
      flex: 1 1 12rem; display: -webkit-box; overflow: hidden; overflow-wrap: anywhere;
      -webkit-box-orient: vertical; -webkit-line-clamp: 2;
    }
    :where(.morgue-suggestions small) { white-space: nowrap; opacity: .8; }
    :where(.morgue-said) {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
    }`;

  let sheet = null;
  function dress(root) {
    if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(style);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  function made(name, attributes = {}, ...inside) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...inside);
    return element;
  }

  const articles = (count) => (count == null ? '' : `${count.toLocaleString('en')} article${count === 1 ? '' : 's'}`);

  /// The answer of /v1/suggest as a list of {kind, text, note, id}, people first.
  function choices({people, words, titles}) {
    return [
      ...people.map(({value, count}) => ({kind: 'person', text: value, note: articles(count)})),
      ...words.map(({value, count}) => ({kind: 'words', text: value, note: articles(count)})),
      ...titles.map(({id, title, published}) => ({kind: 'article', text: title, note: (published ?? '').slice(0, 10), id})),
    ];
  }

  let boxes = 0;

  class MorgueSearch extends HTMLElement {
    #form; #input; #list; #said; #server;
    #choices = [];
    #active = -1;
    #timer = 0;
    #request = null;
    #person = null;  // chosen, until the form has been sent

    connectedCallback() {
      if (this.#form) return;
      this.#form = this.querySelector('form') ?? this.#draw();
      this.#server = new URL(this.hasAttribute('server') ? `${this.getAttribute('server')}/` : '/', this.#form.action);
      this.#input = this.#form.elements.namedItem('q');
      dress(this.#form.getRootNode());
      this.#equip(`morgue-suggestions-${++boxes}`);
      this.#listen();
    }

    disconnectedCallback() { this.#close(); }

    #draw() {
      const label = this.getAttribute('label') ?? 'Search the archive';
      const action = new URL('search', new URL(`${this.getAttribute('server') ?? ''}/`, location.href));
      const form = made('form', {class: 'morgue-search-form', role: 'search', action},
        made('input', {type: 'search', name: 'q', 'aria-label': label, placeholder: label, dir: 'auto'}),
        made('button', {}, this.getAttribute('button') ?? 'Search'));
      this.attachShadow({mode: 'open'}).append(form);
      return form;
    }

    #equip(id) {
      this.#list = made('ul', {class: 'morgue-suggestions', role: 'listbox', id, 'aria-label': 'Suggestions', hidden: ''});
      this.#said = made('span', {class: 'morgue-said', role: 'status'});
      this.#form.after(this.#list, this.#said);
      const combobox = {role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id,
                        autocomplete: 'off'};
      for (const [key, value] of Object.entries(combobox)) this.#input.setAttribute(key, value);
    }

    #listen() {
      this.#input.addEventListener('input', () => this.#ask(pause));
      this.#input.addEventListener('keydown', (event) => this.#key(event));
      this.#input.addEventListener('blur', () => this.#close());
      this.#list.addEventListener('pointerdown', (event) => event.preventDefault());  // the box keeps the focus
      this.#list.addEventListener('click', (event) => {
        const option = event.target.closest('[role=option]');
        if (option) this.#choose(this.#choices[[...this.#list.children].indexOf(option)]);
      });
      this.#form.addEventListener('submit', () => this.#close());
      this.#form.addEventListener('formdata', ({formData}) => {
        if (this.#person === null) return;
        formData.set('q', '');
        formData.set('person', this.#person);
        this.#person = null;
      });
    }

    // What is asked

    #ask(wait) {
      this.#forget();
      const typed = this.#input.value.trim();
      if (!typed) return this.#close();
      this.#timer = setTimeout(() => this.#fetch(typed), wait);
    }

    #forget() {
      clearTimeout(this.#timer);
      this.#request?.abort();
      this.#request = null;
    }

    async #fetch(typed) {
      const request = this.#request = new AbortController();
      try {
        const url = new URL('v1/suggest', this.#server);
        url.search = new URLSearchParams({q: typed, limit});
        const answer = await fetch(url, {signal: request.signal, credentials: 'same-origin'});
        const found = answer.ok ? choices(await answer.json()) : [];
        if (request === this.#request) this.#show(found);
      } catch {
        if (request === this.#request) this.#close();  // nothing suggested; the search itself still works
      }
    }

    // What is shown

    get #open() { return !this.#list.hidden; }

    #show(found) {
      if (this.#form.getRootNode().activeElement !== this.#input) return;
      this.#choices = found;
      this.#list.replaceChildren(...found.map((choice, i) => this.#option(choice, i)));
      this.#list.hidden = found.length === 0;
      this.#input.setAttribute('aria-expanded', String(this.#open));
      this.#activate(-1);
      this.#place();
      this.#said.textContent = found.length === 0 ? 'No suggestions'
        : `${found.length} suggestion${found.length === 1 ? '' : 's'}, arrow keys to look at them`;
    }

    #option({kind, text, note}, i) {
      return made('li', {role: 'option', id: `${this.#list.id}-${i}`, 'aria-selected': 'false'},
        made('bdi', {}, text), ' ', made('small', {}, note ? `${kind} · ${note}` : kind));
    }

    #place() {
      const [box, input] = [this, this.#input].map((element) => element.getBoundingClientRect());
      Object.assign(this.#list.style, {left: `${input.left - box.left}px`, top: `${input.bottom - box.top}px`,
                                       width: `${input.width}px`});
    }

    #close() {
      this.#forget();
      if (!this.#list) return;
      this.#list.hidden = true;
      this.#input.setAttribute('aria-expanded', 'false');
      this.#activate(-1);
      this.#said.textContent = '';
    }

    #activate(index) {
      this.#active = index;
      [...this.#list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
      const option = this.#list.children[index];
      if (!option) return this.#input.removeAttribute('aria-activedescendant');
      this.#input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({block: 'nearest'});
    }

    // What is done

    #key(event) {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      const does = {ArrowDown: () => this.#move(event, 1), ArrowUp: () => this.#move(event, -1),
                    Enter: () => this.#enter(), Escape: () => this.#escape()}[event.key];
      if (does) {
        if (does()) event.preventDefault();
      } else if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) this.#activate(-1);
    }

    /// Through the suggestions and, between the last and the first, what was typed. With Alt only opens or closes.
    #move({altKey}, step) {
      if (!this.#open) {
        if (step > 0 || !altKey) this.#ask(0);
      } else if (altKey) {
        if (step < 0) this.#close();
      } else {
        const places = this.#choices.length + 1;
        this.#activate((this.#active + 1 + step + places) % places - 1);
      }
      return true;
    }

    #enter() {
      if (!this.#open || this.#active < 0) return false;
      this.#choose(this.#choices[this.#active]);
      return true;
    }

    #escape() {
      if (this.#open) this.#close();
      else this.#input.value = '';
      return true;
    }

    #choose({kind, text, id}) {
      this.#close();
      if (kind === 'article') return location.assign(new URL(`article?id=${encodeURIComponent(id)}`, this.#server));
      if (kind === 'person') this.#person = text;
      else this.#input.value = text;
      this.#form.requestSubmit();
    }
  }

  customElements.define('morgue-search', MorgueSearch);
})();
