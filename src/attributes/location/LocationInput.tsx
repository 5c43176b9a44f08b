import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../words/t.ts';
import type { AttributeInputProps } from '../attribute-input.tsx';
import { PartsInput } from '../PartsInput.tsx';
import { allParts, type PartsEntry } from '../parts-entry.ts';
import { useIsAlive } from '../use-later.tsx';
import { countryCodeOf, countryName } from './country.ts';
import { addressParts, locationStart } from './location-start.ts';

const parts = () =>
  addressParts.map((name) => ({ name, label: t(`attributes.location.${name}`), isHalf: !name.startsWith('line') }));

/** The code of the country in an address: null when its name is none, undefined when none is named. */
function countryIn(address: PartsEntry['parts'], locale: string): string | null | undefined {
  const written = address['country_code']?.trim() ?? '';
  return written === '' ? undefined : countryCodeOf(written, locale);
}

/** An address, or several; the country as it is called or by its code, and beneath as it was understood. */
export function LocationInput(props: AttributeInputProps<PartsEntry>) {
  const { id, field, entry, error, locked, context, onEntry } = props;
  const all = allParts(entry);
  const [added, setAdded] = useState<number | null>(null);
  const isAlive = useIsAlive();
  // Addresses are only ever added, at the end; the first has the field's own id.
  const ids = all.map((_, at) => (at === 0 ? id : `${id}-${at + 1}`));
  const codes = all.map((address) => countryIn(address, context.locale));
  const wrong = Math.max(0, codes.indexOf(null));
  const change = (at: number, changed: PartsEntry['parts']) => {
    const [first = {}, ...more] = all.map((address, one) => (one === at ? changed : address));
    onEntry({ parts: first, ...(more.length > 0 && { more }) });
  };
  return (
    <div className="grid gap-4.5">
      {ids.map((partsId, at) => {
        const [address = {}, code] = [all[at], codes[at]];
        // Names of countries differ between the languages that a server and a browser know.
        const name = isAlive && code ? countryName(code, context.locale) : '';
        const written = address['country_code']?.trim() ?? '';
        return (
          <PartsInput
            key={partsId}
            {...props}
            id={partsId}
            fieldId={id}
            field={
              at === 0
                ? field
                : { ...field, title: t('attributes.location.further', { title: field.title, number: at + 1 }), description: null }
            }
            entry={{ parts: address }}
            error={at === wrong ? error : undefined}
            autoFocus={at === 0 ? props.autoFocus : at === added}
            parts={parts()}
            note={name.toLowerCase() === written.toLowerCase() ? '' : name}
            faultPart={code === null ? 'country_code' : undefined}
            // Coordinates that a default gave are those of the place before it was changed.
            onPart={(changed) => ({ ...changed, latitude: '', longitude: '' })}
            onEntry={(changed) => change(at, changed.parts)}
          />
        );
      })}
      {field.multi && !locked && (
        <div>
          <Button
            weight="secondary"
            onClick={() => {
              setAdded(all.length);
              onEntry({ ...entry, more: [...(entry.more ?? []), locationStart.blank(field).parts] });
            }}
          >
            {t('attributes.location.another')}
          </Button>
        </div>
      )}
    </div>
  );
}
