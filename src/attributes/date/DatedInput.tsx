import { type ReactNode, useRef } from 'react';
import { t } from '../../words/t.ts';
import type { AttributeInputProps } from '../attribute-input.tsx';
import { TypedInput } from '../TypedInput.tsx';
import { CalendarButton } from './CalendarButton.tsx';
import { type DatedText, typedNow } from './dated-text.ts';

interface DatedInputProps extends AttributeInputProps<DatedText> {
  /** What was understood. */
  note: ReactNode;
  placeholder: string;
  /** The text after a day was picked, with what stood there. */
  withDay?: (day: string, text: string) => string;
}

/** A day or a moment as typed, with a calendar beside it for those who would rather point. */
export function DatedInput({ note, placeholder, withDay = (day) => day, ...props }: DatedInputProps) {
  const { entry, locked, onEntry } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <TypedInput
      {...props}
      entry={entry.text}
      onEntry={(text) => onEntry(typedNow(text))}
      note={note}
      separator="; "
      more={{ ref: input, placeholder, autoCapitalize: 'off', spellCheck: false }}
      end={
        <CalendarButton
          label={t('date.open')}
          inputLabel={t('date.calendar')}
          describedBy={`${props.id}-label`}
          disabled={locked}
          onDay={(day) => {
            if (!input.current) return;
            input.current.value = withDay(day, input.current.value);
            input.current.focus();
            onEntry(typedNow(input.current.value));
          }}
        />
      }
    />
  );
}
