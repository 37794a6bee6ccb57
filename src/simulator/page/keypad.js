// @ts-check
/** Twelve keys, as on any phone; a keyboard's own digits press them too. */
import { element } from './dom.js';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const LETTERS = ['', 'abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz', '', '', ''];

/** @type {Record<string, string>} */
const NAMES = { '*': 'étoile', '#': 'dièse' };

/**
 * @param {HTMLElement} pad
 * @param {HTMLElement} phone
 * @param {(key: string) => void} press
 */
export function makeKeypad(pad, phone, press) {
  KEYS.forEach((key, n) => {
    const letters = element('small', '', LETTERS[n] ?? '');
    letters.setAttribute('aria-hidden', 'true');
    const button = element('button', '', element('span', '', key), letters);
    button.setAttribute('type', 'button');
    const name = NAMES[key];
    if (name) button.setAttribute('aria-label', name);
    button.addEventListener('click', () => press(key));
    pad.append(button);
  });
  phone.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea');
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !KEYS.includes(event.key)) return;
    event.preventDefault();
    press(event.key);
  });
}
