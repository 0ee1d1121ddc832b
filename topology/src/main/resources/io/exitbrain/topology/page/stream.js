// One connection to the engine. It notices by itself when nothing comes any more.

const STALE_MS = 3000;
const RETRY_MS = 1000;

/**
 * Follows the stream at url.
 * onMessage(kind, message) gets each snapshot and delta; onStale(since) and onFresh() say whether the data is old.
 */
export function follow(url, {onMessage, onStale, onFresh}) {
  let source;
  let isStale = false;
  let newest = Date.now();

  const take = kind => event => {
    newest = Date.now();
    onMessage(kind, JSON.parse(event.data));
    if (isStale) {
      isStale = false;
      onFresh();
    }
  };

  const connect = () => {
    source = new EventSource(url);
    source.addEventListener('snapshot', take('snapshot'));
    source.addEventListener('delta', take('delta'));
    source.addEventListener('error', () => {
      // After an answer other than 200 the browser does not connect again by itself.
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, RETRY_MS);
    });
  };

  setInterval(() => {
    if (!isStale && Date.now() - newest > STALE_MS) {
      isStale = true;
      onStale(newest);
    }
  }, 250);

  connect();
}
