// The colours: those of the system, or dark or light by choice, which is remembered.

const NAMES = ['system', 'dark', 'light'];
const KEY = 'exit-brain-colours';

/** Makes the button change the colours; onChange is called after each change, also one of the system. */
export function theme(button, onChange) {
  let name = remembered();

  const apply = () => {
    if (name === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = name;
    button.textContent = name;
    onChange();
  };
  const next = () => {
    name = NAMES[(NAMES.indexOf(name) + 1) % NAMES.length];
    try {
      localStorage.setItem(KEY, name);
    } catch {
      // Without storage the choice lasts until the page is closed.
    }
    apply();
  };

  button.addEventListener('click', next);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', onChange);
  apply();
  return next;
}

function remembered() {
  try {
    const name = localStorage.getItem(KEY);
    return NAMES.includes(name) ? name : 'system';
  } catch {
    return 'system';
  }
}

/** The value of a colour of page.css now. */
export const colour = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
