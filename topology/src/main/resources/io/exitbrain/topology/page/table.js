// The table of positions: one row a position, changed in place.

import {attribute, el, mark, say} from './dom.js';
import {average, clock, duration, full, inR, money, number, percent, signed, words} from './format.js';

const RESORT_MS = 2000;
const FLUSH_MS = 2000;
const FLUSH_ROWS = 200;

/** name, heading, title, sort key of a row (undefined = not sortable). */
const COLUMNS = [
  ['symbol', 'Symbol', 'LONG or SHORT after the symbol: hedge mode', row => row.key],
  ['size', 'Side · Size', 'base quantity and leverage', row => Number(row.quantity)],
  ['entry', 'Entry', 'average entry, quote price'],
  ['mark', 'Mark', 'mark price, and how long ago it came', row => -(row.markReceived ?? row.markTime ?? 0)],
  ['stop', 'Stop', 'the stop that was sent; below: its version and what the exchange said', row => row.stop?.state ?? ''],
  ['room', 'Room', 'from the mark to the stop, in % of the mark and in price', row => room(row)],
  ['stopped', 'If stopped', 'the result at the stop, before fees, funding and gaps', row => amount(row.ifStopped?.r)],
  ['best', 'Best', 'best price since entry, and how far from entry it was, in R', row => amount(row.bestR)],
  ['legs', 'Legs', 'take-profit legs: filled / all', row => row.legs.filter(leg => leg.status === 'FILLED').length],
  ['age', 'Age', 'since the position was opened', row => row.openedAt ?? 0],
  ['origin', 'Origin', 'FILL: planned from a fill. ORPHAN: found without a plan. FALLBACK: the planner could not plan', row => row.origin ?? '']
];

const amount = text => (text === null || text === undefined ? -Infinity : Number(text));
const room = row => (row.roomPct === null || row.roomPct === undefined ? Infinity : Number(row.roomPct));

/** 0 unprotected, 1 exiting, 2 all others. */
const rank = row => (row.unprotected ? 0 : row.stop?.state === 'TRIGGERED' ? 1 : 2);

export class Table {
  #rows = new Map();
  #body;
  #columns;
  #isVisible = new Set();
  #observer;
  #dirty = new Set();
  #late = new Set();
  #sort = {name: 'room', isDown: false};
  #mustSort = false;
  #sortedAt = 0;
  #flushedAt = 0;
  #isPointerOver = false;
  #now;
  #exchangeNow;
  #show = () => true;
  #onPick;

  /** Counts of the work that was done, for tests and for the curious. */
  work = {paints: 0, rows: 0, moves: 0, most: 0};

