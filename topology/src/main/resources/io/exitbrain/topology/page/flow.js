// Draws the topology from the text in which Kafka Streams describes it.

import {el} from './dom.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 190;
const HEIGHT = 26;
const GAP_X = 60;
const GAP_Y = 10;

/** Fills box with the graph and the text of the topology. */
export async function flow(box) {
  box.replaceChildren(el('p', {className: 'note', textContent: 'reading the topology'}));
  try {
    const answer = await fetch('/topology');
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const text = await answer.text();
    const nodes = parse(text);
    box.replaceChildren(el('div', {className: 'scroll graph'}, draw(nodes)),
      el('details', {}, el('summary', {textContent: 'as text'}), el('pre', {textContent: text})));
  } catch (failure) {
    box.replaceChildren(el('p', {className: 'note', textContent: `The topology cannot be read now: ${failure.message}`}));
  }
}

/** The nodes by name: kind, detail, names of the next nodes. */
export function parse(text) {
  const nodes = new Map();
  let node;
  for (const line of text.split('\n')) {
    const head = /^\s*(Source|Processor|Sink):\s+(\S+)\s*(\(.*\))?/.exec(line);
    if (head) {
      node = {name: head[2], kind: head[1].toLowerCase(), detail: head[3] ?? '', next: []};
      nodes.set(node.name, node);
    }
    const next = /-->\s+(.*)$/.exec(line);
    if (next && node) node.next = next[1].split(',').map(name => name.trim()).filter(name => name !== '' && name !== 'none');
  }
  return nodes;
}

function draw(nodes) {
  const column = new Map();
  const place = (name, at, seen) => {
    if (seen.has(name) || (column.get(name) ?? -1) >= at) return;
    column.set(name, at);
    (nodes.get(name)?.next ?? []).forEach(next => place(next, at + 1, new Set([...seen, name])));
  };
  for (const node of nodes.values()) if (node.kind === 'source') place(node.name, 0, new Set());
  const used = [];
  const spots = new Map();
  for (const name of nodes.keys()) {
    const at = column.get(name) ?? 0;
    used[at] = (used[at] ?? 0) + 1;
    spots.set(name, [at * (WIDTH + GAP_X) + 4, (used[at] - 1) * (HEIGHT + GAP_Y) + 4]);
  }
  const width = used.length * (WIDTH + GAP_X);
  const height = Math.max(...used) * (HEIGHT + GAP_Y) + 8;
  const picture = svg('svg', {viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': `Topology of ${nodes.size} nodes; the text below says the same`});
  for (const node of nodes.values()) {
    for (const next of node.next) if (spots.has(next)) picture.append(line(spots.get(node.name), spots.get(next)));
  }
  for (const node of nodes.values()) picture.append(...box(node, spots.get(node.name)));
  return picture;
}

function line([x1, y1], [x2, y2]) {
  const [from, to, middle] = [x1 + WIDTH, x2, (x1 + WIDTH + x2) / 2];
  const [a, b] = [y1 + HEIGHT / 2, y2 + HEIGHT / 2];
  return svg('path', {d: `M${from} ${a} C${middle} ${a} ${middle} ${b} ${to} ${b}`, class: 'edge'});
}

function box(node, [x, y]) {
  const label = svg('text', {x: x + 8, y: y + HEIGHT / 2 + 4, class: 'label'});
  label.textContent = node.name.length > 28 ? `${node.name.slice(0, 27)}…` : node.name;
  const title = svg('title', {});
  title.textContent = `${node.kind} ${node.name} ${node.detail}`;
  const rectangle = svg('rect', {x, y, width: WIDTH, height: HEIGHT, rx: node.kind === 'processor' ? 4 : 13, class: `node ${node.kind}`});
  rectangle.append(title);
  return [rectangle, label];
}

function svg(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
