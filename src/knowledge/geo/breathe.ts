/** Long work in memory, in slices: others get their turn in between. */

/** At most this long without giving others their turn, in milliseconds. */
const SLICE_MS = 5;

/** To be awaited often: gives way to the event loop once a slice is used up, and costs nothing otherwise. */
export function breathing(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < SLICE_MS) return undefined;
    return new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      since = performance.now();
    });
  };
}
