/** Works on all of them, at most `most` at a time, each as soon as there is room; in order of their beginning. */
export async function inFlight<Item>(
  most: number,
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<unknown>,
) {
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      const item = items[index];
      if (item !== undefined) await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
}

/** Begins so many a second, evenly, whether or not the earlier ones have ended. */
export async function atRate<Item>(perSecond: number, items: readonly Item[], work: (item: Item) => Promise<unknown>) {
  const from = performance.now();
  const begun: Promise<unknown>[] = [];
  for (const [index, item] of items.entries()) {
    const wait = from + (index * 1000) / perSecond - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    begun.push(work(item));
  }
  await Promise.all(begun);
}
