// The page: takes the stream apart, and connects table, panel, lists and keys.

import {attribute, byId, el, say} from './dom.js';
import {clock, duration, inR, number} from './format.js';
import {alerts, deadLetters, health} from './lists.js';
import {flow} from './flow.js';
import {follow} from './stream.js';
import {Panel} from './panel.js';
import {Table, closedRows} from './table.js';
import {theme} from './theme.js';

const state = {offset: 0, lag: 0, source: {partitions: 0, missing: [], instances: 0}, headline: undefined, health: {}, letters: 0, staleSince: 0, changed: new Set()};
const now = () => Date.now() + state.offset;
const exchangeNow = () => now() - state.lag;

const table = new Table(byId('scroll'), byId('columns'), byId('rows'), now, exchangeNow, pick);
const panel = new Panel(key => {
  table.select(undefined);
  table.focus(key);
});
const changeTheme = theme(byId('theme'), () => panel.recolour());
globalThis.exitBrainPage = {work: table.work, size: () => table.size};

function pick(key) {
  const row = table.get(key);
  if (!row) return;
  if (panel.key === key) {
    panel.close();
    return;
  }
  panel.open(row);
  table.select(key);
  byId('panel').scrollIntoView({block: 'nearest', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'});
}

// What comes is kept at once and drawn with the next frame. A hidden tab draws nothing until it is seen again.
function take(kind, message) {
  state.offset = message.time - Date.now();
  state.lag = message.exchangeLag;
  if (kind === 'snapshot') table.reset(message.rows);
  else (message.rows ?? []).forEach(row => table.put(row));
  table.remove(message.gone ?? []);
  table.marks(message.marks ?? []);
  for (const name of ['source', 'headline', 'health', 'alerts', 'closed', 'deadLetters']) {
    if (message[name]) {
      state[name] = message[name];
      state.changed.add(name);
    }
  }
  if (message.touched) panel.touched(message.touched);
  if (message.beat) table.tick();
  draw();
}

let isDue = false;

function draw() {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    paint();
  });
}

function paint() {
  table.paint();
  if (panel.key) panel.update(table.get(panel.key));
  if (state.headline) headline();
  facts();
  const {changed} = state;
  if (changed.has('health') || changed.has('deadLetters')) health(state.health, state.deadLetters?.length ?? 0, state.lag);
  if (changed.has('alerts')) alerts(state.alerts, key => table.get(key) && panel.key !== key && pick(key));
  if (changed.has('deadLetters')) deadLetters(state.deadLetters);
  if (changed.has('closed')) closedRows(byId('closed'), state.closed);
  changed.clear();
  const nothing = table.size === 0 && !state.closed?.length;
  byId('empty').hidden = !nothing;
  if (nothing) say(byId('empty'), state.source.missing.length > 0 ? 'The engine is restoring its state.' : 'No open position. A fill on order-fills or a snapshot on positions opens one.');
}

const SIGNS = {PROTECTED: '✓', PARTIAL: '?', UNPROTECTED: '!', STALE: '?'};

/** The headline is announced when its words change, so the duration stands beside it. */
function headline() {
  const {headline: now} = state;
  const level = state.staleSince ? 'STALE' : now.level;
  const title = byId('headline');
  attribute(title, 'data-level', level);
  attribute(title, 'role', level === 'UNPROTECTED' ? 'alert' : 'status');
  say(byId('sign'), SIGNS[level] ?? '');
  say(byId('words'), state.staleSince ? `NOT KNOWN: ${now.text.toLowerCase()} at ${clock(state.staleSince)}` : now.text);
  worst(now.worst);
  const sums = [['open risk', inR(now.openRiskR).replace('+', '')], ['locked in', inR(now.lockedR).replace('+', '')], ['watching', now.watching], ['trailing', now.trailing], ['exiting', now.exiting]];
  const text = JSON.stringify(sums);
  if (byId('sums').dataset.text !== text) {
    byId('sums').dataset.text = text;
    byId('sums').replaceChildren(...sums.map(([name, value]) => el('div', {}, el('dt', {textContent: name}), el('dd', {textContent: String(value)}))));
  }
  const icon = {PROTECTED: 'ok', UNPROTECTED: 'bad'}[level] ?? 'stale';
  if (byId('icon').dataset.name !== icon) {
    byId('icon').dataset.name = icon;
    byId('icon').href = `/page/icon-${icon}.svg`;
  }
  const short = {PROTECTED: `${now.open} protected`, UNPROTECTED: `${now.unprotected} UNPROTECTED`, PARTIAL: 'not all known', STALE: 'STALE'}[level];
  if (document.title !== `${short} - Exit Brain`) document.title = `${short} - Exit Brain`;
}

