// The panel of one position: chart, what happens next, and why the stop is where it is.

import {arrange, byId, el, mark, say} from './dom.js';
import {clockMs, full, minus, number, percent, words} from './format.js';
import {Chart} from './chart.js';

const EVENTS = 500;
const SHOWN = 200;
const REFRESH_MS = 1000;
const HOUR_MS = 3600000;

export class Panel {
  #row;
  #events = [];
  #history = {};
  #range = 900000;
  #chart = new Chart(byId('chart'), text => say(byId('chart-point'), text));
  #asked = 0;
  #timer;
  #onClose;

  constructor(onClose) {
    this.#onClose = onClose;
    byId('close').addEventListener('click', () => this.close());
    byId('confirmations').addEventListener('change', () => this.#why());
    for (const button of document.querySelectorAll('[data-range]')) {
      button.addEventListener('click', () => this.#choose(button));
    }
  }

  get key() {
    return this.#row?.key;
  }

  /** Opens the panel for a row. */
  open(row) {
    this.#row = row;
    this.#events = [];
    byId('panel').hidden = false;
    this.#facts();
    this.#why();
    this.#load();
  }

  close() {
    const key = this.key;
    this.#row = undefined;
    this.#asked++;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#chart.clear();
    byId('panel').hidden = true;
    if (key) this.#onClose(key);
  }

  /** Takes the newest row; undefined if the position is gone. */
  update(row) {
    if (!this.#row) return;
    if (row) {
      const isNewPlan = row.planId !== this.#row.planId;
      this.#row = row;
      this.#chart.add(row);
      if (isNewPlan) this.#load();
    }
    mark(byId('panel'), 'gone', !row);
    this.#facts(!row);
  }

  /** There are new events of the symbol: they are read within a second. */
  touched(symbols) {
    if (this.#row && symbols.includes(this.#row.symbol) && !this.#timer) {
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.#loadEvents();
      }, REFRESH_MS);
    }
  }

  recolour() {
    this.#chart.recolour();
  }

  #choose(button) {
    const range = button.dataset.range;
    this.#range = range === 'entry' ? range : Number(range);
    for (const other of document.querySelectorAll('[data-range]')) other.setAttribute('aria-pressed', String(other === button));
    if (this.#row) this.#load();
  }

  async #load() {
    const asked = ++this.#asked;
    const row = this.#row;
    say(byId('chart-note'), 'reading the prices');
    const newest = row.markTime ?? Date.now();
    const from = Math.max(0, this.#range === 'entry' ? (row.openedAt ?? newest - HOUR_MS) : newest - this.#range);
    const [prices, events] = await Promise.allSettled([
      json(`/prices/${encoded(row.symbol)}?from=${from}`),
      json(`/events/${encoded(row.symbol)}?limit=${EVENTS}`)
    ]);
    if (asked !== this.#asked) return;
    this.#history = prices.value ?? {points: []};
    this.#take(events.value);
    this.#chart.show(this.#row, this.#history.points, this.#events);
    this.#facts();
    say(byId('chart-note'), note(prices, globalThis.uPlot));
    this.#why();
  }

  async #loadEvents() {
    const asked = this.#asked;
    const events = await json(`/events/${encoded(this.#row.symbol)}?limit=${EVENTS}`).catch(() => undefined);
    if (asked !== this.#asked || !this.#row || !events) return;
    this.#take(events);
    this.#chart.setEvents(this.#events);
    this.#facts();
    this.#why();
  }

  #take(events) {
    this.#events = (events?.events ?? []).filter(event => event.positionSide === this.#row.positionSide || event.unreadable);
    say(byId('why-note'), !events ? 'the events cannot be read now' : events.complete ? '' :
      events.completeFrom ? `complete from ${full(events.completeFrom)}` : 'the events could not be read in time');
  }

  #facts(isGone = false) {
    const row = this.#row;
    const plan = row.planId ? `plan ${row.planId}, profile ${row.profile}, revision ${row.revision}` : 'no plan';
    say(byId('panel-title'), `${row.key} ${row.side}${isGone ? ' - closed' : ''} (${plan})`);
    const lines = isGone ? ['The position is closed.'] : outlook(row, this.#events);
    const box = byId('outlook');
    if (box.dataset.text !== lines.join('\n')) {
      box.dataset.text = lines.join('\n');
      box.replaceChildren(...lines.map((line, at) => el('p', {className: at === 0 ? 'first' : '', textContent: line})));
    }
  }

  #why() {
    const isEach = byId('confirmations').checked;
    const shown = this.#events.filter(event => isEach || !isReport(event)).slice(0, SHOWN);
    const list = byId('why');
    const known = new Map([...list.children].map(line => [line.dataset.id, line]));
    arrange(list, shown.map(event => known.get(idOf(event)) ?? decision(event)));
    if (shown.length === 0) list.append(el('li', {className: 'note', textContent: 'no decision is known yet'}));
  }
}

/** What the executor reported, and did not change the stop. */
const isReport = event => event.event === 'CONFIRMED' || event.event === 'OUTDATED';

const idOf = event => `${event.partition}@${event.offset}`;

const encoded = symbol => symbol.split('/').map(encodeURIComponent).join('/');

