// Health strip, alerts and dead letters.

import {arrange, byId, el, say} from './dom.js';
import {clock, duration, full, number} from './format.js';

const GOOD = new Set(['PROTECTED', 'HEALTH OK']);
const BAD = new Set(['UNPROTECTED', 'REJECTED', 'HEALTH DOWN']);

/** Beyond this the prices come with the times of another clock: that of a paper exchange, or a feed that is late. */
const OTHER_CLOCK_MS = 60_000;

/**
 * Writes the health strip from the report of the engine. A field that is not there is left out. `behindMs`: how far the newest price was
 * behind this clock when it came. If that is much, it is said once, and the ages are those since the records came.
 */
export function health(report, deadLetters, behindMs) {
  const other = behindMs > OTHER_CLOCK_MS ? behindMs : 0;
  const items = [['engine', `${report.status ?? '?'} ${report.state ?? ''}`, report.status === 'OK' ? '' : report.status === 'DOWN' ? 'bad' : 'warn']];
  const inputs = Object.entries(report.inputs ?? {}).map(([topic, input]) => `${topic} ${duration(age(input?.age_ms, other))}`);
  if (inputs.length > 0) items.push(['inputs', inputs.join('  ')]);
  else if (report.newest_input_age_ms !== undefined) items.push(['newest input', duration(age(report.newest_input_age_ms, other))]);
  if (other) items.push(['clock of the feed', `${duration(other)} behind`, 'warn']);
  if (report.lag_records !== undefined) items.push(['lag', number(report.lag_records)]);
  const restoring = report.restore?.remaining_records ?? report.restore_remaining_records;
  if (restoring) items.push(['restore', `${number(restoring)} left`, 'warn']);
  if (report.bugs) items.push(['defects', number(report.bugs), 'bad']);
  if (report.dead_letters !== undefined) items.push(['dead letters', number(report.dead_letters), report.dead_letters > 0 ? 'warn' : '']);
  else items.push(['dead letters', String(deadLetters)]);
  (report.reasons ?? []).forEach(reason => items.push(['', reason, report.status === 'DOWN' ? 'bad' : 'warn']));
  (report.advice ?? []).forEach(advice => items.push(['advice', advice]));
  const text = JSON.stringify(items);
  const strip = byId('health');
  if (strip.dataset.text === text) return;
  strip.dataset.text = text;
  strip.replaceChildren(...items.map(([name, value, level]) =>
    el('li', {className: level ?? ''}, name ? el('span', {className: 'name', textContent: `${name} `}) : '', value)));
}

/** Writes the alerts, newest first. */
export function alerts(list, onPick) {
  fill(byId('alerts'), list, 'No alert.', alert => {
    const level = BAD.has(alert.event) ? 'bad' : GOOD.has(alert.event) ? 'good' : 'warn';
    const name = alert.symbol ? alert.symbol + (alert.positionSide === 'BOTH' ? '' : `/${alert.positionSide}`) : '';
    return [
      el('time', {title: full(alert.timestamp), textContent: clock(alert.timestamp)}),
      el('strong', {className: level, textContent: alert.event}),
      name ? el('button', {type: 'button', className: 'link', textContent: name, onclick: () => onPick(name)}) : '',
      el('span', {textContent: [alert.reason, alert.detail].filter(Boolean).join(': ')})];
  });
  say(byId('tab-alerts'), `Alerts (${list.length})`);
}

/** Writes the dead letters, newest first. */
export function deadLetters(list) {
  fill(byId('letters'), list, 'No dead letter among the newest.', letter => [
    el('time', {title: full(letter.timestamp), textContent: clock(letter.timestamp)}),
    el('strong', {className: letter.kind === 'bug' ? 'bad' : 'warn', textContent: letter.kind || 'dead letter'}),
    el('span', {textContent: `key ${letter.key ?? 'none'}`}),
    el('span', {textContent: letter.reason}),
    el('details', {}, el('summary', {textContent: 'record'}), el('pre', {textContent: letter.value ?? 'null'}))]);
  say(byId('tab-letters'), `Dead letters (${list.length})`);
}

function fill(target, list, nothing, parts) {
  const known = new Map([...target.children].map(line => [line.dataset.id, line]));
  arrange(target, list.map(entry => {
    const id = `${entry.event ?? ''} ${entry.timestamp} ${entry.partition ?? ''}@${entry.offset ?? ''}`;
    const line = known.get(id) ?? el('li', {}, ...parts(entry));
    line.dataset.id = id;
    return line;
  }));
  if (list.length === 0) target.append(el('li', {className: 'note', textContent: nothing}));
}

const age = (ms, otherMs) => ms === null || ms === undefined ? NaN : Math.max(0, ms - otherMs);
