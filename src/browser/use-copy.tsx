import { useState } from 'react';

/** Copies a text, and whether it has; a browser that does not let it be copied says nothing. */
export function useCopy(): { isCopied: boolean; copy: (text: string) => void } {
  const [isCopied, setCopied] = useState(false);
  const copy = (text: string) =>
    // Only pages that came by https, or from this computer, have a clipboard.
    void navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return { isCopied, copy };
}
