import { FieldMark } from '../../ui/FieldMark.tsx';
import { laterWords } from '../../words/later-words.ts';

/** Says of a field that it was filled in from a paste, and puts back what stood there. */
export const PastedMark = ({ labelId, onPutBack }: { labelId: string; onPutBack: () => void }) => (
  <FieldMark labelId={labelId} action={laterWords.pasted.putBack} onAct={onPutBack}>
    {laterWords.pasted.mark}
  </FieldMark>
);