async function json(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

function note(prices, library) {
  if (!library) return 'The chart needs uPlot, which could not be loaded. The decisions below say the same.';
  if (prices.status === 'rejected') return 'The prices cannot be read now.';
  const {points, read, complete, completeFrom} = prices.value;
  const count = points.length < read ? `${points.length} of ${read} prices (lows, highs, causes)` : `${read} prices`;
  const whole = complete ? 'complete' : completeFrom ? `complete from ${full(completeFrom)}` : 'not read in time';
  return `${count}, history ${whole}. Letters: P planned, A armed, M moved, R revised, E exit.`;
}

/** What the engine computed for this position, in sentences. */
export function outlook(row, events) {
  if (!row.stop) return [row.unprotected ? `UNPROTECTED: ${row.why || 'there is no plan yet'}` : 'There is no plan.'];
  const {stop} = row;
  const [better, worse] = row.side === 'LONG' ? ['>=', '<='] : ['<=', '>='];
  const lines = [];
  if (row.unprotected) lines.push(`UNPROTECTED: ${row.why || 'the stop is not known to stand at the exchange'}`);
  if (stop.state === 'TRIGGERED') lines.push(`The exit was sent. The stop stood at ${number(stop.price)}.`);
  else lines.push(`Stop ${standing(stop)}${origin(row, events)}`);
  if (stop.movesAt) lines.push(`Next move at mark ${better} ${number(stop.movesAt)}`);
  if (stop.armsAt) lines.push(`The trail arms at mark ${better} ${number(stop.armsAt)}`);
  if (stop.firesAt) lines.push(`Fires at mark ${worse} ${number(stop.firesAt)}`);
  lines.push(`Quantity ${number(row.quantity)}, covered by the stop ${number(stop.covered)}`);
  row.legs.forEach(leg => lines.push(`TP${leg.index} ${number(leg.price)}: ${number(leg.quantity)}, ${words(leg.status)}`));
  lines.push(`Stop v${stop.version} ${words(stop.status)}, risk mode ${row.riskMode}, regime ${row.regime}, ${row.strategy}`);
  return lines;
}

/** The stop in force; a small step that was not worth a command is not sent yet. */
const standing = stop => (stop.exact === stop.price ? number(stop.price) : `${number(stop.exact)} (sent ${number(stop.price)})`);

/** Where the stop comes from: the callback if it follows the best price, else the decision that put it there. */
function origin(row, events) {
  const {stop} = row;
  const sign = row.side === 'LONG' ? '-' : '+';
  if (stop.callbackPct) return ` = best ${number(row.best)} ${sign} ${percent(stop.callbackPct)}, to the tick`;
  if (stop.callbackPrice) return ` = best ${number(row.best)} ${sign} ${number(stop.callbackPrice)}, to the tick`;
  if (stop.callbackTicks) return ` = best ${number(row.best)} ${sign} ${stop.callbackTicks} ticks`;
  const setBy = events.find(event => event.planId === row.planId && event.after?.stopPrice === stop.price && event.before?.stopPrice !== stop.price);
  return setBy ? `: ${words(setBy.event)} by rule ${setBy.rule}${setBy.reason ? `, ${setBy.reason}` : ''}` : '';
}

/** One decision as a line: what, from where to where, reason, rule, cause, and the record itself. */
function decision(event) {
  const line = el('li', {});
  line.dataset.id = idOf(event);
  line.append(
    el('time', {dateTime: new Date(event.time ?? event.timestamp).toISOString(), title: full(event.time ?? event.timestamp), textContent: clockMs(event.time ?? event.timestamp)}),
    el('strong', {textContent: event.unreadable ? 'unreadable' : `${event.event.replaceAll('_', ' ')}${event.version === null ? '' : ` v${event.version}`}`}),
    el('span', {className: 'change', textContent: change(event)}),
    el('span', {className: 'reason', textContent: event.reason ?? ''}),
    el('span', {className: 'rule', textContent: event.rule ? `rule ${event.rule}` : ''}),
    el('span', {className: 'cause', textContent: cause(event)}),
    el('details', {}, el('summary', {textContent: 'json'}), el('pre', {textContent: JSON.stringify(event, null, 1)})));
  return line;
}

function change(event) {
  const before = event.before?.stopPrice;
  const after = event.after?.stopPrice;
  if (event.detail) return event.detail;
  if (before && after && before !== after) {
    const difference = minus(after, before);
    const points = Math.abs(Number(difference) / Number(before)) * 10000;
    return `${number(before)} → ${number(after)} (${difference.startsWith('-') ? '' : '+'}${number(difference)}, ${points.toFixed(1)} bp)`;
  }
  if (after) return `stop ${number(after)}, quantity ${number(event.after.quantity)}`;
  return before ? `stop was ${number(before)}` : event.unreadable ?? '';
}

function cause({cause}) {
  if (!cause) return '';
  const where = cause.offset === null ? cause.topic : `${cause.topic}/${cause.partition}@${cause.offset}`;
  return `${['mark-prices', 'exchange-events'].includes(cause.topic) ? 'price ' : ''}${cause.value}  ${where}`;
}