  /** now() is the time of the engine, exchangeNow() that of the exchange, whose records can be simulated or replayed; onPick(key) is called when a position is chosen. */
  constructor(columns, body, now, exchangeNow, onPick) {
    this.#exchangeNow = exchangeNow;
    this.#body = body;
    this.#columns = columns;
    this.#now = now;
    this.#onPick = onPick;
    this.#observer = new IntersectionObserver(entries => this.#seen(entries), {rootMargin: '200px'});
    body.addEventListener('pointerenter', () => (this.#isPointerOver = true));
    body.addEventListener('pointerleave', () => (this.#isPointerOver = false));
    body.addEventListener('click', event => {
      const row = event.target.closest('tr');
      if (row && !getSelection().toString()) onPick(row.dataset.key);
    });
    for (const [name, heading, title, key] of COLUMNS) columns.append(this.#heading(name, heading, title, key));
    this.#headings();
  }

  #heading(name, heading, title, key) {
    const button = el('button', {type: 'button', textContent: heading, onclick: () => this.#sortBy(name)});
    return el('th', {scope: 'col', className: name, title}, key ? button : heading);
  }

  #sortBy(name) {
    this.#sort = {name, isDown: this.#sort.name === name && !this.#sort.isDown};
    this.#headings();
    this.#mustSort = true;
    this.paint();
  }

  /** aria-sort is on one heading only. */
  #headings() {
    for (const heading of this.#columns.children) {
      const isSorted = heading.classList.contains(this.#sort.name);
      if (isSorted) heading.setAttribute('aria-sort', this.#sort.isDown ? 'descending' : 'ascending');
      else heading.removeAttribute('aria-sort');
    }
  }

  get(key) {
    return this.#rows.get(key)?.row;
  }

  /** The keys in the order of the table, only those that are shown. */
  keys() {
    return [...this.#body.children].filter(line => !line.hidden).map(line => line.dataset.key);
  }

  get size() {
    return this.#rows.size;
  }

  /** Replaces all rows. */
  reset(rows) {
    const keys = new Set(rows.map(row => row.key));
    this.remove([...this.#rows.keys()].filter(key => !keys.has(key)));
    rows.forEach(row => this.put(row));
  }

  put(row) {
    const known = this.#rows.get(row.key);
    if (!known) {
      this.#add(row);
      this.#mustSort = true;
    } else {
      this.#mustSort ||= rank(known.row) !== rank(row);
      known.row = row;
    }
    this.#dirty.add(row.key);
  }

  #add(row) {
    const line = el('tr');
    line.dataset.key = row.key;
    const cells = {};
    for (const [name] of COLUMNS) {
      const first = name === 'symbol' ? el('button', {type: 'button', className: 'a pick'}) : el('span', {className: 'a'});
      const second = el('span', {className: 'b'});
      cells[name] = [first, second];
      line.append(el(name === 'symbol' ? 'th' : 'td', {className: name, ...(name === 'symbol' ? {scope: 'row'} : {})}, first, second));
    }
    this.#rows.set(row.key, {row, line, cells});
    this.#body.append(line);
    this.#observer.observe(line);
  }

  /** Takes new marks: lists of key, mark, time, time of receipt, room, room as a ratio. */
  marks(list) {
    for (const [key, price, markTime, markReceived, room, roomPct] of list) {
      const known = this.#rows.get(key);
      if (known) {
        Object.assign(known.row, {mark: price, markTime, markReceived, room, roomPct});
        (this.#isVisible.has(key) ? this.#dirty : this.#late).add(key);
      }
    }
  }

  remove(keys) {
    for (const key of keys) {
      const known = this.#rows.get(key);
      if (known) {
        this.#observer.unobserve(known.line);
        known.line.remove();
        this.#rows.delete(key);
      }
      for (const set of [this.#dirty, this.#late, this.#isVisible]) set.delete(key);
    }
  }

  /** Shows only the rows for which show(row) is true. */
  filter(show) {
    this.#show = show;
    this.#rows.forEach((unused, key) => this.#dirty.add(key));
    this.paint();
  }

  select(key) {
    this.#rows.forEach(({line, cells}, other) => {
      mark(line, 'selected', other === key);
      attribute(cells.symbol[0], 'aria-expanded', String(other === key));
    });
  }

  focus(key) {
    this.#rows.get(key)?.cells.symbol[0].focus();
  }

  #seen(entries) {
    for (const {target, isIntersecting} of entries) {
      const key = target.dataset.key;
      if (isIntersecting) this.#isVisible.add(key);
      else this.#isVisible.delete(key);
      if (isIntersecting && this.#late.delete(key)) this.#dirty.add(key);
    }
    if (this.#dirty.size > 0) this.paint();
  }

  /** Marks the ages of the visible rows as changed; once a second. */
  tick() {
    this.#isVisible.forEach(key => this.#dirty.add(key));
  }

  /** Writes what has changed. Rows that nobody sees follow later, some at a time. */
  paint() {
    const time = performance.now();
    if (time - this.#flushedAt > FLUSH_MS && this.#late.size > 0) {
      this.#flushedAt = time;
      [...this.#late].slice(0, FLUSH_ROWS).forEach(key => this.#late.delete(key) && this.#dirty.add(key));
    }
    this.work.paints++;
    this.work.rows += this.#dirty.size;
    this.work.most = Math.max(this.work.most, this.#dirty.size);
    for (const key of this.#dirty) {
      const known = this.#rows.get(key);
      if (known) this.#write(known);
    }
    this.#dirty.clear();
    this.#order(time);
  }

  #order(time) {
    const isQuiet = !this.#isPointerOver && !this.#body.contains(document.activeElement);
    if (!this.#mustSort && !(isQuiet && time - this.#sortedAt > RESORT_MS)) return;
    this.#mustSort = false;
    this.#sortedAt = time;
    const focused = document.activeElement;
    let next = this.#body.firstElementChild;
    for (const {line} of this.#sorted()) {
      if (line === next) next = next.nextElementSibling;
      else {
        this.#body.insertBefore(line, next);
        this.work.moves++;
      }
    }
    if (focused !== document.activeElement && this.#body.contains(focused)) focused.focus({preventScroll: true});
  }

  #sorted() {
    const key = COLUMNS.find(([name]) => name === this.#sort.name)[3];
    const sign = this.#sort.isDown ? -1 : 1;
    const entries = [...this.#rows.values()].map(known => ({line: known.line, rank: rank(known.row), name: known.row.key, key: key(known.row)}));
    const isDefault = this.#sort.name === 'room' && !this.#sort.isDown;
    return entries.sort((a, b) => {
      if (a.rank !== b.rank && (isDefault || a.rank === 0 || b.rank === 0)) return a.rank - b.rank;
      if (a.key !== b.key) return a.key < b.key ? -sign : sign;
      return a.name < b.name ? -1 : 1;
    });
  }

  #write({row, line, cells}) {
    const now = this.#now();
    const isShown = this.#show(row);
    if (line.hidden === isShown) line.hidden = !isShown;
    mark(line, 'unprotected', row.unprotected);
    mark(line, 'exiting', row.stop?.state === 'TRIGGERED');
    mark(line, 'stale', Boolean(row.stale));
    put(cells.symbol, row.key, row.stale ? 'partition does not answer' : '');
    put(cells.size, `${row.side} ${number(row.quantity)}`, row.leverage === null ? '?x' : `${number(row.leverage)}x`);
    put(cells.entry, number(average(row.entry, row.stop?.exact)), '');
    if (row.entry !== null) attribute(cells.entry[0], 'title', number(row.entry));
    put(cells.mark, number(row.mark), row.mark === null ? 'none yet' : duration(row.markReceived ? now - row.markReceived : this.#exchangeNow() - row.markTime));
    stop(cells.stop, row);
    roomOf(cells.room, row);
    put(cells.stopped, row.ifStopped ? inR(row.ifStopped.r) : '-', row.ifStopped?.money ? signed(money(row.ifStopped.money)) : '');
    put(cells.best, number(row.best), row.bestR === null ? '' : inR(row.bestR));
    legs(cells.legs, row);
    put(cells.age, row.openedAt === null ? '-' : duration(this.#exchangeNow() - row.openedAt), '');
    if (row.openedAt !== null) attribute(line.querySelector('.age'), 'title', full(row.openedAt));
    put(cells.origin, row.origin ?? '-', row.profile ?? '');
  }
}

function put([first, second], a, b) {
  say(first, a);
  say(second, b);
}

function stop(cell, row) {
  if (!row.stop?.price) {
    put(cell, row.dust ? 'none: too small' : '! none', row.unprotected ? `UNPROTECTED${row.why ? `: ${row.why}` : ''}` : '');
    return;
  }
  const said = row.unprotected ? `UNPROTECTED${row.why ? `: ${row.why}` : ''}` : words(row.stop.status);
  put(cell, `${row.unprotected ? '! ' : ''}${number(row.stop.price)} ${row.stop.state}`, `v${row.stop.version} ${said}`);
  attribute(cell[0], 'title', `exact stop, not yet sent: ${number(row.stop.exact)}`);
}

function roomOf(cell, row) {
  if (row.roomPct === null) put(cell, '-', '');
  else if (Number(row.roomPct) <= 0) put(cell, 'beyond', number(row.room));
  else put(cell, percent(row.roomPct), number(row.room));
}

const GLYPHS = {FILLED: '●', OPEN: '○', SKIPPED: '–'};

function legs(cell, row) {
  const hit = row.legs.filter(leg => leg.status === 'FILLED').length;
  put(cell, row.legs.length === 0 ? '-' : `${hit}/${row.legs.length}`, row.legs.map(leg => GLYPHS[leg.status] ?? '?').join(''));
}

/** Writes the positions that were closed in the last 15 minutes. */
export function closedRows(body, list) {
  body.replaceChildren(...list.map(entry => {
    const reason = entry.reason ?? 'closed by others';
    return el('tr', {className: 'closed', title: full(entry.timestamp)},
      el('th', {scope: 'row', className: 'symbol'}, el('span', {className: 'a', textContent: keyOf(entry)})),
      el('td', {colSpan: COLUMNS.length - 1},
        el('span', {className: 'a', textContent: `CLOSED ${clock(entry.timestamp)}  ${reason}`}),
        el('span', {className: 'b', textContent: [entry.rule && `rule ${entry.rule}`, entry.before?.stopPrice && `stop ${number(entry.before.stopPrice)}`,
          entry.detail].filter(Boolean).join(' · ')})));
  }));
}

const keyOf = entry => (entry.positionSide === 'BOTH' ? entry.symbol : `${entry.symbol}/${entry.positionSide}`);