function worst(position) {
  const line = byId('worst');
  line.hidden = !position;
  if (!position) return;
  const since = position.unprotectedSince === null ? '' : ` for ${duration(exchangeNow() - position.unprotectedSince)}`;
  say(line, `${position.key} ${position.side} ${number(position.quantity)}${since}${position.why ? `: ${position.why}` : ''}`);
}

function facts() {
  const {source, health: report} = state;
  const parts = [`${source.instances} ${source.instances === 1 ? 'instance' : 'instances'}`];
  if (report.mode) parts.unshift(String(report.mode).toLowerCase());
  if (report.policy_hash) parts.push(`policy ${String(report.policy_hash).slice(0, 8)}`);
  if (source.missing.length > 0) parts.push(`partitions without an answer: ${source.missing.join(', ')}`);
  say(byId('facts'), parts.join(' · '));
}

follow('/stream', {
  onMessage: take,
  onStale: since => {
    state.staleSince = since;
    document.body.classList.add('is-stale');
    byId('stale').hidden = false;
    say(byId('stale'), `STALE since ${clock(since)}: nothing comes from the engine. What you see may be wrong.`);
    if (state.headline) headline();
    else say(byId('words'), 'The engine does not answer');
  },
  onFresh: () => {
    state.staleSince = 0;
    document.body.classList.remove('is-stale');
    byId('stale').hidden = true;
    draw();
  }
});

function filter() {
  const text = byId('filter').value.trim().toUpperCase();
  const wanted = byId('state').value;
  table.filter(row => row.key.toUpperCase().includes(text)
    && (wanted === '' || (wanted === 'UNPROTECTED' ? row.unprotected : row.stop?.state === wanted)));
}

byId('filter').addEventListener('input', filter);
byId('state').addEventListener('change', filter);
byId('help').addEventListener('click', () => byId('help-text').showModal());

const tabs = [['tab-alerts', 'alerts'], ['tab-letters', 'letters'], ['tab-flow', 'flow']];

function open(tab) {
  for (const [name, content] of tabs) {
    const isOpen = name === tab;
    attribute(byId(name), 'aria-selected', String(isOpen));
    byId(name).tabIndex = isOpen ? 0 : -1;
    byId(content).hidden = !isOpen;
  }
  if (tab === 'tab-flow' && !byId('flow').firstChild) flow(byId('flow'));
}

tabs.forEach(([tab], at) => {
  byId(tab).addEventListener('click', () => open(tab));
  byId(tab).addEventListener('keydown', event => {
    const step = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (!step) return;
    const next = tabs[(at + step + tabs.length) % tabs.length][0];
    open(next);
    byId(next).focus();
  });
});

const KEYS = {
  '/': () => byId('filter').focus(),
  '?': () => byId('help-text').showModal(),
  t: changeTheme,
  j: () => table.move(1),
  k: () => table.move(-1),
  ArrowDown: () => table.move(1),
  ArrowUp: () => table.move(-1)
};

document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && !byId('help-text').open) {
    if (document.activeElement === byId('filter') && byId('filter').value) {
      byId('filter').value = '';
      filter();
    } else if (panel.key) panel.close();
    return;
  }
  const isTyping = event.target.closest?.('input, select, textarea, dialog, [role=tab], [role=tabpanel], .chart');
  const action = KEYS[event.key];
  if (!action || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  action();
});

document.addEventListener('visibilitychange', () => !document.hidden && draw());
