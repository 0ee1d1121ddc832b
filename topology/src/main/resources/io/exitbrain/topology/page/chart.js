// The chart of one position: marks, the stop as it was sent, entry and targets. uPlot draws the lines.

import {average, clock, number} from './format.js';
import {colour} from './theme.js';

const MAX_POINTS = 6000;
const REDRAW_MS = 1000;
const LETTERS = {PLANNED: 'P', STOP_MOVED: 'M', REVISED: 'R', TRIGGERED: 'E', CLOSED: 'C', ARMED: 'A'};
const DASH = [6, 4];

export class Chart {
  #box;
  #speak;
  #plot;
  #points = [];
  #stops = [];
  #row;
  #cursor;
  #colours = {};
  #drawnAt = 0;

  /** Draws into box; speak(text) gets what the keys point at. */
  constructor(box, speak) {
    this.#box = box;
    this.#speak = speak;
    box.addEventListener('keydown', event => this.#key(event));
    new ResizeObserver(() => this.#resize()).observe(box);
  }

  /** Shows another position: points [time, "price"], events newest first. */
  show(row, points, events) {
    this.#row = row;
    this.#points = points.map(([time, price]) => [time, Number(price)]);
    this.setEvents(events, false);
    this.#cursor = undefined;
    this.draw(true);
  }

  /** The stop as it was: one step for each event of the plan that has a stop. */
  setEvents(events, isDrawn = true) {
    this.#stops = events
      .filter(event => event.planId === this.#row.planId && event.positionSide === this.#row.positionSide)
      .filter(event => event.after?.stopPrice || event.event === 'CLOSED' || event.event === 'TRIGGERED')
      .map(event => ({
        time: event.time,
        price: event.event === 'CLOSED' ? null : Number(event.after?.stopPrice ?? event.before?.stopPrice),
        letter: LETTERS[event.event],
        reason: event.reason ?? event.event
      }))
      .reverse();
    if (isDrawn) this.draw();
  }

  /** Adds the newest mark. Returns whether there was one. */
  add(row) {
    this.#row = row;
    const last = this.#points.at(-1);
    if (row.mark === null || (last && last[0] >= row.markTime)) return false;
    this.#points.push([row.markTime, Number(row.mark)]);
    if (this.#points.length > MAX_POINTS) this.#points = halved(this.#points);
    const time = performance.now();
    if (time - this.#drawnAt > REDRAW_MS) {
      this.#drawnAt = time;
      this.draw();
    }
    return true;
  }

  /** Draws again, for example in other colours. */
  draw(isNew = false) {
    if (!this.#row || !globalThis.uPlot) return;
    const data = this.#data();
    if (isNew || !this.#plot) {
      this.#colours = Object.fromEntries(['dim', 'line', 'mark', 'stop', 'target'].map(name => [name, colour(name)]));
      this.#plot?.destroy();
      this.#plot = new uPlot(this.#options(), data, this.#box);
    } else {
      this.#plot.setData(data);
    }
    this.#box.setAttribute('aria-label', this.#sentence());
  }

  recolour() {
    this.draw(true);
  }

  clear() {
    this.#plot?.destroy();
    this.#plot = undefined;
    this.#row = undefined;
  }

  /** Columns for uPlot: times in seconds, marks, stop, carried from step to step. */
  #data() {
    const start = this.#points[0]?.[0] ?? this.#stops[0]?.time ?? 0;
    const end = this.#points.at(-1)?.[0] ?? start;
    const marks = new Map(this.#points);
    const steps = this.#stops.filter(stop => stop.time <= end || marks.size === 0);
    const times = [...new Set([...marks.keys(), ...steps.map(stop => stop.time).filter(time => time >= start)])].sort((a, b) => a - b);
    let next = 0;
    let stop = null;
    const line = times.map(time => {
      while (next < steps.length && steps[next].time <= time) stop = steps[next++].price;
      return stop;
    });
    return [times.map(time => time / 1000), times.map(time => marks.get(time) ?? null), line];
  }

  #options() {
    const axis = {stroke: this.#colours.dim, grid: {stroke: this.#colours.line, width: 1}, ticks: {stroke: this.#colours.line, width: 1}, font: '12px system-ui'};
    return {
      ...this.#size(),
      padding: [12, 8, 0, 0],
      legend: {show: false},
      cursor: {y: false, drag: {x: false, y: false}},
      scales: {y: {range: (plot, low, high) => this.#range(low, high)}},
      axes: [
        {...axis, space: 80, values: (plot, ticks) => ticks.map(tick => clock(tick * 1000))},
        {...axis, size: 78, values: (plot, ticks) => ticks.map(tick => number(tick))}
      ],
      series: [
        {},
        {label: 'mark', stroke: this.#colours.mark, width: 1.5, spanGaps: true, points: {show: false}},
        {label: 'stop', stroke: this.#colours.stop, width: 2, paths: uPlot.paths.stepped({align: 1}), points: {show: false}}
      ],
      hooks: {draw: [plot => this.#marks(plot)]}
    };
  }

  #range(low, high) {
    const levels = [low, high, Number(this.#row.entry ?? low)].filter(level => Number.isFinite(level));
    const bottom = Math.min(...levels);
    const top = Math.max(...levels);
    const margin = (top - bottom) * 0.08 || Math.abs(top) * 0.001 || 1;
    return [bottom - margin, top + margin];
  }

  /** Entry and targets as dashed lines with words, and a letter at each decision. */
  #marks(plot) {
    const {ctx, bbox} = plot;
    ctx.save();
    ctx.textAlign = 'left';
    ctx.font = `${11 * devicePixelRatio}px system-ui`;
    this.#level(plot, average(this.#row.entry, this.#row.stop?.exact), 'entry', this.#colours.dim);
    for (const leg of this.#row.legs) {
      if (leg.status === 'OPEN') this.#level(plot, leg.price, `TP${leg.index}`, this.#colours.target);
    }
    const start = plot.scales.x.min * 1000;
    let free = -Infinity;
    for (const stop of this.#stops) {
      if (!stop.letter || stop.price === null || stop.time < start) continue;
      const x = plot.valToPos(stop.time / 1000, 'x', true);
      const y = plot.valToPos(stop.price, 'y', true);
      if (x < bbox.left || x > bbox.left + bbox.width) continue;
      ctx.fillStyle = this.#colours.stop;
      ctx.beginPath();
      ctx.arc(x, y, 3 * devicePixelRatio, 0, 7);
      ctx.fill();
      // Letters that would lie on each other are left out; the dots stay.
      if (x < free) continue;
      free = x + 13 * devicePixelRatio;
      ctx.fillText(stop.letter, x - 3 * devicePixelRatio, y + 15 * devicePixelRatio);
    }
    ctx.restore();
  }

  #level(plot, price, label, stroke) {
    if (price === null || price === undefined) return;
    const {ctx, bbox} = plot;
    const y = plot.valToPos(Number(price), 'y', true);
    if (y < bbox.top || y > bbox.top + bbox.height) return;
    ctx.strokeStyle = stroke;
    ctx.fillStyle = stroke;
    ctx.lineWidth = devicePixelRatio;
    ctx.setLineDash(DASH.map(length => length * devicePixelRatio));
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.fillText(`${label} ${number(price)}`, bbox.left + 6 * devicePixelRatio, y - 4 * devicePixelRatio);
  }

  #sentence() {
    const row = this.#row;
    return `Chart of ${row.key} ${row.side}: mark ${number(row.mark)}, stop ${number(row.stop?.price)}, entry ${number(row.entry)},`
      + ` ${this.#points.length} prices. Left and right arrow go from point to point.`;
  }

  #key(event) {
    const step = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (!step || !this.#plot) return;
    event.preventDefault();
    event.stopPropagation();
    const [times, marks, stops] = this.#plot.data;
    const last = times.length - 1;
    this.#cursor = Math.min(last, Math.max(0, (this.#cursor ?? (step > 0 ? -1 : last + 1)) + step));
    const at = this.#cursor;
    const time = times[at] * 1000;
    const decision = this.#stops.filter(stop => stop.time <= time).at(-1);
    this.#plot.setCursor({left: this.#plot.valToPos(times[at], 'x'), top: 0});
    this.#speak(`${clock(time)} mark ${marks[at] ?? 'not known'} stop ${stops[at] ?? 'none'}${decision ? ` ${decision.reason}` : ''}`);
  }

  #size() {
    return {width: Math.max(200, this.#box.clientWidth), height: Math.max(160, this.#box.clientHeight)};
  }

  #resize() {
    if (this.#plot && this.#box.clientWidth > 0) this.#plot.setSize(this.#size());
  }
}

/** Half as many points: of four neighbours the lowest and the highest stay. */
function halved(points) {
  const kept = [];
  for (let i = 0; i < points.length; i += 4) {
    const four = points.slice(i, i + 4);
    const low = four.reduce((a, b) => (b[1] < a[1] ? b : a));
    const high = four.reduce((a, b) => (b[1] > a[1] ? b : a));
    kept.push(...(low[0] <= high[0] ? [low, high] : [high, low]).filter((point, at, both) => at === 0 || both[0] !== both[1]));
  }
  return kept;
}
