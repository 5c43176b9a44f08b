/**
 * Holds what is typed into an input while what it is meant for is still on its way: nothing of it reaches the input.
 * @returns ends the holding, and gives what was typed
 */
export function holdKeys(input: HTMLInputElement): () => string {
  let typed = '';
  const controller = new AbortController();
  const options = { signal: controller.signal, capture: true };
  const onBeforeInput = (event: InputEvent) => {
    event.preventDefault();
    if (event.inputType === 'deleteContentBackward') typed = typed.slice(0, -1);
    else typed += event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys that type go on to `beforeinput`; those that would choose, send or leave have nothing to act on yet.
    event.stopImmediatePropagation();
    if (['Enter', 'Tab', 'Escape'].includes(event.key)) event.preventDefault();
  };
  input.addEventListener('beforeinput', onBeforeInput, options);
  input.addEventListener('keydown', onKeyDown, options);
  return () => {
    controller.abort();
    const held = typed;
    typed = '';
    return held;
  };
}
