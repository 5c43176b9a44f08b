import { FieldMark } from '../../ui/FieldMark.tsx';
import { t } from '../../words/t.ts';

/** Says of a field that it was filled in from a paste, and puts back what stood there. */
export const PastedMark = ({ labelId, onPutBack }: { labelId: string; onPutBack: () => void }) => (
  <FieldMark labelId={labelId} action={t('pasted.putBack')} onAct={onPutBack}>
    {t('pasted.mark')}
  </FieldMark>
);
