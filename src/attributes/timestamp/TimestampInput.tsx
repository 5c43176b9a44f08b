import { t } from '../../words/t.ts';
import type { AttributeInputProps } from '../attribute-input.tsx';
import { DatedInput } from '../date/DatedInput.tsx';
import type { DatedText } from '../date/dated-text.ts';
import { understood } from '../date/understood.ts';
import { useIsAlive } from '../use-later.tsx';
import { momentWords } from './moment-words.ts';
import { timestampEntry } from './timestamp-entry.ts';

/** A time in what stands there already. */
const timeIn = (text: string): string => /\d{1,2}:\d{2}.*$|\d{1,2} ?[ap]\.?m.*$/i.exec(text)?.[0] ?? '';

/** A moment, typed or picked, with what was understood beneath, in the rep's own zone. */
export function TimestampInput(props: AttributeInputProps<DatedText>) {
  const { entry, field, context } = props;
  const isAlive = useIsAlive();
  const inWords = (moment: string) => momentWords(moment, context.locale);
  return (
    <DatedInput
      {...props}
      note={isAlive ? understood(timestampEntry.read(entry, field, context), inWords, field) : ''}
      placeholder={t('attributes.moment')}
      withDay={(day, text) => `${day} ${timeIn(text)}`}
    />
  );
}
