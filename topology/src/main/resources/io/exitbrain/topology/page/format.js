// Writes numbers and times. Prices stay decimal text: they are never rounded here.

/** "95000.0" -> "95,000.0" */
export function number(text) {
  if (text === null || text === undefined) return '-';
  const [whole, fraction] = String(text).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** "0.0150123" -> "1.50 %" */
export function percent(ratio, digits = 2) {
  return ratio === null || ratio === undefined ? '-' : `${(Number(ratio) * 100).toFixed(digits)} %`;
}

/** The number with its sign, also if it is positive. */
export function signed(text) {
  if (text === null || text === undefined) return '-';
  return Number(text) > 0 ? `+${number(text)}` : number(text);
}

/** "-0.4512" -> "-0.45 R" */
export function inR(text) {
  if (text === null || text === undefined) return '-';
  const value = Number(text).toFixed(2);
  return `${Number(value) > 0 ? '+' : ''}${value} R`;
}

/** a - b of decimal texts, exactly. */
export function minus(a, b) {
  const digits = Math.max(decimals(a), decimals(b));
  const difference = scaled(a, digits) - scaled(b, digits);
  const sign = difference < 0n ? '-' : '';
  const text = String(difference < 0n ? -difference : difference).padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function decimals(text) {
  return (text.split('.')[1] ?? '').length;
}

function scaled(text, digits) {
  const [whole, fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(digits, '0'));
}

/** An average with at most one decimal more than a price of the same symbol; the exact one is in the title. */
export function average(text, price) {
  if (text === null || text === undefined || price === null || price === undefined) return text;
  const digits = decimals(price) + 1;
  return decimals(text) > digits ? Number(text).toFixed(digits) : text;
}

/** An amount with two decimals, or with three digits if it is small. */
export function money(text) {
  const amount = Number(text);
  return Math.abs(amount) >= 1 || amount === 0 ? amount.toFixed(2) : String(Number(amount.toPrecision(3)));
}

/** A duration such as "0.3 s", "41 s", "4 m", "3 h", "2 d". */
export function duration(ms) {
  if (ms === null || ms === undefined || Number.isNaN(ms)) return '-';
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 120) return `${Math.floor(seconds)} s`;
  if (seconds < 7200) return `${Math.floor(seconds / 60)} m`;
  return seconds < 172800 ? `${Math.floor(seconds / 3600)} h` : `${Math.floor(seconds / 86400)} d`;
}

const clockFormat = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit', second: '2-digit'});
const fullFormat = new Intl.DateTimeFormat('en-GB', {dateStyle: 'medium', timeStyle: 'long'});

/** The time of day of the viewer, "12:00:15". */
export const clock = ms => clockFormat.format(ms);

/** The time of day with milliseconds. */
export const clockMs = ms => `${clock(ms)}.${String(ms % 1000).padStart(3, '0')}`;

/** Date, time and zone. */
export const full = ms => fullFormat.format(ms);

/** "STOP_MOVED" -> "stop moved" */
export const words = name => String(name ?? '').toLowerCase().replaceAll('_', ' ');
