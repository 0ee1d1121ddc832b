// The table of positions: one row a position, changed in place.

import {arrange, attribute, el, mark, say} from './dom.js';
import {average, clock, duration, full, inR, money, number, percent, signed, words} from './format.js';

const RESORT_MS = 2000;

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

/** More rows than this are drawn only where they are seen. */
const ALL = 80;
const AROUND = 8;
const USUAL_HEIGHT = 45;

export class Table {
  #rows = new Map();
  #order = [];
  #box;
  #body;
  #columns;
  #above = el('tr', {className: 'space', 'aria-hidden': 'true'}, el('td', {colSpan: COLUMNS.length}));
  #below = el('tr', {className: 'space', 'aria-hidden': 'true'}, el('td', {colSpan: COLUMNS.length}));
  #drawn = new Set();
  #dirty = new Set();
  #sort = {name: 'room', isDown: false};
  #mustSort = true;
  #sortedAt = 0;
  #isPointerOver = false;
  #selected;
  #newest;
  #now;
  #exchangeNow;
  #show = () => true;

  /** Counts of the work that was done, for tests and for the curious. */
  work = {paints: 0, rows: 0, moves: 0, most: 0};

  /**
   * box scrolls the rows in body. now() is the time of the engine, exchangeNow() that of the exchange, whose records can be simulated or
   * replayed; onPick(key) is called when a position is chosen.
   */
  constructor(box, columns, body, now, exchangeNow, onPick) {
    this.#box = box;
    this.#body = body;
    this.#columns = columns;
    this.#now = now;
    this.#exchangeNow = exchangeNow;
    box.addEventListener('scroll', () => this.#order.length > ALL && this.#window());
    new ResizeObserver(() => this.#order.length > ALL && this.#window()).observe(box);
    body.addEventListener('pointerenter', () => (this.#isPointerOver = true));
    body.addEventListener('pointerleave', () => (this.#isPointerOver = false));
    body.addEventListener('focusin', event => (this.#newest = event.target.closest('tr')?.dataset.key));
    body.addEventListener('click', event => {
      const line = event.target.closest('tr');
      if (line?.dataset.key && !getSelection().toString()) onPick(line.dataset.key);
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
    this.#mustSort ||= !known || rank(known.row) !== rank(row) || this.#show(known.row) !== this.#show(row);
    if (known) known.row = row;
    else this.#rows.set(row.key, {row});
    this.#dirty.add(row.key);
  }

  /** Takes new marks: lists of key, mark, time, time of receipt, room, room as a ratio. */
  marks(list) {
    for (const [key, price, markTime, markReceived, room, roomPct] of list) {
      const known = this.#rows.get(key);
      if (known) {
        Object.assign(known.row, {mark: price, markTime, markReceived, room, roomPct});
        this.#dirty.add(key);
      }
    }
  }

  remove(keys) {
    for (const key of keys) {
      if (this.#rows.delete(key)) this.#mustSort = true;
      this.#dirty.delete(key);
    }
  }

  /** Shows only the rows for which show(row) is true. */
  filter(show) {
    this.#show = show;
    this.#mustSort = true;
    this.paint();
  }

  select(key) {
    this.#selected = key;
    this.#drawn.forEach(other => this.#select(this.#rows.get(other)));
  }

  #select({row, line, cells}) {
    const isSelected = row.key === this.#selected;
    mark(line, 'selected', isSelected);
    attribute(cells.symbol[0], 'aria-expanded', String(isSelected));
  }

  /** Moves the focus by step rows from the row that had it last. */
  move(step) {
    const at = this.#order.indexOf(this.#newest ?? this.#selected);
    const key = this.#order[Math.min(this.#order.length - 1, Math.max(0, at + step))];
    if (key) this.focus(key);
  }

  focus(key) {
    const at = this.#order.indexOf(key);
    if (at < 0) return;
    if (!this.#drawn.has(key)) {
      this.#box.scrollTop = at * this.#height();
      this.#window();
    }
    this.#rows.get(key).cells.symbol[0].focus();
  }

  /** Marks the ages as changed; once a second. */
  tick() {
    this.#drawn.forEach(key => this.#dirty.add(key));
  }

  /** Writes what has changed in the rows that are drawn. The others are written when they are. */
  paint() {
    let written = 0;
    for (const key of this.#dirty) {
      if (this.#drawn.has(key) && this.#rows.has(key)) {
        this.#write(this.#rows.get(key));
        written++;
      }
    }
    this.#dirty.clear();
    this.work.paints++;
    this.work.rows += written;
    this.work.most = Math.max(this.work.most, written);
    this.#sortIfDue(performance.now());
  }

  // While the pointer or the focus is on a row, rows change places only if their state changes.
  #sortIfDue(time) {
    const isQuiet = !this.#isPointerOver && !this.#body.contains(document.activeElement);
    if (!this.#mustSort && !(isQuiet && time - this.#sortedAt > RESORT_MS)) return;
    this.#mustSort = false;
    this.#sortedAt = time;
    this.#order = this.#sorted();
    attribute(this.#body.parentElement, 'aria-rowcount', String(this.#order.length + 1));
    this.#window();
  }

  #sorted() {
    const key = COLUMNS.find(([name]) => name === this.#sort.name)[3];
    const sign = this.#sort.isDown ? -1 : 1;
    const isDefault = this.#sort.name === 'room' && !this.#sort.isDown;
    return [...this.#rows.values()].map(known => known.row).filter(this.#show)
      .map(row => ({rank: rank(row), name: row.key, key: key(row)}))
      .sort((a, b) => {
        if (a.rank !== b.rank && (isDefault || a.rank === 0 || b.rank === 0)) return a.rank - b.rank;
        if (a.key !== b.key) return a.key < b.key ? -sign : sign;
        return a.name < b.name ? -1 : 1;
      })
      .map(entry => entry.name);
  }

  #height() {
    return this.#body.querySelector('tr[data-key]')?.offsetHeight || USUAL_HEIGHT;
  }

  /** Draws the rows in their order: all of them, or those near the part that is seen. */
  #window() {
    const count = this.#order.length;
    const isMany = count > ALL;
    mark(this.#box, 'many', isMany);
    const height = isMany ? this.#height() : 0;
    const first = isMany ? Math.max(0, Math.floor(this.#box.scrollTop / height) - AROUND) : 0;
    const last = isMany ? Math.min(count, first + Math.ceil(this.#box.clientHeight / height) + 2 * AROUND) : count;
    const keys = this.#order.slice(first, last);
    const wanted = new Set(keys);
    for (const line of [...this.#body.querySelectorAll('tr[data-key]')]) if (!wanted.has(line.dataset.key)) this.#leave(line);
    space(this.#above, first * height);
    space(this.#below, (count - last) * height);
    this.#place([...(first > 0 ? [this.#above] : []), ...keys.map((key, at) => this.#line(key, first + at)), ...(last < count ? [this.#below] : [])]);
  }

  #leave(line) {
    this.#drawn.delete(line.dataset.key);
    const known = this.#rows.get(line.dataset.key);
    if (known) known.line = known.cells = undefined;
    line.remove();
  }

  /** The line of a row, new if the row was not drawn. */
  #line(key, at) {
    const known = this.#rows.get(key);
    if (!this.#drawn.has(key)) {
      Object.assign(known, lineOf(key));
      this.#drawn.add(key);
      this.#write(known);
      this.#select(known);
    }
    attribute(known.line, 'aria-rowindex', String(at + 2));
    return known.line;
  }

  #place(lines) {
    const focused = document.activeElement;
    const wanted = new Set(lines);
    for (const spare of [this.#above, this.#below]) if (!wanted.has(spare)) spare.remove();
    let next = this.#body.firstElementChild;
    for (const line of lines) {
      if (line === next) next = next.nextElementSibling;
      else {
        this.#body.insertBefore(line, next);
        this.work.moves++;
      }
    }
    if (focused !== document.activeElement && this.#body.contains(focused)) focused.focus({preventScroll: true});
  }

  #write({row, line, cells}) {
    const now = this.#now();
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
    if (row.openedAt !== null) attribute(cells.age[0], 'title', full(row.openedAt));
    put(cells.origin, row.origin ?? '-', row.profile ?? '');
  }
}

/** An empty line: two lines of text in each cell. */
function lineOf(key) {
  const line = el('tr');
  line.dataset.key = key;
  const cells = {};
  for (const [name] of COLUMNS) {
    const isSymbol = name === 'symbol';
    const first = isSymbol ? el('button', {type: 'button', className: 'a pick'}) : el('span', {className: 'a'});
    const second = el('span', {className: 'b'});
    cells[name] = [first, second];
    line.append(el(isSymbol ? 'th' : 'td', {className: name, ...(isSymbol ? {scope: 'row'} : {})}, first, second));
  }
  return {line, cells};
}

function space(line, height) {
  const text = `${height}px`;
  if (line.firstChild.style.height !== text) line.firstChild.style.height = text;
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
  attribute(cell[1], 'title', said);
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
  const known = new Map([...body.children].map(line => [line.dataset.id, line]));
  arrange(body, list.map(entry => {
    const id = `${entry.partition}@${entry.offset}`;
    const reason = entry.reason ?? 'closed by others';
    const line = known.get(id) ?? el('tr', {className: 'closed', title: full(entry.timestamp)},
      el('th', {scope: 'row', className: 'symbol'}, el('span', {className: 'a', textContent: keyOf(entry)})),
      el('td', {colSpan: COLUMNS.length - 1},
        el('span', {className: 'a', textContent: `CLOSED ${clock(entry.timestamp)}  ${reason}`}),
        el('span', {className: 'b', textContent: [entry.rule && `rule ${entry.rule}`, entry.before?.stopPrice && `stop ${number(entry.before.stopPrice)}`,
          entry.detail].filter(Boolean).join(' · ')})));
    line.dataset.id = id;
    return line;
  }));
}

const keyOf = entry => (entry.positionSide === 'BOTH' ? entry.symbol : `${entry.symbol}/${entry.positionSide}`);
