/** More differing calls than one program usually has; what locales strangers name must not fill the memory. */
const mostRemembered = 600;

/**
 * A function that keeps what it made and gives it back for equal arguments. For Intl: a format takes a hundred times longer to
 * make than to use.
 */
export function remembered<Arguments extends readonly unknown[], Made>(
  make: (...given: Arguments) => Made,
): (...given: Arguments) => Made {
  const kept = new Map<string, Made>();
  return (...given) => {
    const key = JSON.stringify(given);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(...given);
    if (kept.size >= mostRemembered) kept.clear();
    kept.set(key, made);
    return made;
  };
}
