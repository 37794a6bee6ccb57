// @ts-check
/** The two things that a phone's screen can show. */
import { one } from './dom.js';

/** @typedef {'texts' | 'call'} Tab */

/**
 * @param {HTMLElement} phone
 * @param {string} id
 */
export function makeTabs(phone, id) {
  const names = /** @type {Tab[]} */ (['texts', 'call']);
  const tabs = names.map((name) => {
    const tab = one(phone, `[data-tab="${name}"]`);
    const pane = one(phone, `[data-pane="${name}"]`);
    tab.id = `${id}-${name}-tab`;
    pane.id = `${id}-${name}`;
    tab.setAttribute('aria-controls', pane.id);
    pane.setAttribute('aria-labelledby', tab.id);
    return { name, tab, pane };
  });
  /** @param {Tab} wanted */
  const show = (wanted) => {
    for (const { name, tab, pane } of tabs) {
      tab.setAttribute('aria-selected', String(name === wanted));
      tab.tabIndex = name === wanted ? 0 : -1;
      pane.hidden = name !== wanted;
    }
  };
  for (const { name, tab } of tabs) {
    tab.addEventListener('click', () => show(name));
    tab.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
      const other = tabs.find((one) => one.name !== name);
      if (!other) return;
      show(other.name);
      other.tab.focus();
    });
  }
  return { show };
}
