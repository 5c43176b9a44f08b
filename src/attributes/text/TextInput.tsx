import type { KeyboardEvent } from 'react';
import { Key } from '../../ui/Key.tsx';
import { t } from '../../words/t.ts';
import type { AttributeInputProps } from '../attribute-input.tsx';
import { TypedInput } from '../TypedInput.tsx';
import { LinesInput } from './LinesInput.tsx';
import { isOneLine } from './one-line.ts';

export const TextInput = (props: AttributeInputProps<string>) =>
  isOneLine(props.field) ? <LineInput {...props} /> : <LinesInput {...props} />;

/** A line of text. While it is empty it may show a suggestion, which Tab takes on the way to the next field. */
function LineInput(props: AttributeInputProps<string>) {
  const suggestion = props.entry === '' && !props.locked ? props.context.suggestions?.[props.field.slug] : undefined;
  if (suggestion === undefined) return <TypedInput {...props} />;
  const take = () => {
    const input = document.getElementById(props.id);
    if (input instanceof HTMLInputElement) input.value = suggestion;
    props.onEntry(suggestion);
  };
  return (
    <TypedInput
      {...props}
      more={{
        placeholder: suggestion,
        'aria-description': t('tabTakes', { text: suggestion }),
        onKeyDown: ({ key, shiftKey }: KeyboardEvent) => key === 'Tab' && !shiftKey && take(),
      }}
      end={
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('takeSuggestion', { text: suggestion })}
          className="absolute inset-y-0 end-0 m-0.5 grid min-w-11 place-items-center rounded-[7px] px-2 text-muted hover:bg-sunken hover:text-ink"
          onClick={take}
        >
          <Key>Tab</Key>
          <span className="hidden pointer-coarse:inline">{t('take')}</span>
        </button>
      }
    />
  );
}
