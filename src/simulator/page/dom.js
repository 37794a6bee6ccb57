// @ts-check
/** Two small helpers to write the page's elements. */

/**
 * The one element that a selector names; the page is wrong without it.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {T}
 */
export function one(root, selector) {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return /** @type {T} */ (found);
}

/**
 * @param {string} name
 * @param {string} className
 * @param {...(string | Node)} children
 */
export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * A list inside a box that scrolls: the keyboard can scroll it too, and the newest stays in sight.
 * @param {HTMLElement} list
 */
export function scrolling(list) {
  const box = list.parentElement;
  const showLast = () => {
    if (box) box.scrollTop = box.scrollHeight;
  };
  if (box) {
    box.tabIndex = 0;
    // What appears below takes room from the box.
    new ResizeObserver(showLast).observe(box);
  }
  return showLast;
}
