import { laterWords } from '../../words/later-words.ts';

/** Says of a field that it was filled in from a paste, and puts back what stood there. */
export const PastedMark = ({ labelId, onPutBack }: { labelId: string; onPutBack: () => void }) => (
  <p className="mt-1 flex flex-wrap items-baseline gap-x-2 text-small text-muted">
    {laterWords.pasted.mark}
    <button
      type="button"
      aria-describedby={labelId}
      className="inline-flex min-h-6 items-center rounded-sm whitespace-nowrap underline decoration-line underline-offset-4 hover:text-ink hover:decoration-current pointer-coarse:min-h-11"
      onClick={onPutBack}
    >
      {laterWords.pasted.putBack}
    </button>
  </p>
);
